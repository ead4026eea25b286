"""Whether a figure is one that a reader of the story would follow, by rules that a news desk would give.

Followed are amounts, shares and counts of what the report is about: casualties, jobs, damage, money, votes, prices. Not
followed are lengths of time, small numbers of people and things that are company rather than measure ("two officials",
"three brothers", "a 62-page paper"), and what happened years ago.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from hearsay.claim.counted import Counted, is_fraction
from hearsay.claim.setting import Setting
from hearsay.normalise.measure import dimension, is_of_amounts, is_of_people, measure_of, plain, singular, words

SMALL = 12
"""The greatest number that a report writes as a matter of course and not as a measure (news style books spell numbers
up to nine or ten, and a dozen; not tuned)."""
NEAR = 60
"""Letters on either side within which a word tells the measure of a small count (half a line; not tuned)."""
OLD = 1
"""Years before publication from which a year in the clause makes its figures history (not tuned)."""

_PENALTY = re.compile(
    r"\b(?:sentence[sd]?|jail\w*|prison|imprison\w*|banned|ban|suspended|suspension|behind\sbars|asked\sfor|sought|wants|"
    r"miss|misses|sidelined|ruled\sout|outage|offline|dark|out\sof\s(?:service|action)|without\s(?:power|water)|stranded|trapped|"
    r"(?:was|were|been|be|is|are)\s(?:down|closed|shut|grounded|blocked))\b",
    re.I,
)
_WHERE = re.compile(
    r"\s?(?:(?:to\sthe\s)?(?:north|south|east|west)\w*|from|off|away|outside|inside|of\sthe|short\sof|offshore|inland|below|above)\b",
    re.I,
)
_HYPHENED = re.compile(
    r"^[\w.,]*\d[\d,.]*[-‐‑][a-z]|^[a-z]+[-‐‑](?:page|year|day|hour|month|week|minute|man|bed|seat|storey|story|member|point|part|way)\b",
    re.I,
)
_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|its|his|her|their|our|my|both|(?:in|across|from|at)\sall)|['’]s)\s(?:first\s|last\s|other\s|next\s|past\s)?$",
    re.I,
)
_PART = re.compile(r"(?:\s|^)of\s(?:the|its|his|her|their|these|those|our|whom|which|them|\w+['’]s)\b", re.I)
_YEAR = re.compile(
    r"\b(?:in|of|during|opened|built|back\sin)\s(?:[A-Z]\w+\s|early\s|late\s|mid-)?(1[89]\d\d|20\d\d)\b", re.I
)
_SINCE = re.compile(r"\b(?:since|by|until|than\sin|from|before)\s(?:\w+\s)?$", re.I)
_SEATS = re.compile(r"\b(?:seats|seating|sleeps)\s(?:up\sto\s|about\s)?$", re.I)
_OUT_OF = re.compile(
    r"\b(?:one|two|three|four|five|six|first|last|latest|both|each|\d+)\s(?:of|in|out\sof)\s(?:the\s|its\s|his\s|her\s|their\s)?$",
    re.I,
)
_STATE = re.compile(
    r"\s(?:(?:have|has|had)\sbeen|were|are|was|is|remain(?:s|ed)?)\s(?:\w+ly\s|still\s)?(?:\w+ed|shut|hit|cut)\b"
)
"""Behind a small count: something was done to it, "six ships remained tied up"."""
_CHANGED_TO = re.compile(
    r"\b(?:cut|raised|rose|rises|fell|lowered|climbed|reduced|increased|revised|grew|dropped|put|stands|stood)\b[^,;]*\s(?:to|at)\s$",
    re.I,
)
_STATIC = re.compile(r"\b(?:has|have|had|with|of|is|are|was|were|includes?|including)\s$", re.I)
_SAYS = re.compile(
    r"\s(?:(?:with|from|of|at|in|who|close\sto|familiar\swith)\s[^,;.]{2,50}?\s|\w+\s)?(?:said|says|say|told|tell|added|believe[sd]?|"
    r"confirmed|warned|claimed|estimated?|spoke)\b"
)
"""Behind those who tell something themselves: "two officials with the agency said"."""
_MAY = re.compile(r"\b(?:would|could|may|might|will|cannot)\b")
"""Behind "without" and what is only thought away: "without cuts the bank would fail"."""
_IN_ALL = re.compile(r"\b(?:in|across|from|at)\sall\s$")
_PERSONAL = re.compile(r"^\W*(?:he|she|his|her)\b|\b(?:he|she)\s(?:has|had|is|was|lives|chairs|spoke|wrote)\b", re.I)


_ADVERBS = frozenset(("up", "down", "put"))


class Kind(Enum):
    """What sort of quantity it is."""

    COUNT = auto()
    ZERO = auto()
    MONEY = auto()
    SHARE = auto()
    TIME = auto()
    LENGTH = auto()
    OTHER = auto()


_KINDS = {
    "count": Kind.COUNT,
    "currency": Kind.MONEY,
    "share": Kind.SHARE,
    "time": Kind.TIME,
    "calendar": Kind.TIME,
    "length": Kind.LENGTH,
}


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of a figure when it is judged."""

    setting: Setting
    counted: Counted
    attributed: bool
    in_source: bool
    """Whether it stands in the words that name a source: "two officials"."""
    published: int | None
    """The year of publication."""


