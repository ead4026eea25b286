"""Characters that a database cannot hold, put aside and put back: NUL, and surrogates that stand alone.

PostgreSQL holds no NUL, UTF-8 no lone surrogate. Each is stored as U+FFFD, one code point for another, so that every
offset stays true; what it was is kept beside the text.
"""

import re

_ODD = re.compile("[\0\ud800-\udfff]")
_STAND_IN = "\N{REPLACEMENT CHARACTER}"


def put_aside(text: str) -> tuple[str, list[list[int]] | None]:
    """The text without them, and where they stood: [offset, code point] each; None where there is none."""
    found = [[m.start(), ord(m[0])] for m in _ODD.finditer(text)]
    return (_ODD.sub(_STAND_IN, text), found) if found else (text, None)


def put_back(text: str, odd: list[list[int]] | None) -> str:
    """The text with them."""
    if not odd:
        return text
    letters = list(text)
    for offset, point in odd:
        letters[offset] = chr(point)
    return "".join(letters)


def held(text: str) -> str:
    """The text as a database holds it; for what is only compared and searched."""
    return _ODD.sub(_STAND_IN, text)


def held_or_none(text: str | None) -> str | None:
    """The same, where there is a text."""
    return None if text is None else held(text)
