"""The API keeps to its own description, whatever it is asked: schemathesis (MIT) makes the questions up."""

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from starlette.testclient import TestClient

from tests.present.web.desks import own, served

EXAMPLES = 8
"""Questions for each operation: they are made up anew in each run, so that many runs ask many."""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    from tests.present.asked import ledger_at
    from tests.present.made import hostile

    path = ledger_at(tmp_path_factory.mktemp("schema") / "desk.db", hostile())
    with served(own(path)) as client:
        yield loaded(client)


def loaded(client: TestClient) -> object:
    """The description that a desk gives of its API."""
    found = schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app)
    found.config.update(base_url="http://localhost:8620")
    return found


lazy = schemathesis.pytest.from_fixture("schema")


@lazy.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_question_finds_a_fault(case: schemathesis.Case) -> None:
    case.call_and_validate(headers={"host": "localhost:8620"})
