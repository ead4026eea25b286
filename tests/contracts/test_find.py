"""What is asked for is found: the same on every database, marked, in pages that do not move."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.errors import UsageError
from hearsay.ledger.answers import Found
from hearsay.ledger.asked import Asked
from hearsay.ledger.connect import Store
from hearsay.ledger.find import WINDOW
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from tests.present.made import BRIDGE, QUIET
from tests.present.made_ferry import FERRY

_DAYS = [datetime(2026, 7, day, tzinfo=UTC) for day in range(1, 30)]


@pytest.fixture
def writer(store: Store) -> Writer:
    """Writes on 1 July, 2 July and so on: each report takes two days."""
    moments = (day.isoformat(timespec="microseconds") for day in _DAYS)
    return Writer(store, clock=lambda: next(moments))


@pytest.fixture
def view(store: Store, writer: Writer) -> View:
    for made in (BRIDGE, FERRY, QUIET):
        writer.add(made, reader="1")
    return View(store)


def ids(found: tuple[Found, ...]) -> list[str]:
    """What has been found, statements and reports by their ids."""
    return [one.told.statement.id if one.told else one.document for one in found]


def named(*short: str) -> set[str]:
    return {s.replace("b", "bridge-1-s", 1).replace("f", "ferry-1-s", 1) for s in short}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("bridge", named("b1", "b8", "f1", "f4")),
        ("BRIDGES", named("b1", "b8", "f1", "f4")),
        ("repairing", named("b4", "b5", "f2")),
        ("bridge -swing", named("b8", "f4")),
        ('"swing bridge"', named("b1", "f1")),
        ('"bridge swing"', set()),
        ('bridge -"for good"', named("b1", "b8", "f1")),
        ("closed", named("b3", "b7", "b8", "f4")),
        ("close, bridge!", named("b8", "f4")),
        ("rained", {"quiet"}),
        ("Courier", {"ferry-1"}),
        ("minister denies", {"ferry-1"}),
        ("zebra", set()),
        ("", None),
        ("-bridge", None),
        ("?! 👩‍👩‍👧", None),
    ],
)
def test_words_are_found_in_any_of_their_forms(view: View, words: str, expected: set[str] | None) -> None:
    if expected is None:
        with pytest.raises(UsageError, match="nothing to look for"):
            view.find(words)
    else:
        assert set(ids(view.find(words).items)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"source": "ana tellez"}, named("b2", "b3", "f3")),
        ({"source": "engineer-2"}, named("f3")),
        ({"source": "The Harbour Board"}, named("b1")),
        ({"party": "port ellis harbour board"}, named("b2", "b3", "f3")),
        ({"act": Act.DENY}, named("f1")),
        ({"certainty": Certainty.PROBABLE}, named("b4")),
        ({"publisher": "Port Ellis courier"}, named("f1", "f2", "f3", "f4")),
        ({"document": "ferry-1", "act": Act.ASSERT}, named("f2")),
        ({"published_from": date(2026, 6, 3)}, named("f1", "f2", "f3", "f4")),
        ({"published_from": date(2026, 6, 4)}, set()),
        ({"published_to": date(2026, 5, 4), "source": "Ana Téllez"}, named("b2", "b3")),
        ({"published_from": date(1980, 1, 1), "published_to": date(2040, 1, 1), "act": Act.URGE}, named("f4")),
        ({"said_from": date(2026, 6, 1)}, named("f1", "f3")),
        ({"said_from": date(2026, 6, 3)}, named("f3")),
        ({"said_to": date(2026, 6, 1)}, named("b1", "f3")),
        ({"said_from": date(2026, 5, 5), "said_to": date(2026, 5, 31)}, set()),
        ({"with_figures": True, "publisher": "Port Ellis Courier"}, named("f3")),
        ({"anonymous": True}, named("b5", "f4")),
        ({"anonymous": False, "with_figures": True}, named("b4", "f3")),
    ],
)
def test_filters_narrow_it_down(view: View, asked: dict[str, Any], expected: set[str]) -> None:
    assert set(ids(view.find("", Asked(**asked)).items)) == expected
    assert {told.statement.id for told in view.statements(Asked(**asked))} == expected


def test_words_and_filters_go_together(view: View) -> None:
    assert ids(
        view.find("bridge", Asked(publisher="Norda News", anonymous=None, said_from=date(2026, 1, 1))).items
    ) == ["bridge-1-s1"]
    assert ids(view.find("rained", Asked(publisher="Norda News")).items) == []


def test_the_words_are_marked_in_their_sentence(view: View) -> None:
    (found,) = view.find('"swing bridge" neglect').items
    assert found.passage is not None
    assert found.passage.words.endswith("had been neglected.")
    assert [mark.of(found.passage.words) for mark in found.passage.marks] == ["swing bridge", "neglected"]
    assert found.passage.span.of(FERRY.documents[0].text) == found.passage.words
    assert found.told is not None
    assert found.told.source is not None
    assert found.told.source.name == "Ilse Brandt"


def plain(number: int, *contents: str, url: str | None = None) -> Ledger:
    """A report of one statement for each of ``contents``, by one source."""
    text = "\n\n".join(contents)
    id = f"plain-{number}"
    source = Source(f"{id}-who", "Nadia Bloem")
    made, at = [], 0
    for place, content in enumerate(contents):
        spans = Spans((), (), (Span(at, at + len(content)),))
        made.append(Statement(f"{id}-{place}", id, source.id, (), spans, (), Mode.INDIRECT, 0.9))
        at += len(content) + 2
    return Ledger((Document(id, text, url=url),), (source,), tuple(made))


def test_the_best_come_first_and_the_newest_of_equals(store: Store) -> None:
    writer = Writer(store)
    writer.add(plain(1, "cranes, cranes and more cranes", "a crane", "a crane " + "and then some " * 12), reader="1")
    writer.add(plain(2, "a crane", "no bird"), reader="1")
    assert ids(View(store).find("crane").items) == ["plain-1-0", "plain-2-0", "plain-1-1", "plain-1-2"]


def test_pages_do_not_move(store: Store) -> None:
    writer, view, numbers = Writer(store), View(store), count(1)
    for _ in range(5):
        writer.add(plain(next(numbers), "one ferry sails", "the ferry waits " * 3, "ferry"), reader="1")
    whole = ids(view.find("ferry", limit=100).items)
    page = view.find("ferry", limit=4)
    seen = ids(page.items)
    while page.after:
        writer.add(plain(next(numbers), "ferry ferry ferry", "ferry", "one ferry sails"), reader="1")
        page = view.find("ferry", limit=4, after=page.after)
        seen += ids(page.items)
    assert seen == whole
    assert len(view.find("ferry", limit=100).items) == len(whole) + 9


def test_more_than_a_window_is_found_once_each(store: Store) -> None:
    writer, view = Writer(store), View(store)
    writer.add(plain(1, *(f"crane number {n} lifts" for n in range(WINDOW + 30))), reader="1")
    page, seen = view.find("crane", limit=400), []
    seen += ids(page.items)
    while page.after:
        page = view.find("crane", limit=400, after=page.after)
        seen += ids(page.items)
    assert len(seen) == len(set(seen)) == WINDOW + 30
    assert ids(view.find("crane 7").items) == ["plain-1-7"]


def test_what_is_not_shown_any_more_is_not_found(store: Store, writer: Writer) -> None:
    writer.add(plain(1, "the dyke holds", url="https://a.example/"), reader="1")
    writer.add(plain(1, "the dyke broke", url="https://a.example/"), reader="1")
    writer.add(replace(plain(1, "the dyke broke", url="https://a.example/"), statements=()), reader="2")
    view = View(store)
    assert ids(view.find("dyke").items) == ["plain-1#2"]
    assert list(view.sources()) == []
    for day, expected in ((1, []), (2, ["plain-1-0"]), (4, ["plain-1-0"]), (5, ["plain-1#2"])):
        then = View(store, as_of=_DAYS[day - 1])
        assert ids(then.find("dyke").items) == expected
        assert len(list(then.statements())) == (1 if expected == ["plain-1-0"] else 0)
    assert [told.words for told in View(store, as_of=_DAYS[3]).statements()] == ["the dyke broke"]


def test_an_older_version_that_is_read_again_is_not_shown(store: Store) -> None:
    writer, url = Writer(store), "https://a.example/"
    writer.add(plain(1, "the dyke holds", url=url), reader="1")
    writer.add(plain(1, "the dyke broke", url=url), reader="1")
    writer.add(plain(1, "the dyke holds", url=url), reader="2")
    assert [told.words for told in View(store).statements()] == ["the dyke broke"]


def test_sources_come_by_name_in_pages(view: View) -> None:
    every = list(view.sources())
    names = [credited.source.name for credited in every]
    assert names[:3] == ["Ana Téllez", "the harbour board", "Ilse Brandt"]
    assert (every[0].documents, every[0].statements) == (2, 3)
    assert every[0].source.id == "engineer-2"
    assert list(view.sources(after=view.place_of(every[1]), limit=2)) == every[2:4]
    assert [replace(one, place="") for one in every] == [view.source(name) for name in names]


def test_a_source_is_known_by_name_and_id(view: View) -> None:
    assert view.source("ana tellez").statements == 3
    assert view.source("engineer").statements == 2


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("Nobody", "hearsay sources lists who is"),
        ("téllez", "do you mean 'Ana Téllez'?"),
        ("%", "hearsay sources lists who is"),
        ("ez", "hearsay sources lists who is"),
    ],
)
def test_who_has_the_words_in_their_name_is_proposed(view: View, name: str, advice: str) -> None:
    with pytest.raises(UsageError, match=f"nobody is credited as '{name}'") as raised:
        view.source(name)
    assert raised.value.advice == advice


def test_all_that_a_source_said_comes_over_time(view: View) -> None:
    every = view.said_by("Ana Téllez")
    assert [told.statement.id for told in every.items] == ["bridge-1-s2", "bridge-1-s3", "ferry-1-s3"]
    assert every.after is None
    page = view.said_by("Ana Téllez", limit=2)
    assert page.after is not None
    rest = view.said_by("Ana Téllez", limit=2, after=page.after)
    assert page.items + rest.items == every.items
    assert rest.after is None


def test_the_versions_of_a_report_are_listed(store: Store) -> None:
    writer, url = Writer(store), "https://a.example/"
    for words in ("one", "two"):
        writer.add(plain(1, words, url=url), reader="1")
    assert [kept.document.id for kept in View(store).versions("plain-1#2")] == ["plain-1", "plain-1#2"]


@pytest.mark.parametrize("cursor", ["", "x", "1-2-3-4-5-6-7", "f" * 16 + "-0" * 6, "0-0-0-9-0-0-0", "½"])
def test_a_cursor_of_another_search_is_told(view: View, cursor: str) -> None:
    if not cursor:
        cursor = view.find("the", limit=1).after or ""
    with pytest.raises(UsageError, match="is no cursor of this search"):
        view.find("bridge", after=cursor)
    with pytest.raises(UsageError, match="is no cursor of this search"):
        view.said_by("Ana Téllez", after=cursor)


@given(st.text(st.characters() | st.sampled_from("\"“”'-*():^={}&|!<>\\\0 \ud800NEARANDORNOT"), max_size=40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_safe(view: View, words: str) -> None:
    for asked in (Asked(), Asked(source=words, party=words), Asked(publisher=words, document=words)):
        view.find(f"{words} bridge", asked)
        view.find(f"bridge -{words}", asked)
    view.said_by(words)
    for ask in (view.document, view.statement, view.source):
        with suppress(UsageError):
            ask(words)
    assert view.versions(words) == []


@pytest.mark.parametrize(
    "words", ["NEAR(bridge swing)", "bridge*", "text:bridge", "^bridge", "bridge OR zebra", "a=deny"]
)
def test_no_word_is_a_command(view: View, words: str) -> None:
    found = set(ids(view.find(words).items))
    assert found == (named("b1", "b8", "f1", "f4") if words in ("bridge*", "^bridge") else set())


def test_too_many_words_are_told() -> None:
    from hearsay.ledger.query import parsed

    with pytest.raises(UsageError, match="more than 60 words"):
        parsed(" ".join(f"w{n}" for n in range(61)))
