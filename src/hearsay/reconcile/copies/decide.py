"""Whether a document carries the account of another one, and what of the others it quotes.

Likeness alone is no proof of who had it first. Of two documents that carry one account the first is the one whose
publisher the other credits, else the fuller one where the other is a cut reprint of something else, else the earlier.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hearsay.reconcile.copies.compare import Comparison, Piece
from hearsay.reconcile.copies.credit import credits, is_credited_elsewhere, mentions
from hearsay.records.copying import Copy, CopyKind, Filed

SAME = 0.45
"""The share of words, of either document, from which two carry one account. Set between the least of the shared
stories' copies (0.52 of the shorter, in a report by staff and agencies) and the pairs of AQUAINT that only share
background (0.42 and below); unrelated reports of PolNeAR reach 0.23."""
CREDITED = 0.35
"""As SAME, where one of the two credits the other's publisher; it must only bar two reports that share background."""
OWN = 0.3
"""The share of its words from which a report that holds all of another one is an extended copy of it. Below, it is a
report of its own that quotes it."""
TOLD = 0.35
"""As SAME, for the words outside quotation marks: reports of one speech share the speech."""
LEAST = 30
"""Words outside quotation marks that a copy must share: notes of a line or two, and two reports that hold little more
than one speech, are not held to be one."""
ALIKE = 0.95
"""The share from which two documents are one text, of whatever words."""
ALIKE_LEAST = 15
"""Words below which even one text says too little: "No comment."."""
WHOLE = 0.8
"""The share from which a document is all there; the shared stories' lightly edited reprints have 0.88 and more."""
CUT = 0.6
"""The share of the other's words below which a reprint is cut, and the later but fuller one is nearer to the origin."""
QUOTED = 40
"""Words outside quotation marks that a report shares with another when it quotes it at length; on PolNeAR, what shares
less are descriptions of the same law or office."""
NAMED = 15
"""The same where it names the other's publisher."""
COMMON = 3
"""Reports, none a copy of another, that may share a paragraph before it counts as nobody's: a notice, a background."""

Said = Mapping[tuple[str, str], bool]
"""What analysts have said: (lineage, lineage of its origin) -> whether the one is a copy of the other."""
Compare = Callable[[Filed, Filed], Comparison]
"""Gives what of the first document stands in the second."""


def decide(one: Filed, others: Sequence[Filed], *, copies: Iterable[int], compare: Compare, said: Said) -> list[Copy]:
    """What holds of a document: at most one copy, first, and what it quotes; ``copies`` are no origins themselves.

    ``others`` are the documents that may share something with it, versions of its own report left out.
    """
    barred = set(copies)
    made: list[Copy] = []
    origin = _origin([o for o in others if o.number not in barred], one=one, compare=compare, said=said)
    if origin is not None:
        made.append(_copy(one, origin, compare=compare, said=said))
    rest = [o for o in others if _word(one, o, said=said) is None and not is_same(one, o, compare=compare, said=said)]
    return [*made, *_quoted(one, rest, barred=barred, compare=compare, copy=made[0] if made else None)]


def is_same(one: Filed, other: Filed, *, compare: Compare, said: Said) -> bool:
    """Whether two documents carry one account, whichever had it first."""
    word = _word(one, other, said=said)
    if word is not None:
        return word
    here = compare(one, other)
    if here.share < OWN:
        return False
    there = compare(other, one)
    if min(here.share, there.share) >= ALIKE and here.words >= ALIKE_LEAST:
        return True
    if sum(piece.told for piece in here.carried) < LEAST:
        return False
    a, b = one.document, other.document
    is_credited = credits(a, b.publisher) or credits(b, a.publisher)
    same, told = (CREDITED, CREDITED) if is_credited else (SAME, TOLD)
    return any(side.share >= same and side.told_share >= told for side in (here, there))


def is_first(other: Filed, one: Filed, *, compare: Compare, said: Said) -> bool:
    """Whether of two documents that carry one account, ``other`` is the one that had it first."""
    if said.get((one.lineage, other.lineage)) or said.get((other.lineage, one.lineage)):
        return bool(said.get((one.lineage, other.lineage)))
    a, b = other.document, one.document
    mine, theirs = credits(b, a.publisher), credits(a, b.publisher)
    if mine != theirs:
        return mine
    here, there = compare(one, other), compare(other, one)
    if here.share >= WHOLE and here.words < CUT * there.words and is_credited_elsewhere(b):
        return True
    if there.share >= WHOLE and there.words < CUT * here.words and is_credited_elsewhere(a):
        return False
    earlier = _earlier(a.published, b.published)
    if earlier is not None:
        return earlier
    return (-there.words, a.id) < (-here.words, b.id)


