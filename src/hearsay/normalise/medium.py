"""How something is told, from the words beside its cue: patterns over text as it stands; tables in ``media.toml``."""

import re
from functools import cache

from hearsay.normalise.inflect import verb_forms
from hearsay.normalise.tables import table

_NAME = r"[^\W\d_a-z][\w.&’'-]*"
_NAMES = rf"{_NAME}(?:\s+(?:(?:of|de|la|le|and|&)\s+)?{_NAME})*"
_WORD = r"(?![A-Z][a-z]+day\b)[\w’'-]+"
_PLURAL = (
    r"(?:[a-z]+\s+){0,2}?(?:remarks|comments|documents|filings|papers|posts|tweets|emails|e-mails|letters|interviews|"
    r"statements|messages|texts|speeches|briefs|memos|testimony)"
)
"""What needs no article: "in televised remarks", "in court papers"."""


def told_medium(words: str) -> tuple[int, int] | None:
    """Where in ``words``, a cue and what stands around it, a medium is told; None where none is."""
    for pattern in _patterns():
        if (match := pattern.search(words)) is not None:
            return match.span("medium")
    return None


def _any(kind: str, *, plural: bool = False) -> str:
    found = sorted(table("media")[kind].split(), key=len, reverse=True)
    body = "|".join(re.escape(w).replace(r"\-", r"[\s-]") for w in found)
    return rf"(?:{body}){'s?' if plural else ''}(?![\w-])"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """In their order: the first that is found tells."""
    noun, names = _any("nouns", plural=True), rf"(?-i:{_any('names')})"
    nouns = rf"{noun}(?:\s+{noun})*"
    determiner = r"(?:an?|the|his|her|its|their|this|that|several|two|three|separate|another|one of (?:his|her|its|their))"
    to = (
        rf"(?:\s+(?:with|to|from|for)\s+(?:(?:the|its|his|her|their|a)\s+)?(?:(?-i:{_NAMES})|(?:broadcaster|newspaper|news\s+agency|"
        rf"magazine|state\s+television|state\s+TV|radio|television)\s+(?-i:{_NAMES})|(?!(?:be|have|say|do)\b)[a-z]+)|\s+on\s+(?:the\s+)?{names}"
        rf"(?:\s+(?:social\s+(?:media|network)\s+)?(?:platform|site|app|network))?|\s+on\s+(?:social\s+media|his|her|its|their)(?:\s+\w+)?|"
        rf"\s+(?:in|at|on)\s+(?:the\s+)?(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){_NAMES}))?"
    )
    inside = rf"(?:(?:{_WORD})\s+){{0,3}}?"
    by = r"(?:in|on|via|by|through|over|at|during|from|within)"
    issued = r"(?:issued|released|published|posted|sent|wrote|circulated|issuing|releasing|posting|filed|shared|gave|delivered|tweeted)"
    verbs = "|".join(sorted(f for v in table("media")["verbs"].split() for f in verb_forms(v, irregular={"broadcast": "broadcasts broadcasting"})))
    speech = r"(?:told|tells|telling|assured|informed|reminded|warned|addressed|speaking\s+to|spoke\s+to|answering|asked\s+by)"
    patterns = (
        rf"\b{by}\s+(?P<medium>(?!(?:my|his|her|its|their|the)\s+opinion)(?:{determiner}\s+{inside}{nouns}|{_PLURAL}){to})",
        rf"\b{issued}\s+(?P<medium>{determiner}\s+{inside}{nouns}{to})",
        rf"\b(?:in|on|via|over|through)\s+(?P<medium>(?:the\s+)?(?:[a-z]+\s+){{0,3}}?(?:app|platform|site|network|social\s+media|channel)?\s*{names}(?:\s+(?:social\s+(?:media|network)\s+)?(?:platform|site|app|network))?)",
        r"\bin\s+(?P<medium>(?:open\s+)?(?:court|parliament|congress))\b",
        r"\b(?:on|via|through)\s+(?P<medium>(?:the\s+)?social\s+media(?:\s+platform)?)\b",
        r"\b(?:in|by|over|via|with)\s+(?P<medium>(?:his|her|its|their)?\s*(?:sworn\s+|written\s+|recorded\s+|prepared\s+|closing\s+|opening\s+)*(?:testimony|writing|comments|remarks|phone|telephone|email|e-mail|text|letter|video\s?link|satellite|fax|radio|mail))\b",
        rf"\b{speech}\s+(?P<medium>(?:(?:the|a|an|state|local|public|national)\s+)*{_any('outlets')}\s+(?-i:{_NAMES}))",
        rf"\b{speech}\s+(?P<medium>(?:\w+\s+)?{_any('audiences')})",
        rf"\b{speech}\s+(?P<medium>(?:the|an?|his|her|their)\s+(?:[\w’'-]+\s+){{0,2}}?{_any('hearers')})",
        rf"\b{speech}\s+(?P<medium>(?:the\s+)?(?-i:(?:{_NAME}\s+){{0,3}}(?:News|Times|Post|Press|Tribune|Herald|Journal|Guardian|Telegraph|Radio|TV|Television|Magazine|Reuters|AP|AFP|BBC|CNN|NBC|ABC|CBS|MSNBC|NPR|CNBC|Bloomberg|Axios|Politico|POLITICO|Fox)(?:\s+{_NAME})?))",
        rf"\b(?P<medium>{verbs})\b",
    )
    return tuple(re.compile(p, re.I) for p in patterns)
