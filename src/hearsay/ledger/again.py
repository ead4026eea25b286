"""Corrections in a reading that is new: what each is about there, found again by its words."""

from typing import Any, cast

from sqlalchemy import Connection, insert, select

from hearsay.ledger import filing, rows
from hearsay.ledger.added import added_statement
from hearsay.ledger.anchor import place
from hearsay.ledger.held import Held, held
from hearsay.ledger.match import figure_at, is_whole, placed, source_in, statement_at
from hearsay.ledger.named import named_of
from hearsay.ledger.restate import OTHER, TARGET, Cause, Namer, counted_in, restate, stated
from hearsay.ledger.schema import corrections, placements
from hearsay.ledger.standing import JUDGEMENTS, OF_FIGURES, OF_REPORTS, about_report, holding, recorded
from hearsay.records.correction import Correction, CorrectionKind


def place_again(connection: Connection, reading: int, *, at: str) -> None:
    """Find what the corrections of a report are about in a new reading of it, and apply those that hold.

    What cannot be found again has a placement without an entry: it waits for a person.
    """
    here = held(connection, reading)
    found = recorded(connection, None, about_report(here.lineage))
    if not found:
        return
    here = _with_added(connection, here, found=found, at=at)
    lines = connection.execute(
        select(corrections.c.number, corrections.c.lineage, corrections.c.other_lineage).where(
            about_report(here.lineage), corrections.c.undoes.is_(None), corrections.c.kind.not_in(OF_REPORTS)
        )
    )
    made: dict[tuple[int, str], str | None] = {}
    for number, lineage, other_lineage in lines:
        if lineage == here.lineage:
            made[number, TARGET] = _target(here, found[number])
        if other_lineage == here.lineage:
            made[number, OTHER] = _end(here, found[number], end=OTHER)
    # One that would now contradict what another says of the same figure is for a person to judge.
    targets = {number: entry for (number, end), entry in made.items() if end == TARGET}
    namer = Namer(connection, here, correction=max(found))
    standing = {n: c for n, c in holding(found).items() if n in targets}
    clashing = {c.id for c in stated(here, standing, entry_of=targets, named=namer).clashes}
    for (number, end), entry in made.items():
        row = {
            "correction": number,
            "reading": reading,
            "end": end,
            "entry": None if found[number].id in clashing else entry,
            "moot": entry is None and _is_moot(here, found[number]),
        }
        connection.execute(insert(placements), row)
    restate(connection, reading, cause=Cause(max(found), at))


def _with_added(connection: Connection, here: Held, *, found: dict[int, Correction], at: str) -> Held:
    """The reading with the statements that were added to the report, where all of their words are found again."""
    for number, correction in found.items():
        if correction.kind is CorrectionKind.ADD and correction.anchor is not None:
            spans = placed(correction.anchor, here.text)
            # What the reader now finds by itself, to the letter, needs no row of its own.
            if is_whole(correction.anchor, spans) and correction.target not in here.read.statements:
                add_to(connection, here, number=number, correction=correction, at=at)
    return held(connection, here.number)


def add_to(connection: Connection, here: Held, *, number: int, correction: Correction, at: str) -> None:
    """Write a statement that an analyst added into a reading that holds its words."""
    namer = Namer(connection, here, correction=number)
    statement = added_statement(correction, here, named=namer)
    inside = sum(any(c.holds(f.span) for c in statement.spans.content) for f in here.read.figures.values())
    row = rows.statement_row(statement, here.text, figures=inside)
    more = {"hidden": None, "origin": None, "revision": 0, "correction": number, "corrected": at}
    filing.add_statements(connection, [row | more], reading=here.number)


def _target(here: Held, correction: Correction) -> str | None:
    """The id in the reading of what a correction is about."""
    if correction.anchor is None:
        return None
    if correction.kind in (*JUDGEMENTS, *OF_FIGURES):
        return _end(here, correction, end=TARGET)
    found = placed(correction.anchor, here.text)
    if correction.kind is CorrectionKind.FIGURE:
        known = correction.value.get("counted") is None or counted_in(correction, here.text) is not None
        return figure_at(found, here.read.figures.values()) if known else None
    if correction.kind is CorrectionKind.ADD:
        if correction.target not in here.read.statements:
            return None
        return statement_at(found, here.by_reader(), by_cue=True) or correction.target
    if correction.target in here.added:
        return correction.target
    return statement_at(found, here.by_reader())


def _end(here: Held, correction: Correction, *, end: str) -> str | None:
    """The id in the reading of one of the two that a correction is about."""
    if correction.kind not in OF_FIGURES:
        return _source(here, correction, end=end)
    quotes = correction.anchor.quotes.get(end, ()) if correction.anchor else ()
    found = tuple(span for span in (place(quoted, here.text) for quoted in quotes) if span)
    return figure_at({"span": found}, here.read.figures.values())


def _source(here: Held, correction: Correction, *, end: str) -> str | None:
    named = named_of(cast("dict[str, Any]", correction.value[end]))
    quotes = correction.anchor.quotes.get(end, ()) if correction.anchor else ()
    credit = tuple(span for span in (place(quoted, here.text) for quoted in quotes) if span)
    read = here.read.statements.values()
    return source_in(named, credit, sources=list(here.sources.values()), statements=read)


def _is_moot(here: Held, correction: Correction) -> bool:
    """Whether the reader no longer finds what an analyst rejected, though its words are still there."""
    if correction.kind is not CorrectionKind.REJECT or correction.anchor is None:
        return False
    return is_whole(correction.anchor, placed(correction.anchor, here.text))
