"""What a bare number stands against: "not the 187 that the operator had given", "it had put the number at 410,000"."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.normalise.measure import singular
from hearsay.reconcile.questions.contrast import (
    changes,
    contrasts,
    disputes,
    is_among,
    is_gapped,
    is_of_them,
    opposes,
    repeats,
    sort_of,
)
from hearsay.reconcile.questions.lexicon import allied, measures
from hearsay.reconcile.questions.sign import NOTHING, PART, Sign, middle, told_behind

LEAD = 300
"""Code points before a figure within which the sentence before its own begins (not tuned)."""
BACK = 3
"""Sentences back within which a bare number finds what it stands against."""
UNTOLD = 0.5
"""The share of what no words tell from which a figure counts as untold of (not tuned)."""
TELLING = 0.6
"""How much a number tells from which it alone brings back what it counted elsewhere: 2 digits of thousands and more
(tuned on the annotated stories)."""
COMMON = 12
"""Numbers up to this one are too common to tell anything (as in news style books; not tuned)."""
OPPOSED = 0.5
"""How much the own words of a figure count that is told to contradict another (not tuned: as much as the other's)."""
ALLIED = 0.85
"""How far measures are the same that reports use for one another (not tuned)."""
AS_LARGE = math.log(5)
"""How far apart in size a number without a unit and the amount that it stands against can be (not tuned)."""
VAGUE = 0.3
"""How much the size of a number word counts that names no number, "dozens" (not tuned)."""


def linked(signs: Sequence[Sign]) -> tuple[tuple[Sign, ...], dict[str, str]]:
    """The signs of one document, in their order, bare ones filled in from what they stand against, and those links.

    Links go from Sign.id to Sign.id.
    """
    done: list[Sign] = []
    links: dict[str, str] = {}
    for place, bare in enumerate(signs):
        if not bare.is_bare or bare.of == PART:
            mate = _disputed(bare, done)
            if mate is not None:
                links[bare.id] = mate.id
            done.append(bare)
            continue
        others = [*done, *(s for s in signs[place + 1 :] if s.number == bare.number and not s.is_bare)]
        near = [(_worth(bare, other), other) for other in others]
        best = max(near, key=lambda pair: (pair[0], -abs(pair[1].start - bare.start)), default=None)
        if best is None or best[0] <= 0:
            done.append(bare)
            continue
        if contrasts(bare.sentence.text, bare.start, end=bare.end):
            links[bare.id] = best[1].id
        done.append(_filled(bare, best[1]))
    return tuple(done), links


def _disputed(one: Sign, others: Sequence[Sign]) -> Sign | None:
    """The figure that one of another source is told to contradict: "A nurse disputed this. Two patients had …"."""
    if not one.head or not disputes(_lead(one)):
        return None
    near = [s for s in others if s.head == one.head and 1 <= one.number - s.number <= BACK]
    return next((s for s in reversed(near) if s.given.figure.source != one.given.figure.source), None)


def _lead(sign: Sign) -> str:
    """The words before a figure in its sentence and the sentence before that."""
    start = sign.given.figure.span.start
    before = sign.given.document.text[max(0, start - LEAD) : start].rpartition("\n\n")[2]
    return "".join(re.split(r"(?<=[.!?”\"])\s", before)[-2:])


def among(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The signs of one document, in their order; one that is told to be a part of another measures the same."""
    done: list[Sign] = []
    for part in signs:
        whole = next((s for s in reversed(done) if _among(part, s)), None)
        done.append(part if whole is None else _part(part, whole))
    return tuple(done)


def gapped(signs: Sequence[Sign]) -> tuple[Sign, ...]:
    """The signs of one document, in their order, with what "and 10 in Tanzania" leaves out."""
    done: list[Sign] = []
    for sign in signs:
        last = done[-1] if done else None
        done.append(_continued(sign, last) if last and sign.is_bare else sign)
    return tuple(done)


def _continued(bare: Sign, last: Sign) -> Sign:
    text = bare.sentence.text
    if (last.kind, last.number) != (bare.kind, bare.number) or last.end > bare.start:
        return bare
    if not is_gapped(text[last.end : bare.start], text[bare.end :]):
        return bare
    return replace(bare, told=last.told, head=last.head, noun=last.noun, is_bare=False)


def _part(part: Sign, whole: Sign) -> Sign:
    noun = sort_of(part.sentence.text[part.end :]) or part.noun
    own = told_behind(part) if part.number == whole.number else part.told
    is_other = own[NOTHING] < UNTOLD and clash(own, whole.told)[1] > UNTOLD
    return replace(
        part,
        told=own if is_other else whole.told,
        sites=part.sites or whole.sites,
        of=whole.id,
        noun=noun.lower(),
        head=singular(noun) if noun[:1].isupper() else part.head,
        is_bare=False,
    )


def _among(part: Sign, whole: Sign) -> bool:
    if part.kind != whole.kind or part.kind != "count" or middle(part) > middle(whole):
        return False
    text = part.sentence.text
    if part.number == whole.number:
        return whole.end <= part.start and is_among(text[whole.end : part.start], text[part.end :])
    return part.number == whole.number + 1 and is_of_them(text[: part.start], text[part.end :])


def recalled(sign: Sign, others: Sequence[Sign]) -> Sign:
    """A figure of which nothing is told, filled in from ``others`` of the story that give the very same number.

    Left as it is where the number is too common to tell, where it counts something else, or where the others do not
    measure the same.
    """
    if sign.of or sign.told[NOTHING] < UNTOLD or telling(sign) < TELLING:
        return sign
    known = [s for s in others if s.told[NOTHING] < 1 - UNTOLD and s.id != sign.id]
    known = [s for s in known if not sign.head or not s.head or s.head == sign.head]
    if not known or any(clash(known[0].told, s.told)[1] > UNTOLD for s in known):
        return sign
    return _filled(sign, min(known, key=lambda s: (-len(s.noun), s.id)))


def counting(sign: Sign) -> Sign:
    """A count without a noun counts people where its words tell what happens to people: "27 were confirmed dead"."""
    if sign.kind != "count" or sign.head:
        return sign
    best = max(sign.told, key=lambda name: (sign.told[name], name))
    if best == NOTHING or not measures()[best].is_of_people:
        return sign
    return replace(sign, head="people")


def telling(sign: Sign) -> float:
    """How much it tells that two figures give this number, 0 to 1: 3 or more digits tell it all."""
    value = sign.low if sign.low is not None else sign.high
    if not value:
        return 0.0
    digits = len(f"{value:.12g}".replace(".", "").rstrip("0"))
    return min(1.0, max(digits, 2 if value > 1000 else 0) / 3) if value > COMMON else 0.2


def clash(one: Mapping[str, float], other: Mapping[str, float]) -> tuple[float, float]:
    """How far two figures measure the same, and how far not the same, each 0 to 1.

    What reports use for one another, losses and damage, is the same to ALLIED.
    A figure that is told of under two measures alike agrees with one that is told of under either.
    """
    top_one, top_other = _top(one), _top(other)
    if not top_one or not top_other:
        return 0.0, 0.0
    both = 1 - max(one[NOTHING], other[NOTHING])
    meet = 0.0
    for name, share in one.items():
        if name == NOTHING:
            continue
        if name in other:
            meet = max(meet, min(share / top_one, other[name] / top_other))
        for mate in allied(name):
            meet = max(meet, ALLIED * min(share / top_one, other.get(mate, 0.0) / top_other))
    return both * meet, both * (1 - meet)


def _top(told: Mapping[str, float]) -> float:
    top = 0.0
    for name, share in told.items():
        if share > top and name != NOTHING:
            top = share
    return top


def ratio(one: Sign, other: Sign) -> float:
    """How far two figures are apart in size, as the logarithm of their ratio; 0 where one is 0 or lies in the other."""
    a, b = middle(one), middle(other)
    far = abs(math.log(abs(a / b))) if a and b else 0.0
    return far * VAGUE if one.given.figure.vagueness or other.given.figure.vagueness else far


def _worth(bare: Sign, other: Sign) -> float:
    """How likely it is that ``bare`` stands against ``other``; 0 or less where it does not."""
    text, back = bare.sentence.text, bare.number - other.number
    is_other = other.kind != bare.kind or bool(other.unit and bare.unit and other.unit != bare.unit)
    sized = _sized(bare, other)
    if not 0 <= back <= BACK or (is_other and not _may_leave_out(sized, other)):
        return 0.0
    own = _emptied(bare) if is_other or changes(text, bare.start) else bare
    same, not_same = clash(own.told, other.told)
    worth = 0.5 if contrasts(text, bare.start, end=bare.end) else -1.5
    worth += 2.0 * same - (1.0 if opposes(text, bare.start) else 4.0) * not_same - 0.35 * back
    worth -= (0.25 if repeats(text, bare.start) else 0.6) * ratio(sized, other)
    if (sized.low, sized.high) == (other.low, other.high):
        worth += telling(bare)
    if bare.per and other.per and bare.per != other.per:
        worth -= 1
    return worth + (0.6 if back <= 1 else 0.0)


def _may_leave_out(bare: Sign, other: Sign) -> bool:
    """Whether a bare number may be an amount without its unit: "at least 70 per cent; he expects no more than 45"."""
    if bare.given.figure.unit is not None or bare.kind not in ("count", "share"):
        return False
    if not bare.sentence.text[: bare.start].strip('“”" ') or bare.sentence.text.startswith(" of ", bare.end):
        return False
    return contrasts(bare.sentence.text, bare.start, end=bare.end) and ratio(bare, other) < AS_LARGE


def _sized(bare: Sign, other: Sign) -> Sign:
    """``bare`` in the basic unit of ``other``, where it stands for an amount whose unit it leaves out."""
    given = next((end for end in (other.given.figure.min, other.given.figure.max) if end), None)
    basic = next((end for end in (other.low, other.high) if end), None)
    if bare.kind == other.kind or not given or not basic:
        return bare
    low, high = (None if end is None else end * basic / given for end in (bare.low, bare.high))
    return replace(bare, low=low, high=high)


def _emptied(sign: Sign) -> Sign:
    return replace(sign, told={NOTHING: 1.0})


def _filled(bare: Sign, other: Sign) -> Sign:
    """``bare`` with what it leaves out."""
    is_changed = bare.kind != other.kind or changes(bare.sentence.text, bare.start)
    own = 0.0 if is_changed else 1 - bare.told[NOTHING]
    if opposes(bare.sentence.text, bare.start):
        own = min(own, OPPOSED)
    told = {name: share * own for name, share in bare.told.items() if name != NOTHING} if own else {}
    for name, share in other.told.items():
        told[name] = told.get(name, 0.0) + share * (1 - own)
    whole = sum(told.values()) + 0.0
    told = {name: share / whole for name, share in told.items()}
    told.setdefault(NOTHING, 0.0)
    return replace(
        _sized(bare, other),
        kind=other.kind,
        unit=bare.unit or other.unit,
        told=told,
        head=bare.head or other.head,
        restricted=bare.restricted or other.restricted,
        places=bare.places or other.places,
        sites=bare.sites or other.sites,
        per=bare.per or other.per,
        period=bare.period or other.period,
    )
