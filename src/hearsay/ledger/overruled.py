"""What analysts have said of what reports come to, as it held at a time: the last word on each pair."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from hearsay.ledger.said import PLACED, Said, said
from hearsay.ledger.schema import corrections
from hearsay.ledger.standing import JUDGEMENTS, OF_FIGURES
from hearsay.records.correction import CorrectionKind
from hearsay.records.overruling import Overrulings, Pair

QUESTIONS = (CorrectionKind.SAME_QUESTION, CorrectionKind.NOT_SAME_QUESTION)
"""What is said of whether two figures answer one question."""
COPYING = (CorrectionKind.COPY, CorrectionKind.NOT_COPY)
"""What is said of whose account a report carries."""


def overrulings(connection: Connection, lineages: Collection[str], *, until: str | None) -> Overrulings:
    """What holds of these reports by the moment ``until``, None being now; one query where nobody has said anything.

    What is about a report outside of these is left out, and so is what is not found again in a reading: that waits for
    a person. Where a report belongs is not among it: hearsay.ledger.stories tells.
    """
    of = frozenset(lineages)
    found = said(connection, until, kinds=(*JUDGEMENTS, *OF_FIGURES, *COPYING), of=of)
    if not found:
        return Overrulings()
    sources, questions, copying = (_last(found, kinds) for kinds in (JUDGEMENTS, QUESTIONS, COPYING))
    peace = _last(found, (CorrectionKind.NO_CONFLICT,))
    return Overrulings(
        one=_pairs(sources, CorrectionKind.SAME),
        others=_pairs(sources, CorrectionKind.NOT_SAME),
        same=_pairs(questions, CorrectionKind.SAME_QUESTION),
        apart=_pairs(questions, CorrectionKind.NOT_SAME_QUESTION),
        no_conflict={_pair(one): (one.correction.id, one.correction.why) for one in peace},
        copies=_copies(copying),
    )


class Copying:
    """What is said of copies in one ledger, kept at hand until somebody corrects something."""

    def __init__(self) -> None:
        self._correction: str | None = None
        self._said: Mapping[Pair, bool] = {}

    def said(self, connection: Connection) -> Mapping[Pair, bool]:
        """For a report and another, by lineage, whether the first carries the other's account."""
        # Its id and not its number: a correction that was not written after all leaves its number to another.
        newest = select(corrections.c.id).order_by(corrections.c.number.desc()).limit(1)
        correction = connection.execute(newest).scalar_one_or_none()
        if correction != self._correction:
            self._correction, self._said = correction, _copies(_last(said(connection, None, kinds=COPYING), COPYING))
        return self._said


def _last(found: Collection[Said], kinds: Collection[CorrectionKind]) -> list[Said]:
    """The last word of these kinds on each pair, of those that are found again."""
    latest: dict[object, Said] = {}
    for one in found:
        if one.correction.kind in kinds and (one.correction.kind not in PLACED or None not in (one.target, one.other)):
            latest[one.ends] = one
    return list(latest.values())


def _pairs(found: Collection[Said], kind: CorrectionKind) -> frozenset[Pair]:
    return frozenset(_pair(one) for one in found if one.correction.kind is kind)


def _pair(one: Said) -> Pair:
    low, high = sorted((str(one.target), str(one.other)))
    return low, high


def _copies(found: Collection[Said]) -> dict[Pair, bool]:
    made: dict[Pair, bool] = {}
    for one in found:
        there = str(one.other_lineage)
        made[one.lineage, there] = one.correction.kind is CorrectionKind.COPY
        if one.correction.kind is CorrectionKind.NOT_COPY:
            made[there, one.lineage] = False
    return made
