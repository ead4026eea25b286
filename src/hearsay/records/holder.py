"""Who uses a desk, and what they may do there."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may do all that those before it may."""

    READER = "reader"
    """Reads."""
    ANALYST = "analyst"
    """Adds reports and corrects."""
    ADMIN = "admin"
    """Manages accounts too."""

    def covers(self, other: "Role") -> bool:
        """Whether it may do all that the ``other`` may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with an account."""

    number: int
    name: str
    """Under which all they do is kept."""
    role: Role
    created: str
    """UTC in ISO 8601."""
    has_password: bool
    """Whether they can log in with one; others come from an OpenID provider alone."""


@dataclass(frozen=True, slots=True)
class Login:
    """A session: somebody who has logged in."""

    holder: Holder
    csrf: str
    """What each form of theirs must carry."""


@dataclass(frozen=True, slots=True)
class Token:
    """An API token without its secret."""

    id: str
    holder: str
    """Holder.name."""
    scope: Role
    created: str
    expires: str
    is_revoked: bool
