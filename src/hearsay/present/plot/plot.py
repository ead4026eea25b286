"""A question with its accounts as rows of a plot: what is drawn on pages, in briefs and on terminals alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.normalise.edtf_words import short
from hearsay.present.amount import held
from hearsay.present.clean import capital, one_line
from hearsay.present.plot.party import Parties, Style
from hearsay.present.plot.scale import Scale, scale
from hearsay.records.account import Account, Relation
from hearsay.records.statement import Certainty
from hearsay.records.story import Asked

MOST_ROWS = 24
"""More rows are no picture any more: those in conflict and the latest are kept."""
OWN_VOICE = "The report itself"
JOINED = frozenset((Relation.REVISED, Relation.PROGRESSED, Relation.RETRACTED, Relation.REFINES))
"""What joins two figures of one source by a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One account."""

    number: int
    """From 1, in the order of time."""
    account: Account
    who: str
    style: Style
    is_unnamed: bool
    is_hedged: bool
    """Whether its source calls it no more than probable or possible."""
    amount: str
    said: str
    """When, in words; empty where nobody knows."""
    via: str
    """Through whom reports have it; empty where they have it straight."""
    copies: int
    """How many more documents carry it as copies of one."""
    before: int | None
    """The row with the figure of the same source that this one takes the place of."""
    against: tuple[int, ...]
    """The rows with which it cannot both be true."""

    @property
    def values(self) -> tuple[float, ...]:
        """The ends of its interval that are told."""
        return tuple(value for value in (self.account.min, self.account.max) if value is not None)


@dataclass(frozen=True, slots=True)
class Plot:
    """A question as rows on one scale."""

    asked: Asked
    rows: tuple[Row, ...]
    scale: Scale
    left_out: int
    """Accounts that are not drawn since there are too many."""


def plot(asked: Asked, parties: Parties, *, most: int = MOST_ROWS) -> Plot:
    """The question with at most so many of its accounts, in the order of time; copies are folded into them."""
    conflicts = [j for j in asked.judgements if j.relation is Relation.CONFLICTS and j.overruled is None]
    hostile = {id for j in conflicts for id in (j.one, j.other)}
    wanted = sorted(range(len(asked.accounts)), key=lambda n: (asked.accounts[n].id not in hostile, -n))[:most]
    shown = [asked.accounts[n] for n in sorted(wanted)]
    place = {account.id: number for number, account in enumerate(shown, start=1)}
    whose = {account.id: account.source for account in shown}
    before = {
        j.other: place[j.one]
        for j in asked.judgements
        if j.relation in JOINED and j.overruled is None and j.one in place and j.other in place
        if whose[j.one] is not None and whose[j.one] == whose[j.other]
    }
    rows = []
    for account in shown:
        pairs = [(j.one, j.other) for j in conflicts if account.id in (j.one, j.other)]
        others = {other if one == account.id else one for one, other in pairs}
        rows.append(
            _row(
                account,
                parties,
                number=place[account.id],
                before=before.get(account.id),
                against=tuple(sorted(place[id] for id in others if id in place)),
            )
        )
    values = [value for row in rows for value in row.values]
    return Plot(asked, tuple(rows), scale(values), len(asked.accounts) - len(shown))


def numbers(found: Sequence[int]) -> str:
    """Numbers of rows, those in a run told by its ends: "1–3, 5"."""
    runs: list[list[int]] = []
    for number in sorted(found):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(told)


def _row(account: Account, parties: Parties, *, number: int, before: int | None, against: tuple[int, ...]) -> Row:
    source, statement = account.source, account.strongest.statement
    hedged = statement is not None and statement.certainty in (Certainty.PROBABLE, Certainty.POSSIBLE)
    return Row(
        number=number,
        account=account,
        who=capital(one_line(source.name)) if source is not None else OWN_VOICE,
        style=parties.style(source.party if source is not None else None, own_voice=source is None),
        is_unnamed=source is not None and bool(source.anonymous),
        is_hedged=hedged,
        amount=one_line(held(account)),
        said=one_line(short(account.said)) if account.said else "",
        via=", ".join(one_line(via.name) for via in account.strongest.via),
        copies=account.documents - account.origins,
        before=before,
        against=against,
    )
