"""Passwords: hashed with argon2id as OWASP's Password Storage cheat sheet has it (19 MiB, two passes, one lane)."""

import secrets
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from hearsay.errors import UsageError

SHORTEST = 12
"""Characters of a password at least; NIST SP 800-63B-4 asks for 8 beside a second factor and 15 without one."""
LONGEST = 1000
_AT_ONCE = BoundedSemaphore(2)
"""Each hash takes 19 MiB and a core for some 20 ms: logins wait for each other before the pages do."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@cache
def _nobodys() -> str:
    return _hasher().hash(secrets.token_urlsafe(16))


def hashed(password: str) -> str:
    """The hash of a new password. Raises UsageError for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"a password of {len(password)} characters", advice=f"give {SHORTEST} to {LONGEST}")
    with _AT_ONCE:
        return _hasher().hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one whose hash is kept; it takes as long where none is."""
    with _AT_ONCE:
        try:
            _hasher().verify(kept or _nobodys(), password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None
