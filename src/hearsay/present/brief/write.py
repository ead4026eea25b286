"""Writing a brief from a story: what is in dispute first, then what is agreed, who holds what, what is to come.

However large a story is, a brief has at most so many lines of each kind; what was left out is counted at its end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from hearsay.normalise.edtf_words import day as day_in_words
from hearsay.normalise.edtf_words import short
from hearsay.present.brief.brief import Brief, Line, Part, Section, Side
from hearsay.present.brief.references import References
from hearsay.present.clean import one_line
from hearsay.present.plot.party import Parties, parties
from hearsay.present.plot.plot import Plot, Row, numbers, plot
from hearsay.present.story import expected
from hearsay.present.story.questions import questions, whole
from hearsay.present.story.reasons import reasons
from hearsay.present.story.told import by_party, manner
from hearsay.present.story.wording import carried, cut, rests_on, spoken
from hearsay.present.words import counted
from hearsay.records.account import Account, Relation
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.story import Asked, Awaited, Change, Denial, Said, State, Story

_DISPUTES = 3
_ROWS = 6
_DRAWN = 2
"""Disputes with a picture: more would take a third page."""
_REASONS = 2
_AGREED = 5
_DENIALS = 2
_PARTIES = 4
_POSITIONS = 2
_AWAITED = 6
_CHANGES = 6
_MOST_BEHIND = 3
"""References of one change."""
_POSITION = 110
"""Characters of one position."""


@dataclass(slots=True)
class _Writing:
    story: Story
    parties: Parties
    references: References = field(default_factory=References)
    left: list[str] = field(default_factory=list)

    def leave(self, count: int, what: str, *, several: str = "") -> None:
        """Remember that there was no room for something; ``several`` is its plural where that takes more than an s."""
        if count > 0:
            self.left.append(f"{count:,} {several}" if several and count > 1 else counted(count, what))


def brief(story: Story, *, day: date, changes: Sequence[Change] = (), since: str = "") -> Brief:
    """The brief of ``story`` as of ``day``; with ``changes``, those since ``since`` (in words) come first."""
    writing = _Writing(story, parties(story))
    sections = [
        *_changed(writing, changes, since=since),
        *_disputed(writing),
        *_agreed(writing),
        *_denied(writing),
        *_awaited(writing),
    ]
    sides = _sides(writing)
    return Brief(
        title=one_line(story.title),
        head=f"{rests_on(story)} · as of {day_in_words(day)}",
        sections=tuple(sections),
        sides=tuple(sides),
        references=tuple(writing.references.found),
        left_out=f"Left out: {', '.join(writing.left)}." if writing.left else "",
    )


def _changed(writing: _Writing, changes: Sequence[Change], *, since: str) -> list[Section]:
    documents = {report.document.id: report.document for report in writing.story.reports}
    lines: list[Line] = []
    for change in changes:
        behind = [documents[id] for id in change.documents if id in documents]
        if behind and len(lines) < _CHANGES:
            says = one_line(change.says)
            stop = "" if says.endswith((".", "…", "?", "!", "”")) else "."
            lines.append((Part(says + stop, _behind(change, behind, writing=writing)),))
    writing.leave(len(changes) - len(lines) if since else 0, "change")
    return [Section(f"Since {since}", tuple(lines))] if lines else []


def _behind(change: Change, documents: Sequence[Document], *, writing: _Writing) -> tuple[int, ...]:
    """The references of a change: each of its quotations where it stands, else the beginning of its first report."""
    found = [
        writing.references.place(document, Span(at, at + 1))
        for said in change.words
        for document in documents
        if (at := document.text.find(said)) >= 0
    ]
    return tuple(sorted(set(found[:_MOST_BEHIND]))) or (writing.references.place(documents[0], Span(0, 1)),)


def _disputed(writing: _Writing) -> list[Section]:
    found = questions(writing.story).disputed
    shown = found[:_DISPUTES]
    sections = []
    for place, asked in enumerate(shown):
        drawn = plot(asked, writing.parties, most=_ROWS)
        accounts = tuple(_account(row, writing) for row in drawn.rows)
        sections.append(
            Section(
                title=f"Disputed: {_label(writing.story, asked)}",
                lines=tuple(_conflicts(drawn, writing)),
                plot=drawn,
                accounts=accounts,
                is_drawn=place < _DRAWN,
            )
        )
    writing.leave(len(found) - len(shown), "question in dispute", several="questions in dispute")
    return sections


def _conflicts(drawn: Plot, writing: _Writing) -> Iterator[Line]:
    """Why accounts cannot both be true, with the references of both."""
    found = [one for one in reasons(drawn) if one.relation is Relation.CONFLICTS and one.overruled is None and one.rows]
    for reason in found[:_REASONS]:
        ends = {id for judgement in reason.judgements for id in (judgement.one, judgement.other)}
        behind = {writing.references.given(row.account.strongest) for row in drawn.rows if row.account.id in ends}
        yield (Part(f"Cannot both be true ({reason.rows}): {reason.says}", tuple(sorted(behind))),)


def _account(row: Row, writing: _Writing) -> Line:
    """An account as a line: what is given, by whom, when, through whom, on how much it rests."""
    party = row.style.name if row.style.number >= 0 and row.style.name != row.who else ""
    statement = row.account.strongest.statement
    parts = [
        row.who,
        party,
        "not named" if row.is_unnamed else "",
        str(statement.certainty) if row.is_hedged and statement is not None else "",
        row.said,
        f"through {row.via}" if row.via else "",
        f"in place of {row.before}" if row.before is not None else "",
        carried(row.account),
    ]
    number = writing.references.given(row.account.strongest)
    return (
        Part(f"{row.number}. {row.amount}", is_strong=True),
        Part(f": {', '.join(part for part in parts if part)}", (number,)),
    )


def _agreed(writing: _Writing) -> list[Section]:
    found = questions(writing.story).agreed
    lines: list[Line] = []
    for asked in found[:_AGREED]:
        if writing.references.is_full:
            break
        drawn: Plot = plot(asked, writing.parties, most=3)
        parts = [Part(f"{_label(writing.story, asked)}: ", is_strong=True)]
        for row in drawn.rows:
            lead = "" if row.number == 1 else "; "
            words = f"{lead}{row.amount}, {', '.join(part for part in (row.who, row.said) if part)}"
            parts.append(Part(words, (writing.references.given(row.account.strongest),)))
        lines.append((*parts, Part(". They agree." if _agree(asked, [row.account for row in drawn.rows]) else ".")))
    writing.leave(len(found) - len(lines), "agreed question")
    return [Section("Not in dispute", tuple(lines))] if lines else []


def _agree(asked: Asked, accounts: Sequence[Account]) -> bool:
    """Whether each of the accounts has been found to agree with another of them, and all so with one another."""
    left = {account.id for account in accounts}
    found = {accounts[0].id} if accounts else set()
    met = [{j.one, j.other} for j in asked.judgements if j.relation in (Relation.AGREES, Relation.REFINES)]
    while more := {id for pair in met if pair & found for id in pair & left} - found:
        found |= more
    return len(accounts) > 1 and found == left


def _denied(writing: _Writing) -> list[Section]:
    found = [denial for denial in writing.story.denials if denial.judgement.overruled is None]
    lines = [_denial(denial, writing) for denial in found[:_DENIALS] if not writing.references.is_full]
    writing.leave(len(found) - len(lines), "denial")
    return [Section("Denied", tuple(lines))] if lines else []


def _denial(denial: Denial, writing: _Writing) -> Line:
    one, other = denial.affirmed, denial.denial
    denied = spoken(other, longest=_POSITION).removeprefix("denies: ")
    return (
        Part(f"{_who(one)}: {spoken(one, longest=_POSITION)}", (writing.references.said(one),)),
        Part(f"; {_who(other)} denies: {denied}", (writing.references.said(other),)),
    )


def _sides(writing: _Writing) -> list[Side]:
    found = by_party(writing.story)
    sides: list[Side] = []
    for party, told in found.items():
        if len(sides) >= _PARTIES or writing.references.is_full:
            break
        sides.append(Side(one_line(party), tuple(_position(one.said, writing) for one in told[:_POSITIONS])))
    writing.leave(len(found) - len(sides), "party", several="parties")
    return sides


def _position(said: Said, writing: _Writing) -> Line:
    note = manner(said)
    words = f"{_who(said)}: {spoken(said, longest=_POSITION)}{f' ({note})' if note else ''}"
    return (Part(words, (writing.references.said(said),)),)


def _awaited(writing: _Writing) -> list[Section]:
    found = expected.awaited(writing.story)
    lines = [_expectation(one, writing) for one in found[:_AWAITED] if not writing.references.is_full]
    writing.leave(len(found) - len(lines), "expectation")
    return [Section("To expect", tuple(lines))] if lines else []


def _expectation(one: Awaited, writing: _Writing) -> Line:
    who = one_line(one.source.name) if one.source is not None else "the report itself"
    words = f": {cut(expected.what(one), _POSITION)} ({who})"
    parts = [
        Part(f"{short(one.expectation.due)}", is_strong=True),
        Part(words, (writing.references.place(one.document, one.expectation.what),)),
    ]
    if one.state is State.OVERDUE:
        parts.append(Part(" Overdue.", is_strong=True))
    elif one.outcome is not None:
        parts.append(Part(f" {str(one.state).capitalize()}.", (writing.references.said(one.outcome),)))
    return tuple(parts)


def _who(said: Said) -> str:
    return one_line(said.source.name) if said.source is not None else "A source not told"


def _label(story: Story, asked: Asked) -> str:
    part = whole(story, asked)
    return one_line(f"{asked.label} (part of: {part})" if part else asked.label)


def span_of(found: Sequence[int]) -> str:
    """The numbers of references as they are written: "[1–3, 5]"."""
    return f"[{numbers(found)}]" if found else ""
