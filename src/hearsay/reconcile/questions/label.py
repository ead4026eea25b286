"""What a question is called: "North Korean troops sent to Russia", "Jobs to be cut", "Loss in the third quarter"."""

import re
from collections import Counter
from collections.abc import Sequence

from hearsay.normalise import noun
from hearsay.normalise.inflect import noun_plural
from hearsay.normalise.measure import singular
from hearsay.normalise.number import number
from hearsay.reconcile.questions.lexicon import is_person, listed, measures, told_by
from hearsay.reconcile.questions.sign import Sign
from hearsay.reconcile.questions.topic import Topic, most, site_names, topic

_WORD = re.compile(r"[^\W\d_](?:[\w.]|[-’'](?!s\b))*")
_NAME = r"[A-Z][\w’'-]+(?:\s(?:(?:es|de|la|del|of)\s)?[A-Z][\w’'-]+)*"
_TAIL = re.compile(
    rf"\s(?P<prep>(?:in|at|to)\s(?:the\s)?)(?P<side>[a-z]+ern\s)?(?P<place>{_NAME})\b(?!\s[a-z]+\s(?:in|of)\b)"
)
BEHIND = 90
"""Code points behind a figure within which a place begins that is its own (about a clause; not tuned)."""
LONGEST_INITIALS = 4
"""Letters of the longest word in capitals that is left as it stands: "NATO" (not tuned)."""
BESIDE = 4
"""Words on either side that a label quotes where nothing else tells two apart (not tuned)."""
_BREAK = re.compile(r"[;:“”\"()]|[,.](?!\d)")
_PLAN = re.compile(r"\s?\[(?P<plan>[^]]*)\]")


def labels(groups: Sequence[Sequence[Sign]]) -> list[str]:
    """The label of each group; two that would be called the same are told apart where anything tells them apart."""
    topics = [topic(group) for group in groups]
    found = [_label(about, group, where=_shared(group)) for about, group in zip(topics, groups, strict=True)]
    counts = Counter(found)
    for place, (about, group) in enumerate(zip(topics, groups, strict=True)):
        if counts[found[place]] > 1:
            found[place] = _label(
                about, group, where=_shared(group) or _sites(about, group) or _shared(group, least=0.0)
            )
    counts = Counter(found)
    most_figures = {
        label: max(len(group) for group, own in zip(groups, found, strict=True) if own == label) for label in counts
    }
    for place, group in enumerate(groups):
        label = found[place]
        if counts[label] > 1 and (len(group) < most_figures[label] or label in found[:place]):
            found[place] = f"{label} (“{_quoted(group[0])}”)"
    return found


def _label(about: Topic, group: Sequence[Sign], *, where: str) -> str:
    measure, subject = measures().get(about.measure or ""), _subject(group, about)
    is_thing = about.head and not is_person(about.head) and not noun.is_person(about.head)
    if measure is None and not subject:
        text = most(sign.noun for sign in group) or f"{_untold(about)} in “{_quoted(group[0])}”"
    elif measure is None or (measure.is_of_people and not measure.has_things and is_thing and subject):
        text = subject
    else:
        template = measure.labels.get(about.head) or measure.labels.get(about.kind)
        template = template or (measure.label if subject else measure.whole)
        text = _PLAN.sub(r" \g<plan>" if about.is_plan else "", template).format(subject or "People")
    text = " ".join(filter(None, (text.strip(), where, _when(about))))
    return text[0].upper() + text[1:]


def _subject(group: Sequence[Sign], about: Topic) -> str:
    """Who or what is counted, with what most tell of it, in the plural; empty where it is anybody or not told."""
    if about.kind == "money":
        return most(_nearest(sign, listed("money")) for sign in group)
    if about.kind != "count" or not about.head:
        return ""
    phrases = Counter(_phrase(sign, about.measure) for sign in group if sign.noun and sign.head == about.head)
    best = min(phrases, key=lambda phrase: (-phrases[phrase], -len(phrase), phrase), default="")
    return "" if best.lower() in listed("anybody") else best


