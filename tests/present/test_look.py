"""How wide and in what colour."""

import io

import pytest

from hearsay.present.cli.look import Look, look_of


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "look"),
    [
        (io.StringIO(), {}, Look(80, False)),
        (io.StringIO(), {"COLUMNS": "100"}, Look(100, False)),
        (io.StringIO(), {"COLUMNS": "9999"}, Look(120, False)),
        (io.StringIO(), {"COLUMNS": "1"}, Look(30, False)),
        (io.StringIO(), {"COLUMNS": "wide"}, Look(80, False)),
        (io.StringIO(), {"COLUMNS": "0"}, Look(80, False)),
        (io.StringIO(), {"FORCE_COLOR": "1"}, Look(80, True)),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Look(80, False)),
        (Terminal(), {"COLUMNS": "90"}, Look(90, True)),
        (Terminal(), {"COLUMNS": "90", "NO_COLOR": "1"}, Look(90, False)),
        (Terminal(), {"COLUMNS": "90", "NO_COLOR": ""}, Look(90, True)),
        (Terminal(), {"COLUMNS": "90", "TERM": "dumb"}, Look(90, False)),
    ],
)
def test_the_look_follows_terminal_and_environment(
    stream: io.StringIO, environment: dict[str, str], look: Look
) -> None:
    assert look_of(stream, environment) == look
