"""The filters of ``hearsay find`` as parameters of a query, and what pages are asked with."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from hearsay.ledger.asked import Asked
from hearsay.present.web.api.paging import MOST
from hearsay.records.statement import Act, Certainty


def _given(value: object) -> object:
    return None if value == "" else value


_Given = BeforeValidator(_given)
"""What a form leaves empty is not asked for."""
_HELD = r"^[^\x00]*$"
"""What a database can hold."""
Name = Annotated[str | None, Field(max_length=500, pattern=_HELD), _Given]
Day = Annotated[date | None, _Given]


class Paged(BaseModel):
    """What every list takes."""

    model_config = ConfigDict(extra="forbid")

    after: str | None = Field(
        None, max_length=200, pattern=_HELD, description="The cursor that the page before ended with."
    )
    limit: int = Field(25, ge=1, le=MOST, description="At most so many.")


_AFTER = "The cursor that the page before ended with."
_NUMBER = r"^[0-9]{1,18}$"


class OfDocument(Paged):
    """A list that may be of one report."""

    after: str | None = Field(None, pattern=r"^[0-9]{1,18}-[0-9]{1,18}$", description=_AFTER)
    document: Name = Field(None, description="The report's id.")


class Numbered(Paged):
    """A list that goes on after a number."""

    after: str | None = Field(None, pattern=_NUMBER, description=_AFTER)


class OfDocuments(Numbered):
    """The list of reports."""

    versions: bool = Field(False, description="Older versions too.")


class Filters(Numbered):
    """What statements are asked for; all that is given must hold."""

    source: Name = Field(None, description="A name, or an id.")
    party: Name = None
    act: Annotated[Act | None, _Given] = None
    certainty: Annotated[Certainty | None, _Given] = None
    publisher: Name = None
    document: Name = Field(None, description="The report's id.")
    published_from: Day = None
    published_to: Day = None
    said_from: Day = None
    said_to: Day = None
    figures: Annotated[bool | None, _Given] = Field(None, description="With figures in it, or without.")
    anonymous: Annotated[bool | None, _Given] = None

    @property
    def asked(self) -> Asked:
        """The filters as the ledger takes them."""
        given = self.model_dump(exclude={"after", "limit", "figures", "q"})
        return Asked(with_figures=self.figures, **given)


class Searched(Filters):
    """What is looked for."""

    after: str | None = Field(None, pattern=r"^[0-9a-f]{1,16}(-[0-9a-f]{1,16}){6}$", description=_AFTER)
    q: str = Field(
        "", max_length=500, pattern=_HELD, description='Words, "words in a row", -without; hearsay find has the rules.'
    )
