"""Tables of figures, and their places in the README."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured, what came out, and how."""

    measure: str
    value: str
    how: str = ""


def markdown(rows: list[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| measure | value | how |", "|---|---:|---|"]
    lines += [f"| {row.measure} | {row.value} | {row.how} |" for row in rows]
    return "\n".join(lines)


def between(path: Path, marker: str) -> str:
    """What stands between ``<!-- marker -->`` and ``<!-- /marker -->``; empty without the markers."""
    return path.read_text(encoding="utf-8").partition(f"<!-- {marker} -->")[2].partition(f"<!-- /{marker} -->")[0]


def put_between(path: Path, marker: str, text: str) -> None:
    """Put ``text`` between ``<!-- marker -->`` and ``<!-- /marker -->``; raises ValueError without the markers."""
    before, opened, rest = path.read_text(encoding="utf-8").partition(f"<!-- {marker} -->")
    _, closed, after = rest.partition(f"<!-- /{marker} -->")
    if not opened or not closed:
        raise ValueError(f"{path} has no markers for {marker}")
    path.write_text(f"{before}{opened}\n{text.strip()}\n{closed}{after}", encoding="utf-8")
