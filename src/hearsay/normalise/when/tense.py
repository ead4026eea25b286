"""Which side of the publication an expression lies on, by the words of its sentence.

The nearest verb before the expression decides; where there is none, the first one after it. "Said on Tuesday it will"
is past by "said", "will meet on Tuesday" is future by "will", "agreed to meet on Tuesday" by what "agreed" looks to.
"""

import re
from functools import cache

from hearsay.normalise.when.setting import Tense
from hearsay.normalise.when.words import table

REACH = 28
"""Words looked at on either side; longer sentences are cut into clauses first."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|[;:—]|--|[“”\"]")
_AHEAD = re.compile(
    r"\b(?:as\s(?:early|soon|late)\sas|no\slater\sthan|ahead\sof|pending|in\stime\sfor|by|before|starting|beginning|"
    r"effective|until|till|next|coming|upcoming)\s(?:the\s)?$",
    re.I,
)
_COMING = re.compile(r"\b(?:ahead\sof|in\stime\sfor|pending|upcoming|in\sthe\srun-up\sto)\s(?:the\s)?$", re.I)
_BACK = re.compile(r"\b(?:since|as\sof|dated|following|in\sthe\swake\sof|last|ever\ssince)\s(?:the\s)?$", re.I)
_THE = re.compile(r"\b(?:the|a|his|her|its|their|that|this)\s$", re.I)
_NOUN = re.compile(r"\s[a-z]{3,}")
_AT = re.compile(r"\b(?:at|in|for|on|to|by|until|with)\s(?:the\s)?$", re.I)
_DEADLINE = re.compile(
    r"\b(?:has|have|having)\s(?:\w+\s){1,8}(?:until|till|by)\s(?:the\s)?$|"
    r"\b(?:gave|given|giving|extended|deadline|set|had|postponed|delayed|adjourned|deferred|put\soff|suspended|pushed\sback)\s(?:\w+\s){0,6}(?:until|till)\s(?:the\s)?$",
    re.I,
)
"""What was given or set holds until a time that is still to come."""
_MODAL = frozenset("will would shall can could may might must should won't 'll".split())
_NOT_BASE = frozenset(
    "the a an his her its their our my your this that these those it him them us me you some any all more".split()
)
_NOUNS = frozenset("cut bid bet split hit shot spread hurt cost cast set lead left found saw fall rose run".split())
_PASSIVE = frozenset("is are was were be been being".split())
_SEEMING = frozenset(
    "seemed appeared believed thought said reported alleged known found claimed seem appear proved".split()
)
_PLURAL = frozenset("they we you i people police troops both who".split())
_TITLES = frozenset("forecast forecasts plan plans hope hopes deadline set aim aims may will promise vow".split())
_OWNERS = frozenset("a an the its his her their our my this that these those new earlier earnings sales".split())
_ARTICLES = frozenset("a an the any another this each no".split())
_NOT_PAST = frozenset(
    "indeed speed exceed proceed feed seed united bed red hundred sacred naked wicked aged embed breed greed shed "
    "creed".split()
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("tense")[name].split())


def tense(before: str, after: str) -> Tense | None:
    """The side that the text before and after an expression, within its sentence, puts it on; None where neither."""
    if _BACK.search(before):
        return Tense.PAST
    words = [_small(w) for w in _WORD.findall(before)[-REACH:]]
    found = _backward(words)
    owner = after.startswith(("'s", "’s")) or (_NOUN.match(after) is not None and _THE.search(before) is not None)
    if _COMING.search(before):
        return Tense.FUTURE
    if owner and not (found is Tense.FUTURE and _AT.search(before)):
        # "Tuesday's ruling", "the Aug. 7 attacks": no verb of the sentence tells when that was.
        return Tense.FUTURE if _AHEAD.search(before) and found is not Tense.PAST else None
    if found is None:
        found = _forward([_small(w) for w in _WORD.findall(after)[:REACH]])
    if _AHEAD.search(before) and (found is not Tense.PAST or _DEADLINE.search(before)):
        return Tense.FUTURE
    return found


def _small(word: str) -> str:
    """In small letters; the month is not the modal."""
    return "(may)" if word == "May" else word.lower().replace("’", "'")


def _backward(words: list[str]) -> Tense | None:
    """The nearest verb that decides, from the end of ``words``."""
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        if word in {";", "—", "--"}:
            return None
        if word == "to" and i + 1 < len(words) and words[i + 1] not in _NOT_BASE:
            if _is_to_be(words, i) or _governed(words[max(0, i - 6) : i]):
                return Tense.FUTURE
            continue
        if word in _TITLES and _is_noun(words, i):
            continue  # "its forecast", "revised his plans in May"
        if word in _NOUNS and _ARTICLES & set(words[max(0, i - 2) : i]):
            continue
        if is_past(word) and word not in _words("future"):
            beside = words[max(0, i - 2) : i]
            if "be" in beside or (_MODAL & set(words[max(0, i - 3) : i]) and "have" not in beside):
                continue  # "would shut", "will be paid": the modal before it decides
            if {"is", "are"} & set(beside):
                return None
        found = _side(
            words, i, adjacent=i >= len(words) - 2 and words[-1] in {word, "on", "late", "early", "in", "at", "during"}
        )
        if found is not None:
            return found
    return None


def _is_noun(words: list[str], i: int) -> bool:
    """Whether the word at ``i``, which might be a verb, is a noun: "its forecast", "revised his plans in May"."""
    before = words[i - 1] if i else ""
    return before in _OWNERS or (i >= len(words) - 2 and before not in _PASSIVE)


def _is_to_be(words: list[str], i: int) -> bool:
    """Whether "to be" with a participle starts at ``i`` and tells what is to come: "bonds, to be paid back in May"."""
    passive = words[i + 1] == "be" and any(is_past(w) for w in words[i + 2 : i + 4])
    return passive and not (i and words[i - 1] in _SEEMING)


def _governed(words: list[str]) -> bool:
    """Whether the infinitive that follows ``words`` tells what is to come."""
    for word in reversed(words):
        if word in _words("governors"):
            return True
        if is_past(word):
            return False
    return False


def _side(words: list[str], i: int, *, adjacent: bool) -> Tense | None:
    word = words[i]
    if word in _words("future") or word.endswith(("'ll", "'d")):
        beside = words[i + 1 : i + 3]
        if word in {"may", "might", "could", "would", "must", "should"} and "have" in beside:
            return Tense.PAST
        if word == "could" and (
            "not" in beside or {"neither", "nor", "none", "nobody"} & set(words[max(0, i - 8) : i])
        ):
            return Tense.PAST  # "could not be reached on Friday"
        return Tense.FUTURE
    if word in _words("coming_verbs"):
        return Tense.PAST if is_past(word) and adjacent else Tense.FUTURE
    if is_past(word):
        return Tense.PAST
    if word in _words("present"):
        return Tense.FUTURE
    if word in _words("present_plural") and i and (words[i - 1] in _PLURAL or words[i - 1].endswith("s")):
        return Tense.FUTURE
    return None


def _forward(words: list[str]) -> Tense | None:
    """The first verb that decides, from the start of ``words``."""
    for i, word in enumerate(words):
        if word in {";", "—", "--"}:
            return None
        found = _side(words, i, adjacent=True)
        if found is not None:
            return found
    return None


def is_past(word: str) -> bool:
    """Whether a small-letter word is a past form, by the table and by its ending."""
    return word in _words("past") or (
        (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)
        or word in {"wasn't", "weren't", "didn't", "hadn't"}
    )
