from collections.abc import Iterator

import pytest

from tests.ingest.fetch.site import Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as found:
        yield found
