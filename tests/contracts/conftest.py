"""The ledgers that each contract is held to: SQLite in a file, and a real PostgreSQL."""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from hearsay.ledger.address import url_of
from hearsay.ledger.connect import Store
from tests.postgresql import VARIABLE, NoServer, server

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
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Gives the address of a ledger that is not there yet, on the database that it is told."""
    made: list[str] = []

    def make(database: str) -> str:
        name = f"hearsay_test_{os.getpid()}_{next(_NUMBERS)}"
        if database == "sqlite":
            return str(tmp_path / f"{name}.db")
        url = request.getfixturevalue("postgresql")
        _execute(url, f"CREATE DATABASE {name}")
        made.append(name)
        return url_of(url).set(database=name).render_as_string(hide_password=False)

    yield make
    if os.environ.get(VARIABLE):
        for name in made:
            _execute(request.getfixturevalue("postgresql"), f"DROP DATABASE {name} WITH (FORCE)")


def _execute(url: str, statement: str) -> None:
    engine = create_engine(url_of(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


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
