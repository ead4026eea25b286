"""The noun phrase that names somebody, within a stretch of text that goes up to it or that it opens."""

import re

from hearsay.records.span import Span

LONGEST = 9
"""Most words of a phrase that names somebody (by general judgement: "a statement by the two health ministries")."""
LEAD = 60
"""Letters before a relative clause that hold whom it is about (likewise)."""
SHORT = 3
"""Most words before an "and" that joins two in one phrase: "fire crews and police" (likewise)."""

_DETERMINER = r"(?i:the|an?|its|their|his|her|our|my|this|that|these|those|each|another)"
_LED_IN = re.compile(
    r"(?:(?:and|but|while|whereas|as|although|though|so|yet|that|if|because|since|meanwhile|still)\s+|"
    r"(?:[A-Z]\w+ly|However|Meanwhile|Earlier|Later|Still|Instead|But|And),?\s+|(?:of|in|on|at|by|for|from|under|with|"
    r"after|before|during|amid|despite|until|last|this|according)\s[^,]*,\s)+",
    re.I,
)
"""What may stand before a subject."""
_WHEN = re.compile(r"(?:At|On|By|In|Late|Early|Last|This)\s(?!(?:the|a)\s)[^,]*$")
"""A time without a comma before a subject: "At 6 p.m. on Thursday the coast guard"."""
_RELATIVE = re.compile(
    r"(?:(?:who|which|whose|whom|where)\b.*,\s*|"
    r"(?:who|which)(?:\s(?:(?:on|in|last|this|earlier|late|early)\s[\w ]+|\w+))?\s*)$",
    re.I | re.S,
)
"""A clause, or its opening, that only tells more of whoever stands before it."""
_ASIDE = re.compile(r",\s[^,]*,\s*$")
_QUOTED = re.compile(r"^.*[”\"](?=\s)", re.S)
_LATE = re.compile(r"(?:\s+(?:had|has|have|was|were|is|are|also|later|earlier|once|still|now|then|\w+ly))+\s*$|,?\s+$")
_NO_PHRASE = re.compile(
    r"(?<![\w-])\d+\b(?!-)|[;:“”\"()]|\b(?:is|are|was|were|has|have|had|would|will|could|said|says|told|not|there|what|how|and\sthat|to)\b",
    re.I,
)
_AND = re.compile(rf"\s(?:and|but|while)\s(?={_DETERMINER}\b|[A-Z])")
_SELF = frozenset("i we you one this that these those there who which what".split())
_LAST = re.compile(
    rf"^.*(?P<the>\b{_DETERMINER}\s(?:[^\W\d][\w.&’'-]*\s){{0,5}}[^\W\d][\w.&-]*)$|"
    rf"(?P<name>(?:[A-Z][\w.&-]*\s)*(?:of\s|for\s|and\s)?[A-Z][\w.&-]*)$|(?P<noun>[^\W\d][\w-]*)$",
    re.S,
)
_HEAD = re.compile(rf"\b{_DETERMINER}\s(?:[^\W\d][\w-]*\s){{1,3}}(?:of|for|in)\s$")
"""Before the last article where that only goes on with the phrase: "the governor of" the state."""


def subject(text: str, start: int, *, end: int) -> Span | None:
    """The phrase that is the subject of a clause, from the clause's start to its verb; None where there is no such one.

    What leads in ("In a letter, the hospital"), asides, a relative clause and what was quoted before are left out.
    """
    stretch = text[start:end]
    late = _LATE.search(stretch)
    stretch = stretch[: late.start()] if late and not stretch.rstrip().endswith(",") else stretch
    if _RELATIVE.match(stretch):
        return last(text, max(0, start - LEAD), end=start - 1)
    stretch = stretch[: aside.start()] if (aside := _ASIDE.search(stretch)) else stretch
    quoted = _QUOTED.match(stretch)
    first = quoted.end() if quoted else 0
    if _WHEN.match(stretch, first):
        return last(text, start + first, end=start + len(stretch))
    first += len(stretch[first:]) - len(stretch[first:].lstrip(" ,—–-“"))
    led = _LED_IN.match(stretch, first)
    first = led.end() if led else first
    for joint in _AND.finditer(stretch, first):
        if len(stretch[first : joint.start()].split()) > SHORT:
            first = joint.end()
    return _checked(start + first, stretch[first:])


def last(text: str, start: int, *, end: int) -> Span | None:
    """The phrase that ends a stretch: "the bank" of "dismissed the bank"."""
    stretch = text[start:end].rstrip(" ,\n")
    found = _LAST.search(stretch)
    if found is None or found.lastgroup is None:
        return None
    first = found.start(found.lastgroup)
    head = _HEAD.search(stretch[:first]) if found["the"] else None
    first = head.start() if head else first
    return _checked(start + first, stretch[first:])


def _checked(start: int, words: str) -> Span | None:
    """The span without blanks and marks around it, where it can name somebody."""
    bare = words.strip(" ,.\n—–-")
    start += words.index(bare) if bare else 0
    if not bare or len(bare.split()) > LONGEST or bare.lower() in _SELF or _NO_PHRASE.search(bare):
        return None
    return Span(start, start + len(bare))
