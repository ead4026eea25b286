"""When each attribution was said: by the time words of its cue, else as the same source's last one shortly before.

Told apart from the time of what is told: time words within the content, in a clause about the source or beside another
cue do not count.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.normalise.sentence import sentences
from hearsay.normalise.when.affix import Relation
from hearsay.normalise.when.period import Grain
from hearsay.normalise.when.when import When
from hearsay.records.document import Document, PartKind
from hearsay.records.reading import Attribution, Reading
from hearsay.records.resolution import Resolution
from hearsay.records.span import Span

REACH = 110
"""Characters from a cue to time words behind it: an addressee, a place and an occasion may stand between."""
_OTHER_OCCASION = re.compile(
    r"\b(?:had|has|have|previously|repeatedly|always|often|once|long|separately|in\s(?:an|a\sseparate|another)\sinterview|"
    r"in\sa\sseparate|at\sthe\stime|in\sthe\spast)\b",
    re.I,
)
_SOURCE_DATED = re.compile(
    r"\b(?:dated|published|released|issued|posted|sent|filed|written|signed|made\spublic|circulated|leaked|recorded)\s"
    r"(?:late\s|early\s)?(?:on\s|in\s|by\s[^,]{1,40}\son\s)?$",
    re.I,
)
_AFTERWARDS = re.compile(r"\b(?:afterwards?|later|shortly\s(?:after|before)|after\sthe\s\w+)\b", re.I)
_NEW_CLAUSE = re.compile(
    r"[;:]|,\s(?:who|which|whose|where|when|after|as|while|and\s(?:he|she|it|they)|but)\b|\b(?:who|which|that|whether|how|why|"
    r"what|because|while|although|though|if|when|where)\b",
    re.I,
)
_ASIDE = re.compile(r",|\b(?:who|which|whose|where|when|that)\b", re.I)
_POSSESSIVE = re.compile(r"['’]s?\b")
_SAYING_NOUN = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}(?:statements?|reports?|speech|address|interview|letter|briefing|news\sconference|press\sconference|"
    r"filing|remarks|post|meeting|hearing|debate|session)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said, EDTF, and the words that tell so."""

    value: str | None
    words: Span | None


NOT_TOLD = Said(None, None)


def said_on(
    document: Document, reading: Reading, *, resolution: Resolution, found: Sequence[When]
) -> tuple[Said, ...]:
    """One for each attribution of ``reading``; ``found`` are the time expressions of the text, in its order."""
    frame = _Frame(document, reading, found=found)
    made: list[Said] = []
    last: dict[str, tuple[int, Said]] = {}
    for number, attribution in enumerate(reading.attributions):
        said = frame.own(number)
        who = resolution.credited[number]
        if said is None and attribution.within is not None and attribution.within < number:
            said = None if frame.is_other_occasion(attribution) else made[attribution.within]
            said = said if said and said.value else None
        first, final = frame.paragraphs(attribution)
        if said is None and who is not None and who in last and not frame.is_other_occasion(attribution):
            place, before = last[who]
            said = before if first - place <= 1 else None
        made.append(said or NOT_TOLD)
        if who is not None:
            last[who] = (final, made[-1])
    return tuple(made)


