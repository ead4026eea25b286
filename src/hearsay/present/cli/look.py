"""What a terminal can show, found out once for each command."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

_WIDTH = 80
_NARROWEST = 30
_WIDEST = 120


@dataclass(frozen=True, slots=True)
class Look:
    """How text is laid out."""

    width: int = _WIDTH
    """In columns."""
    colour: bool = False
    """Whether escape sequences may be written: bold and dim letters too."""


def look_of(stream: IO[str], environment: Mapping[str, str] | None = None) -> Look:
    """How to write to ``stream``: as wide as COLUMNS or the terminal says, and in colour on a terminal alone.

    NO_COLOR, as on no-color.org, and a dumb terminal switch colour off; FORCE_COLOR switches it on where neither does.
    """
    environment = os.environ if environment is None else environment
    terminal = stream.isatty()
    given = environment.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        width = int(given)
    elif terminal:
        width = shutil.get_terminal_size((_WIDTH, 24)).columns
    else:
        width = _WIDTH
    plain = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
    colour = not plain and (terminal or bool(environment.get("FORCE_COLOR")))
    return Look(width=min(max(width, _NARROWEST), _WIDEST), colour=colour)
