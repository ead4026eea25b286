"""What lets somebody in once they are known: sessions of browsers and tokens of programs, kept as digests alone."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from hearsay.errors import UsageError
from hearsay.ledger.accounts.holders import holder_of
from hearsay.ledger.accounts.tables import accounts, sessions, tokens
from hearsay.ledger.connect import Store
from hearsay.ledger.faults import told
from hearsay.ledger.writer import now
from hearsay.records.holder import Holder, Login, Role, Token

SESSION_HOURS = 12
"""How long one stays logged in: a working day. Not tuned."""
PREFIX = "hsy_"
"""What tokens start with, so that one that was published by mistake is found."""


class Passes:
    """The sessions and tokens of one ledger's accounts; safe for several threads."""

    def __init__(self, store: Store, *, clock: Callable[[], str] = now) -> None:
        self._store = store
        self._clock = clock

    def log_in(self, holder: Holder) -> str:
        """Start a session; gives its secret, which is kept nowhere."""
        secret, at = secrets.token_urlsafe(32), self._clock()
        row = {"digest": _digest(secret), "account": holder.number, "csrf": secrets.token_urlsafe(32)}
        with told(self._store.where), self._store.writing.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.expires <= at))
            connection.execute(insert(sessions).values(created=at, expires=_later(at, hours=SESSION_HOURS), **row))
        return secret

    def session(self, secret: str) -> Login | None:
        """Whose session this is; None where it is none, or over."""
        query = (
            select(accounts, sessions.c.csrf)
            .join(sessions, sessions.c.account == accounts.c.number)
            .where(
                sessions.c.digest == _digest(secret),
                sessions.c.expires > self._clock(),
                accounts.c.removed.is_(None),
            )
        )
        with told(self._store.where), self._store.reading.connect() as connection:
            row: Any = connection.execute(query).mappings().first()
        return Login(holder_of(row), row["csrf"]) if row is not None else None

    def log_out(self, secret: str) -> None:
        """End a session."""
        with told(self._store.where), self._store.writing.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == _digest(secret)))

    def issue(self, holder: Holder, *, scope: Role, days: int) -> tuple[Token, str]:
        """Make a token for ``days`` days; gives it with its secret, which is kept nowhere.

        Raises UsageError for more than the holder may do themselves, and for no days.
        """
        if not holder.role.covers(scope):
            raise UsageError(
                f"{holder.name} is {holder.role}, not {scope}", advice="give a token no more than they may"
            )
        if not 1 <= days <= 366:
            raise UsageError(f"a token for {days} days", advice="give 1 to 366")
        secret, at = PREFIX + secrets.token_urlsafe(32), self._clock()
        row = {"id": f"token-{secrets.token_hex(4)}", "scope": scope, "created": at, "expires": _later(at, days=days)}
        with told(self._store.where), self._store.writing.begin() as connection:
            connection.execute(insert(tokens).values(digest=_digest(secret), account=holder.number, **row))
        return Token(holder=holder.name, is_revoked=False, **row), secret  # type: ignore[arg-type]  # all of them texts

    def token(self, secret: str) -> tuple[Holder, Role] | None:
        """Whose token this is and what it may do; None where it is none, over or revoked."""
        query = (
            select(accounts, tokens.c.scope)
            .join(tokens, tokens.c.account == accounts.c.number)
            .where(
                tokens.c.digest == _digest(secret),
                tokens.c.expires > self._clock(),
                tokens.c.revoked.is_(None),
                accounts.c.removed.is_(None),
            )
        )
        with told(self._store.where), self._store.reading.connect() as connection:
            row: Any = connection.execute(query).mappings().first()
        if row is None:
            return None
        holder, scope = holder_of(row), Role(row["scope"])
        # Who has been given a lesser role since does not keep the greater one in a token.
        return holder, scope if holder.role.covers(scope) else holder.role

    def tokens(self, holder: Holder) -> tuple[Token, ...]:
        """All tokens of somebody, the newest first."""
        query = select(tokens).where(tokens.c.account == holder.number).order_by(tokens.c.created.desc())
        with told(self._store.where), self._store.reading.connect() as connection:
            found: Any = connection.execute(query).mappings().all()
        return tuple(
            Token(r["id"], holder.name, Role(r["scope"]), r["created"], r["expires"], r["revoked"] is not None)
            for r in found
        )

    def revoke(self, id: str) -> None:
        """End a token before its time. Raises UsageError where there is none of this id."""
        with told(self._store.where), self._store.writing.begin() as connection:
            ended = update(tokens).where(tokens.c.id == id, tokens.c.revoked.is_(None)).values(revoked=self._clock())
            if connection.execute(ended).rowcount == 0:
                raise UsageError(f"no token has the id {id!r}", advice="hearsay user token NAME --list tells them")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _later(at: str, **time: float) -> str:
    return (datetime.fromisoformat(at) + timedelta(**time)).isoformat(timespec="microseconds")
