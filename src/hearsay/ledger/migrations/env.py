"""Alembic's way in: migrations run within a transaction that the caller has begun."""

from alembic import context

from hearsay.ledger.metadata import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
