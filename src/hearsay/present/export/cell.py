"""A value as a cell of a table that a spreadsheet may open.

After OWASP's "CSV Injection" (owasp.org/www-community/attacks/CSV_Injection): a text that a spreadsheet would take for
a formula gets an apostrophe before it. Numbers stay numbers: they are told by their type, not by their look.
"""

import re
import unicodedata

from hearsay.present.clean import visible

FORMULA = "=+-@\N{MINUS SIGN}"
"""What a formula starts with; full-width, small and raised forms of them count as well."""

_EXACT = 10**15
"""From here on a whole number is written with an exponent: a spreadsheet keeps fifteen digits."""

# Some spreadsheets part cells at these, whatever the file says, quotation marks or not: what follows them is a start.
_STARTS = re.compile(r"[;\t\r\n\v\f\u0085\u2028\u2029]")
_LEADING = "\t\r\n"
_MARKS = "\"'`"


def cell(value: str | float | None) -> str:
    """``value`` as text for one cell: nothing for None, true or false, a number as it stands, defused text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if abs(value) < _EXACT and value.is_integer() else repr(value)
    return defused(visible(value))


def defused(text: str) -> str:
    """``text`` with an apostrophe before each stretch that a spreadsheet would take for a formula.

    Blanks, invisible characters and quotation marks before it are looked through, since programs drop them. A cell
    that starts with a tab or a line end gets an apostrophe in any case.
    """
    found: list[str] = []
    at = 0
    for separator in (*_STARTS.finditer(text), None):
        end = separator.end() if separator else len(text)
        stretch = text[at:end]
        found.append(f"'{stretch}" if _is_formula(stretch) or (at == 0 and text[:1] in _LEADING and text) else stretch)
        at = end
    return "".join(found)


def _is_formula(stretch: str) -> bool:
    for character in stretch:
        if unicodedata.normalize("NFKC", character)[0] in FORMULA:
            return True
        if not _is_looked_through(character):
            return False
    return False


def _is_looked_through(character: str) -> bool:
    return character.isspace() or character in _MARKS or unicodedata.category(character) in {"Cc", "Cf", "Zs"}
