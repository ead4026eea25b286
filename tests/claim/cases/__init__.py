"""Sentences for the tests of figures, in a form that is read off the page; see the head of each file."""

import re
from collections.abc import Iterator
from pathlib import Path


def paragraphs(name: str) -> Iterator[str]:
    """The paragraphs of a file of this folder, lines of comment left out."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    for block in re.split(r"\n\s*\n", text):
        kept = "\n".join(row for row in block.splitlines() if not row.startswith("#")).strip()
        if kept:
            yield kept


def rows(block: str) -> dict[str, list[list[str]]]:
    """The rows of a paragraph by their first letter, each cut at its bars."""
    found: dict[str, list[list[str]]] = {}
    for row in block.splitlines():
        found.setdefault(row[0], []).append([cell.strip() for cell in re.split(r"\s\|\s?", row[2:])])
    return found
