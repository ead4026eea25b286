"""The project's pages, for the tests that hold them against the code."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"

_HEADING = re.compile(r"^(#+) +(.+?) *$", re.MULTILINE)


def sections(page: Path) -> dict[str, str]:
    """What stands under each heading, by its words without code marks; subsections belong to it as well."""
    text = page.read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(_without_code(text)))
    found = {}
    for number, heading in enumerate(headings):
        ends = (h.start() for h in headings[number + 1 :] if len(h[1]) <= len(heading[1]))
        found[heading[2].replace("`", "")] = text[heading.end() : next(ends, len(text))]
    return found


def _without_code(text: str) -> str:
    """The text with what stands in code blocks blanked out, so that no comment there is taken for a heading."""
    return re.sub(r"^```.*?^```$", lambda m: " " * len(m[0]), text, flags=re.MULTILINE | re.DOTALL)


def examples(page: Path) -> list[str]:
    """The Python blocks of a page that are marked to be run: ``<!-- example -->`` stands right before them."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r"<!-- example -->\n```python\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
