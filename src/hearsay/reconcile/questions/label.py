"""What a question is called: "North Korean troops sent to Russia", "Jobs to be cut", "Loss in the third quarter"."""

import re
from collections import Counter
from collections.abc import Sequence

from hearsay.normalise.inflect import noun_plural
from hearsay.normalise.measure import singular
from hearsay.normalise.noun import is_plural
from hearsay.reconcile.questions.lexicon import head_group, listed, measures
from hearsay.reconcile.questions.sign import Sign
from hearsay.reconcile.questions.topic import Topic, most, topic

_WORD = re.compile(r"[^\W\d_](?:[\w.]|[-’'](?!s\b))*")
_PLACE = re.compile(
    r"""^(?:[^,.;:\d]{0,40}?)\s(?P<tail>(?P<prep>in|at|near|to|into|on|from|off|outside)\s
        (?P<place>(?:the\s)?(?:[a-z]+ern\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*))""",
    re.X,
)
_PLAN = re.compile(r"\s?\[(?P<plan>[^]]*)\]")


def labels(groups: Sequence[Sequence[Sign]]) -> list[str]:
    """The label of each group; two that would be called the same are told apart where anything tells them apart."""
    topics = [topic(group) for group in groups]
    found = [_label(about, group, more=False) for about, group in zip(topics, groups, strict=True)]
    twice = {label for label, count in Counter(found).items() if count > 1}
    return [
        _label(topics[number], group, more=True) if found[number] in twice else found[number]
        for number, group in enumerate(groups)
    ]


def _label(about: Topic, group: Sequence[Sign], *, more: bool) -> str:
    """``more``: with whatever tells it apart from others of the same measure."""
    measure = measures().get(about.measure or "")
    subject = _subject(group, about)
    if measure is None:
        text = subject or _untold(about)
    else:
        template = _PLAN.sub(r" \g<plan>" if about.is_plan else "", measure.label)
        text = template.format(subject or measure.whole)
    text = " ".join(filter(None, (text, _where(group, more=more), _when(about))))
    return text[0].upper() + text[1:]


def _subject(group: Sequence[Sign], about: Topic) -> str:
    """Who or what is counted, with what most tell of it, in the plural; empty where it is everybody or not told."""
    if about.kind == "money":
        return _named(group, listed("money"))
    if about.kind != "count" or not about.head:
        return ""
    phrases = Counter(phrase for sign in group if sign.head == about.head and (phrase := _phrase(sign)))
    best = min(phrases, key=lambda phrase: (-phrases[phrase], -len(phrase), phrase), default="")
    return "" if head_group(best.lower()) == "people" else best


def _phrase(sign: Sign) -> str:
    """The noun that a figure counts with its modifiers, in the plural: "North Korean troops"."""
    figure, text = sign.given.figure, sign.given.document.text
    span = figure.span
    words = text[span.start : span.end]
    if figure.counted is not None and figure.counted.overlaps(span):
        words = text[min(span.start, figure.counted.start) : max(span.end, figure.counted.end)]
    found = [match[0] for match in _WORD.finditer(words)]
    ends = [place for place, word in enumerate(found) if word.lower() == sign.noun]
    if not ends:
        return _plural(sign.noun)
    kept = [w for w in found[: ends[0]] if w.lower() not in listed("plain")]
    return " ".join((*kept, _plural(found[ends[0]])))


def _plural(noun: str) -> str:
    return noun if is_plural(noun.lower()) or singular(noun.lower()) != noun.lower() else noun_plural(noun)


def _named(group: Sequence[Sign], nouns: frozenset[str]) -> str:
    """The noun of a list that stands nearest to most of the figures."""
    return most(_nearest(sign, nouns) for sign in group)


def _nearest(sign: Sign, nouns: frozenset[str]) -> str:
    found = [
        (min(abs(start - sign.end), abs(sign.start - end)), word)
        for start, end, word in sign.sentence.words
        if word in nouns
    ]
    return min(found)[1] if found else ""


def _untold(about: Topic) -> str:
    return {"count": "Number", "money": "Amount", "share": "Share"}.get(about.kind, about.kind.capitalize())


def _where(group: Sequence[Sign], *, more: bool) -> str:
    """The place that stands behind most figures, with its preposition: "to Russia"."""
    tails = [match["tail"] for sign in group if (match := _PLACE.match(sign.sentence.text[sign.end : sign.end + 90]))]
    best = most(tails)
    often = tails.count(best) * 2 > len(group)
    return best if best and (often or more) else ""


def _when(about: Topic) -> str:
    per = f"per {about.per}" if about.per else ""
    return " ".join(filter(None, (per, f"in the {about.period}" if about.period else "")))
