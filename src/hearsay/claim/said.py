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
from hearsay.normalise.when.tense import is_past
from hearsay.normalise.when.when import When
from hearsay.normalise.when.words import table
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
    r"(?:late\s|early\s)?(?:by\s[^,]{1,60}?\s)?(?:on\s|in\s)?$",
    re.I,
)
_AFTERWARDS = re.compile(r"\b(?:afterwards?|later|shortly\s(?:after|before)|after\sthe\s\w+)\b", re.I)
_NEW_CLAUSE = re.compile(
    r"[;:]|,\s(?:who|which|whose|where|when|after|as|while|and\s(?:he|she|it|they)|but)\b|\b(?:who|which|that|whether|how|why|"
    r"what|because|while|although|though|if|when|where)\b",
    re.I,
)
_ASIDE = re.compile(r",|\b(?:who|which|whose|where|when|that)\b", re.I)
_SAME_OCCASION = re.compile(
    r"\b(?:the|that)\ssame\s(?:call|day|news\sconference|press\sconference|briefing|event|meeting|interview|hearing|"
    r"statement|letter|speech|occasion|session|post|filing|conference|debate)\b",
    re.I,
)
_OCCASION = re.compile(
    r"(?:In|At|During|Speaking|Writing|Asked|Testifying|Appearing|Addressing|Briefing|Following|Earlier|Later)\b[^,;:.]{1,80}",
)
_PLACE = re.compile(r",\s(?:in|at|from|speaking\s\w+|writing\s\w+)\s[\w\s]{1,30}\s")
_MEANWHILE = re.compile(r"^\s(?:as|while)\s(?:\w+\s){0,3}$")
_THE_DOCUMENT = re.compile(
    r"(?:the|its|that|their|his|her)\s(?:\w+\s)?(?P<noun>filing|letter|statement|report|memo|memorandum|document|paper|study|"
    r"audit|complaint|indictment|lawsuit|ruling|notice|bulletin|order|survey|poll|paper|article|release|email|e-mail|post)",
    re.I,
)
_APPEARED = re.compile(
    r"\b(?:spoke|testified|appeared|briefed|addressed|gave|held|issued|released|published|posted|met\sreporters|"
    r"took\squestions|delivered|wrote|was\sinterviewed)\b",
    re.I,
)
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_HELD = re.compile(
    r"\ban?\s(?P<part>morning|midday|lunchtime|afternoon|evening)\s(?:news\sconference|press\sconference|briefing|call|session|"
    r"meeting|interview|address|rally)\b",
    re.I,
)
_HOURS = {"morning": 8, "midday": 12, "lunchtime": 12, "afternoon": 13, "evening": 17}
"""The hour from which such a part of the day may lie behind a report of the same day."""
DOCUMENT_REACH = 2500
"""Characters back to where a document was first told of."""
OBJECT_WORDS = 12
"""Most words of a cue's object between it and its time words."""
_AUXILIARIES = frozenset(table("tense")["auxiliaries"].split())
_FINITE = _AUXILIARIES | frozenset("be been that who which whether to if because when while after before as".split())
_DETERMINERS = (" the ", " a ", " an ", " his ", " her ", " its ", " their ", " that ")
_COUNTED = frozenset("wounded injured killed displaced dead missing hundred".split())
_EVENTS = frozenset(table("nouns")["events"].split())
_POSSESSIVE = re.compile(r"['’]s?\b")
_SAYING_NOUN = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}(?:statements?|reports?|speech|address|interview|letter|briefing|news\sconference|press\sconference|"
    r"filing|remarks|post|posts|email|memo|tweet|call|meeting|hearing|debate|session)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said, EDTF, and the words that tell so."""

    value: str | None
    words: Span | None


NOT_TOLD = Said(None, None)


def said_on(document: Document, reading: Reading, *, resolution: Resolution, found: Sequence[When]) -> tuple[Said, ...]:
    """One for each attribution of ``reading``; ``found`` are the time expressions of the text, in its order."""
    frame = _Frame(document, reading, found=found)
    made: list[Said] = []
    last: dict[str | None, tuple[int, Said]] = {}
    for number, attribution in enumerate(reading.attributions):
        said = frame.own(number)
        who = resolution.credited[number]
        first, final = frame.paragraphs(attribution)
        if said is None and frame.is_same_occasion(attribution):
            said = last.get(who, last.get(None, (0, NOT_TOLD)))[1]
        elif said is None and who is not None and who in last:
            place, before = last[who]
            goes_on = not (frame.is_other_occasion(attribution) or frame.is_standing(attribution))
            said = before if goes_on and first - place <= 1 else None
        if said is None and not (frame.is_other_occasion(attribution) or frame.is_standing(attribution)):
            said = frame.occasion(attribution)
        made.append(said or NOT_TOLD)
        if who is not None:
            last[who] = (final, made[-1])
        if made[-1].value is not None:
            last[None] = (final, made[-1])
    for number, attribution in enumerate(reading.attributions):
        # "Keller believes …, her office said on Monday": what is told within another statement is as old as that.
        if made[number].value is None and attribution.within is not None and not frame.is_other_occasion(attribution):
            made[number] = made[attribution.within]
    return tuple(made)


class _Frame:
    """A document's text with its sentences, paragraphs and time expressions by place."""

    def __init__(self, document: Document, reading: Reading, *, found: Sequence[When]) -> None:
        text = self._text = document.text
        self._attributions = reading.attributions
        self._published = _day_of(document.published)
        hour = re.match(r"\d{4}-\d\d-\d\dT(\d\d)", document.published or "")
        self._hour = int(hour[1]) if hour else None
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
            known = self._named_document(attribution)
            return _said(known) if known is not None else self._part_of_day(attribution)
        dated = self._source_dated(attribution, inside, start=start)
        if dated is not None:
            return _said(dated)
        best: tuple[int, When] | None = None
        for when in inside:
            rank = self._rank(when, attribution, start=start)
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, when)
        if best is not None:
            return _said(best[1])
        found = self._afterwards(attribution, inside) or self._part_of_day(attribution)
        if found is None and (known := self._named_document(attribution)) is not None:
            return _said(known)
        return found

    def occasion(self, attribution: Attribution) -> Said | None:
        """The day that the sentence before gives to the source's appearance: "Keller spoke on Monday. He said …"."""
        pieces = (*attribution.source, *attribution.cue, *attribution.content)
        place = bisect_right(self._sentence_starts, min(p.start for p in pieces)) - 2
        if place < 0 or not attribution.source:
            return None
        start, end = self._sentences[place]
        appeared = _APPEARED.search(self._text, start, end)
        who = attribution.source[-1].of(self._text).split()[-1]
        known = who.lower() in _PRONOUNS or re.search(rf"\b{re.escape(who)}\b", self._text[start:end]) is not None
        if appeared is None or not known or self._has_cue(start, end):
            return None
        days = [w for w in self._between(start, end) if w.grain is Grain.DAY and not self._is_owner(w)]
        return _said(days[0]) if len(days) == 1 and days[0].relation is Relation.AT else None

    def is_other_occasion(self, attribution: Attribution) -> bool:
        """Whether the words around the cue tell of another time than the same source's statement before."""
        cue = attribution.cue[0]
        around = self._text[max(0, cue.start - 14) : attribution.cue[-1].end]
        after = self._text[attribution.cue[-1].end : attribution.cue[-1].end + 40]
        return bool(_OTHER_OCCASION.search(around)) or bool(re.search(r"\bin\s(?:an|a\sseparate|another)\s", after))

    def is_same_occasion(self, attribution: Attribution) -> bool:
        """Whether the words behind the cue point to the occasion that was told of last: "on the same call"."""
        end = attribution.cue[-1].end
        return bool(_SAME_OCCASION.search(self._text[attribution.cue[0].start : end + 60].partition(".")[0]))

    def is_standing(self, attribution: Attribution) -> bool:
        """Whether the cue is in the present tense: what somebody believes or denies has no day."""
        cue = self._text[attribution.cue[0].start : attribution.cue[0].end].split()
        return len(cue) > 0 and re.fullmatch(r"(?!(?:was|has|does|is)$)[a-z]+[^s]s", cue[0]) is not None

    def _may_date(self, when: When) -> bool:
        first, _ = when.days
        ahead = self._published is not None and first is not None and first > self._published
        return not ahead and when.relation not in {Relation.SINCE, Relation.UNTIL, Relation.BY, Relation.FROM}

    def _sentence(self, place: int) -> tuple[int, int]:
        return self._sentences[max(0, bisect_right(self._sentence_starts, place) - 1)]

    def _between(self, start: int, end: int) -> list[When]:
        first = bisect_right(self._starts, start - 1)
        return self._found[first : bisect_right(self._starts, end - 1)]

    def _source_dated(self, attribution: Attribution, inside: list[When], *, start: int) -> When | None:
        """The date of a document that is the source or speaks for it: "a letter dated Tuesday"."""
        cue = attribution.cue[0]
        for when in inside:
            if when.start > cue.start:
                break
            if _SOURCE_DATED.search(self._text[start : when.start]) and not self._has_cue(when.end, cue.start):
                return when
        return None

    def _named_document(self, attribution: Attribution) -> When | None:
        """The date that the text gave before to the document that is the source: "the filing", "a filing on Monday"."""
        words = " ".join(s.of(self._text) for s in attribution.source)
        named = _THE_DOCUMENT.fullmatch(words)
        if named is None:
            return None
        start = attribution.cue[0].start
        dated = re.compile(rf"\b{named['noun']}(?:\s(?:dated|published|released|issued|filed))?(?:\slate|\searly)?\s$")
        for when in reversed(self._between(max(0, start - DOCUMENT_REACH), start)):
            if dated.search(self._text[max(0, when.lead - 60) : when.lead]):
                return when
        return None

    def _rank(self, when: When, attribution: Attribution, *, start: int) -> int | None:
        """How well time words fit to a cue, the less the better; None where they belong to something else."""
        cue, cue_end = attribution.cue[0], attribution.cue[-1].end
        if any(c.start <= when.start < c.end for c in attribution.cue):
            return 0
        swallowed = any(0 <= when.lead - c.start <= 1 and 0 <= c.start - cue_end <= 2 for c in attribution.content)
        holder = next((c for c in attribution.content if c.start <= when.start < c.end), None)
        if not swallowed and holder is not None:
            return 90 if self._dates_verb(when, Span(cue_end, max(cue_end + 1, when.lead)), holder=holder) else None
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
        if any(0 <= when.lead - c.end <= 2 and c.start >= cue_end for c in attribution.content):
            return 60  # "put the toll at nine on Monday"
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
        if self._is_participle(cue) or _MEANWHILE.search(self._text[when.end : _subject_start(attribution, cue)]):
            return 150
        behind_source = attribution.source and attribution.source[-1].end <= when.start
        if behind_source:
            gap = self._text[attribution.source[-1].end : when.lead]
            if _PLACE.fullmatch(gap):
                return 2
            return None if _ASIDE.search(gap) or "," in self._text[when.end : cue.start] else 2
        # "On Friday, the union said", "Earlier this month he had praised".
        subject = min((s.start for s in attribution.source if s.start >= when.end), default=cue.start)
        lead = re.split(r"[;—]\s", self._text[start : when.lead])[-1]
        opens = lead.count(" ") <= 2 or _OCCASION.fullmatch(lead) is not None
        tail = self._text[when.end : when.end + 40]
        closed = re.match(r"(?:\s\w+){0,3},", tail)
        if _SAYING_NOUN.match(tail):
            return 200 if opens else None
        return 200 if opens and (closed or subject - when.end <= 2) else None

    def _part_of_day(self, attribution: Attribution) -> Said | None:
        """The day of the report, where it was out after the hour told: "told an evening news conference"."""
        cue = attribution.cue
        told = _HELD.search(self._text, cue[0].start, cue[-1].end + 60)
        if told is None or self._published is None or self._hour is None or self._hour < _HOURS[told["part"].lower()]:
            return None
        return Said(self._published.isoformat(), Span(told.start("part"), told.end("part")))

    def _dates_verb(self, when: When, between: Span, *, holder: Span) -> bool:
        """Whether time words within the content belong to the cue: "advised boats on Tuesday to stay in port".

        So where only the cue's object stands between, and no noun that names an event of its own.
        """
        words = re.findall(r"[a-z]+", between.of(self._text).lower())
        if holder.start < between.start or when.relation is not Relation.AT or not 0 < len(words) <= OBJECT_WORDS:
            return False
        rest = re.findall(r"[a-z]+", self._text[when.end : min(holder.end, when.end + 40)].lower())[:3]
        if any(w in _AUXILIARIES or is_past(w) for w in rest):
            return False  # "said a refit on Monday had …": they stand in the subject of a clause
        if any(w in _FINITE or (is_past(w) and w not in _COUNTED) for w in words):
            return False
        return words[-1] not in _EVENTS and words[-1].rstrip("s") not in _EVENTS

    def _is_participle(self, cue: Span) -> bool:
        """Whether the cue hangs on the main clause before it: ", saying …"."""
        words = cue.of(self._text).split()
        return words[0].endswith("ing") and self._text[max(0, cue.start - 2) : cue.start] == ", "

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
        if self._text[max(0, when.start - 8) : when.start].endswith(_DETERMINERS) and re.match(r"\s[a-z]", tail):
            return not _SAYING_NOUN.match("'s" + tail)  # "the 2016 campaign", but "in a Thursday interview"
        return bool(_POSSESSIVE.match(tail)) and not _SAYING_NOUN.match(tail)

    def _afterwards(self, attribution: Attribution, inside: list[When]) -> Said | None:
        """The day of what was told before in the sentence: "… Wednesday's debate …, told reporters afterwards"."""
        cue_end = attribution.cue[-1].end
        content = min((c.start for c in attribution.content if c.start >= cue_end), default=cue_end + 40)
        if not _AFTERWARDS.search(self._text[cue_end:content]):
            return None
        days = [w for w in inside if w.end <= attribution.cue[0].start and w.grain is Grain.DAY]
        return _said(days[-1]) if days else None


def _subject_start(attribution: Attribution, cue: Span) -> int:
    """Where the subject of a cue starts, where it stands before it; else where the cue starts."""
    return min((s.start for s in attribution.source if s.end <= cue.start), default=cue.start)


def _said(when: When) -> Said:
    return Said(re.sub(r"T.*$", "", when.value), Span(when.start, when.end))


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
