"""What the stories of a source tell of it: the figures that it gave in order of time, and who else is in them."""

from collections.abc import Iterator, Sequence
from itertools import islice

from hearsay.normalise.edtf_words import in_words
from hearsay.present.amount import held
from hearsay.present.clean import one_line
from hearsay.present.story.told import told_once
from hearsay.present.story.wording import carried, held_by, place
from hearsay.present.web.pages.context import StatementLine
from hearsay.present.web.pages.story import said_line
from hearsay.present.web.pages.told import AlsoBlock, GivenBlock, GivenLine, StoryLink
from hearsay.reconcile.ask import Stories
from hearsay.records.account import Account, Relation
from hearsay.records.source import Source
from hearsay.records.story import Asked, Story

STORIES = 3
"""Stories of one source that are looked at, those of the statements shown: hardly one source is in more at a time."""
MOST = 40
"""Statements under other names that are shown of one story."""
_INSTEAD = frozenset((Relation.REVISED, Relation.RETRACTED))


def told_in(stories: Stories, told: Sequence[StatementLine]) -> list[Story]:
    """The stories that these statements of one source are in, the last first."""
    ids = islice(dict.fromkeys(line.story for line in reversed(told) if line.story), STORIES)
    return [story for id in ids if (story := stories.known(id)) is not None]


def figures_given(known: Sequence[Story], told: Sequence[StatementLine]) -> list[GivenBlock]:
    """The questions to which the source of these statements gave figures in the stories ``known``."""
    return [block for story in known for block in _blocks(story, _ids(story, told))]


def others(known: Sequence[Story], told: Sequence[StatementLine]) -> list[Source]:
    """The other sources of the first of these stories; ``told`` are statements of one."""
    return [one for story in known[:1] for ids in [_ids(story, told)] for one in story.sources if one.id not in ids]


def under_other_names(known: Sequence[Story], told: Sequence[StatementLine]) -> list[AlsoBlock]:
    """What these stories hold the source of these statements to have said besides, under other names."""
    shown = {line.id for line in told}
    found = []
    for story in known:
        ids = _ids(story, told)
        own = told_once(one for one in story.said if one.source is not None and one.source.id in ids)
        more = [one for one in own if shown.isdisjoint(said.statement.id for said in (one.said, *one.also))]
        if more:
            link = StoryLink(story.id, one_line(story.title))
            found.append(AlsoBlock(link, tuple(said_line(one.said, one) for one in more[:MOST])))
    return found


def _ids(story: Story, told: Sequence[StatementLine]) -> set[str]:
    """By which ids a story has the source of these statements: whoever it holds to have said them."""
    shown = {line.id for line in told}
    return {said.source.id for said in story.said if said.source is not None and said.statement.id in shown}


def _blocks(story: Story, ids: set[str]) -> Iterator[GivenBlock]:
    for asked in story.asked:
        own = [one for one in asked.accounts if one.source is not None and one.source.id in ids]
        if own:
            lines = tuple(_line(account, asked) for account in own)
            link = StoryLink(story.id, one_line(story.title))
            yield GivenBlock(asked.id, one_line(asked.label), asked.disputed, link, lines)


def _line(account: Account, asked: Asked) -> GivenLine:
    standing = [one for one in asked.judgements if one.overruled is None and account.id in (one.one, one.other)]
    by_id = {one.id: one for one in asked.accounts}
    before = [held(by_id[j.one]) for j in standing if j.relation in _INSTEAD and j.other == account.id]
    others = [j.other if j.one == account.id else j.one for j in standing if j.relation is Relation.CONFLICTS]
    through = dict.fromkeys(one_line(via.name) for given in account.figures for via in given.via)
    reports = {given.document.id: place(given.document) for given in account.figures}
    return GivenLine(
        amount=held(account),
        said=in_words(account.said) if account.said else "",
        before=", ".join(dict.fromkeys(before)),
        against=tuple(held_by(by_id[id]) for id in others),
        through=", ".join(through),
        carried=carried(account),
        reports=tuple(reports.items()),
    )
