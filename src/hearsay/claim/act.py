"""What kind of act an attribution tells of: by its cue, what follows the cue, and what is said."""

import re
from dataclasses import dataclass

from hearsay.claim.wording import Wording
from hearsay.normalise.act import done
from hearsay.normalise.certainty import is_measuring
from hearsay.normalise.clause import main_clause
from hearsay.normalise.cue import Hit, Sense, alone, leading, not_ruled_out, noun_sense, refused, senses
from hearsay.normalise.phrasing import pattern
from hearsay.records.reading import Attribution
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act, and the words of the document that decided it."""

    act: Act
    words: Span | None


_BY_ITSELF = {s: Act(s.value) for s in Sense if s.value in {a.value for a in Act}}
"""The senses that are acts."""
_UNDONE = frozenset((Sense.DENY, Sense.URGE, Sense.PROMISE, Sense.QUESTION, Sense.ASK))
"""Acts that a negated cue tells not to have been done ("never promised"); "does not support" is still an attitude."""
_NOT = frozenset(("not", "never"))
_BEING = frozenset("is are was were been be being".split())
_OWNING = frozenset(
    "confirm confirms confirmed confirming affirm affirmed affirming underline underlined announce announced".split()
)
_POSSESSIVES = frozenset("its his her their our my".split())
_ASSERT = FoundAct(Act.ASSERT, None)
_ROUND = 100
"""A number that is no multiple of this, given without "about" and its like, was counted rather than judged."""
_TELLING = frozenset("tell tells told telling remind reminds reminded signalled notified".split())


def act(text: str, attribution: Attribution) -> FoundAct:
    """What the source does by saying it."""
    wording = Wording.of(text, attribution)
    if not_ruled_out(wording.cue) is not None:
        return _ASSERT
    if (match := refused(wording.cue)) is not None:
        return FoundAct(Act.DECLINE, wording.cue.found(match))
    words = [w.norm for w in wording.cue.words]
    hit = leading(senses(words))
    named = _by_noun(wording, hit, words=words)
    if named is not None:
        return named
    if hit is None or hit.sense in (Sense.SAY, Sense.LIGHT):
        return _by_content(wording)
    if hit.sense in _UNDONE and _NOT & set(words[: hit.start]):
        return _ASSERT
    decided = _by_cue(wording, hit)
    return FoundAct(decided, wording.cue_span(hit.start, hit.end)) if decided is not None else _by_content(wording)


def _by_cue(wording: Wording, hit: Hit) -> Act | None:
    """The act that the cue decides with what follows it; None where it leaves that to the content."""
    if hit.sense in _BY_ITSELF:
        return _decided(wording, hit)
    after = wording.after(hit.end)
    match hit.sense:
        case Sense.ASK:
            return _asked(wording, after)
        case Sense.WARN:
            return Act.URGE if after.startswith(("against ", "not to ")) or _is_told_to(after) else None
        case Sense.WANT:
            return _wanted(after)
        case Sense.AGREE:
            return Act.PROMISE if re.match(r"(?:\w+ly )?(?:to|on)\b", after) else None
        case Sense.CALL:
            return _called(wording, hit)
        case Sense.PUT | Sense.JUDGE:
            return _judged(wording, hit)
    return None


def _decided(wording: Wording, hit: Hit) -> Act:
    """The act of a cue that decides by itself, but for what it is built with."""
    told = _BY_ITSELF[hit.sense]
    if told is Act.ESTIMATE:
        return Act.ESTIMATE if wording.counted is not None else Act.ASSERT
    if told is Act.EXPRESS and wording.cue_and_content(hit.end, pattern("follows", "as_untrue")):
        return Act.DENY
    return told


def _wanted(after: str) -> Act:
    if after.startswith("to know"):
        return Act.QUESTION
    return Act.EXPRESS if after.startswith("to ") or not _is_told_to(after) else Act.URGE


def _asked(wording: Wording, after: str) -> Act:
    if wording.content.text.endswith("?") or wording.ends_with("?"):
        return Act.QUESTION
    if pattern("follows", "asks_which").match(after):
        return Act.QUESTION
    wanted = _is_told_to(after) or after.startswith("that ") or pattern("follows", "for_something").match(after)
    return Act.URGE if wanted else Act.QUESTION


def _called(wording: Wording, hit: Hit) -> Act | None:
    """A denial ("called the story false") or an evaluation ("called the statue hideous"); "is called" names."""
    before = {w.norm for w in wording.cue.words[max(0, hit.start - 2) : hit.start]}
    if before & _BEING and wording.cue.words[hit.start].norm.endswith("ed"):
        return None
    return Act.DENY if wording.cue_and_content(hit.end, pattern("follows", "untrue")) else Act.EXPRESS


def _judged(wording: Wording, hit: Hit) -> Act | None:
    """An estimate where a quantity is judged; what a body counted or measured is asserted."""
    if wording.counted is None or not is_measuring(wording.cue.words[hit.start].norm):
        return None
    main = main_clause(wording.first).text
    if hit.sense is Sense.PUT and (pattern("follows", "counted").search(main) or _is_exact(main)):
        return None
    return Act.ESTIMATE


def _is_exact(main: str) -> bool:
    """Whether a number is told to the last digit: "at 143"."""
    found = pattern("follows", "at_number").search(main)
    return found is not None and int(found["number"].replace(",", "")) % _ROUND != 0


def _by_noun(wording: Wording, hit: Hit | None, *, words: list[str]) -> FoundAct | None:
    """The act of a light verb's noun: "expressed regret", where the noun may stand in the content.

    Of what is confirmed only one's own counts: "confirmed its commitment", but not "confirmed a request".
    """
    if hit is None or (hit.sense is not Sense.LIGHT and words[hit.start] not in _OWNING):
        return None
    follows = wording.following(hit.end)
    names = [w.norm for w in follows]
    noun = noun_sense(names)
    if noun is not None and noun.sense in _BY_ITSELF and (hit.sense is Sense.LIGHT or names[0] in _POSSESSIVES):
        return FoundAct(_BY_ITSELF[noun.sense], Span(wording.cue.words[hit.start].start, follows[noun.end - 1].end))
    sense = alone(words[hit.start]) if hit.sense is Sense.LIGHT else None
    if sense is not None and (sense is Sense.EXPRESS or pattern("follows", "given").match(wording.after(hit.end))):
        return FoundAct(_BY_ITSELF[sense], wording.cue_span(hit.start, hit.end))
    return None


def _by_content(wording: Wording) -> FoundAct:
    """The act of what is said, behind a cue that is neutral."""
    words = [w.norm for w in wording.cue.words]
    hit = leading(senses(words))
    if hit is not None and _tells_to(wording, hit):
        return FoundAct(Act.URGE, wording.cue_span(hit.start, hit.end))
    if hit is None or hit.sense not in (Sense.SHOW, Sense.JUDGE, Sense.PUT):
        found = done(wording.content, own=wording.own, quoted=wording.quoted)
        if found is not None:
            return FoundAct(found.act, found.words)
    if hit is None or hit.sense is not Sense.SHOW:
        weak = [h for h in wording.hedges if h.certainty is not Certainty.CERTAIN]
        if weak and wording.counted is not None and all(h.certainty is Certainty.PROBABLE for h in weak):
            return FoundAct(Act.ESTIMATE, weak[0].words)
    return _ASSERT


def _tells_to(wording: Wording, hit: Hit) -> bool:
    """Whether the cue tells somebody to do something: "told the captain to calm his players"."""
    if wording.quoted or wording.cue.words[hit.start].norm not in _TELLING:
        return False
    return _is_told_to(wording.after(hit.end))


def _is_told_to(after: str) -> bool:
    """Whether somebody to do something stands behind the cue: "the captain to calm his players"."""
    return pattern("follows", "told_to").match(after) is not None
