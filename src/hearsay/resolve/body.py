"""Which names of a person's shape ("Velo Motoren", "Banco Lindo") are bodies' names, by how the report uses them."""

import re
from collections import Counter, defaultdict
from functools import cache

from hearsay.resolve.apposition import body_before, body_behind
from hearsay.resolve.gazette import Named, look_up
from hearsay.resolve.mention import is_body, person_name
from hearsay.resolve.words import words

_AT = re.compile(
    r"\b(?:the|at|for|with|shares in|stake in|owner of|analyst of|parent of|list|slate|brand|label)[^\S\n]+$", re.I
)
_OF = re.compile(r"[A-Z][\w’'-]+[^\S\n]+of[^\S\n]+$")
_BEHIND = re.compile(r"(?:['’]s?)?[^\S\n]+([a-z][\w-]*)")
_IT = re.compile(r"[^.\n“\"]{0,25}?\b(?:it|its|itself|which)\b")
_AGE = re.compile(r",[^\S\n]+(?:aged[^\S\n]+)?\d{1,3}\b|,[^\S\n]+who\b")
_POSSESSIVE = re.compile(r"['’]s?$")


def find_bodies(text: str, runs: list[tuple[int, str]]) -> set[str]:
    """The names among ``runs`` that have the shape of a person's and are a body's.

    For a body speak an article or a preposition of place before it, a noun of its kind or of an office behind it
    ("the Velo Motoren plant", "Velo Motoren spokesman"), "it" for it, initials that open it, and that its first word
    stands for it by itself; for a person a title before it, an age, and that the last word does.
    """
    alone = Counter(_POSSESSIVE.sub("", run) for _, run in runs if " " not in run)
    score: defaultdict[str, int] = defaultdict(int)
    for start, run in runs:
        name = person_name(_POSSESSIVE.sub("", run))
        if name is None or " " not in name:
            continue
        if name not in score:
            score[name] += _by_shape(name, alone)
        at = start + run.find(name)
        score[name] += _by_place(text, at, end=at + len(name), titled=at > start)
    every = {_POSSESSIVE.sub("", run) for _, run in runs}
    openings = {" ".join(run.split()[:2]) for run in every if len(run.split()) > 2 and is_body(run.split())}
    return {name for name, points in score.items() if points + 2 * (name in openings) > 0}


def _by_shape(name: str, alone: Counter[str]) -> int:
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    opens = first.lower() in words("openers") or "&" in name
    entry = look_up(first)
    nation = entry is not None and entry.kind is Named.PEOPLE
    statistics = first == "Statistics"
    initials = len(first) > 1 and first.isupper() and "." not in first
    return (
        2 * opens
        + 2 * initials
        + 2 * nation
        + 2 * statistics
        + 2 * (alone[first] > alone[last])
        - 3 * (alone[last] > alone[first])
    )


def _by_place(text: str, start: int, *, end: int, titled: bool) -> int:
    lead, tail = text[max(0, start - 30) : start], text[end : end + 40]
    behind = _BEHIND.match(tail)
    noun = behind[1] if behind is not None else ""
    before = lead.split()[-1].lower() if lead.split() and lead[-1:] in " \u00a0" else ""
    person = titled or before in words("persons") | words("roles") or _AGE.match(tail) is not None
    body = 2 * (_AT.search(lead) is not None or _OF.search(lead) is not None) + 2 * (noun in _offices())
    apposed = body_before(text, start, end=end) is not None or body_behind(text, end) is not None
    return body + 3 * apposed + (_IT.match(tail) is not None) - 3 * person


@cache
def _offices() -> frozenset[str]:
    """Nouns of people, offices and premises that stand behind the name of a body."""
    return words("persons") | words("groups") | words("organizations") | words("premises")
