"""What the views are to look like, to the character: ``python -m tests.golden.regenerate`` writes it anew.

Read the difference before it is committed: the files are what people see.
"""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

from hearsay.present.cli.look import Look
from hearsay.present.cli.view_text import write_text
from hearsay.records.wire import write_json
from tests.present.made import BRIDGE, QUIET

FOLDER = Path(__file__).parent


def text(look: Look) -> str:
    """The terminal's view of two reports."""
    stream = StringIO()
    write_text([BRIDGE, QUIET], stream, look=look)
    return stream.getvalue()


def ledger_json() -> str:
    """The same as ledger JSON."""
    stream = StringIO()
    write_json([BRIDGE, QUIET], stream)
    return stream.getvalue()


GOLDEN: dict[str, Callable[[], str]] = {
    "text_80.txt": lambda: text(Look(width=80)),
    "text_120.txt": lambda: text(Look(width=120)),
    "text_colour.txt": lambda: text(Look(width=80, colour=True)),
    "ledger.json": ledger_json,
}


def main() -> None:
    """Write every file."""
    for name, make in GOLDEN.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
