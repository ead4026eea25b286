"""Making, changing and removing accounts."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from hearsay.errors import UsageError
from hearsay.ledger.accounts.tables import accounts, sessions, tokens
from hearsay.ledger.connect import Store
from hearsay.ledger.faults import told
from hearsay.ledger.writer import now
from hearsay.records.holder import Holder, Role

_NAME = re.compile(r"[^\W_](?:[\w .@'-]{0,62}[\w.])?")
"""Letters and digits of any script; it stands in histories, so nothing that could pass for something else."""


class Holders:
    """The accounts of one ledger; safe for several threads."""

    def __init__(self, store: Store, *, clock: Callable[[], str] = now) -> None:
        self._store = store
        self._clock = clock

    def every(self) -> tuple[Holder, ...]:
        """All who have an account, by name."""
        with told(self._store.where), self._store.reading.connect() as connection:
            found: Any = connection.execute(_theirs().order_by(accounts.c.name)).mappings()
            return tuple(map(holder_of, found))

    def add(self, name: str, *, role: Role, password: str | None = None, subject: str | None = None) -> Holder:
        """Make an account; ``password`` is its hash, ``subject`` who they are to an OpenID provider.

        A name that was removed comes back as it was, with the new role and password. Raises UsageError where it is
        taken or cannot be a name.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(f"{name!r} cannot be a name", advice="give letters, digits and single blanks, at most 64")
        with told(self._store.where), self._store.writing.begin() as connection:
            row = {"role": role, "password": password, "subject": subject}
            found = connection.execute(select(accounts).where(accounts.c.name == name)).first()
            if found is not None and found.removed is None:
                raise UsageError(f"there is an account {name} already", advice="choose another name")
            if found is None:
                connection.execute(insert(accounts).values(name=name, created=self._clock(), **row))
            else:
                connection.execute(update(accounts).where(accounts.c.name == name).values(removed=None, **row))
            return _one(connection, name)

    def remove(self, name: str) -> None:
        """Remove an account with its sessions and tokens; the name stays in the history. Raises UsageError."""
        with told(self._store.where), self._store.writing.begin() as connection:
            number = _one(connection, name).number
            values = {"removed": self._clock(), "password": None, "subject": None}
            connection.execute(update(accounts).where(accounts.c.number == number).values(**values))
            connection.execute(delete(sessions).where(sessions.c.account == number))
            connection.execute(delete(tokens).where(tokens.c.account == number))

    def change_password(self, name: str, password: str) -> None:
        """Give a new password's hash; whoever is logged in under the name is logged out. Raises UsageError."""
        with told(self._store.where), self._store.writing.begin() as connection:
            number = _one(connection, name).number
            connection.execute(update(accounts).where(accounts.c.number == number).values(password=password))
            connection.execute(delete(sessions).where(sessions.c.account == number))

    def password(self, name: str) -> str | None:
        """The hash of the account's password; None where there is no account, or none of its own."""
        with told(self._store.where), self._store.reading.connect() as connection:
            query = select(accounts.c.password).where(accounts.c.name == name, accounts.c.removed.is_(None))
            return connection.execute(query).scalar_one_or_none()

    def named(self, name: str) -> Holder:
        """The account of this name. Raises UsageError where there is none."""
        with told(self._store.where), self._store.reading.connect() as connection:
            return _one(connection, name)

    def with_subject(self, subject: str) -> Holder | None:
        """The account of whom an OpenID provider knows as ``subject``; None where there is none."""
        with told(self._store.where), self._store.reading.connect() as connection:
            row: Any = connection.execute(_theirs().where(accounts.c.subject == subject)).mappings().first()
            return holder_of(row) if row is not None else None


def holder_of(row: Any) -> Holder:
    """The holder in a row of ``accounts``."""
    return Holder(row["number"], row["name"], Role(row["role"]), row["created"], row["password"] is not None)


def _theirs() -> Any:
    return select(accounts).where(accounts.c.removed.is_(None))


def _one(connection: Connection, name: str) -> Holder:
    row: Any = connection.execute(_theirs().where(accounts.c.name == name)).mappings().first()
    if row is None:
        raise UsageError(f"there is no account {name!r}", advice="hearsay user list tells which there are")
    return holder_of(row)
