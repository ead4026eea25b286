"""The ledgers that each contract is held to: SQLite in a file, and a real PostgreSQL."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from hearsay.ledger.address import url_of
from hearsay.ledger.connect import Store
from tests.postgresql import NoServer, server

_NUMBERS = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """A running PostgreSQL; what asks for it is skipped where there is none."""
    try:
        with server() as url:
            yield url
    except NoServer as reason:
        pytest.skip(str(reason))


@pytest.fixture
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Gives the address of a ledger that is not there yet, on the database that it is told."""

    def make(database: str) -> str:
        name = f"ledger_{next(_NUMBERS)}"
        if database == "sqlite":
            return str(tmp_path / f"{name}.db")
        url = url_of(request.getfixturevalue("postgresql"))
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return url.set(database=name).render_as_string(hide_password=False)

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, new_ledger: Callable[[str], str]) -> str:
    """The address of a ledger that is not there yet."""
    return new_ledger(request.param)


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """A new ledger."""
    opened = Store(where, create=True)
    yield opened
    opened.close()