def _phrase(sign: Sign, measure: str | None) -> str:
    """The noun that a figure counts with its modifiers but what tells its measure, in the plural: "Kenyan troops"."""
    figure, text = sign.given.figure, sign.given.document.text
    span = figure.span
    words = text[span.start : span.end]
    if figure.counted is not None and figure.counted.overlaps(span):
        words = text[min(span.start, figure.counted.start) : max(span.end, figure.counted.end)]
    found = [match[0] for match in _WORD.finditer(words)]
    ends = [place for place, word in enumerate(found) if word.lower() == sign.noun]
    if not ends:
        return _plural(sign.noun)
    kept = [word for word in found[: ends[0]] if word.lower() not in listed("plain") and number(word) is None]
    kept = [word for word in kept if measure not in told_by(word.lower())]
    return " ".join((*kept, _plural(found[ends[0]])))


def _plural(word: str) -> str:
    word = word.lower() if word.isupper() and len(word) > LONGEST_INITIALS else word
    return word if noun.is_plural(word.lower()) or singular(word.lower()) != word.lower() else noun_plural(word)


def _nearest(sign: Sign, nouns: frozenset[str]) -> str:
    """The word of a list that stands nearest to a figure in its sentence."""
    found = [
        (min(abs(start - sign.end), abs(sign.start - end)), word)
        for start, end, word in sign.sentence.words
        if word in nouns
    ]
    return min(found)[1] if found else ""


def _untold(about: Topic) -> str:
    return {"count": "Number", "money": "Sum", "share": "Share"}.get(about.kind, about.kind.capitalize())


def _quoted(sign: Sign) -> str:
    """A figure with the words beside it."""
    text = sign.sentence.text
    opens = max((mark.end() for mark in _BREAK.finditer(text, 0, sign.start)), default=0)
    closes = next((mark.start() for mark in _BREAK.finditer(text, sign.end)), len(text))
    before = [start for start, end, _ in sign.sentence.words if opens <= start and end <= sign.start][-BESIDE:]
    behind = [end for start, end, _ in sign.sentence.words if start >= sign.end and end <= closes][:BESIDE]
    return " ".join(text[min([*before, sign.start]) : max([*behind, sign.end])].split())


def _shared(group: Sequence[Sign], *, least: float = 0.5) -> str:
    """The place that more than a share of the figures tell of, with its preposition: "to Russia"."""
    full = [sign for sign in group if not sign.is_bare] or group
    found = [dict(_tails(sign)) for sign in full]
    counts = Counter(key for tails in found for key in tails)
    best = max(counts, key=counts.__getitem__, default="")
    own = [tails[best] for tails in found if best in tails]
    if not best or len(own) <= least * len(full):
        return ""
    return own[0] if len(set(own)) == 1 else best


def _tails(sign: Sign) -> list[tuple[str, str]]:
    """The places behind a figure in its clause, each without the side that is told of it, and in full."""
    clause = _BREAK.split(sign.sentence.text[sign.end :])[0]
    found = [
        (match["prep"], match["side"] or "", match["place"])
        for match in _TAIL.finditer(clause)
        if match.start() < BEHIND
    ]
    return [
        (f"{prep}{place}", f"{prep}{side}{place}")
        for prep, side, place in found
        if not any(word.lower() in listed("calendar") for word in place.split())
    ]


def _sites(about: Topic, group: Sequence[Sign]) -> str:
    names = site_names(about, group)
    return f"in {' and '.join(names)}" if names else ""


def _when(about: Topic) -> str:
    """What a rate is over and what an amount runs over: "per family", "in the third quarter"."""
    each = singular(about.each) if about.per == "head" else about.per
    per = f"per {each}" if each and about.kind == "money" else ""
    over = about.over.replace("-", " ")
    over = f"in the {over}" if over and over.split()[0] not in listed("pointing") else over
    return " ".join(filter(None, (per, over)))