class _Frame:
    """A document's text with its sentences, paragraphs and time expressions by place."""

    def __init__(self, document: Document, reading: Reading, *, found: Sequence[When]) -> None:
        text = self._text = document.text
        self._attributions = reading.attributions
        self._published = _day_of(document.published)
        lines = [p.span for p in document.parts if p.kind is PartKind.DATELINE]
        self._found = [w for w in found if self._may_date(w) and not any(p.start <= w.start < p.end for p in lines)]
        self._starts = [w.start for w in self._found]
        self._sentences = list(sentences(text))
        self._sentence_starts = [start for start, _ in self._sentences]
        self._paragraphs = [m.end() for m in re.finditer(r"\n\s*\n", text)]

    def paragraphs(self, attribution: Attribution) -> tuple[int, int]:
        """The numbers of the first and the last paragraph that an attribution stands in."""
        pieces = (*attribution.source, *attribution.cue, *attribution.content)
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
        return bisect_right(self._paragraphs, start), bisect_right(self._paragraphs, end - 1)

    def own(self, number: int) -> Said | None:
        """When an attribution was said by the time words of its own sentence."""
        attribution = self._attributions[number]
        start, end = self._sentence(attribution.cue[0].start)
        inside = self._between(start, end)
        if not inside:
            return None
        dated = self._source_dated(attribution, inside)
        if dated is not None:
            return _said(dated)
        best: tuple[int, When] | None = None
        for when in inside:
            rank = self._rank(when, attribution, start=start)
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, when)
        if best is not None:
            return _said(best[1])
        return self._afterwards(attribution, inside)

    def is_other_occasion(self, attribution: Attribution) -> bool:
        """Whether the words around the cue tell of another time than the same source's statement before."""
        cue = attribution.cue[0]
        around = self._text[max(0, cue.start - 14) : attribution.cue[-1].end]
        after = self._text[attribution.cue[-1].end : attribution.cue[-1].end + 40]
        return bool(_OTHER_OCCASION.search(around)) or bool(re.search(r"\bin\s(?:an|a\sseparate|another)\s", after))

    def _may_date(self, when: When) -> bool:
        first, _ = when.days
        ahead = self._published is not None and first is not None and first > self._published
        return not ahead and when.relation not in {Relation.SINCE, Relation.UNTIL, Relation.BY, Relation.FROM}

    def _sentence(self, place: int) -> tuple[int, int]:
        return self._sentences[max(0, bisect_right(self._sentence_starts, place) - 1)]

    def _between(self, start: int, end: int) -> list[When]:
        first = bisect_right(self._starts, start - 1)
        return self._found[first : bisect_right(self._starts, end - 1)]

    def _source_dated(self, attribution: Attribution, inside: list[When]) -> When | None:
        """The date of a document that is the source: "a letter dated Tuesday"."""
        if not attribution.source:
            return None
        start = attribution.source[0].start
        for when in inside:
            if start < when.start < attribution.cue[0].start and _SOURCE_DATED.search(self._text[start : when.start]):
                return when
        return None

    def _rank(self, when: When, attribution: Attribution, *, start: int) -> int | None:
        """How well time words fit to a cue, the less the better; None where they belong to something else."""
        cue, cue_end = attribution.cue[0], attribution.cue[-1].end
        if any(c.start <= when.start < c.end for c in attribution.cue):
            return 0
        swallowed = any(0 <= when.lead - c.start <= 1 and 0 <= c.start - cue_end <= 2 for c in attribution.content)
        if not swallowed and any(c.start <= when.start < c.end for c in attribution.content):
            return None
        within = any(s.start <= when.start < s.end for s in attribution.source)
        if self._is_owner(when) or (within and when.start < cue_end):
            return None
        if when.start >= cue_end:
            return self._rank_behind(when, attribution, swallowed=swallowed)
        return self._rank_before(when, attribution, start=start, cue=cue)

    def _rank_behind(self, when: When, attribution: Attribution, *, swallowed: bool) -> int | None:
        cue_end = attribution.cue[-1].end
        gap = self._text[cue_end : when.lead]
        if swallowed:
            return 1
        if len(gap) > REACH or _NEW_CLAUSE.search(gap) or self._has_cue(cue_end, when.start):
            return None
        if any(cue_end <= c.start < when.start for c in attribution.content):
            return None
        return 1 + len(gap)

    def _rank_before(self, when: When, attribution: Attribution, *, start: int, cue: Span) -> int | None:
        if self._has_cue(when.end, cue.start) or self._in_content(when, attribution):
            return None
        if when.relation in {Relation.AFTER, Relation.BEFORE}:
            return None
        behind_source = attribution.source and attribution.source[-1].end <= when.start
        if behind_source:
            gap = self._text[attribution.source[-1].end : when.lead]
            return None if _ASIDE.search(gap) or "," in self._text[when.end : cue.start] else 2
        # "On Friday, the union said", "Earlier this month he had praised".
        subject = min((s.start for s in attribution.source if s.start >= when.end), default=cue.start)
        opens = self._text[start : when.lead].count(" ") <= 2
        closed = re.match(r"(?:\s\w+){0,3},", self._text[when.end : when.end + 40])
        return 200 if opens and (closed or subject - when.end <= 2) else None

    def _in_content(self, when: When, attribution: Attribution) -> bool:
        """Whether the words stand in what this or another cue of the sentence tells."""
        return any(
            c.start <= when.start < c.end
            for other in self._attributions
            if abs(other.cue[0].start - when.start) < 1000
            for c in other.content
            if other is attribution or not any(c.holds(Span(q.start, q.end)) for q in attribution.cue)
        )

    def _has_cue(self, start: int, end: int) -> bool:
        return any(start <= a.cue[0].start < end for a in self._attributions)

    def _is_owner(self, when: When) -> bool:
        """Whether it dates something else: "Tuesday's ruling"; not the occasion itself: "in Tuesday's speech"."""
        tail = self._text[when.end : when.end + 40]
        return bool(_POSSESSIVE.match(tail)) and not _SAYING_NOUN.match(tail)

    def _afterwards(self, attribution: Attribution, inside: list[When]) -> Said | None:
        """The day of what was told before in the sentence: "… Wednesday's debate …, told reporters afterwards"."""
        cue_end = attribution.cue[-1].end
        content = min((c.start for c in attribution.content if c.start >= cue_end), default=cue_end + 40)
        if not _AFTERWARDS.search(self._text[cue_end:content]):
            return None
        days = [w for w in inside if w.end <= attribution.cue[0].start and w.grain is Grain.DAY]
        return _said(days[-1]) if days else None


def _said(when: When) -> Said:
    return Said(re.sub(r"T.*$", "", when.value), Span(when.start, when.end))


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
