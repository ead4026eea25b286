"""Whose a figure is: the statement that it stands in, else a body that the words around it name as its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.claim.setting import Setting
from hearsay.normalise.measure import words
from hearsay.records.resolution import Resolution
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Statement

REACH = 90
"""Letters before a figure within which it may be called somebody's own (two thirds of a line; not tuned)."""

LONG = 2
"""Words at the end of an organization's name that call it for short: "the coast guard" (not tuned)."""
OFTEN = 2
"""Times that a report names the body that it is about, and that "the company" in it is then (not tuned)."""

_OWN = "|".join(sorted(words("own"), key=len, reverse=True))
_VOICED = frozenset("figure figures estimate estimates claim claims offer offers forecast tally count".split())
"""Of these whoever they are said to be of is the owner, known or not."""
_TELLS = "|".join(sorted(words("tells"), key=len, reverse=True))
_HELD = re.compile(
    rf"(?P<who>[^,;:.()“”\"]*?)(?:['’]s?\s|\b(?P<its>its|their|his|her)\s)(?:\w+[\s-]){{0,3}}?(?P<noun>{_OWN})\s"
    rf"(?:(?:of|at|that|for|to|was|is)\s|[(]?)(?:(?!\b(?:and|but|said|says|while)\b|\d)[^,;.]){{0,40}}$",
    re.I,
)
"""Before the figure: "the union's figure of", "its offer of", "the ministry's claim that"."""
_IN_OWN = re.compile(
    rf"\s*(?:\w+\s)?(?:in|of|from|under)\s(?:(?P<its>its|their|his|her)|(?P<who>[^,;.]{{2,50}}?)['’]s?)\s(?:own\s|\w+\s){{0,2}}?"
    rf"(?:{_OWN})\b",
    re.I,
)
"""Behind it: "the 18,000 in its own plan"."""
_TOLD = re.compile(rf"\b(?:had\s|has\s|have\s)?(?:\w+ly\s|earlier\s)?(?:{_TELLS})\b(?P<rest>[^;]*)$", re.I)
_NEW_SUBJECT = re.compile(r"\b(?:that|which|who|when|while|if|because)\b|,\s", re.I)
_GAPPED = re.compile(
    r"\b(?:puts?|putting|estimate[sd]?|counted|said|reported)\b.*?(?:\band|,|\bwhile)\s(?P<who>[^,;.\d]{2,50}?)\s(?:at|of|with)\s*$",
    re.I,
)
"""Before the figure: "Police put the crowd at 15,000 and organisers at"."""
_SAID_BEHIND = re.compile(
    r"[^.;“”\"]*?,\s(?P<who>[^,;.“”\"]{2,60}?)\s(?:has\s|had\s|also\s|later\s)?(?:said|says|told|added|assured|announced|"
    r"reported|confirmed|estimated|insisted|wrote|acknowledged|claimed|stressed|noted|explained|warned)\b"
)
"""Behind it: "…, spokesman Jan Vos assured the committee"."""
_PUBLIC = re.compile(
    r"\b(?:guard|ministry|department|police|agency|commission|office|court|union|council|army|navy|force|parliament|senate|"
    r"government|bureau|house|service|authority|administration|board|committee|city|state|institute|fbi|party|association)\b"
)
"""Bodies that no report calls "the company"."""
_FIRM = frozenset("company firm group carmaker operator airline bank".split())
_DOCUMENT = re.compile(
    r"\b(?:document|paper|report|letter|memo|filing|study|survey|audit|leak|file|email|list)s?$", re.I
)
_GOES_ON = re.compile(r"(?:\s[\w-]+){0,4},?\s(?:with|and|plus|including|up\sfrom|down\sfrom)\s(?:\w+\s){0,2}")
_ASIDE = re.compile(r",\s[^,]*,?\s*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_BY_COUNT = re.compile(rf"\b(?:by|on)\s(?P<who>[^,;.]{{2,50}}?)['’]s?\s(?:\w+\s)?(?:{_OWN})\b", re.I)
_TAIL = re.compile(
    r"\W{0,3}\s*(?:up|down|with|compared|against|from|more|less|fewer|including|among|of\s(?:them|whom|which)|and|or|a|an|the|its|"
    r"bringing|taking|worse|better|higher|lower|about|some|at|roughly|nearly|almost|around|another|\w+ing)\b",
    re.I,
)
_GENERIC = re.compile(
    r"\b(?:company|firm|group|carmaker|operator|airline|bank|agency|ministry|union|government|club|"
    r"\w+(?:maker|giant))$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Ids of the statement that a figure stands in and of the source that it belongs to."""

    statement: str | None
    source: str | None


class Owners:
    """The statements and the named sources of one document, to be asked for each figure."""

    def __init__(self, text: str, statements: Sequence[Statement], *, resolution: Resolution) -> None:
        self._text = text
        self._last: tuple[int, Owner] | None = None
        self._statements = sorted(statements, key=_content_length)
        self._names = list(_names(resolution.sources))
        lower = text.lower()
        self._sources = {s.id: s for s in resolution.sources}
        named = {
            id: lower.count(name)
            for name, id, _ in self._names
            if self._sources[id].kind is SourceKind.ORGANIZATION and not _PUBLIC.search(name)
        }
        chief = max(named, key=lambda id: named[id], default=None)
        self._chief = chief if chief is not None and named[chief] >= OFTEN else None
        papers = [s.id for s in resolution.sources if s.kind is SourceKind.DOCUMENT]
        self._paper = papers[0] if len(papers) == 1 else None

    def of(self, setting: Setting) -> Owner:
        """Whose the figure is; nobody's in the report's own voice. To be asked in the order of the text."""
        owner = self._owner(setting)
        if owner.source is None and owner.statement is None and self._last is not None:
            end, before = self._last
            gap = self._text[end : setting.span.start]
            if end > setting.sentence.start and _GOES_ON.fullmatch(gap):
                owner = before
        # A statement has its own bounds; what only a clause told goes on as far as the clause does.
        told = owner.source is not None and owner.statement is None
        self._last = (setting.span.end, owner) if told else None
        return owner

    def _owner(self, setting: Setting) -> Owner:
        statement = self._holding(setting.span)
        rival = self._rival(setting, statement=statement)
        if rival is not None:
            same = statement is not None and statement.source == rival
            return Owner(statement.id if statement and same else None, rival or None)
        told = self._told(setting, statement=statement)
        if told is not None:
            return told
        if statement is None:
            statement = self._continued(setting)
        if statement is None:
            behind = _SAID_BEHIND.match(self._text[setting.span.end : setting.sentence.end])
            return Owner(None, self._named(behind["who"]) if behind else None)
        return Owner(statement.id, statement.source)

    def _holding(self, span: Span) -> Statement | None:
        """The statement with the shortest content that holds it."""
        return next((s for s in self._statements if any(c.overlaps(span) for c in s.spans.content)), None)

    def _rival(self, setting: Setting, *, statement: Statement | None) -> str | None:
        """A source that the words around the figure name as its owner; "" where they name one that is not known."""
        start = setting.span.start
        before = self._text[max(setting.sentence.start, start - REACH) : start]
        held = _HELD.search(before)
        if held and (source := self._owner_of(held, setting, statement=statement)):
            return source
        if held and not held["its"] and held["noun"].lower() in _VOICED:
            return ""
        after = _IN_OWN.match(self._text[setting.span.end : setting.sentence.end])
        if after:
            return self._owner_of(after, setting, statement=statement) or ""
        counted = _BY_COUNT.match(before.lstrip()) if statement is None else None
        return self._named(counted["who"]) if counted else None

    def _owner_of(self, match: re.Match[str], setting: Setting, *, statement: Statement | None) -> str | None:
        if not match["its"]:
            return self._named(match["who"].strip())
        # "its", "their": the body named nearest before it in the sentence, else whoever the report is about.
        start = setting.span.start
        near = self._last_named(self._text[setting.sentence.start : start])
        if near is not None and (statement is None or near != statement.source):
            return near
        if statement is not None and self._is_of_source(statement, setting):
            return statement.source
        return self._chief

    def _is_of_source(self, statement: Statement, setting: Setting) -> bool:
        """Whether "its" within a statement can only be its source: no other subject stands in the content."""
        content = statement.spans.content[0]
        said = self._text[content.start : setting.span.start]
        subject = re.match(r"\W*(?:that\s)?(?:the|a|an)\s+(\w+)", said, re.I)
        return not (subject and _GENERIC.search(subject[1]))

    def _told(self, setting: Setting, *, statement: Statement | None) -> Owner | None:
        """Whose it is where a clause of its own reports it: "police estimated the crowd at 14,000"."""
        gapped = _GAPPED.search(setting.text[setting.sentence.start : setting.span.start])
        if gapped and (source := self._named(gapped["who"])):
            return Owner(None, source)
        told = _TOLD.search(setting.before)
        if told is None or _NEW_SUBJECT.search(told["rest"]):
            return None
        first = setting.clause.start
        if statement is not None and any(c.start < first + told.end() - len(told["rest"]) for c in statement.spans.cue):
            cue = statement.spans.cue[0]
            if cue.start >= first or statement.spans.content[0].start >= first:
                return None
        subject = re.sub(r"^\W*(?:and|but|while|whereas|as|although)\s", "", setting.before[: told.start()]).strip()
        if "”" in subject and "“" not in subject:
            subject = self._text[setting.sentence.start : first] + subject
        source = self._named(_ASIDE.sub("", _QUOTED.sub("", subject))) if subject else None
        if (
            source is None
            and statement is not None
            and self._text[max(0, first - 2) : first] == "; "
            and len(subject) > 4
        ):
            return Owner(None, None)
        if source is None or (statement is not None and source == statement.source):
            return None
        return Owner(None, source)

    def _continued(self, setting: Setting) -> Statement | None:
        """The statement of the same sentence that the words around the figure only go on with."""
        span = setting.span
        best = None
        for s in self._statements:
            pieces = (*s.spans.source, *s.spans.cue, *s.spans.content)
            first, last = min(p.start for p in pieces), max(p.end for p in pieces)
            if not (setting.sentence.start <= last <= setting.sentence.end) or any(
                p.holds(span) for p in s.spans.source
            ):
                continue
            inner = first <= span.start and span.end <= last and first >= setting.sentence.start
            tail = last <= span.start and _TAIL.match(self._text[last : span.end])
            if (inner and not self._is_aside(s, span)) or (tail and self._is_last(s, last, span=span)):
                best = s
        return best

    def _is_aside(self, statement: Statement, span: Span) -> bool:
        """Whether the figure stands between source and cue: "The bank, which has 8,000 staff, said"."""
        source, cue = statement.spans.source, statement.spans.cue
        return bool(source) and source[0].start <= span.start < cue[0].start

    def _is_last(self, statement: Statement, last: int, *, span: Span) -> bool:
        """Whether only the goings-on of a statement lie between it and the figure, and not who said it."""
        gap = self._text[last : span.start]
        return not re.search(r"[;]|[.!?]\s|,\s(?:who|which|whose|but|while)\b", gap) and bool(statement.spans.cue)

    def _named(self, words_: str) -> str | None:
        """The source whose name ends these words, as "the World Bank" ends "dismissed the World Bank"."""
        lower = words_.lower().strip(" ,“”\"'’")
        best, length = None, 0
        for name, source, common in self._names:
            if len(name) > length and re.search(rf"\b{re.escape(name)}\b", lower):
                tail = lower[lower.rindex(name) + len(name) :]
                if common and not _alone(lower[: lower.rindex(name)]):
                    continue
                if not tail or re.fullmatch(
                    r"(?:\s(?:in|of|at|for|on)\s[\w\s'’]+|\s(?:had|has|have|also|later|earlier))", tail
                ):
                    best, length = source, len(name)
        if best is None and (generic := _GENERIC.search(lower)):
            ends = {source for name, source, _ in self._names if name.endswith(" " + generic[0])}
            return ends.pop() if len(ends) == 1 else None if ends or generic[0] not in _FIRM else self._chief
        if best is None and _DOCUMENT.search(lower):
            return self._paper
        return best

    def _last_named(self, words_: str) -> str | None:
        lower, best, at = words_.lower(), None, -1
        for name, source, _ in self._names:
            place = lower.rfind(name)
            if place > at and re.search(rf"\b{re.escape(name)}\b", lower[place:]):
                best, at = source, place
        return best


def _alone(before: str) -> bool:
    """Whether a common noun stands with no more than its article behind ``before``."""
    return bool(re.search(r"(?:^|\b(?:the|a|an|its|their|our|dismissed|rejected|and|but|by|from|of|while)\s)$", before))


def _content_length(statement: Statement) -> int:
    return sum(c.end - c.start for c in statement.spans.content)


def _names(sources: Sequence[Source]) -> Iterator[tuple[str, str, bool]]:
    """Every name of every source in lower case, articles left out; and whether it is a lone common noun."""
    for source in sources:
        for name in (source.name, *source.aliases):
            bare = re.sub(r"^(?:the|a|an|its|his|her|their)\s+", "", name.strip(), flags=re.I).strip()
            lower = bare.lower()
            if source.kind is SourceKind.ORGANIZATION and len(split := lower.split()) > LONG:
                yield " ".join(split[-LONG:]), source.id, False
            if len(bare) > 2 and lower not in ("they", "who", "him", "her", "them", "she"):
                yield lower, source.id, " " not in bare and bare == lower