def kind_of(setting: Setting) -> Kind:
    """What sort of quantity stands there, by its unit."""
    quantity = setting.quantity
    if quantity.min == 0 == quantity.max:
        return Kind.ZERO
    if is_fraction(quantity):
        return Kind.SHARE
    return _KINDS.get(dimension(quantity.unit) or "count", Kind.OTHER) if quantity.unit else Kind.COUNT


def is_followed(case: Case) -> bool:
    """Whether the figure is followed by itself; see ``joined`` for those that follow by their neighbours."""
    setting, kind = case.setting, kind_of(case.setting)
    if case.in_source or _is_history(case):
        return False
    if kind is Kind.TIME:
        return bool(_PENALTY.search(setting.clause.of(setting.text))) and not _HYPHENED.match(_joined(setting))
    if kind in (Kind.MONEY, Kind.SHARE):
        return True
    if _is_attributive(setting):
        return False
    if kind is Kind.LENGTH:
        return _length_is_followed(case)
    if kind is Kind.ZERO:
        return _zero_is_followed(case)
    return kind is Kind.OTHER or _count_is_followed(case)


def joined(cases: list[Case], followed: list[bool]) -> list[bool]:
    """``followed`` with the small counts that share their noun, or a phrase, with a followed figure."""
    heads = {singular(c.counted.head) for c, f in zip(cases, followed, strict=True) if f and c.counted.head}
    result = list(followed)
    for number, case in enumerate(cases):
        if result[number] or case.in_source or _is_history(case) or _is_attributive(case.setting):
            continue
        kind = kind_of(case.setting)
        if kind not in (Kind.COUNT, Kind.ZERO) or not is_small(case.setting) or _is_company(case):
            continue
        head = singular(case.counted.head)
        result[number] = bool(head) and head in heads and not _is_role(case.counted.head)
        follower = cases[number + 1] if number + 1 < len(cases) else None
        if follower is not None and followed[number + 1] and kind is Kind.COUNT:
            between = case.setting.text[case.setting.span.end : follower.setting.span.start]
            result[number] |= bool(re.fullmatch(r"(?:\s\w+){0,3}\sand\s(?:\w+\s){0,2}", between))
    return result


def is_small(setting: Setting) -> bool:
    """Whether it is a number that a report gives as a matter of course."""
    quantity = setting.quantity
    value = quantity.min if quantity.min is not None else quantity.max
    return value is not None and value <= SMALL


def _count_is_followed(case: Case) -> bool:
    head = case.counted.head
    before = case.setting.before
    if head in words("background") or _SEATS.search(before) or _IN_ALL.search(before):
        return False
    if not is_small(case.setting) or case.setting.quantity.vagueness is not None:
        return True
    if _is_company(case):
        return False
    kind = _near_kind(case)
    if _is_role(head):
        if _SAYS.match(case.setting.after):
            return False
        return kind is not None and is_of_people(kind) and kind != "employed"
    if kind is not None and not is_of_amounts(kind):
        return True
    quantity = case.setting.quantity
    if (
        None in (quantity.min, quantity.max)
        or _STATE.match(case.setting.after)
        or _CHANGED_TO.search(case.setting.before)
    ):
        return True
    return case.setting.number == 0 and bool(head) and not _STATIC.search(case.setting.before)


