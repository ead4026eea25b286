"""The desks that most tests ask. Those that nothing changes in are opened once; the others are copies of a ledger."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.present.made import hostile
from tests.present.web.desks import own, served, shared, with_people


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with three reports, one whose every field tries to be obeyed, and three accounts; not to be changed."""
    return with_people(tmp_path_factory.mktemp("ready") / "desk.db", hostile())


@pytest.fixture
def path(ready: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(ready, tmp_path / "desk.db"))


@pytest.fixture(scope="session")
def _looked_at(ready: Path) -> Iterator[TestClient]:
    with served(own(ready)) as client:
        yield client


@pytest.fixture(scope="session")
def _shut(ready: Path) -> Iterator[TestClient]:
    with served(shared(ready)) as client:
        yield client


@pytest.fixture
def desk(_looked_at: TestClient) -> TestClient:
    """A desk on one's own machine, to be looked at."""
    _looked_at.cookies.clear()
    return _looked_at


@pytest.fixture
def shut(_shut: TestClient) -> TestClient:
    """A desk that others reach, to be looked at from outside."""
    _shut.cookies.clear()
    return _shut


@pytest.fixture
def mine(path: Path) -> Iterator[TestClient]:
    """A desk on one's own machine, to be worked at."""
    with served(own(path)) as client:
        yield client


@pytest.fixture
def others(path: Path) -> Iterator[TestClient]:
    """A desk that others reach, with a reader, an analyst and an admin, to be worked at."""
    with served(shared(path)) as client:
        yield client
