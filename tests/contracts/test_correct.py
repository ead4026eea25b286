"""Statements and figures are corrected, statements rejected and added, all of it undone; on every database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.errors import UsageError
from hearsay.ledger.asked import Asked
from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.records.ledger import Ledger
from hearsay.records.marks import Marks
from hearsay.records.span import Span
from hearsay.records.statement import Act, Mode
from tests.present.made import BRIDGE, TEXT

S = [statement.id for statement in BRIDGE.statements]
SIGN_WORDS = Marks(["The swing bridge on Sunday"], ["Photo"], ["Norda/M. Lund"])


@pytest.fixture
def bridge(store: Store) -> Store:
    """A ledger that holds the bridge report."""
    Writer(store).add(BRIDGE, reader="1")
    return store


def shown(store: Store) -> Ledger:
    (ledger,) = View(store).ledgers()
    return ledger


def told(store: Store, id: str) -> Any:
    return View(store).statement(id)


def test_a_statement_is_changed_and_says_so(bridge: Store) -> None:
    made = Corrector(bridge, by="ann").statement(S[1], why="she urged", act="urge", source="Ruud Okafor", via=["board"])
    now = told(bridge, S[1])
    assert (now.statement.act, now.source.name) == (Act.URGE, "Ruud Okafor")
    assert [one.name for one in now.via] == ["the harbour board"]
    assert now.corrected == (made,)
    assert (made.by, made.why, made.former["act"]) == ("ann", "she urged", None)
    assert told(bridge, S[2]).corrected == ()
    by_id = {s.id: s for s in shown(bridge).statements}
    assert by_id[S[1]] == now.statement
    assert [s.id for s in shown(bridge).statements] == S
    (as_read,) = View(bridge, as_read=True).ledgers()
    assert as_read == BRIDGE
    assert View(bridge, as_read=True).statement(S[1]).statement == BRIDGE.statements[1]


def test_what_is_asked_for_is_what_was_corrected(bridge: Store) -> None:
    Corrector(bridge, by="ann").statement(S[1], why="w", act="deny", source="Norda News")
    view = View(bridge)
    assert [t.statement.id for t in view.statements(Asked(act=Act.DENY))] == [S[1]]
    assert [t.statement.id for t in view.statements(Asked(source="Norda News"))] == [S[1]]
    assert [t.statement.id for t in view.statements(Asked(source="Ana Téllez"))] == [S[2]]
    assert [f.told.statement.id for f in view.find("pier", Asked(act=Act.DENY)).items if f.told] == [S[1]]
    assert [t.statement.id for t in View(bridge, as_read=True).statements(Asked(source="Ana Téllez"))] == S[1:3]


def test_figures_and_expectations_follow_their_statement(bridge: Store) -> None:
    Corrector(bridge, by="ann").statement(S[3], why="w", source="board")
    Corrector(bridge, by="ann").statement(S[0], why="w", source=None)
    ledger = shown(bridge)
    assert ledger.figures[0].source == "board"
    assert ledger.expectations[0].source is None


def test_a_figure_is_changed(bridge: Store) -> None:
    corrector = Corrector(bridge, by="ann")
    corrector.figure("cost", why="w", min=38e6, max=42e6, inclusive=False, approximate=True, unit="NOK")
    corrector.figure("piers", why="w", counted="its piers")
    cost, piers = shown(bridge).figures
    assert (cost.min, cost.max, cost.inclusive, cost.approximate, cost.unit) == (38e6, 42e6, False, True, "NOK")
    assert piers.counted is not None
    assert piers.counted.of(TEXT) == "its piers"
    corrector.figure("cost", why="w", max=None)
    assert (shown(bridge).figures[0].min, shown(bridge).figures[0].max) == (38e6, None)


def test_a_rejected_statement_is_listed_and_not_shown(bridge: Store) -> None:
    made = Corrector(bridge, by="ann").reject(S[3], why="nobody said so")
    assert S[3] not in [s.id for s in shown(bridge).statements]
    assert S[3] not in [t.statement.id for t in View(bridge).statements()]
    (rejected,) = View(bridge).rejected()
    assert (rejected.statement.id, rejected.rejected, rejected.corrected) == (S[3], True, (made,))
    assert told(bridge, S[3]).rejected
    assert (shown(bridge).figures[0].statement, shown(bridge).figures[0].source) == (None, None)
    assert list(View(bridge, as_read=True).rejected()) == []


def test_a_missed_statement_is_added_by_its_words(bridge: Store) -> None:
    marks = Marks(["divers found cracks in two of its piers"], ["after"], ["the harbour board"])
    made = Corrector(bridge, by="ann").add("bridge-1", marks, why="missed", act="assert", said_on="2026-05-04")
    added = told(bridge, made.target)
    assert added.words == "divers found cracks in two of its piers"
    assert (added.source.id, added.statement.mode, added.statement.said_on) == ("board", Mode.INDIRECT, "2026-05-04")
    assert added.corrected == (made,)
    assert [s.id for s in shown(bridge).statements] == [S[0], made.target, *S[1:]]
    # The figure in it is now the source's.
    assert [(f.statement, f.source) for f in shown(bridge).figures][1] == (made.target, "board")
    assert [f.told.statement.id for f in View(bridge).find("divers").items if f.told] == [made.target]
    assert View(bridge, as_read=True).ledger(View(bridge).document("bridge-1")) == BRIDGE
    Corrector(bridge, by="bob").statement(made.target, why="w", certainty="probable")
    assert [one.by for one in told(bridge, made.target).corrected] == ["ann", "bob"]
    Corrector(bridge, by="ann").undo(made.id, why="not theirs")
    assert shown(bridge) == BRIDGE
    assert list(View(bridge).rejected()) == []


def test_a_quoted_statement_is_direct_and_offsets_do_as_well(bridge: Store) -> None:
    corrector = Corrector(bridge, by="ann")
    corrector.reject(S[6], why="its content is cut short")
    at = TEXT.index("closed for good")
    made = corrector.add("bridge-1", Marks([Span(at, at + 15)], ["says"], ["A sign"]), why="w")
    assert told(bridge, made.target).statement.mode is Mode.DIRECT
    assert told(bridge, made.target).statement.spans.content == (Span(at, at + 15),)


def test_an_undo_is_undone_and_brings_it_back(bridge: Store) -> None:
    corrector = Corrector(bridge, by="ann")
    made = corrector.statement(S[0], why="w", act="promise")
    undo = corrector.undo(made.id, why="wrong")
    assert shown(bridge) == BRIDGE
    assert told(bridge, S[0]).corrected == ()
    with pytest.raises(UsageError, match=f"{made.id} has been undone by ann"):
        corrector.undo(made.id, why="again")
    again = corrector.undo(undo.id, why="it was right")
    assert told(bridge, S[0]).statement.act is Act.PROMISE
    last = corrector.undo(made.id, why="no")
    assert last.undoes == again.id
    assert shown(bridge) == BRIDGE
    assert [one.id for one in View(bridge).history(S[0])] == [made.id, undo.id, again.id, last.id]
    assert [one.id for one in View(bridge).history(made.id)] == [made.id, undo.id, again.id, last.id]
    assert [one.is_undone for one in View(bridge).history(S[0])] == [True, False, True, False]
    assert View(bridge).history() == View(bridge).history("bridge-1") == View(bridge).history(S[0])


def test_the_latest_standing_one_holds_and_history_shows_all(bridge: Store) -> None:
    first = Corrector(bridge, by="ann").statement(S[0], why="w", act="promise", certainty="probable")
    second = Corrector(bridge, by="bob").statement(S[0], why="w", act="deny")
    assert told(bridge, S[0]).statement.act is Act.DENY
    assert [one.id for one in told(bridge, S[0]).corrected] == [first.id, second.id]
    Corrector(bridge, by="eve").undo(first.id, why="w")
    now = told(bridge, S[0]).statement
    assert (now.act, now.certainty) == (Act.DENY, BRIDGE.statements[0].certainty)
    Corrector(bridge, by="eve").undo(second.id, why="w")
    assert shown(bridge) == BRIDGE
    assert len(View(bridge).history(S[0])) == 4


def test_the_ledger_as_it_stood(store: Store) -> None:
    start = datetime(2026, 5, 1, tzinfo=UTC)
    moments = iter(range(30))

    def clock() -> str:
        return (start + timedelta(days=next(moments))).isoformat(timespec="microseconds")

    Writer(store, clock=clock).add(BRIDGE, reader="1")
    corrector = Corrector(store, by="ann", clock=clock)
    first = View(store).history()
    assert first == ()
    made = corrector.statement(S[0], why="w", act="promise")
    corrector.undo(made.id, why="w")
    day = datetime.fromisoformat(made.recorded)
    then = View(store, as_of=day)
    assert then.statement(S[0]).statement.act is Act.PROMISE
    assert [one.id for one in then.statement(S[0]).corrected] == [made.id]
    assert [one.is_undone for one in then.history(S[0])] == [False]
    assert [one.is_undone for one in View(store).history(S[0])] == [True, False]
    before = View(store, as_of=day - timedelta(hours=1))
    assert list(before.ledgers()) == [BRIDGE]
    assert before.history() == ()


NONSENSE: list[tuple[Callable[[Corrector], Any], str]] = [
    (lambda c: c.statement("nobody", why="w", act="deny"), "no statement has the id 'nobody'"),
    (lambda c: c.statement(S[0], why="w", act="shout"), "there is no act 'shout'"),
    (lambda c: c.statement(S[0], why="w", certainty="very"), "there is no certainty 'very'"),
    (lambda c: c.statement(S[0], why="w", said_on="Monday"), "'Monday' is not an EDTF date"),
    (lambda c: c.statement(S[0], why="w", source="source-0123456789abcdef"), "no source has the id"),
    (lambda c: c.statement(S[0], why="w", source="she"), "'she' names nobody"),
    (lambda c: c.statement(S[0], why="w"), "it is not said what to change"),
    (lambda c: c.statement(S[0], why="w", said_on="2026-05-04"), "it is so already"),
    (lambda c: c.statement(S[0], why="  ", act="deny"), "it is not said why"),
    (lambda c: c.figure("nothing", why="w", min=1), "no figure has the id 'nothing'"),
    (lambda c: c.figure("cost", why="w", min=50e6), "min 50,000,000 is above max 40,000,000"),
    (lambda c: c.figure("cost", why="w", min=float("nan")), "min is nan"),
    (lambda c: c.figure("cost", why="w", min=None, max=None), "without min and max"),
    (lambda c: c.figure("cost", why="w", counted="whales"), "does not hold the words 'whales'"),
    (lambda c: c.reject("nobody", why="w"), "no statement has the id 'nobody'"),
    (lambda c: c.add("nowhere", SIGN_WORDS, why="w"), "no document has the id 'nowhere'"),
    (lambda c: c.add("bridge-1", Marks(["whales"]), why="w"), "does not hold the words 'whales'"),
    (lambda c: c.add("bridge-1", Marks(["the"]), why="w"), "the content stands in 6 places"),
    (lambda c: c.add("bridge-1", Marks([Span(0, 9999)]), why="w"), "runs past the report's"),
    (lambda c: c.add("bridge-1", Marks([]), why="w"), "a statement has no content"),
    (lambda c: c.add("bridge-1", Marks(["closed for good"], ["says"]), why="w"), "a statement on these words already"),
    (lambda c: c.undo("correction-0", why="w"), "no correction has the id 'correction-0'"),
    (lambda c: c.same("board", "nobody", why="w"), "no source has the id 'nobody'"),
    (lambda c: c.same("board", "board", why="w"), "both ids name the same source"),
]


@pytest.mark.parametrize(("correct", "said"), NONSENSE, ids=[said for _, said in NONSENSE])
def test_nonsense_is_refused_with_one_line(bridge: Store, correct: Callable[[Corrector], Any], said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("(", r"\(")) as refused:
        correct(Corrector(bridge, by="ann"))
    assert "\n" not in str(refused.value)
    assert refused.value.advice
    assert View(bridge).history() == ()
    assert shown(bridge) == BRIDGE


def test_who_corrects_has_to_say_who(bridge: Store) -> None:
    with pytest.raises(UsageError, match="not said who corrects"):
        Corrector(bridge, by=" ").reject(S[0], why="w")


def test_what_is_rejected_is_not_corrected(bridge: Store) -> None:
    corrector = Corrector(bridge, by="ann")
    corrector.reject(S[0], why="w")
    with pytest.raises(UsageError, match="has been rejected"):
        corrector.statement(S[0], why="w", act="deny")


def test_an_undo_that_would_leave_nonsense_is_refused(bridge: Store) -> None:
    corrector = Corrector(bridge, by="ann")
    wider = corrector.figure("cost", why="w", max=90e6)
    higher = corrector.figure("cost", why="w", min=80e6)
    with pytest.raises(UsageError, match=f"min above its max, by {higher.id}"):
        corrector.undo(wider.id, why="w")
    corrector.undo(higher.id, why="w")
    corrector.undo(wider.id, why="w")
    assert shown(bridge) == BRIDGE


def test_an_id_in_two_reports_needs_the_document(bridge: Store) -> None:
    (document,) = BRIDGE.documents
    Writer(bridge).add(replace(BRIDGE, documents=(replace(document, url="https://other.example/bridge"),)), reader="1")
    corrector = Corrector(bridge, by="ann")
    with pytest.raises(UsageError, match="2 reports have a statement with the id 'bridge-1-s1': bridge-1, bridge-1#2"):
        corrector.reject(S[0], why="w")
    corrector.reject(S[0], why="w", document="bridge-1#2")
    one, two = View(bridge).ledgers()
    assert (len(one.statements), len(two.statements)) == (8, 7)


Step = Callable[[Corrector, str, tuple[str, int]], Any]
STEPS: dict[str, Step] = {
    "act": lambda c, d, one: c.statement(one[0], why="w", document=d, act=list(Act)[one[1] % len(Act)]),
    "source": lambda c, d, one: c.statement(one[0], why="w", document=d, source=["board", "A. Mann", None][one[1] % 3]),
    "figure": lambda c, d, one: c.figure("cost", why="w", document=d, min=one[1] * 1e6),
    "bound": lambda c, d, one: c.figure("cost", why="w", document=d, max=one[1] * 1e6),
    "reject": lambda c, d, one: c.reject(one[0], why="w", document=d),
    "add": lambda c, d, _: c.add(d, Marks(["Then we closed the road"], ["she said"]), why="w", source="Ana Téllez"),
    "add more": lambda c, d, _: c.add(d, SIGN_WORDS, why="w"),
}


@given(st.lists(st.tuples(st.sampled_from([*STEPS, "undo"]), st.sampled_from(S), st.integers(0, 100)), max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_corrections_leave_the_reading_intact_and_undoing_all_gives_it_back(
    store: Store, steps: list[tuple[str, str, int]]
) -> None:
    (document,) = BRIDGE.documents
    made = replace(BRIDGE, documents=(replace(document, url=f"https://norda.example/{uuid4()}"),))
    id = Writer(store).add(made, reader="1").document
    corrector = Corrector(store, by="ann")
    first = View(store).ledger(View(store).document(id))
    for step, statement, number in steps:
        so_far = [correction.id for correction in View(store).history(id)]
        try:
            if step != "undo":
                STEPS[step](corrector, id, (statement, number))
            elif so_far:
                corrector.undo(so_far[number % len(so_far)], why="w")
        except UsageError:
            continue
    assert View(store, as_read=True).ledger(View(store).document(id)) == first
    while standing := [c for c in View(store).history(id) if not c.is_undone and c.undoes is None]:
        corrector.undo(standing[-1].id, why="all")
    assert View(store).ledger(View(store).document(id)) == first