def _is_company(case: Case) -> bool:
    """Whether a small count is of those already known, or a few of them."""
    setting = case.setting
    if not is_small(setting):
        return False
    if case.counted.head in words("background"):
        return True
    part = _PART.search(setting.words) or _PART.match(setting.text[setting.span.end : setting.span.end + 12])
    if part and setting.quantity.min != 1:
        behind = plain(setting.text[setting.span.end : setting.clause.end])[2:7]
        return not (any(measure_of(w) for w in behind) or _is_fate(case))
    if part or _DEFINITE.search(setting.text[max(0, setting.span.start - 24) : setting.span.start]):
        if case.counted.head in words("bodies"):
            return True
        return not _is_fate(case)
    if _OUT_OF.search(setting.text[max(0, setting.span.start - 24) : setting.span.start]):
        return True
    return setting.quantity.min == 1 or bool(_PERSONAL.search(setting.clause.of(setting.text)))


def _is_fate(case: Case) -> bool:
    """Whether the measure is what befell people."""
    kind = case.counted.kind
    return kind is not None and is_of_people(kind) and kind not in ("employed", "protesters")


def _near_kind(case: Case) -> str | None:
    """The measure of a small count: its own, else that of a word close by in the clause."""
    if case.counted.kind is not None and measure_of(case.counted.head) != case.counted.kind:
        return case.counted.kind
    near = plain(case.setting.before[-NEAR:])[::-1] + plain(case.setting.after[:NEAR])
    other = next((m for w in near if (m := measure_of(w)) and w != case.counted.head and not is_of_amounts(m)), None)
    return other or case.counted.kind


def _is_role(head: str) -> bool:
    return head in words("roles") or singular(head) in words("roles")


def _zero_is_followed(case: Case) -> bool:
    if case.setting.words.lower().startswith("without") and _MAY.search(case.setting.after):
        return False
    found = set(plain(case.setting.words)) | {case.counted.head}
    if found & words("zero"):
        return True
    if found & {"nobody", "none", "one"}:
        return any(w in words("zero-verbs") for w in plain(case.setting.after)[:6])
    # "no site would close": what did not happen to any of them.
    behind = [measure_of(w) for w in plain(case.setting.after)[:5]]
    return any(m is not None and not is_of_amounts(m) and m not in ("employed", "jobs") for m in behind)


def _length_is_followed(case: Case) -> bool:
    setting = case.setting
    if _WHERE.match(setting.after):
        return measure_of(case.counted.head) == "level"
    near = plain(setting.clause.of(setting.text))
    return case.attributed or any(
        (w in words("change") and w not in _ADVERBS) or measure_of(w) in ("level", "area") for w in near
    )


def _is_attributive(setting: Setting) -> bool:
    """Whether it stands as an adjective: "a 62-page paper", "a three-way deal"."""
    return bool(_HYPHENED.match(_joined(setting)))


def _joined(setting: Setting) -> str:
    """The quantity with what a hyphen joins to it."""
    span = setting.span
    rest = re.match(r"[-‐‑][\w-]+", setting.text[span.end : span.end + 30])
    return re.sub(r"^an?\s", "", setting.words) + (rest[0] if rest else "")


def _segment(setting: Setting) -> str:
    """The clause between the commas around the quantity."""
    behind = setting.after
    cut = behind.find(", ")
    return re.split(r",\s", setting.before)[-1] + setting.words + (behind if cut < 0 else behind[:cut])


def _is_history(case: Case) -> bool:
    """Whether its clause, or the phrase that opens its sentence, tells of a year long before publication."""
    if case.published is None:
        return False
    setting = case.setting
    if _CHANGED_TO.search(setting.before):
        return False
    opening = setting.text[setting.sentence.start : setting.sentence.start + 20]
    for stretch in (_segment(setting), opening if re.match(r"In\s\d{4}\b", opening) else ""):
        for year in _YEAR.finditer(stretch):
            if int(year[1]) < case.published - OLD and not _SINCE.search(stretch[: year.start()]):
                return True
    return bool(re.search(r"\b(?:years|decades|centuries)\s(?:ago|earlier)\b", _segment(setting)))
