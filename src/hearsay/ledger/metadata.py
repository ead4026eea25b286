"""What every table of a ledger is made on: the names of constraints, and the type of numbers."""

from sqlalchemy import BigInteger, Integer, MetaData

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are called, the same on every database, so that migrations can name them."""

metadata = MetaData(naming_convention=NAMES)
"""All tables."""
# SQLite counts rows by itself only in a column that is an INTEGER to the letter.
Number = BigInteger().with_variant(Integer(), "sqlite")
"""Of rows, and of other whole numbers of 64 bits."""
