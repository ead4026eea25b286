"""Which bodies are a state's: by their name ("Danish Patient Safety Authority") or by what a report calls them
("the national weather service").
"""

import re
from itertools import pairwise

from hearsay.resolve.gazette import STATES, Found, Named, look_up
from hearsay.resolve.words import side_words, words

_OF = re.compile(r"\b(?:of|for|on)\s+(?:the\s+)?$", re.I)
_FIRST = frozenset("ministry department embassy parliament government".split())
_PRIVATE = frozenset("school students company industry".split())
_OF_ITS_OWN = (
    re.compile(
        r"\b(?:Institutes? of (?:Technology|Management|Architects|Directors)|Refugee Council|Olympic Committee)\b"
    ),
    # In the United States a state's body is the "U.S." or "National" one.
    re.compile(r"^(?:The )?American\b.*\b(?:Institute|Board|Bureau|Services?|Council|Commission|Committee)\b"),
)


def is_public(tokens: list[str]) -> bool:
    """Whether a name of these small-letter words is a public body's: by its last word or its first before "of"."""
    if tokens[-1] in side_words("public") | side_words("heads") or tokens[0] in _FIRST:
        return True
    return any(t in side_words("heads") and n in {"of", "for", "on"} for t, n in pairwise(tokens))


def is_of_its_own(run: str) -> bool:
    """Whether a name that has the form of a public body's is known to be another's."""
    return any(form.search(run) for form in _OF_ITS_OWN)


def located(run: str, entries: list[Found], *, first: Found | None) -> Found | None:
    """The entry among those of a name that tells whose the body is: the nation behind "of" before what opens it."""
    behind = [f for f in entries if f.start and _OF.search(run[: f.start])]
    nation = next((f for f in behind if f.entry.kind in (Named.COUNTRY, Named.PEOPLE)), None)
    return nation or first or next(iter(behind), None)


def statistics_of(run: str) -> str | None:
    """The country of an office named as "Statistics Norway" is."""
    opening, _, rest = run.partition(" ")
    entry = look_up(rest) if opening == "Statistics" and rest else None
    return entry.party if entry is not None and entry.kind in STATES else None


def is_national(phrase: str) -> bool:
    """Whether a description without a name is that of a nation's body: "the civil defence institute"."""
    tokens = re.findall(r"[\w-]+", re.split(r"\s(?:in|of|for|at|on|that|which|who)\s", phrase.lower())[0])
    if not tokens or tokens[-1] not in side_words("public") | side_words("heads"):
        return False
    before = set(tokens[:-1])
    if before & (side_words("local") - {"state"}) or before & _PRIVATE:
        return False
    told = before & {"national", "federal", "state", "government"} or before & words("domains") - {"public", "general"}
    return bool(told) or tokens[-1] in side_words("national") - {"finance", "foreign", "interior"}
