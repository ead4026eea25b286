"""The tables of accounts, beside the ledger's own and without its guards."""

from alembic import op

from hearsay.ledger.accounts import tables

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make them."""
    tables.metadata.create_all(op.get_bind())
