"""What parts figures of one measure: which way a thing is measured, whose share it is, who pays, of which year."""

import re
from dataclasses import dataclass

from hearsay.normalise.stem import stem
from hearsay.reconcile.questions.lexicon import listed
from hearsay.records.account import Given

NEAR = 45
"""Code points before a figure within which a word tells which way a thing is measured (about a clause; not tuned)."""

_WAYS = {
    "long": "long longer length stretch stretched stretches stretching ran runs extends extended",
    "wide": "wide wider width broad breadth across",
    "high": "high higher height tall taller",
    "deep": "deep deeper depth",
    "thick": "thick thicker thickness",
}
_WAY_OF = {word: way for way, words in _WAYS.items() for word in words.split()}
_BEHIND_WAY = re.compile(r"^[\s-](?:in\s)?(?P<way>long|wide|width|high|tall|deep|thick|across|length|height|depth)\b")
_CHANGE = re.compile(
    r"\b(?:by|rose|fell|gained|lost|dropped|jumped|slid|climbed|grew|shrank|slumped|plunged|another|up|down)\s"
    r"(?:(?:another|about|around|nearly|almost|some|more\sthan|a\sfurther)\s)?$"
)
_BEYOND = re.compile(r"(?:above|over|past|beyond|below|under)\s", re.I)
"""Begins a figure that is a level: "climbed above 2 percent"."""
_LEVEL = re.compile(r"\b(?:at|to|reached|exceeded|(?:is|was|are|were)\s(?:at\s)?)\s?$")
_OF = re.compile(r"^\sof\s(?P<what>(?:[^\W\d_]+['’]?s?\s?){1,4})")
_COSTS = re.compile(
    r"(?P<what>(?:[^\W\d_]+\s){1,6}?)(?:(?:will|would|had|has|have|could|may|might|can|to)\s)?costs?\b[^.;\d]*$", re.I
)
_COST_OF = re.compile(r"\b(?:costs?|bill|price)\s(?:of|for)\s(?P<what>(?:[^\W\d_]+\s){1,4})[^.;\d]*$", re.I)
_CLAUSE = re.compile(r"\b(?:that|said|says|as|and|but|while)\s", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_NAME = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
_NAMES = re.compile(rf"\b{_NAME}")
_FOR = re.compile(rf"^\s(?:of\s(?:the\s)?votes?\s)?(?:for|support(?:s|ed|ing)?|back(?:s|ed|ing)?)\s(?P<name>{_NAME})")
_SPEAKS = re.compile(r"^[^.;\d]{0,30}?\b(?:said|says|told|put|estimated|believes?|expects?|added|wrote|insisted)\b")
_PRONOUN = re.compile(r"\b(?:her|him|his|he|she|it|its|they|them|their)\b", re.I)
_OVER = re.compile(r"\b(?:leads?|led|leading|beats?|beating|trails?|trailing|ahead\sof|over|edges?|edged|tops?)\s$")
_SHARE = re.compile(r"\d[\d.,]*(?:%|\sper\s?cent)|[\d.,]+\sto\s$", re.I)
_PAYERS = {
    "state": "government state ministry minister treasury city council country authorities parliament",
    "company": "company firm operator owner owners airline bank carmaker manufacturer employer management",
    "union": "union federation",
    "insurer": "insurer insurers",
}
_PAYER_OF = {word: sort for sort, words in _PAYERS.items() for word in words.split()}
_PAYS = re.compile(
    rf"""\b(?P<who>{"|".join(sorted(_PAYER_OF))})
        (?:['’]s?\s(?:[^\W\d_]+\s){{0,2}}?(?:payments?|offer|compensation|contribution)
        |\s(?:[^\W\d_]+\s){{0,3}}?(?:pays?|paid|paying|offer|offers|offered|offering|gives?|gave))\b[^.;\d]*$""",
    re.I | re.X,
)
_YEAR = re.compile(r"\d{4}")
_YEAR_BEFORE = re.compile(r"\b(?:in|since|during)\s(?P<year>(?:19|20)\d\d),?(?:\swhen\b)?[^.;\d]{0,40}$")
_YEAR_BEHIND = re.compile(r"^[^.;\d]{0,60}\bin\s(?P<year>(?:19|20)\d\d)\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_EARLIER = re.compile(
    rf"\blast\s(?:year|spring|summer|autumn|fall|winter|{_MONTHS})\b|\b(?:years?|decades?)\s(?:ago|earlier|before)\b"
)
_NEEDED = re.compile(
    r"\b(?:needs?|needed|requires?|required|minimum|permitted|allowed|maximum|limit\sof|threshold\sof)\s(?:[^\W\d_]+\s){0,2}$"
)
_TO_REACH = re.compile(r"^(?:\s[^\W\d_]+){0,2}?\s(?:needed|required|necessary)\b")
_WHOLE = re.compile(r"(?:\bof\sthe|\bits|\btheir|\bour|[\w]['’]s?)\s$")
_SINCE = re.compile(r"\bsince\s(?:19|20)\d\d,?\s(?!when)")


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a figure is of, beyond its measure; what is not told is empty."""

    way: str
    """Of a length: "long", "wide", "high", "deep"; of a share: "change" or "level"."""
    base: frozenset[str]
    """Of a share: stems of what it is a share of, "positions"; of a sum: of what costs it, "recount"."""
    names: frozenset[str]
    """Of a share: words of the name that it is told of, in lower case: "Mala had 52 percent"."""
    payer: str
    """Of a sum: the sort of body that is told to pay it: "state", "company"."""
    year: str
    """An earlier year than the report's, if it is told to be of that; "earlier" where it is told without its number."""
    is_known: bool
    """Whether it is a whole that is taken as known: "of the country's 9,700 schools"."""
    is_needed: bool
    """Whether it is what is needed or required, and not what there is."""


def narrow(given: Given, *, kind: str, before: str, behind: str) -> Narrow:
    """What the words before and behind a figure in its sentence tell."""
    return Narrow(
        way=_way(before, behind)
        if kind == "length"
        else _change(given, before, behind=behind)
        if kind == "share"
        else "",
        base=_base(behind) if kind == "share" else _costing(before) if kind == "money" else frozenset(),
        names=_told_of(before, behind, is_share=kind == "share") if kind in ("count", "share") else frozenset(),
        payer=_payer(before) if kind == "money" else "",
        year=_year(given, before, behind=behind) if kind in ("count", "share") else "",
        is_known=kind == "count" and bool(_WHOLE.search(before)),
        is_needed=bool(_NEEDED.search(before) or _TO_REACH.match(behind)),
    )


def _way(before: str, behind: str) -> str:
    found = _BEHIND_WAY.match(behind)
    if found:
        return _WAY_OF[found["way"]]
    words = [word.lower() for word in _WORD.findall(before[-NEAR:])]
    return next((_WAY_OF[word] for word in reversed(words) if word in _WAY_OF), "")


def _change(given: Given, before: str, *, behind: str) -> str:
    if _CHANGE.search(before) and not _BEYOND.match(given.words):
        return "change"
    return "level" if _LEVEL.search(before) or _OF.match(behind) else ""


def _base(behind: str) -> frozenset[str]:
    found = _OF.match(behind)
    return _stems(found["what"]) if found else frozenset()


def _costing(before: str) -> frozenset[str]:
    found = _COST_OF.search(before) or _COSTS.search(_CLAUSE.split(before)[-1])
    return _stems(found["what"]) if found else frozenset()


def _stems(text: str) -> frozenset[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(stem(word) for word in words if word not in listed("stop") and word not in listed("plain"))


def _told_of(before: str, behind: str, *, is_share: bool) -> frozenset[str]:
    found = _FOR.match(behind)
    if found or not is_share:
        return _words(found["name"]) if found else frozenset()
    last = max((match.end() for match in _SHARE.finditer(before)), default=0)
    if last and re.fullmatch(r"\s?to\s", before[last:]):
        return frozenset()
    names = [match for match in _NAMES.finditer(before) if _words(match[0])]
    near = [match for match in names if match.start() >= last] or names
    if not near:
        return frozenset()
    if _PRONOUN.search(before, max(near[-1].end(), last)):
        return frozenset[str]().union(*(_words(match[0]) for match in names))
    plain = [m for m in near if not _SPEAKS.match(before[m.end() :]) and not _OVER.search(before[: m.start()])]
    return _words(plain[-1][0]) if plain else frozenset()


def _words(name: str) -> frozenset[str]:
    found = {word.lower() for word in _WORD.findall(re.sub(r"[’']s\b", "", name))}
    return frozenset(w for w in found if len(w) > 2 and w not in listed("calendar") and w not in listed("stop"))


def _payer(before: str) -> str:
    found = _PAYS.search(before)
    return _PAYER_OF[found["who"].lower()] if found else ""


def _year(given: Given, before: str, *, behind: str) -> str:
    published = (given.document.published or "9999")[:4]
    told = given.figure.as_of or ""
    found = _YEAR_BEFORE.search(before) or _YEAR_BEHIND.match(behind)
    if not found and (_EARLIER.search(before[-NEAR:]) or _EARLIER.search(re.split(r"[,;]\s", behind)[0][: 2 * NEAR])):
        return "earlier"
    year = told if _YEAR.fullmatch(told) else found["year"] if found and not _SINCE.search(before) else ""
    return year if year < published else ""
