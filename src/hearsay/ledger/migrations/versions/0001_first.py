"""The first tables, their search and their guards."""

from alembic import op

from hearsay.ledger import guards, search
from hearsay.ledger.metadata import metadata
from hearsay.ledger.schema import EVERY, RECONCILED

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything."""
    connection = op.get_bind()
    dialect = connection.dialect.name
    first = [table for table in EVERY if table not in RECONCILED]
    metadata.create_all(connection, tables=first)
    for steps in (search.statements(dialect), guards.of_spans(dialect), guards.of_tables(dialect, first)):
        for statement in steps:
            connection.exec_driver_sql(statement.replace("%", "%%") if dialect != "sqlite" else statement)
