"""Saying of two sources that they are one, are not, or that it cannot be told; what contradicts is refused."""

from sqlalchemy import Connection, select

from hearsay.errors import UsageError
from hearsay.ledger.anchor import quote
from hearsay.ledger.judged import judgements
from hearsay.ledger.merge import merge
from hearsay.ledger.named import named_row
from hearsay.ledger.restate import OTHER, TARGET
from hearsay.ledger.same import Identities, Judgement
from hearsay.ledger.schema import documents, readings, statements
from hearsay.ledger.seek import Found, source_of
from hearsay.ledger.written import Author, Draft, write, write_placement
from hearsay.records.correction import Anchor, Correction, CorrectionKind, Quote
from hearsay.records.span import Span

_SAID = {CorrectionKind.SAME: "are the same", CorrectionKind.NOT_SAME: "are not the same"}


def judge(
    connection: Connection, kind: CorrectionKind, *, ids: tuple[str, str], author: Author, despite_anonymity: bool
) -> int:
    """Write the judgement; gives its number. Raises UsageError where it says nothing, or contradicts an earlier one."""
    target, other = (source_of(connection, id) for id in ids)
    if target.end.itself == other.end.itself:
        raise UsageError("both ids name the same source", advice="give two")
    before = judgements(connection, None)
    known = Identities.of(before)
    _refuse_known(kind, target, other=other, before=before)
    if kind is CorrectionKind.SAME:
        _refuse_same(connection, target, other=other, known=known, despite_anonymity=despite_anonymity)
    draft = Draft(
        kind,
        target.end.source.id,
        target.lineage,
        value={TARGET: named_row(target.end.source), OTHER: named_row(other.end.source)},
        anchor=Anchor(target.document, _credits(connection, target, other=other)),
        other=other.end.source.id,
        other_lineage=other.lineage,
    )
    number, _ = write(connection, draft, author=author)
    for found, end in ((target, TARGET), (other, OTHER)):
        write_placement(connection, number, reading=found.end.reading, entry=found.end.source.id, end=end)
    refuse_conflicts(connection, known)
    return number


def refuse_conflicts(connection: Connection, before: Identities) -> None:
    """Raise UsageError, naming the earlier judgement, where what has been written contradicts one.

    ``before`` is who was one with whom until then.
    """
    held = {(c.same.number, c.apart.number) for c in before.conflicts}
    for conflict in Identities.of(judgements(connection, None)).conflicts:
        if (conflict.same.number, conflict.apart.number) not in held:
            raise _contradicted(min(conflict.same, conflict.apart, key=lambda j: j.number).correction)


def _refuse_known(kind: CorrectionKind, target: Found, *, other: Found, before: list[Judgement]) -> None:
    pair = frozenset((target.end.itself, other.end.itself))
    latest = next((j.correction for j in reversed(before) if j.pair == pair), None)
    if latest is None or kind is CorrectionKind.UNSURE or latest.kind is CorrectionKind.UNSURE:
        if latest is not None and latest.kind is kind:
            raise _known(latest)
        return
    raise _known(latest) if latest.kind is kind else _contradicted(latest)


def _refuse_same(
    connection: Connection, target: Found, *, other: Found, known: Identities, despite_anonymity: bool
) -> None:
    if known.are_one(target.end, other.end):
        raise UsageError(
            f"{target.end.source.name} and {other.end.source.name} are one already", advice="nothing has been written"
        )
    if despite_anonymity:
        return
    if merge(connection, None, ends=(target.end, other.end), known=known).mixes_anonymous:
        raise UsageError(
            f"somebody who is not named would be one with somebody who is: {target.end.source.name}, "
            f"{other.end.source.name}",
            advice="say --despite-anonymity if you know who it was",
        )


def _known(correction: Correction) -> UsageError:
    return UsageError(f"that has been said: {correction.id} by {correction.by}", advice="nothing has been written")


def _contradicted(earlier: Correction) -> UsageError:
    names = [row["name"] for row in earlier.value.values() if isinstance(row, dict)]
    said = f"{' and '.join(names)} {_SAID[earlier.kind]}"
    return UsageError(
        f"it contradicts {earlier.id}: {earlier.by} said on {earlier.recorded[:10]} that {said}",
        advice=f"hearsay undo {earlier.id} first, if that is wrong",
    )


def _credits(connection: Connection, target: Found, *, other: Found) -> dict[str, tuple[Quote, ...]]:
    found = {TARGET: _credit(connection, target), OTHER: _credit(connection, other)}
    return {end: quotes for end, quotes in found.items() if quotes}


def _credit(connection: Connection, found: Found) -> tuple[Quote, ...]:
    """The words that first credit the source in its report."""
    query = (
        select(statements.c.spans, documents.c.text)
        .join(readings, readings.c.number == statements.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(statements.c.reading == found.end.reading, statements.c.source == found.end.source.id)
        .order_by(statements.c.number)
    )
    for spans, text in connection.execute(query):
        named = [Span(start, end) for role, start, end, _ in spans if role == "source"]
        if named:
            return tuple(quote(text, span) for span in named)
    return ()
