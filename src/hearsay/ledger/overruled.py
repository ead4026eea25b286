"""What analysts have said of what reports come to, as it held at a time: the last word on each pair."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from hearsay.ledger.said import Said, said
from hearsay.ledger.schema import corrections
from hearsay.ledger.standing import OF_FIGURES
from hearsay.ledger.story_sources import judged_sources
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
    anything = select(corrections.c.number).where(corrections.c.other.is_not(None))
    if connection.execute(anything.limit(1)).first() is None:
        return Overrulings()
    of = frozenset(lineages)
    found = said(connection, until, kinds=(*OF_FIGURES, *COPYING), of=of)
    questions, peace, copying = (_last(found, kinds) for kinds in (QUESTIONS, (CorrectionKind.NO_CONFLICT,), COPYING))
    one, others = judged_sources(connection, of, until=until)
    return Overrulings(
        one=one,
        others=others,
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
    """The last word of these kinds on each pair, where it is found again."""
    latest: dict[object, Said] = {}
    for one in found:
        if one.correction.kind not in kinds:
            continue
        if one.is_lost:
            # What it replaced does not come back with it gone: a person is asked.
            latest = {ends: former for ends, former in latest.items() if _made_on(former) != _made_on(one)}
        else:
            latest[one.ends] = one
    return list(latest.values())


def _made_on(one: Said) -> frozenset[str | None]:
    return frozenset((one.correction.target, one.correction.other))


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
