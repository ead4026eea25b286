"""What the commas beside a body's name call it: "the operator, Rivona," and "Rivona, the operator,"."""

import re

from hearsay.resolve.mention import mention
from hearsay.resolve.words import side_words

_LED = re.compile(
    r"(?P<outer>\b(?:of|for|at|by|from|with|(?<!according\s)to)\s+)?"
    r"\b(?P<phrase>(?:the|an?|its|their|our|[\w-]+['’]s?)\s+[^,.;:()\n\"“”]{2,70}),\s+$",
    re.I,
)
_INNER = re.compile(r".*\b(?:of|for|at|by|from|with)\s+((?:the|its|their)\s+.+)$", re.I | re.S)
_BEHIND = re.compile(
    r"(?:['’]s?)?,\s+((?:the|an?|its|their|one of (?:the|its)|[\w-]+['’]s?)\s+[^,.;:()\n\"“”]{2,80}?)"
    r"(?=[,.;:)\n\"“”]|$)",
    re.I,
)
_CLOSED = re.compile(r"\s*(?:[,.;)\n]|$)")
_APPOSED = re.compile(r"[^\W\d_a-z][\w’'-]*,\s+[^,.;:()\n\"“”]*$")
REACH = 130
"""Code points before a name within which its description opens."""


def body_before(text: str, start: int, *, end: int) -> str | None:
    """The description of a body, closed by a comma, before the name at ``start`` to ``end``; None where there is none.

    In "a spokeswoman for the chain, Tessa Holm," the name is the spokeswoman's; in "Tessa Holm, spokeswoman of the
    chain, Rema Nord," and "a spokeswoman for the chain, Rema," it is the chain's.
    """
    if _CLOSED.match(text, end) is None or not text[max(0, start - 2) : start].startswith(","):
        return None
    lead = text[max(0, start - REACH) : start]
    found = _LED.search(lead)
    if found is None:
        return None
    phrase, inner = found["phrase"], found["outer"] is not None
    if not is_body_noun(mention(phrase).head):
        within = _INNER.match(phrase)
        if within is None or not is_body_noun(mention(within[1]).head):
            return None
        phrase, inner = within[1], True
    several = len(text[start:end].split()) > 1
    if inner and several and _APPOSED.search(lead[: found.start()]) is None:
        return None
    return phrase


def body_behind(text: str, end: int) -> str | None:
    """The description of a body in the commas behind the name that ends at ``end``; None where there is none."""
    found = _BEHIND.match(text, end)
    return found[1] if found is not None and is_body_noun(mention(found[1]).head) else None


def is_body_noun(head: str) -> bool:
    """Whether a report calls a body by the noun, once it has named it."""
    return head in side_words("organizations") or head in side_words("bodies")
