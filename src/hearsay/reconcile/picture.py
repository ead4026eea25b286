"""A story as it stands: its reports, who says what in them, which questions they answer, what is awaited.

Made from what the ledger holds of the story's reports and from nothing else: the same reports, judged the same by
analysts, make the same picture, in whatever order they came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from hearsay.reconcile.accounts.account import accounts
from hearsay.reconcile.accounts.awaited import awaited
from hearsay.reconcile.accounts.denials import denials
from hearsay.reconcile.accounts.judge import judged, revised_by
from hearsay.reconcile.entered import Credits, Entered, given, reports, said
from hearsay.reconcile.questions.group import questions
from hearsay.reconcile.sources.carried import carried
from hearsay.reconcile.sources.unify import unified
from hearsay.records.account import Group
from hearsay.records.overruling import Overrulings
from hearsay.records.source import Source
from hearsay.records.story import Asked, Story

NOTHING = Overrulings()


@dataclass(frozen=True, slots=True)
class Picture:
    """A story, and who is who in it."""

    story: Story
    known: Mapping[str, Source]
    """The story's source for each of its reports', by Source.id there."""


def picture(
    entered: Sequence[Entered], *, id: str, title: str, day: date, overrulings: Overrulings = NOTHING
) -> Picture:
    """The story of these reports, as of ``day``; ``overrulings``: what analysts have said of it."""
    entered = sorted(entered, key=lambda one: one.kept.number)
    known, sources = unified(
        [one.ledger for one in entered],
        same=overrulings.one,
        apart=overrulings.others,
        carried=carried(entered),
    )
    credits = Credits(known)
    figures = list(chain.from_iterable(given(one, credits) for one in entered))
    groups = questions(figures, same=overrulings.same, apart=overrulings.apart)
    told = sorted(
        chain.from_iterable(said(one, credits) for one in entered), key=lambda one: (one.at or "~", one.statement.id)
    )
    expected = [(e, one.kept.document) for one in entered for e in one.ledger.expectations]
    story = Story(
        id=id,
        title=title,
        reports=reports(entered),
        sources=tuple(sources),
        said=tuple(told),
        asked=tuple(sorted((_asked(group, overrulings) for group in groups), key=_first_disputed)),
        denials=denials(told),
        awaited=awaited(expected, told, day=day, known=known),
    )
    return Picture(story, known)


def _asked(group: Group, overrulings: Overrulings) -> Asked:
    held = accounts(group.figures)
    stand = judged(held, overruled=overrulings.no_conflict, about=group.label)
    return Asked(
        id=group.id,
        label=group.label,
        accounts=held,
        judgements=stand,
        part_of=group.part_of,
        revised_by=revised_by(stand, held),
        reason=group.reason,
    )


def _first_disputed(asked: Asked) -> tuple[bool, int, str]:
    origins = len({given.origin for account in asked.accounts for given in account.figures})
    return not asked.disputed, -origins, asked.id
