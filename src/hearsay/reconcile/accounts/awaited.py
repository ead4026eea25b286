"""What is expected and how it stands, as of a day: to come, due, overdue, or what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from hearsay.normalise.when.period import ends
from hearsay.reconcile.accounts.outcome import Later, Outcome
from hearsay.reconcile.accounts.wording import telling
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.source import Source
from hearsay.records.story import Awaited, Said, State

_ONE = 0.6
"""The least share of the shorter one's words that two wordings of one expectation with one due time have in common."""


def awaited(
    expected: Sequence[tuple[Expectation, Document]],
    said: Sequence[Said],
    *,
    day: date,
    known: Mapping[str, Source] | None = None,
) -> tuple[Awaited, ...]:
    """How each thing expected stands at the end of ``day``, by when it is due.

    ``expected``: with their reports, in the order of recording; what several reports expect is told once, the others
    in ``also``. ``said``: the story's statements. ``known``: the story's source for each of the reports'. The outcome
    is a later statement; where a report tells it in its own voice, the reason has its words.
    """
    if not expected:
        return ()
    documents = {d.id: d for d in (*(one.document for one in said), *(document for _, document in expected))}
    later = Later(sorted(documents.values(), key=lambda d: (d.published or "~", d.id)))
    found = []
    for same in _folded(expected):
        expectation, document = same[0]
        what = expectation.what.of(document.text)
        source = (known or {}).get(expectation.source) if expectation.source is not None else None
        by = source.name if source is not None else ""
        outcome = later.outcome(what, expectation.due, by=by, after=document, day=day)
        state, reason = _stands(expectation.due, day) if outcome is None else (outcome.state, _told(outcome))
        found.append(
            Awaited(
                expectation=expectation,
                document=document,
                source=source,
                state=state,
                outcome=_statement(outcome, said) if outcome is not None else None,
                reason=reason,
                also=tuple(other for other, _ in same[1:]),
            )
        )
    return tuple(sorted(found, key=lambda one: (_last(one.expectation.due), one.expectation.id)))


def _folded(expected: Sequence[tuple[Expectation, Document]]) -> list[list[tuple[Expectation, Document]]]:
    """What several reports expect, together: one due time, and words in common."""
    groups: dict[tuple[date | None, date | None], list[list[tuple[Expectation, Document]]]] = {}
    for expectation, document in expected:
        words = telling(expectation.what.of(document.text))
        alike = groups.setdefault(ends(expectation.due), [])
        for group in alike:
            first, where = group[0]
            other = telling(first.what.of(where.text))
            if words and other and len(words & other) >= _ONE * min(len(words), len(other)):
                group.append((expectation, document))
                break
        else:
            alike.append([(expectation, document)])
    return [group for alike in groups.values() for group in alike]


def _stands(due: str, day: date) -> tuple[State, str]:
    """The state by the calendar alone."""
    first, last = ends(due)
    if last is not None and day > last:
        return State.OVERDUE, f"due {due}; no later report of the story tells what came of it"
    if first is None:
        first = last
    if first is not None and day >= first:
        return State.DUE, f"due {due}"
    return State.TO_COME, f"due {due}"


def _told(outcome: Outcome) -> str:
    words = " ".join(outcome.span.of(outcome.document.text).split())
    return f'{outcome.document.publisher or outcome.document.id}: "{words}"'


def _statement(outcome: Outcome, said: Sequence[Said]) -> Said | None:
    """The statement within the sentence that tells what came of it."""
    span = outcome.span
    for one in said:
        if one.document.id == outcome.document.id and any(
            piece.start < span.end and span.start < piece.end for piece in one.statement.spans.content
        ):
            return one
    return None


def _last(due: str) -> str:
    first, last = ends(due)
    return (last or first or date.max).isoformat()
