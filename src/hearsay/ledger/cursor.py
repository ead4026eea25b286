"""Where the next page of a search goes on, as a word that people can pass back."""

import hashlib
import re
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta

from hearsay.errors import UsageError

_SHAPE = re.compile(r"[0-9a-f]{1,16}(?:-[0-9a-f]{1,16}){6}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the answers to one question, as the ledger stood when it was first asked."""

    question: int
    """A digest of what was asked."""
    moment: int
    """When it was first asked, in microseconds since 1970, UTC: what was recorded later does not count."""
    newest: int
    """The last reading that there was."""
    step: int
    """How far the search has come in its own steps."""
    below: int
    """The number below which this step looks; 0 where it looks at all."""
    rank: int
    number: int
    """With ``rank`` the last answer that was given; 0 where none has been in this step."""

    def __str__(self) -> str:
        return "-".join(f"{value:x}" for value in astuple(self))

    @property
    def until(self) -> str:
        """The moment as ledgers record it."""
        return (_EPOCH + timedelta(microseconds=self.moment)).isoformat(timespec="microseconds")


def digest(*asked: object) -> int:
    """What tells one question from another."""
    return int(hashlib.sha256(repr(asked).encode("utf-8", "surrogatepass")).hexdigest()[:8], 16)


def microseconds(moment: datetime) -> int:
    """A moment as cursors hold it."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def read_cursor(given: str, question: int) -> Cursor:
    """The cursor in a word. Raises UsageError where it is none, or that of another question."""
    if _SHAPE.fullmatch(given):
        cursor = Cursor(*(int(part, 16) for part in given.split("-")))
        if cursor.question == question and max(astuple(cursor)) <= _LARGEST and cursor.moment < 2**56:
            return cursor
    raise UsageError(f"{given!r} is no cursor of this search", advice="pass on the one that the page before ended with")
