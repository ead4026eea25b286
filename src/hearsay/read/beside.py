"""Who else a statement came through, told beside its cue: "told broadcaster X", "in an interview with X", "citing X".

Rules of version 1; tried on the dev stories and on sentences of our own (tests/read/test_beside.py).
"""

import re
from collections.abc import Sequence

from hearsay.records.reading import Attribution
from hearsay.records.span import Span

_NAME = r"(?:[^\W\d_a-z][\w.&'’-]*)"
_NAMES = rf"{_NAME}(?:\s+(?:of\s+(?:the\s+)?)?{_NAME}|\s+\d+)*"
_KIND = (
    # "TV" opens the name of a station ("TV Norda") unless a word for its owner stands before it ("state TV").
    r"(?:(?:state|public|local|national|private)\s+TV|"
    r"(?:(?:state|public|local|national|private|business|financial|tech|trade|German|French|British|weekly|daily)\s+)*"
    r"(?:news\s+agency|news\s+site|news\s+website|newspaper|broadcaster|radio(?:\s+station)?|television|magazine|"
    r"station|network|channel|daily|weekly|website|site|podcast|blog|outlet|tabloid|portal|wire))"
)
_OUTLET_WORD = (
    r"(?:News|Times|Post|Press|Tribune|Herald|Journal|Gazette|Chronicle|Guardian|Observer|Telegraph|Mirror|Express|"
    r"Sun|Globe|Examiner|Inquirer|Dispatch|Courier|Bulletin|Standard|Independent|Register|Record|Radio|TV|Television|"
    r"Service|Agency|Magazine|Week|Today|Daily|Weekly|Monde|Spiegel|Zeitung|Bild|Reuters|AP|AFP|UPI|BBC|CNN|NBC|ABC|"
    r"CBS|MSNBC|NPR|PBS|ITV|Sky|Bloomberg|CNBC|Axios|Politico|POLITICO|Xinhua|Kyodo|TASS|Interfax|DPA|dpa|EFE|ANSA|"
    r"Yonhap|NHK|Jazeera|Fox|FOX|Funk|funk)"
)
_OUTLET = (
    rf"(?:(?:the\s+)?{_KIND}\s+(?P<kinded>{_NAMES})"
    rf"|(?:the\s+)?(?P<named>(?:{_NAME}\s+){{0,3}}(?:{_OUTLET_WORD}|{_NAME}*funk)(?:\s+{_NAME}){{0,2}})\b"
    rf"|(?:the\s+)?(?P<called>{_NAMES})\s+{_KIND}\b"
    rf"|(?:the\s+)?(?P<initials>[A-Z]{{3,6}})\b)"
)
_TOLD = re.compile(
    rf"(?:\btold|\btelling|\bassured|\bin\s+an\s+interview\s+(?:with|on|to)|\bin\s+remarks\s+to|\bspeaking\s+(?:to|on)|"
    rf"\bwas\s+quoted\s+by|\bquoted\s+by|\bquoted\s+in)\s+{_OUTLET}"
)
_NOT_OUTLETS = frozenset("CEO GOP FBI CIA NATO EU UN NSA UK USA US MPs MEPs".split())
_CITED = (
    r"(?:records?|documents?|papers?|reports?|data|figures?|files?|filings?|letters?|memos?|emails?|statements?|"
    r"officials?|sources?|people|persons?|intelligence|surveys?|stud(?:y|ies)|polls?|police|transcripts?|images?|"
    r"photographs?|footage|logs?|witness(?:es)?|relatives|residents|spokes\w+|minist(?:er|ry)|agency|authorities|"
    r"doctors?|hospital|court|audit|registers?|manifest|employees|workers|analysts?|estimates?|census)"
)
_CITING = re.compile(
    r"\b(?:citing|quoting)\s+(?P<cited>(?:(?:an?|the|its|his|her|their|two|three|several|some|unnamed|unidentified)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,5}}?{_CITED}(?:\s+{_CITED})*(?:\s+(?:of|from|at|in|by|on|for|familiar\s+with|briefed\s+on|close\s+to)\s+"
    rf"(?:(?:the|an?|its|their)\s+)?[\w’'-]+(?:\s+{_NAME})*)?|(?:the\s+)?{_NAMES})"
)
_EVIDENCE = re.compile(r"(?:citing|quoting)\b.*", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[^\W\d_a-z])|\n+")


def outlet(text: str, attribution: Attribution) -> Span | None:
    """The outlet that it was told to, where the words at the cue name one."""
    cue = attribution.cue[0]
    sentence = _sentence(text, cue)
    for match in _TOLD.finditer(text, max(sentence.start, cue.start - 10), min(sentence.end, cue.end + 120)):
        near = match.start() <= cue.end + 60
        inside = any(c.start <= match.start() and match.end() <= c.end for c in attribution.content)
        group = next(name for name, words in match.groupdict().items() if words)
        if near and not inside and match[group] not in _NOT_OUTLETS:
            return Span(*match.span(group))
    return None


def cited(text: str, attribution: Attribution) -> Span | None:
    """Whom the source cites in the same sentence: then it is the cited one's statement, through the source."""
    sentence = _sentence(text, attribution.cue[0])
    for match in _CITING.finditer(text, sentence.start, sentence.end):
        if not any(c.start < match.start() and match.end() < c.end for c in attribution.content):
            return Span(*match.span("cited"))
    return None


def _sentence(text: str, span: Span) -> Span:
    """The sentence in which ``span`` stands."""
    low, high = max(0, span.start - 800), min(len(text), span.end + 800)
    ends = [m.end() for m in _SENTENCE.finditer(text, low, span.start)]
    after = _SENTENCE.search(text, span.end, high)
    return Span(ends[-1] if ends else low, after.start() if after else high)


def without_evidence(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions but for those that only name another's evidence ("…, the ministry said, citing records")."""
    return [a for a in attributions if not _EVIDENCE.fullmatch(a.cue[0].of(text)) or cited(text, a) is None]
