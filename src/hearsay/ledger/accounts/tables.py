"""The tables of accounts. Unlike a ledger's rows these are changed and deleted: a session ends, a password is replaced.

They have a metadata of their own, so that the ledger's guards against change never reach them. No password, session
or token is kept as it is: of passwords there is an argon2 hash, of the others a SHA-256 of a random word of 256 bits.
"""

from sqlalchemy import Column, ForeignKey, Index, MetaData, Table, Text

from hearsay.ledger.metadata import NAMES, Number

metadata = MetaData(naming_convention=NAMES)

accounts = Table(
    "accounts",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text, comment="argon2id, as PHC writes it; null for who logs in elsewhere alone"),
    Column("subject", Text, unique=True, comment="issuer and subject of an OpenID provider"),
    Column("created", Text, nullable=False),
    Column("removed", Text),
    sqlite_autoincrement=True,
)
sessions = Table(
    "sessions",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("account", ForeignKey("accounts.number"), nullable=False),
    Column("csrf", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Index(None, "account"),
    Index(None, "expires"),
)
tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("account", ForeignKey("accounts.number"), nullable=False),
    Column("scope", Text, nullable=False, comment="the role that it has at most"),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
    Column("revoked", Text),
    Index(None, "account"),
)
