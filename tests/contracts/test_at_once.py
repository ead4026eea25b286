"""Many at once on one ledger, and processes that are killed while they add, on every database."""

import random
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.present.test_process import ROOT, environment


def run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        cwd=ROOT,
        timeout=300,
    )


def test_two_add_and_four_read_at_once(where: str) -> None:
    done = run("tests.ledger.crowd", where)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("database", "times", "longest"), [("sqlite", 200, 0.08), ("postgresql", 20, 0.4)])
def test_a_run_that_is_killed_leaves_each_report_whole_or_not_at_all(
    database: str, times: int, longest: float, new_ledger: Callable[[str], str]
) -> None:
    seed = random.randrange(1_000_000)
    # One is filled by several processes; what is full is left for the next.
    ledgers = [new_ledger(database) for _ in range(times)]
    done = run("tests.ledger.killed", str(seed), str(times), str(longest), *ledgers)
    assert (done.returncode, done.stderr) == (0, ""), f"seed {seed}"
