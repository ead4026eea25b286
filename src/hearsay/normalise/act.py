"""What is done in what is said: a plea, a pledge, a denial, a question, an attitude, within a neutral "said"."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from hearsay.normalise.clause import BREAK, main_clause, sentences
from hearsay.normalise.cue import forms, ongoing
from hearsay.normalise.line import Line
from hearsay.normalise.phrasing import compiled, one_of, pattern
from hearsay.normalise.tables import table
from hearsay.records.span import Span
from hearsay.records.statement import Act

MOST = 0.5
"""Share of the sentences of a quotation that must do the same, for it to be done: one "must" in a speech is no plea."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act, and the words that show it."""

    act: Act
    words: Span


_ME = {False: "(?:i|we|he|she|they|it)", True: "(?:i|we)"}
"""The speaker, in reported speech and within quotation marks."""
_ACTS = (Act.DENY, Act.DECLINE, Act.URGE, Act.PROMISE, Act.EXPRESS)
"""In the order in which a sentence is tried for them."""


def quantity(main: Line) -> Span | None:
    """The first number of a main clause that counts or measures; dates, clock times, ages and spans of time do not."""
    for match in pattern("content", "quantity").finditer(main.text):
        number, after = match["number"], match["after"] or ""
        year = re.fullmatch(r"(?:19|20)\d\d,?", number) is not None
        clock = ":" in number or pattern("content", "clock").match(after) is not None
        lasting = match["span"] is not None and pattern("content", "counts_time").search(after) is not None
        if not (match["date"] or year or clock or lasting or pattern("content", "dated").search(after)):
            return main.span(match.start("number"), match.end("number"))
    return None


def done(content: Line, *, own: AbstractSet[str], quoted: bool) -> Done | None:
    """What the content of a neutral cue does beyond asserting; None where it only asserts.

    ``own`` holds the words that name the source, ``quoted`` tells whether the content opens within quotation marks.
    """
    told = sentences(content)
    asked = [s for s in told if s.words[-1].norm == "?"]
    if asked and (2 * len(asked) > len(told) or (2 * len(asked) == len(told) and asked[0] is told[0])):
        return Done(Act.QUESTION, Span(asked[0].words[0].start, asked[0].words[-1].end))
    found = [_done(sentence, own=own, quoted=quoted) for sentence in told]
    first = next((d for d in found if d is not None), None)
    if first is None or (
        found[0] is None and sum(d is not None and d.act is first.act for d in found) < MOST * len(found)
    ):
        return None
    if first.act in (Act.DENY, Act.DECLINE):
        return first
    return first if sum(d is not None for d in found) >= MOST * len(found) else None


def _done(sentence: Line, *, own: AbstractSet[str], quoted: bool) -> Done | None:
    main = main_clause(sentence)
    for act in _ACTS:
        if (match := _pattern(act, quoted).search(main.text)) is not None:
            return Done(act, main.found(match))
    if quoted and (order := _order(main)) is not None:
        return Done(Act.URGE, order)
    return _duty(main) or _pledge(main, own=own, quoted=quoted)


@cache
def _pattern(act: Act, quoted: bool) -> re.Pattern[str]:
    content, adjectives = table("acts")["content"], table("acts")["adjectives"]
    lists = {
        "me": _ME[quoted],
        "feelings": one_of(forms("feelings")),
        "attitude": one_of(adjectives["express"].split()),
    }
    lists |= {name: one_of(adjectives[name].split()) for name in ("verdict", "verdicts")}
    lists |= {name: one_of(content[name].split()) for name in ("untrue", "misdeeds")}
    return compiled("content", act, lists=tuple(lists.items()))


_AUXILIARIES = frozenset("is are was were has have had will would can could may might does did do s".split())
_NO_OBJECT = frozenset(". ? me of and from".split())
_SHORT_OBJECTS = frozenset("this yes us his".split())


def _order(main: Line) -> Span | None:
    """The words in which a quoted sentence orders or begs: "stay indoors"."""
    if (match := pattern("content", "order").match(main.text)) is not None:
        return main.found(match)
    if len(main.words) < 2 or main.words[0].norm not in table("acts")["content"]["imperatives"].split():
        return None
    follows = main.words[1].norm
    if follows in _AUXILIARIES or follows in _NO_OBJECT or follows in (",", BREAK):
        return None
    if follows.endswith(("ed", "s")) and follows not in _SHORT_OBJECTS:
        return None
    return Span(main.words[0].start, main.words[0].end)


_NO_DUTY = frozenset("i why what how when who which that".split())
_UNSAID = frozenset(
    ("he", "she", "it", "we", "they", "not", "will", "would", "the", "a", "no", "any", "urgent", "real", "")
)


def _duty(main: Line) -> Done | None:
    """A call in the words of duty: "drivers should avoid the pass", "the government must act"."""
    for match in pattern("content", "duty").finditer(main.text):
        subject, duty = (match["subject"] or "").strip(), match["duty"]
        if pattern("content", "expected").match(main.text, match.start("duty")) or subject in _NO_DUTY:
            continue
        if subject in ("it", "this") and main.text.startswith((" be a ", " be an "), match.end("duty")):
            continue
        if duty.startswith("has to") or (duty.startswith("need") and subject in _UNSAID):
            continue
        return Done(Act.URGE, main.span(match.start("duty"), match.end("duty")))
    return None


_LOOSE = frozenset(
    """take make come go be stop start begin continue cost change help work return open close end hold drop run rise set
    turn move put bring carry cut pass give keep leave find follow push reach improve increase create reveal prove add
    force raise allow""".split()
)
"""What a thing does as well as a person: no pledge where "it" does it."""


_OTHERS = frozenset("he she they it".split())
"""Behind "if the mayor is elected, …" as likely somebody named there."""


def _pledge(main: Line, *, own: AbstractSet[str], quoted: bool) -> Done | None:
    """What the source says that it or its own side will do: "said it would repay customers"."""
    match = pattern("content", "will").match(main.text)
    if match is None:
        return None
    deed, subject = match["deed"], match["subject"].split()
    willed = deed in ongoing("deeds") if match["be"] else deed in table("acts")["content"]["deeds"].split()
    if not willed or not _is_own(subject, own=own, quoted=quoted) or (subject == ["it"] and deed in _LOOSE):
        return None
    if main.text.startswith(BREAK) and subject[0] in _OTHERS:
        return None
    return Done(Act.PROMISE, main.span(match.start("will"), match.end("will")))


def _is_own(subject: list[str], *, own: AbstractSet[str], quoted: bool) -> bool:
    """Whether the subject of a sentence is the speaker or its side."""
    if len(subject) == 1:
        return re.fullmatch(_ME[quoted], subject[0]) is not None or subject[0] in own
    if subject[0] in ("its", "our", "his", "her", "their", "my"):
        return subject[-1] in table("acts")["content"]["side"].split()
    return subject[-1] in own and all(w in own or w in ("the", "a", "an", "and") for w in subject)
