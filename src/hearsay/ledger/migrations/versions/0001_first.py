"""The first tables, their search and their guards."""

from alembic import op

from hearsay.ledger import guards, schema, search

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything."""
    connection = op.get_bind()
    schema.metadata.create_all(connection)
    for steps in (search.statements, guards.statements):
        for statement in steps(connection.dialect.name):
            connection.exec_driver_sql(
                statement.replace("%", "%%") if connection.dialect.name != "sqlite" else statement
            )
