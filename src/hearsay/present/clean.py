"""Text of a report made safe to show.

A report's title, text and name come from outside, and may hold what a terminal or a page would obey instead of show.
Each character stays one character, so that offsets stay true, except in ``one_line``.
"""

import re
import unicodedata

# C0 and C1 controls, DEL, lone surrogates, and the two marks that force a direction of writing on all that follows;
# tabs and line ends are left to the layout.
_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff]")
# The marks that turn the direction of writing around: with them, words can be shown in an order that they do not have.
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"[\s\u0085\u2028\u2029]+")


def visible(text: str) -> str:
    """``text`` with a picture for each control character (U+241B for ESC) and U+FFFD for what has none."""
    return _UNSHOWN.sub(_picture, text)


def one_line(text: str) -> str:
    """``text`` as one line for a terminal: visible, blanks run together, without marks that turn its direction."""
    return visible(_TURNING.sub("", _BLANKS.sub(" ", text))).strip()


def capital(text: str) -> str:
    """``text`` with a capital letter first, as at the start of a line."""
    first = text[:1].upper()
    # Some letters grow when they are capitals ("ŉ"), and a name that shows how it is spelt keeps it ("iRobot").
    if len(first) != 1 or any(c.isupper() for c in text.split(" ", 1)[0]):
        return text
    return first + text[1:]


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def is_word(text: str) -> bool:
    """Whether ``text`` holds a letter or a digit."""
    return any(unicodedata.category(c)[0] in "LN" for c in text)