def _origin(others: Sequence[Filed], *, one: Filed, compare: Compare, said: Said) -> Filed | None:
    """The document whose account this one carries: an analyst's, else the credited, else the one with most of it."""
    found = [
        o
        for o in others
        if is_same(one, o, compare=compare, said=said) and is_first(o, one, compare=compare, said=said)
    ]
    newest: dict[str, Filed] = {}
    for o in found:
        newest[o.lineage] = max(newest.get(o.lineage, o), o, key=lambda filed: filed.version)

    def rank(o: Filed) -> tuple[bool, bool, float, str, str]:
        credited = credits(one.document, o.document.publisher)
        share = round(compare(one, o).share, 1)
        return not _word(one, o, said=said), not credited, -share, o.document.published or "~", o.document.id

    return min(newest.values(), key=rank, default=None)


def _copy(one: Filed, origin: Filed, *, compare: Compare, said: Said) -> Copy:
    here, there = compare(one, origin), compare(origin, one)
    kind = CopyKind.EXTENDED
    if here.share >= WHOLE:
        kind = CopyKind.WHOLE if there.share >= WHOLE else CopyKind.CUT
    if _word(one, origin, said=said):
        reason = "an analyst says so"
    else:
        reason = f"{here.share:.0%} of its words stand in the other report, and {there.share:.0%} of that one's in it"
        if credits(one.document, origin.document.publisher):
            reason += f"; it credits {origin.document.publisher}"
    passages = tuple(piece.passage for piece in here.pieces)
    return Copy(one.document.id, origin.document.id, kind, round(here.share, 4), passages, reason)


@dataclass(frozen=True, slots=True)
class _Held:
    """A piece of a document that another one has too."""

    other: Filed
    piece: Piece


def _quoted(
    one: Filed, others: Sequence[Filed], *, barred: set[int], compare: Compare, copy: Copy | None
) -> Iterable[Copy]:
    """What a document quotes at length, each piece of the first report that has it."""
    taken = [passage.here for passage in copy.passages] if copy else []
    held = [
        _Held(other, piece)
        for other in sorted(others, key=lambda o: (o.number in barred, o.document.published or "~", o.document.id))
        for piece in compare(one, other).carried
        if not any(span.overlaps(piece.passage.here) for span in taken)
    ]
    chosen: dict[int, list[_Held]] = {}
    spans = list(taken)
    for each in held:
        here = each.piece.passage.here
        carriers = {
            h.other.lineage for h in held if h.piece.passage.here.overlaps(here) and h.other.number not in barred
        }
        if len(carriers) >= COMMON or any(span.overlaps(here) for span in spans):
            continue
        if _may_quote(one, each.other):
            chosen.setdefault(each.other.number, []).append(each)
            spans.append(here)
    for pieces in chosen.values():
        made = _quotation(one, pieces, words=compare(one, pieces[0].other).words)
        if made is not None:
            yield made


def _may_quote(one: Filed, other: Filed) -> bool:
    """Whether a report may have something from the other: it names it, or came later, and is of another publisher."""
    a, b = other.document, one.document
    if a.publisher is not None and a.publisher == b.publisher:
        return False
    mine, theirs = mentions(b, a.publisher), mentions(a, b.publisher)
    if mine != theirs:
        return mine
    return _earlier(a.published, b.published) or False


def _quotation(one: Filed, pieces: Sequence[_Held], *, words: int) -> Copy | None:
    other = pieces[0].other.document
    named = mentions(one.document, other.publisher)
    reported = sum(held.piece.reported for held in pieces)
    if reported < (NAMED if named else QUOTED):
        return None
    carried = sum(held.piece.carried for held in pieces)
    many = f"{len(pieces)} passages" if len(pieces) > 1 else "a passage"
    reason = f"{many} of {carried} words stand in the other report too, most of them its own and no speaker's"
    passages = tuple(sorted((held.piece.passage for held in pieces), key=lambda passage: passage.here))
    reason += f"; it names {other.publisher}" if named else ""
    return Copy(one.document.id, other.id, CopyKind.QUOTED, round(carried / words, 4), passages, reason)


def _word(one: Filed, other: Filed, *, said: Said) -> bool | None:
    """What an analyst says of the two, in either order; None where nobody does."""
    pair = (one.lineage, other.lineage)
    return said.get(pair, said.get(pair[::-1]))


def _earlier(one: str | None, other: str | None) -> bool | None:
    """Whether the first was published before the second; None where that is not told."""
    if one is None or other is None:
        return None if one == other else one is not None
    if "T" in one and "T" in other:
        try:
            first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
        except ValueError:
            return None
        if (first.tzinfo is None) == (second.tzinfo is None):
            return None if first == second else first < second
    return None if one[:10] == other[:10] else one[:10] < other[:10]
