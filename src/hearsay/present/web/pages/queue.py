"""What is to be reviewed next: statements that are in dispute first, then those that the reader is least sure of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlencode

from hearsay.ledger.listing import Listing
from hearsay.present.clean import one_line
from hearsay.present.web.pages.story import clash
from hearsay.present.web.pages.told import DisputeLine, StoryLink
from hearsay.present.web.state import Desk

SURE = 0.9
"""Below it a statement is in the queue, until somebody has looked at it. Not tuned: the queue starts with the least."""
STORIES = 15
"""Stories whose disputes come first: those that moved last."""
DISPUTED = 400
"""Statements in dispute that come first, at most: nobody works through more at once."""
_ANY = 2.0
"""No reader is as sure: what is in dispute is looked at however sure it was."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the queue one is: behind a statement, of what is in dispute or of the ``rest``."""

    sure: float = -1.0
    number: int = 0
    is_rest: bool = False
    document: str = ""
    """The one report whose statements are reviewed; empty for all."""

    @property
    def path(self) -> str:
        """The address of the page that shows what comes next."""
        given = {"sure": repr(self.sure), "number": str(self.number)}
        given |= {"rest": "1"} if self.is_rest else {}
        return f"/review?{urlencode(given | ({'document': self.document} if self.document else {}))}"

    @property
    def is_start(self) -> bool:
        """Whether nothing comes before it."""
        return self.sure < 0 and (not self.is_rest or bool(self.document))


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next."""

    statement: str
    dispute: DisputeLine | None
    """The question that it is in dispute on."""
    skip: str
    """The address of what comes after it; empty where nothing does."""


def following(desk: Desk, place: Place) -> Next | None:
    """What comes next behind a place; None where nothing is left."""
    if not place.is_rest and not place.document:
        found = _disputed(desk, place)
        if found is not None:
            return found
        place = Place(is_rest=True)
    listing, behind = Listing(desk.store), (place.sure, place.number)
    doubts = listing.doubts(document=place.document or None, below=SURE, after=behind, limit=2)
    if not doubts:
        return None
    first, *more = doubts
    skip = replace(place, sure=first.place[0], number=first.place[1]).path if more else ""
    return Next(first.told.statement.id, None, skip)


def _disputed(desk: Desk, place: Place) -> Next | None:
    disputes = in_dispute(desk)
    behind = (place.sure, place.number)
    doubts = Listing(desk.store).doubts(among=disputes, below=_ANY, after=behind, limit=2) if disputes else []
    if not doubts:
        return None
    first, *more = doubts
    after = replace(place, sure=first.place[0], number=first.place[1]) if more else Place(is_rest=True)
    id = first.told.statement.id
    return Next(id, disputes[id], after.path)


def in_dispute(desk: Desk) -> Mapping[str, DisputeLine]:
    """The statements that give the figures of disputed questions, of the stories that moved last, by Statement.id."""
    found = (
        (given.figure.statement, line)
        for _, story in desk.stories.listed(limit=STORIES).items
        for link in [StoryLink(story.id, one_line(story.title))]
        for asked in story.asked
        if asked.disputed
        for line in [DisputeLine(asked.id, one_line(asked.label), clash(asked), link)]
        for account in asked.accounts
        for given in account.figures
        if given.figure.statement is not None
    )
    return dict(islice(found, DISPUTED))
