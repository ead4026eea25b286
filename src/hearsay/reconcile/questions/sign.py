"""What is known of a figure when it is held against others: its kind, what it measures, whom it counts."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from hearsay.normalise.measure import dimension, singular
from hearsay.normalise.number import number
from hearsay.normalise.stem import stem
from hearsay.reconcile.questions.lexicon import head_group, listed, measures, told_by
from hearsay.reconcile.questions.narrow import Narrow, narrow
from hearsay.reconcile.questions.sentences import Cue, Sentence, Texts, sentence
from hearsay.records.account import Given
from hearsay.records.figure import Figure

NOTHING = ""
"""The measure of what no words tell."""
PART = "part"
"""Stands for a whole that is no figure."""
REACH = 10.0
"""Steps at which a word tells as much of a figure as nothing does."""
FADE = 2.5
"""Steps over which what a word tells falls by e."""
HELD = 2.0
"""Steps at which a word stands that is a part of the figure's own phrase: it tells who is counted, and the verb by it
tells more of what ("85 protesters were detained"; not tuned)."""
CALLED = 5.0
"""The same where it only calls people by what they are in: "37 protesters were treated" (not tuned)."""
OWN = 2.0
"""Steps at which a word stands that the reader took for what is counted or measured."""
UNSURE = 0.5
"""The share of what no words tell up to which millions without a noun are money, if the words tell so (not tuned)."""
LINE = 6
"""Steps that the end of a line counts for: the lines of a list tell of other things (not tuned)."""
NAMED = 5
"""First letters by which a name and its adjective are one: "Tanzania", "Tanzanian" (not tuned)."""
NEAR = 12
"""Words on either side that are its company."""
REACHED = 60
"""Code points behind a figure that are looked at for places and rates, to the end of a word (not tuned)."""

_MONEY_NOUNS = re.compile(
    r"\b(?:ransom|payments?|dollars?|euros?|pounds?|cents?|penny|money|centavos?|pesos?|bribes?)\b", re.I
)
_SCALE = re.compile(r"\b(?:million|billion|trillion|[mb]n)\b|\d(?:bn|mn|m)\b", re.I)
_NUMBER = re.compile(r"\d")
_PER = re.compile(
    r"^\s?(?:(?:(?!(?:and|or|but|than|in|on|at|from|with|by|after|as)\b)[^\W\d_]+\s){0,4}?(?:a|per|each|every|for\s(?:each|every)|(?:of|to|for)\s(?:the\s\w+\sof\s)?(?:each|every))\s(?:of\stheir\s)?(?P<what>[^\W\d_]+(?:\s(?:family|families))?)|(?P<ly>annually|yearly|daily|weekly|monthly|hourly))\b",
    re.I,
)
_EACH = re.compile(r"\b(?:each|every)\s(?P<what>[^\W\d_]+)", re.I)
_RATE = re.compile(r"\b(?P<what>annual|yearly|monthly|weekly|daily|hourly)\s[^,;.]*$", re.I)
_PERIOD = re.compile(
    r"""\b(?:(?P<ord>first|second|third|fourth|final|last|latest|previous)[\s-](?P<part>quarter|half)|(?P<full>full|whole)[\s-]year
      |(?P<this>this|last|next)\s(?P<unit>week|month|year|quarter))\b""",
    re.I | re.X,
)
_OF_THE = re.compile(r"\sof\s(?:the|those|these)\s(?:[^\W\d_]+\s?){1,2}")
"""Behind a part: "19 of the bodies", of which more is told than that they are bodies."""
_TOLD_THEN = re.compile(r"\b(?:said|says|told|reported|announced|estimated|forecast|predicted|promised)\s$")
"""Before "last week", which then is when something was said."""
_ALL_BUT = re.compile(r"\b(?:all|everyone|everybody)\sbut\s(?:about\s|some\s)?$", re.I)
_NUMBER_OF = re.compile(
    r"\b(?:number|count|total|tally|estimate)\sof\s(?:[^\W\d_]+\s){0,2}?(?P<noun>(?!(?:was|is|has|his|its|this)\b)[^\W\d_]+s|people|men|women|children|(?P<those>(?:the\s)?"
    r"(?:dead|killed|injured|wounded|hurt|missing|arrested|detained|displaced|homeless|infected|sick|stranded|trapped)))\s"
    r"[^,;.\d]*\b(?:to|at|is|was|as)\s$"
)
"""Before a number without a noun: "raised its count of firefighters to"."""
_FURTHER = re.compile(r"\s(?:and|or)\s[^\W\d_]+\s(?P<noun>[^\W\d_]+)")
"""Behind an adjective: "current and former employees"."""
_BEHIND = re.compile(
    r"""\s(?:in|at|near|to|into|on|from|off|outside|inside|around)\s(?:the\s|its\s)?
        (?P<place>(?:(?:north|south)?(?:east|west|north|south)ern\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*
        |(?:square|stadium|park|bridge|hall|prison|port|airport|hospital|station|school)\b)""",
    re.X,
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A figure as it is compared. What is not told is empty."""

    id: str
    """Figure.id."""
    given: Given
    kind: str
    """"count", "money", "share", "length" …"""
    unit: str
    """Of an amount: its currency or dimension; "" of a count."""
    low: float | None
    """In the basic unit where the figure's has one, so that kilometres and metres compare."""
    high: float | None
    number: int
    """Which sentence of its document it stands in."""
    start: int
    """Where it stands in its sentence."""
    end: int
    sentence: Sentence
    told: Mapping[str, float]
    """The measures that words around tell of, with how much; what is not told is NOTHING's; all sum to 1."""
    head: str
    """The group of the noun that is counted."""
    noun: str
    """The noun as it stands."""
    restricted: frozenset[str]
    """Stems of what is told of the noun: "North Korean", "special forces"."""
    places: frozenset[str]
    sites: frozenset[str]
    """Where what it tells of happened, by names that are the same for the whole story."""
    per: str
    """What a rate is over: "year"; "head" for each of those concerned."""
    each: str
    """The same as it stands: "family"."""
    period: str
    """What an amount runs over: "quarter"."""
    over: str
    """The same as it stands: "third quarter"."""
    of: str
    """Sign.id of the figure that it is told to be a part of, "257 people, 12 Americans among them"; PART where that is
    none: "19 of the bodies"."""
    company: frozenset[str]
    """Stems of the words around."""
    narrow: Narrow
    is_bare: bool
    """Whether only the number stands there, so that what it counts is to be found elsewhere."""


def sign(given: Given, texts: Texts) -> Sign:
    """The sign of a figure, before others of its document are looked at."""
    figure, text = given.figure, given.document.text
    place, start, end = texts.at(given.document.id, text, place=figure.span.start)
    stands = sentence(text[start : max(end, figure.span.end)])
    here, there = figure.span.start - start, figure.span.end - start
    own = _own(figure, text, start=start, size=len(stands.text))
    stands = replace(stands, cues=_heard(stands, given, start=start))
    kind, unit = _kind(figure, given.words)
    told = _told(stands, here, end=there, kind=kind, own=own)
    if kind == "count" and figure.unit is None and _SCALE.search(given.words):
        as_money = _told(stands, here, end=there, kind="money", own=own)
        if as_money[NOTHING] < min(UNSURE, told[NOTHING]):
            kind, told = "money", as_money
    behind = stands.text[there : stands.text.find(" ", there + REACHED) if len(stands.text) > there + REACHED else None]
    noun, head = _noun(figure, given.words, behind=behind) if kind == "count" else ("", "")
    if kind == "count" and not noun and (counts := _NUMBER_OF.search(stands.text[:here])):
        noun = "people" if counts["those"] else counts["noun"].lower()
        head = head_group(noun)
    low, high = (figure.min, figure.max) if figure.base is None else figure.base[:2]
    each = _each(figure, stands, here=here, behind=behind)
    period, over = _period(stands, here, end=there) if kind in ("money", "share") else ("", "")
    return Sign(
        id=figure.id,
        given=given,
        kind=kind,
        unit=unit,
        low=low,
        high=high,
        number=place,
        start=here,
        end=there,
        sentence=stands,
        told=told,
        head=head,
        noun=noun,
        restricted=_restricted(figure, text, noun=noun) if kind == "count" and noun else frozenset(),
        places=_places(figure, text, behind=behind),
        sites=frozenset(),
        per=_per(each),
        each=each,
        period=period,
        over=over,
        of=PART if kind == "count" and _is_part(stands.text, here, end=there) else "",
        company=_company(stands, here, end=there),
        narrow=narrow(given, kind=kind, before=stands.text[:here], behind=stands.text[there:]),
        is_bare=not noun if kind == "count" else not _has_noun(figure),
    )


def _is_part(text: str, start: int, *, end: int) -> bool:
    """Whether it is told to be a part, or all but a part, of those that are meant: "19 of the bodies", "all but 35"."""
    return bool(_OF_THE.match(text, end) or _ALL_BUT.search(text, 0, start))


def middle(sign: Sign) -> float:
    """The middle of a figure's ends, or the one that it has."""
    ends = [end for end in (sign.low, sign.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _has_noun(figure: Figure) -> bool:
    return figure.counted is not None


def _kind(figure: Figure, words: str) -> tuple[str, str]:
    unit = figure.unit
    if unit is None:
        fraction = figure.max is not None and 0 < figure.max < 1
        return ("share", "%") if fraction else ("count", "")
    sort = dimension(unit)
    if sort is None:
        if figure.max == 0 and _MONEY_NOUNS.search(words):
            return "money", ""
        return _named(unit)
    upper = unit.partition("/")[0]
    if sort == "currency":
        return "money", upper if upper.isupper() else ""
    return {"calendar": "time"}.get(sort, sort), "%" if sort == "share" else ""


@cache
def _named(unit: str) -> tuple[str, str]:
    return ("money", "") if unit.partition("/")[0].lower() in _SHARED else ("count", "")


_SHARED = frozenset("pesos dollars francs pounds crowns krona kronor rupees dinars shillings".split())
"""Currencies that several countries have: which one is not told."""


def _noun(figure: Figure, words: str, *, behind: str) -> tuple[str, str]:
    """The head of what is counted as it stands, and its group; empty where only a number stands.

    A group with a capital is a people: "Americans".
    """
    unit = figure.unit
    if unit is None:
        return "", ""
    noun = unit.split("/")[0].split()[-1].lower()
    if noun in listed("plain") and head_group(noun) != "people" and (further := _FURTHER.match(behind)):
        noun = further["noun"].lower()
    group = head_group(noun)
    is_name = group == singular(noun) and re.search(rf"\b{re.escape(noun.capitalize())}\b", words)
    return noun, group.capitalize() if is_name else group


def _own(figure: Figure, text: str, *, start: int, size: int) -> tuple[tuple[int, int], ...]:
    """Where the sentence, from ``start``, tells what the figure counts and measures apart from its number."""
    spans = [s for s in (figure.counted, figure.measure) if s is not None and not _NUMBER.search(s.of(text))]
    return tuple((s.start - start, s.end - start) for s in spans if start <= s.start and s.end <= start + size)


def _heard(stands: Sentence, given: Given, *, start: int) -> tuple[Cue, ...]:
    """The cues of a sentence, from ``start``, but those in the name of its source: "Survivor Elmer Sabanal"."""
    named = given.statement.spans.source if given.statement is not None else ()
    return tuple(
        cue for cue in stands.cues if not any(s.start <= start + cue.start and start + cue.end <= s.end for s in named)
    )


def _told(stands: Sentence, start: int, *, end: int, kind: str, own: tuple[tuple[int, int], ...]) -> dict[str, float]:
    """How much the words of a sentence tell of each measure of a quantity that stands from ``start`` to ``end``."""
    table, found = measures(), {NOTHING: math.exp(-REACH / FADE)}
    numbers = [m.start() for m in _NUMBER.finditer(stands.text)]
    of = _OF_THE.match(stands.text, end)
    for cue in stands.cues:
        if of and cue.start < of.end() and end <= cue.start:
            continue
        fitting = [name for name in cue.measures if kind in table[name].kinds]
        if not fitting:
            continue
        steps = _steps(stands, start, end=end, cue_start=cue.start, cue_end=cue.end, numbers=numbers)
        if any(s <= cue.start and cue.end <= e for s, e in own):
            steps = min(steps, OWN)
        share = math.exp(-steps / FADE) / len(fitting)
        for name in fitting:
            found[name] = max(found.get(name, 0.0), share)
    whole = sum(found.values())
    return {name: share / whole for name, share in found.items()}


def told_behind(sign: Sign) -> dict[str, float]:
    """What the words behind a figure alone tell of it."""
    behind = tuple(cue for cue in sign.sentence.cues if cue.start >= sign.end)
    return _told(replace(sign.sentence, cues=behind), sign.start, end=sign.end, kind=sign.kind, own=())


def _steps(stands: Sentence, start: int, *, end: int, cue_start: int, cue_end: int, numbers: list[int]) -> float:
    """Words between a quantity and a cue; further where a clause ends or another number stands between."""
    if cue_start < end and start < cue_end:
        return CALLED if stands.text[cue_start:cue_end].lower() in listed("called") else HELD
    left, right = (cue_end, start) if cue_end <= start else (end, cue_start)
    between = sum(left <= s and e <= right and word not in listed("helping") for s, e, word in stands.words)
    clauses = sum(left <= place < right for place in stands.breaks)
    lines = stands.text.count("\n", left, right)
    others = any(left <= place < right for place in numbers)
    return 1 + between + 3 * clauses + 3 * others + LINE * lines + (1.0 if cue_end <= start else 0.0)


def _restricted(figure: Figure, text: str, *, noun: str) -> frozenset[str]:
    """Stems of the words beside the head in the counted noun phrase."""
    words = figure.span.of(text)
    if figure.counted is not None and figure.counted.overlaps(figure.span):
        stop = max(figure.counted.end, figure.span.end)
        words = text[min(figure.counted.start, figure.span.start) : stop]
    found = re.findall(r"[^\W\d_]+", re.sub(r"[’']s\b", "", words))
    return frozenset(name_or_stem(word) for word in found if _restricts(word.lower(), noun))


def _restricts(word: str, noun: str) -> bool:
    """Whether a word of a counted phrase tells which: no idle word, none that tells the measure."""
    is_told = word == noun or head_group(word) == "people" or bool(told_by(word))
    return not (is_told or word in listed("plain") or number(word) is not None)


def name_or_stem(word: str) -> str:
    """What a word shares with others of its kind: "Korea" with "Korean", by first letters; a common word its stem."""
    return word.lower()[:NAMED] if word[0].isupper() else stem(word)


def _places(figure: Figure, text: str, *, behind: str) -> frozenset[str]:
    """Names of places, in lower case, that stand in the counted phrase or behind it in its clause."""
    found = {w.lower() for w in re.findall(r"\b[A-Z]{2,}\b|\b[A-Z][a-z]+", figure.span.of(text))[0:3]}
    clause = re.split(r"[,;.]\s", behind)[0]
    for match in _BEHIND.finditer(clause):
        found.update(w.lower() for w in match["place"].split())
    return frozenset(w for w in found if len(w) > 1 and not _is_idle(w))


def _is_idle(word: str) -> bool:
    """Whether a word in lower case names no place, and restricts no noun: "Tuesday", "thirty", "more"."""
    return word in listed("calendar") or word in listed("plain") or number(word) is not None


def _each(figure: Figure, stands: Sentence, *, here: int, behind: str) -> str:
    """What a rate is over, as it stands."""
    if figure.unit and "/" in figure.unit:
        return figure.unit.partition("/")[2]
    clause = re.split(r"[,;]\s", behind)[0]
    found = _PER.match(clause)
    if found:
        return (found["what"] or found["ly"]).lower()
    rate = _RATE.search(stands.text[max(0, here - 60) : here])
    if rate:
        return rate["what"].lower()
    before = _EACH.search(stands.text[max(0, here - 45) : here])
    return before["what"].lower() if before else ""


def _per(what: str) -> str:
    """A rate's lower side: the time itself, "head" for each of those concerned."""
    times = {
        "annual": "year",
        "annually": "year",
        "yearly": "year",
        "daily": "day",
        "weekly": "week",
        "monthly": "month",
        "hourly": "hour",
    }
    what = times.get(what, what)
    if not what:
        return ""
    return what if what in listed("time") else "head"


def _period(stands: Sentence, start: int, *, end: int) -> tuple[str, str]:
    """What an amount runs over, and the same as it stands."""
    best, found, words = 60, "", ""
    for match in _PERIOD.finditer(stands.text):
        if match["this"] and _TOLD_THEN.search(stands.text[: match.start()]):
            continue
        away = start - match.end() if match.end() <= start else match.start() - end
        if away < best:
            best = away
            found, words = (match["part"] or match["unit"] or "year").lower(), match[0].lower()
    return found, words


def _company(stands: Sentence, start: int, *, end: int) -> frozenset[str]:
    before = [w for s, e, w in stands.words if e <= start][-NEAR:]
    behind = [w for s, e, w in stands.words if s >= end][:NEAR]
    inside = [w for s, e, w in stands.words if s < end and e > start]
    return frozenset(
        stem(re.sub(r"[’']s$", "", w))
        for w in (*before, *inside, *behind)
        if w not in listed("stop") and w not in listed("plain") and len(w) > 2
    )
