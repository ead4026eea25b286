"""Whose a figure is: the statement that it stands in, else a body that the words around it name as its own."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.claim.phrase import last, subject
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
OBJECT = 8
"""Most words between a verb of telling and its figure: "put the number of people without power at" (not tuned)."""
OFTEN = 2
"""Times that a report names the body that it is about, and that "the company" in it is then (not tuned)."""

_OWN = "|".join(sorted(words("own"), key=len, reverse=True))
_VOICED = words("voiced")
"""Of these whoever they are said to be of is the owner, known or not."""
_TELLS = "|".join(sorted(words("tells") | words("tell") | words("asks") | words("lists"), key=len, reverse=True))
_HELD = re.compile(
    rf"(?P<who>[^,;:.()“”\"]*?)(?:['’]s?\s|\b(?P<its>its|their|his|her)\s)(?:\w+[\s-]){{0,3}}?(?P<noun>{_OWN})\s"
    rf"(?!(?:would|will|could|may|might|shall)\b)(?:(?:of|at|that|for|to|was|is)\s|[(]?)(?:(?!\b(?:and|but|said|says|while)\b|\d)[^,;.]){{0,40}}$",
    re.I,
)
"""Before the figure: "the union's figure of", "its offer of", "the ministry's claim that"."""
_IN_OWN = re.compile(
    rf"\s*(?:\w+\s)?(?:in|from|under)\s(?:(?P<its>its|their|his|her)|(?P<who>[^,;.]{{2,50}}?)['’]s?)\s(?:own\s|\w+\s){{0,2}}?"
    rf"(?:{_OWN})\b",
    re.I,
)
"""Behind it: "the 18,000 in its own plan"."""
_TOLD = re.compile(rf"\s(?P<verb>{_TELLS})\b(?:\sthat\b)?(?=(?P<rest>[^;]*)$)", re.I)
_AT = re.compile(r"\b(?:at|as)\s(?:\w+\s){0,3}$")
_NEW_SUBJECT = re.compile(r"\b(?:that|which|who|when|while|if|because)\b|,\s", re.I)
_SEVERAL = re.compile(r"(?:s|people|police|they)(?:\s(?:in|of|at|for|from|on|with)\s.*)?$", re.I)
"""Who tells, where the verb's form is one of several."""
_GAPPED = re.compile(
    r"\b(?:puts?|putting|estimate[sd]?|counted|said|reported)\b.*?(?:\band|,|\bwhile)\s(?P<who>[^,;.\d]{2,50}?)\s(?:at|of|with)\s*$",
    re.I,
)
"""Before the figure: "Police put the crowd at 15,000 and organisers at"."""
_SAID_BEHIND = re.compile(
    r"[^.;“”\"]*?,\s(?P<who>[^,;.“”\"]{2,60}?)\s(?:has\s|had\s|also\s|later\s)?"
    r"(?:(?:told|assured|warned)(?:\s(?!(?:that|it|he|she|they|we|no)\b)[\w’'-]+){1,6}|said|says|added|announced|reported|confirmed|estimated|insisted|wrote|"
    r"acknowledged|claimed|stressed|noted|explained)"
    r"(?:\s(?:on|in|at|to|by|during|late|early|earlier|later|this|last|yesterday|today|[A-Z]\w+day)\b[^,;.“”\"]*)?"
    r"[.]?(?:\s*$|,|;)"
)
"""Behind it and at the end: "…, spokesman Jan Vos assured the committee". What goes on to say something else opens with
a time or place: "In one letter, Vos said the fleet would stay"."""
_PUBLIC = re.compile(
    r"\b(?:guard|ministry|department|police|agency|commission|office|court|union|council|army|navy|force|parliament|senate|"
    r"government|bureau|house|service|authority|administration|board|committee|city|state|institute|fbi|party|association)\b"
)
"""Bodies that no report calls "the company"."""
_FIRM = frozenset("company firm group carmaker operator airline bank".split())
_TOLD_BY = re.compile(
    r"(?:\s[\w-]+){0,3}?\s(?:was|were|is|are|been)\s(?:\w+ly\s)?(?:reported|recorded|counted|confirmed|registered|measured|"
    r"estimated)\sby\s(?P<who>[^,;.\d]{2,50})"
)
"""Behind it: "12 cases were confirmed by the ministry"."""
_PUT_BY = re.compile(r"\sby\s(?P<who>[^,;.\d]{2,50})")
_PUT = re.compile(r"\b(?:put|estimated|reckoned|measured|counted|calculated)\sat\s(?:\w+\s){0,2}$", re.I)
"""Around it: "put at 12 by the ministry"."""
_WHEN = re.compile(r"\s(?:on|in|late|early|last|this|at|after|before|yesterday|earlier|later)\b.*$", re.S)
_DOCUMENT = re.compile(rf"\b(?:{'|'.join(words('papers'))})s?$", re.I)
_OF_NUMBER = re.compile(rf"\b(?:{_OWN}|range|death\s\w+)\s(?:of|at)\s(?:\w+\s){{0,3}}$", re.I)
"""What makes "gave" a word of telling: "gave a higher toll of"."""
_NOUN = re.compile(r"\s(?:is|are|was|were|has|have|had|will|would|could|may|by)\b")
"""What follows a noun and no verb: "records were"."""
_GOES_ON = re.compile(r"(?:\s[\w-]+){0,4},?\s(?:with|and|plus|including|up\sfrom|down\sfrom)\s(?:\w+\s){0,2}")
_ASIDE = re.compile(r",\s[^,]*,?\s*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_BY_COUNT = re.compile(rf"\b(?:by|on)\s(?P<who>[^,;.]{{2,50}}?)['’]s?\s(?:\w+\s)?(?:{_OWN})\b", re.I)
_TAIL = re.compile(
    r"\W{0,3}\s*(?:up|down|with|compared|against|from|more|less|fewer|including|among|of\s(?:them|whom|which)|and|or|a|an|the|its|"
    r"bringing|taking|worse|better|higher|lower|about|some|at|roughly|nearly|almost|around|another|\w+ing)\b",
    re.I,
)
_FIRMS = r"(?:company|firm|group|operator|airline|bank|agency|ministry|union|government|club|\w*(?:maker|giant))"
_GENERIC = re.compile(rf"\b{_FIRMS}$", re.I)


_BODY = re.compile(rf"\b(?:the|an?)\s(?:[\w-]+\s){{0,2}}?(?:{_FIRMS}|{_PUBLIC.pattern})\b", re.I)
"""Whose "its" can be."""
_PRONOUNS = frozenset("it they he she".split())


@dataclass(frozen=True, slots=True)
class Owner:
    """Ids of the statement that a figure stands in and of the source that it belongs to."""

    statement: str | None
    source: str | None


class Owners:
    """The statements and the named sources of one document, to be asked for each figure."""

    def __init__(
        self,
        text: str,
        statements: Sequence[Statement],
        *,
        resolution: Resolution,
        credit: Callable[[Span], str | None],
    ) -> None:
        self._text = text
        self._credit = credit
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
            return Owner(None, self._who(behind, at=setting.span.end) if behind else None)
        return Owner(statement.id, statement.source)

    def _holding(self, span: Span) -> Statement | None:
        """The statement with the shortest content that holds it."""
        return next((s for s in self._statements if any(c.overlaps(span) for c in s.spans.content)), None)

    def _rival(self, setting: Setting, *, statement: Statement | None) -> str | None:
        """A source that the words around the figure name as its owner."""
        start, end = setting.span.start, setting.span.end
        first = max(setting.sentence.start, start - REACH)
        before = self._text[first:start]
        held = _HELD.search(before)
        if held and (source := self._owner_of(held, setting, at=first, statement=statement)):
            return source
        after = _IN_OWN.match(self._text[end : setting.sentence.end])
        if after:
            return self._owner_of(after, setting, at=end, statement=statement) or ""
        if statement is not None:
            return None
        lead = self._text[setting.sentence.start : start]
        counted = _BY_COUNT.match(lead)
        if counted:
            return self._who(counted, at=setting.sentence.start)
        behind = self._text[end : setting.clause.end]
        told = _TOLD_BY.match(behind) or (_PUT_BY.match(behind) if _PUT.search(lead) else None)
        return self._who(told, at=end, trim=_WHEN) if told else None

    def _owner_of(self, match: re.Match[str], setting: Setting, *, at: int, statement: Statement | None) -> str | None:
        if not match["its"]:
            known = self._named(match["who"].strip())
            voiced = "noun" not in match.re.groupindex or match["noun"].lower() in _VOICED
            return known or (self._who(match, at=at) if voiced else None)
        # "its", "their": the body named nearest before it in the sentence, else whoever the report is about.
        start = setting.span.start
        near = self._last_named(self._text[setting.sentence.start : start])
        if near is not None and (statement is None or near != statement.source):
            return near
        if statement is not None and self._is_of_source(statement, setting):
            return statement.source
        if self._chief is not None and match["its"].lower() in ("its", "their"):
            return self._chief
        bodies = list(_BODY.finditer(self._text, setting.sentence.start, at + match.start("its")))
        place = bodies[-1].span() if bodies else match.span("its")
        return self._credit(Span(*place) if bodies else Span(at + place[0], at + place[1]))

    def _who(self, match: re.Match[str], *, at: int, trim: re.Pattern[str] | None = None) -> str | None:
        """The source that the group "who" of a match names, known or not; ``at`` is where the searched text starts."""
        start, end = at + match.start("who"), at + match.end("who")
        if trim is not None and (late := trim.search(match["who"])):
            end = start + late.start()
        known = self._named(self._text[start:end])
        phrase = last(self._text, start, end=end) if known is None else None
        return self._credit(phrase) if phrase is not None else known

    def _is_of_source(self, statement: Statement, setting: Setting) -> bool:
        """Whether "its" within a statement can only be its source: no other subject stands in the content."""
        content = statement.spans.content[0]
        said = self._text[content.start : setting.span.start]
        subject = re.match(r"\W*(?:that\s)?(?:the|a|an)\s+(\w+)", said, re.I)
        return not (subject and _GENERIC.search(subject[1]))

    def _told(self, setting: Setting, *, statement: Statement | None) -> Owner | None:
        """Whose it is where a clause of its own reports it: "police estimated the crowd at 14,000"."""
        gapped = _GAPPED.search(setting.text[setting.sentence.start : setting.span.start])
        if gapped and (source := self._who(gapped, at=setting.sentence.start)):
            return Owner(None, source)
        told = next((m for m in reversed(list(_TOLD.finditer(setting.before)))), None)
        if told is None or _NEW_SUBJECT.search(told["rest"]) or _NOUN.match(told["rest"]):
            return None
        if len(told["rest"].split()) > OBJECT:
            return None
        first = setting.clause.start
        if statement is not None and any(c.start < first + told.end() for c in statement.spans.cue):
            cue = statement.spans.cue[0]
            if cue.start >= first or statement.spans.content[0].start >= first:
                return None
        source = self._teller(told, setting, statement=statement)
        if source is None or (statement is not None and source == statement.source):
            return None
        return Owner(None, source)

    def _teller(self, told: re.Match[str], setting: Setting, *, statement: Statement | None) -> str | None:
        """Who is the subject of a verb of telling; pronouns only in the report's own voice."""
        first, end = setting.clause.start, setting.clause.start + told.start()
        words_ = re.sub(r"^\W*(?:and|but|while|whereas|as|although)\s", "", self._text[first:end]).strip()
        if "”" in words_ and "“" not in words_:
            first = setting.sentence.start
        phrase = subject(self._text, first, end=end)
        if phrase is None:
            return None
        named = phrase.of(self._text)
        verb = told["verb"].lower()
        if verb in ("put", "puts") and not _AT.search(told["rest"]):
            return None
        known = self._named(named)
        if known is not None and verb in words("tells") | words("asks"):
            return known
        paper = _DOCUMENT.search(re.split(r"\s(?:of|by|from|in|on|for|to)\s", named)[0])
        if verb in words("lists") and not paper and not _OF_NUMBER.search(told["rest"]):
            return None
        if (verb in words("tell") and not _SEVERAL.search(named)) or (statement and named.lower() in _PRONOUNS):
            return None
        return known or self._credit(phrase)

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
