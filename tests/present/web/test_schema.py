"""The API keeps to its own description, whatever it is asked: schemathesis (MIT) makes the questions up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS, load_all_checks

from hearsay.present.web.app import create_app
from tests.present.asked import MADE
from tests.present.made import hostile
from tests.present.story_ledger import REPORTS, story_at
from tests.present.web.desks import own, served

EXAMPLES = 12
"""Questions for each operation, the same in each run; raise it by hand to ask more."""
load_all_checks()
HOST = {"host": "localhost:8620"}
DESCRIBED = create_app(own(Path("nowhere.db"))).openapi()
OPERATIONS = [(method, path) for path, methods in DESCRIBED["paths"].items() for method in methods]
LEDGERS_TO_KNOW = {"/api/v1/search", "/api/v1/corrections", "/api/v1/corrections/{id}/undo"}
"""Where a question that is well put can still make no sense, which a description cannot tell: nothing to look for, an
entry that is not there, a correction that changes nothing. It is answered with 400 or 404."""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The description that a running desk gives of its API."""
    path = story_at(tmp_path_factory.mktemp("schema") / "desk.db", *MADE, *REPORTS, hostile())
    with served(own(path)) as client:
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app, headers=HOST)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_question_finds_a_fault(schema: Any, method: str, path: str) -> None:
    operation = schema[path][method]
    excluded = [CHECKS.get_one("positive_data_acceptance")] if path in LEDGERS_TO_KNOW else []

    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=HOST, excluded_checks=excluded)  # type: ignore[arg-type]  # a check, by its name

    ask()
