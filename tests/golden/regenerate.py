"""What the views are to look like, to the character: ``python -m tests.golden.regenerate`` writes it anew.

Read the difference before it is committed: the files are what people see.
"""

import tempfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from hearsay.present.cli.look import Look
from hearsay.present.cli.view_text import write_text
from hearsay.present.export.formats import FORMATS
from hearsay.records.ledger import Ledger
from tests.ledger.versions import AFTER, BEFORE
from tests.present.asked import ask, ledger_at
from tests.present.made import BRIDGE, QUIET, hostile

FOLDER = Path(__file__).parent


def text(look: Look) -> str:
    """The terminal's view of two reports."""
    stream = StringIO()
    write_text([BRIDGE, QUIET], stream, look=look)
    return stream.getvalue()


def exported(name: str, *ledgers: Ledger) -> str:
    """Ledgers in a format that is text."""
    (form,) = [form for form in FORMATS if form.name == name]
    stream = StringIO(newline="")
    form.load()(ledgers, stream)
    return stream.getvalue()


SCREENS = (
    ("find", "bridge"),
    ("find", '"in repairs" cut'),
    ("find", "courier"),
    ("sources",),
    ("source", "Ana Téllez"),
    ("documents",),
    ("document", "ferry-1"),
    ("statement", "bridge-1-s4"),
    ("statement", "ferry-1-s3"),
)


def screens(width: int, *, colour: bool = False) -> str:
    """What the commands that ask a ledger show."""
    with tempfile.TemporaryDirectory() as folder:
        path = ledger_at(Path(folder) / "desk.db")
        shown = [
            f"$ hearsay {' '.join(command)}\n{ask(path, *command, width=width, colour=colour).stdout}"
            for command in SCREENS
        ]
    return "\n".join(shown)


def versions(width: int) -> str:
    """How a page has changed."""
    with tempfile.TemporaryDirectory() as folder:
        return ask(ledger_at(Path(folder) / "desk.db", BEFORE, AFTER), "versions", "page", width=width).stdout


GOLDEN: dict[str, Callable[[], str]] = {
    "text_80.txt": lambda: text(Look(width=80)),
    "text_120.txt": lambda: text(Look(width=120)),
    "text_colour.txt": lambda: text(Look(width=80, colour=True)),
    "asking_80.txt": lambda: screens(80),
    "asking_120.txt": lambda: screens(120),
    "asking_colour.txt": lambda: screens(80, colour=True),
    "versions_80.txt": lambda: versions(80),
    "versions_120.txt": lambda: versions(120),
    "ledger.json": lambda: exported("json", BRIDGE, QUIET),
    "ledger.jsonl": lambda: exported("jsonl", BRIDGE, QUIET),
    "statements.csv": lambda: exported("csv", BRIDGE, QUIET),
    "figures.csv": lambda: exported("figures.csv", BRIDGE, QUIET),
    "annotations.jsonld": lambda: exported("annotation", BRIDGE, QUIET),
    "hostile.jsonl": lambda: exported("jsonl", hostile()),
    "hostile.csv": lambda: exported("csv", hostile()),
    "hostile.jsonld": lambda: exported("annotation", hostile()),
}


def main() -> None:
    """Write every file."""
    for name, make in GOLDEN.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
