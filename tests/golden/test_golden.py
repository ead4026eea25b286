"""The views look as they did when somebody last looked at them."""

import pytest

from tests.golden.regenerate import FOLDER, GOLDEN


@pytest.mark.parametrize("name", GOLDEN)
def test_the_view_is_the_golden_one(name: str) -> None:
    assert GOLDEN[name]() == (FOLDER / name).read_bytes().decode()


@pytest.mark.parametrize("kind", ["text", "asking", "versions"])
@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(kind: str, width: int) -> None:
    lines = (FOLDER / f"{kind}_{width}.txt").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= width
