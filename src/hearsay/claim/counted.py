"""What a figure counts, and the predicate that fixes the measure; ellipses are filled from the text before."""

import re
from dataclasses import dataclass

from hearsay.claim.setting import Setting
from hearsay.normalise.measure import dimension, is_of_amounts, measure_of, plain, words
from hearsay.normalise.quantity import Quantity
from hearsay.records.span import Span

_AUX = (
    r"(?:is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|must|should|can|to|not|already|also|still|now|since|"
    r"likely|reportedly|probably|outright|then|later|once)"
)
_CLOSED = words("closed")
_NOT_VERB = frozenset(
    "building ceiling spending funding housing training morning evening seed feed breed hundred red bed".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_STEP = re.compile(r"[^\S\n]+|-")
_LINK = re.compile(r"\s(?:of|from)\s(?:the\s|its\s|their\s)?", re.I)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|tally|count|toll|sum|amount|output)\s(?:of|from)\s(?P<what>[^,;.]*?)\s*(?:(?:that|which)\s|\b"
    + _AUX
    + r"\s|\bat\s|\bto\s(?:at\s|about\s)?$|\brose\b|\brises\b|\bfell\b|\bclimbed\b|\breached\b|$)",
    re.I,
)
_CHANGES = "|".join(sorted(words("change"), key=len, reverse=True))
_SUBJECT = re.compile(
    rf"(?:^|[,;]\s|\b(?:that|and|put|puts|estimated|with)\s)"
    rf"(?P<what>(?:the|a|an|its|their|his|her|our|\w+['’]s)?\s?[^,;.]{{2,60}}?)\s"
    rf"(?:(?:{_AUX}\s)*(?:\w+ly\s)?(?:{_CHANGES}|is|was|are|were|put)\b[^,;]*|at)\s*$",
    re.I,
)
_OF = re.compile(
    r"(?P<what>(?:[^\W\d_]+\s){0,3}?[^\W\d_]+)\s(?:of|at|to|is|was)\s*(?:about|around|some|up\sto|nearly|almost)?\s*$",
    re.I,
)
_IN = re.compile(r"\s(?:in|of|for)\s(?P<what>(?:the\s|its\s|a\s)?[^\W\d_]+(?:\s[^\W\d_]+)?)")
_PARTICIPLE = re.compile(
    rf"^\W*(?:(?:who|that|which)\s)?(?:{_AUX}\s)*(?:\w+ly\s)?(?P<verb>[^\W\d_]+)(?P<to>\s(?:to|into|from|by)\s[^,;.]*)?",
    re.I,
)
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|estimate[sd]?|estimating|placed|spoke|spoken)\s(?P<what>[^,;.]{2,50}?)\s(?:at|of)\s*$", re.I
)
_FROM = re.compile(r"\bto\s[\w.,$€£]+\s?\S*\sfrom\s*$", re.I)
_REACHES = re.compile(
    r"\b(?:to|at|is|was|are|were|be|reached|reaches|hit|hits|topped|exceeded|passed|totalled|from)\s*$", re.I
)
_WITHOUT = re.compile(r"\s(?:(?:remain\w*|are|is|was|were|still|left)\s)*(?P<state>without\s\w+)", re.I)
_GO = re.compile(
    r"\b(?:go|goes|lose|loses|losing|lost|loss|cuts?|cutting|shed(?:s|ding)?|axed?|slash\w*|redundan\w+|eliminat\w+|threat\w*)\b",
    re.I,
)
"""What happens to jobs."""
_PERIOD = frozenset("quarter quarters half period quarterly year years months weeks days".split())
_LOSES = re.compile(r"\b(?:lost|gained|added|shed|raised|cut|earned)\s*$", re.I)
"""Behind these an amount of money is the measure itself, and the subject is whose."""
_MODALS = frozenset("will would could may might shall must need must going due".split())
_PLAIN_VERBS = frozenset("lost died won drew fell rose hit".split())
_VAGUE = words("vague-subject") | frozenset("it this that they he she them crowd-size".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted and what happened to it, as spans of the text and as words that agree across reports."""

    noun: Span | None
    measure: Span | None
    head: str
    """The head of the counted noun in lower case, "" where there is none."""
    kind: str | None
    """The measure by the word table: "dead"; None where no word tells of one."""


VERB_REACH = 7
"""Words before a figure within which its verb stands: "cut by the end of next year up to" (not tuned)."""
NEAR_NOUN = 8
"""Letters between an amount and what it is of: "half of the harvest" (a preposition and an article)."""
NOTHING = Counted(None, None, "", None)


def counted(setting: Setting, *, before: Counted | None) -> Counted:
    """What the quantity of ``setting`` counts; ``before`` is what the figure before it counted, for an ellipsis."""
    noun = _noun_phrase(setting) if is_count(setting.quantity) else _amount_of(setting)
    if noun is None:
        noun = _topic(setting)
    measure = _predicate(setting, noun)
    if noun is None and before is not None and is_count(setting.quantity):
        noun = before.noun
        measure = measure or before.measure
    head = _head(setting, noun)
    return Counted(noun, measure, head, _kind(setting, noun, measure=measure, head=head))


def head_of(phrase: str) -> str:
    """The head of a noun phrase in lower case: "troops" of "North Korean special forces troops from the east"."""
    cut = re.split(r"\s(?:of|from|in|to|at|on|for|by|with|without|who|that|which)\s|,", phrase.lower())[0]
    found = plain(cut)
    return found[-1] if found else ""


def is_count(quantity: Quantity) -> bool:
    """Whether things are counted, rather than an amount or a share given in a unit."""
    if quantity.unit is None:
        return not is_fraction(quantity)
    return dimension(quantity.unit) is None


def is_fraction(quantity: Quantity) -> bool:
    """Whether it is a part of a whole without a unit: "half", "two thirds"."""
    return quantity.unit is None and quantity.max is not None and 0 < quantity.max < 1


def _head(setting: Setting, noun: Span | None) -> str:
    if noun is None:
        return ""
    unit = setting.quantity.unit
    own = noun.overlaps(setting.span) and unit is not None and is_count(setting.quantity)
    found = plain(unit or "") if own else []
    return found[-1] if found else head_of(noun.of(setting.text))


def _noun_phrase(setting: Setting) -> Span | None:
    """The number with the noun behind it and its "of" and "from"."""
    text, span = setting.text, setting.span
    own = plain(setting.words)
    end = _words_end(text, span.end, limit=setting.sentence.end)
    noun = setting.noun
    if noun is not None:
        end = max(end, noun.end)
    elif end == span.end and not (own and setting.quantity.unit):
        return None
    if end == span.end and (setting.quantity.unit is None and noun is None):
        return None
    while (link := _LINK.match(text, end)) and link.end() < setting.sentence.end:
        further = _words_end(text, link.end() - 1, limit=setting.sentence.end)
        if further <= link.end():
            break
        end = further
    return Span(span.start, end)


def _words_end(text: str, place: int, *, limit: int) -> int:
    """Where the nouns and adjectives end that start behind ``place``."""
    end = place
    while step := _STEP.match(text, end):
        word = _WORD.match(text, step.end())
        if word is None or word.end() > limit or _stops(word[0], text, end=word.end()):
            break
        end = word.end()
    return end


def _stops(word: str, text: str, *, end: int) -> bool:
    lower = word.lower()
    if lower in _CLOSED:
        return True
    if lower.endswith(("ed", "ing")) and lower not in _NOT_VERB:
        # A participle before a noun is an adjective: "wounded soldiers"; before a closed word it is a verb.
        follows = _WORD.match(text, end + 1)
        return follows is None or follows[0].lower() in _CLOSED
    return False


def _amount_of(setting: Setting) -> Span | None:
    """What an amount is an amount of: "a loss of €2bn", "€2bn in damages"."""
    text, start = setting.text, setting.clause.start
    found = _OF.search(setting.before)
    if found and plain(found["what"])[-1] not in _CLOSED and found[0].rstrip().split()[-1].lower() != "to":
        last = found["what"].split()
        keep = 1
        while keep < len(last) and last[-keep - 1].lower() not in _CLOSED and _is_noun(last[-keep - 1]):
            keep += 1
        size = len(" ".join(last[-keep:]))
        begin = start + found.end("what") - size
        if plain(text[begin : start + found.end("what")])[-1] not in words("change"):
            return Span(begin, start + found.end("what"))
    behind = _IN.match(text, setting.span.end)
    if behind and behind.end() <= setting.sentence.end:
        what = behind["what"]
        if what.split()[-1].lower() in _CLOSED:
            what = what[: what.rindex(" ")] if " " in what else ""
        if not plain(what) or plain(what)[-1] in _CLOSED or plain(what)[-1] in _PERIOD:
            return None
        skip = len(what) - len(re.sub(r"^(?:the|its|a)\s", "", what))
        if plain(what)[-1] not in words("background") and what[skip : skip + 1].islower():
            return Span(behind.start("what") + skip, behind.start("what") + len(what))
    return None


def _topic(setting: Setting) -> Span | None:
    """The subject that reaches a value: "the death toll rose to", "shares fell", "the number of jobs to go"."""
    start = setting.clause.start
    if _LOSES.search(setting.before) and dimension(setting.quantity.unit or "") == "currency":
        return None
    before = _FROM.sub("to ", setting.before)
    number = _NUMBER_OF.search(before)
    if number and number["what"].strip():
        what = number["what"].rstrip()
        if number[0].lower().startswith(("toll", "output")):
            return Span(start + number.start(), start + number.start("what") + len(what))
        return Span(start + number.start("what"), start + number.start("what") + len(what))
    found = _PUT_AT.search(before) or _SUBJECT.search(before)
    if found is None or re.search(r"\d", found["what"]):
        return None
    what = found["what"]
    skip = len(what) - len(re.sub(r"^(?:the|a|an|its|their|his|her|our)\s", "", what.lstrip(), flags=re.I))
    size = plain(what)
    if not size or (size[-1] in _VAGUE and size[-1] != "toll") or len(size) > 6:
        return None
    return Span(start + found.start("what") + skip, start + found.end("what"))


def _predicate(setting: Setting, noun: Span | None) -> Span | None:
    """The verb that fixes the measure, with where it leads to: behind its subject, else before its object."""
    text, clause, span = setting.text, setting.clause, setting.span
    inside = noun is not None and noun.overlaps(span)
    follows = noun is not None and 0 <= noun.start - span.end <= NEAR_NOUN
    end = noun.end if noun is not None and (inside or follows) else span.end
    without = _WITHOUT.match(text, end)
    if without:
        return Span(without.start("state"), without.end("state"))
    if noun is not None and not inside and not follows and _REACHES.search(setting.before):
        return noun
    behind = _PARTICIPLE.match(text[end : clause.end])
    if (
        behind
        and _is_verb(behind["verb"])
        and (behind["verb"].lower() not in _CLOSED or measure_of(behind["verb"].lower()))
    ):
        to = behind["to"] or ""
        stop = end + behind.end("verb") + len(to.rstrip())
        return Span(end + behind.start("verb"), stop)
    # The nearest verb before it; one of having or wanting only where no other is near.
    spare: Span | None = None
    for word in reversed(list(_WORD.finditer(setting.before))[-VERB_REACH:]):
        lower, place = word[0].lower(), clause.start + word.start()
        if lower in words("tells") or (noun is not None and noun.start <= place < noun.end):
            continue
        verb = Span(place, place + len(lower))
        if lower in _MODALS:
            continue
        if lower in words("will") or lower in ("has", "had", "left", "saw"):
            spare = spare or verb
        elif measure_of(lower) or (_is_verb(word[0]) and lower not in _CLOSED) or lower in _PLAIN_VERBS:
            return verb
    return spare or (noun if noun is not None and not inside else None)


def _is_noun(word: str) -> bool:
    measure = measure_of(word.lower())
    return measure is None or is_of_amounts(measure)


def _is_verb(word: str) -> bool:
    lower = word.lower()
    return measure_of(lower) is not None or lower.endswith("ed") or lower in words("change") or lower in words("will")


def _kind(setting: Setting, noun: Span | None, *, measure: Span | None, head: str) -> str | None:
    """The measure that verb and noun tell of together: the verb before the noun, but a noun before a mere change."""
    text = setting.text
    if head in ("job", "jobs") and _GO.search(setting.clause.of(text)):
        return "cut"
    verb = next((m for w in plain(measure.of(text)) if (m := measure_of(w))), None) if measure else None
    if verb == "savings" and is_count(setting.quantity):
        verb = "rescued"  # who or what is counted was saved, money is saved up
    own = measure_of(head)
    if noun is not None and own is None:
        own = next((m for w in reversed(plain(noun.of(text))) if (m := measure_of(w))), None)
    return verb or own
