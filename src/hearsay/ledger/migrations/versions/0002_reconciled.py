"""The tables of copies and of stories; documents that are there already are placed when one is next added."""

from alembic import op

from hearsay.ledger import guards
from hearsay.ledger.metadata import metadata
from hearsay.ledger.schema import RECONCILED

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make them, with their guards."""
    connection = op.get_bind()
    metadata.create_all(connection, tables=RECONCILED)
    for statement in guards.of_tables(connection.dialect.name, RECONCILED):
        connection.exec_driver_sql(statement)
