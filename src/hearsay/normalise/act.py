"""What is done in what is said: a plea, a pledge, a denial, a question, an attitude, within a neutral "said"."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from hearsay.normalise.clause import main_clause, sentences
from hearsay.normalise.cue import forms, ongoing
from hearsay.normalise.line import Line
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


_ADVERBS = (
    r"(?:(?:\w+ly|not|never|also|now|just|still|always|so|very|really|quite|all|both|only|too|more|most|as|even|rather|"
    r"again|therefore|then|soon|first|do|does|did|no longer|pretty|a bit|a little|incredibly|beyond) )*"
)
_SELF = {False: r"(?:i|we|he|she|they|it)", True: r"(?:i|we)"}
"""The speaker, in reported speech and within quotation marks."""
_OPENING = r"^(?:(?:and|but|so|then|yes|no|well|look|that|today|tonight|tomorrow|instead|again|[,|]) )*"
_BE = r"(?:am|is|are|was|were|be|been|being|[^a-z]s|feel|feels|felt|remain|remains|remained|become|became|seems?|seemed|looks?|looked)"
_NUMBER = (
    r"(?:\d[\d.,]*(?:bn|m|k|tn)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|"
    r"millions?|billions?|dozens?|scores|half|a third|a quarter|one-third|two-thirds|three-quarters)(?:-\w+)?"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|april|May|june|july|august|aug|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)"
)
_TIME_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|ies|y)?"
_QUANTITY = re.compile(
    rf"(?P<date>{_MONTH} |(?:aged?|page|no|number|article|section|group|phase|route|flight|room|day) (?=\d))?"
    rf"(?P<span>(?:in|within|for|after|next|last|past|every|before|first|over) (?:the )?(?:next |last |past |first |about |around |some |at least )*)?"
    rf"(?<![\w-])(?P<number>{_NUMBER})(?![\w-])(?P<after> (?:{_MONTH}|am|pm|o)\b| (?:to |or )?(?:\w+ )?{_TIME_UNIT}\b| years?-olds?| gunm\w+)?"
)


def quantity(main: Line) -> Span | None:
    """The first number of a main clause that counts or measures; dates, clock times, ages and spans of time do not."""
    for match in _QUANTITY.finditer(main.text):
        number, after = match["number"], match["after"] or ""
        year = re.fullmatch(r"(?:19|20)\d\d,?", number) is not None
        clock = ":" in number or re.match(r" (?:am|pm|o|year)|gunm", after) is not None
        lasting = match["span"] is not None and re.search(_TIME_UNIT + "$", after) is not None
        if not (match["date"] or year or clock or lasting or re.search(_MONTH, after)):
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
    if first is None or found[0] is None and sum(d is not None and d.act is first.act for d in found) < MOST * len(found):
        return None
    if first.act in (Act.DENY, Act.DECLINE):
        return first
    return first if sum(d is not None for d in found) >= MOST * len(found) else None


def _done(sentence: Line, *, own: AbstractSet[str], quoted: bool) -> Done | None:
    main = main_clause(sentence)
    for act, pattern in _patterns(quoted):
        if (match := pattern.search(main.text)) is not None:
            return Done(act, main.found(match))
    if quoted and (order := _order(main)) is not None:
        return Done(Act.URGE, order)
    return _duty(main) or _pledge(main, own=own, quoted=quoted)


@cache
def _alternatives(kind: str) -> str:
    content, adjectives = table("acts")["content"], table("acts")["adjectives"]
    return "(?:" + "|".join(map(re.escape, (content if kind in content else adjectives)[kind].split())) + r")(?![\w-])"


@cache
def _patterns(quoted: bool) -> tuple[tuple[Act, re.Pattern[str]], ...]:
    me = _SELF[quoted]
    untrue, verdicts, verdict = _alternatives("untrue"), _alternatives("verdicts"), _alternatives("verdict")
    feelings = "(?:" + "|".join(sorted(forms("feelings"))) + r")(?![\w-])"
    filler = r"(?:(?:a|an|the|one|just|nothing but|pure|total|complete|absolute|utter|outright|entirely|\w+ly|simply|bare) )*"
    denials = (
        rf"(?:{_BE}|as|call(?:ed|s|ing)? (?:\w+ ){{1,5}}?) {_ADVERBS}{filler}{untrue}|{_OPENING}{filler}{untrue}"
        r"|\b(?:is|was|are|were|[^a-z]s) (?:\w+ly |just |simply )*not (?:\w+ly )?(?:true|the case|correct|so)\b"
        r"|\bno (?:\w+ )?(?:truth|substance|foundation|basis in fact|basis for)\b"
        rf"|\b{me} (?:has |had |have )?(?:did|does|do|done) (?:absolutely )?nothing (?:wrong|illegal|improper|unlawful)"
        r"|\bnothing to do with\b|\banyone who (?:says|claims|thinks) (?:otherwise|differently)|\bmak(?:ing|e|es|ed) (?:it|this|that|things|stuff|stories) up\b"
        rf"|\b{me} (?:(?:has|had|have|played|plays) )+no (?:part|role|involvement|hand|knowledge)\b|\b{me} {_BE} (?:not guilty|innocent|not involved|not responsible|not to blame)\b"
        rf"|{_OPENING}{me} (?:have |has |had |would )?(?:also )?(?:never|not once)(?: ever| knowingly| intentionally)? {_alternatives('misdeeds')}"
        rf"|{_OPENING}{me} (?:did|have|has|had) not (?:\w+ly |ever )?{_alternatives('misdeeds')}"
    )
    refusals = (
        rf"{_OPENING}(?:{me}|the \w+(?: \w+)?|this|that) (?:\w+ly |also )?(?:(?:could|can|will|would|did|does|do|is|was|are|were|am) (?:\w+ly )?(?:not|unable to)|unable to|refuses to|declines to) "
        r"(?:\w+ly |yet |going to |in a position to |at liberty to |prepared to |able to |ready to |be |even )*"
        r"(?:comment\w*|discuss\w*|confirm or deny|confirm|disclose|elaborate|speculate|speculating|reveal|go into|get into|give (?:any |further |more |out |a )?(?:details|specific|names|number)|talk about|say (?:whether|if|how|what|when|who|why|where|more|anything)|share (?:details|any)|be drawn|drawn|identify|name (?:him|her|them|the|names))\b"
        r"|^no comment\b|\b(?:had|have|has) no (?:\w+ )?comment\b"
    )
    thanks = (
        r"\bthank you\b|\bthanks to (?:all|every|our|the)\b|\bcongratulations\b|\b(?:condolences|sympath(?:y|ies)|thoughts|prayers|thoughts and prayers|deepest \w+) (?:are|is|go|goes|remain|to) ?"
        r"|\bhearts? (?:go|goes|went|are|is|breaks?|broke|broken)\b|\bshame on\b|\bgood riddance\b|\bwell done\b|\blook(?:s|ed|ing)? forward to\b"
    )
    attitudes = (
        rf"{_OPENING}(?:\w+ ){{0,4}}?{me} (?:(?:have|has|had|would|will|am|are|is|was|were) )?{_ADVERBS}(?:{_BE} )+{_ADVERBS}{_alternatives('express')}"
        rf"|{_OPENING}{me} (?:(?:have|has|had|would|will|can|could|must|want to|wanted to|would like to|am|are) )?{_ADVERBS}{feelings}"
        rf"|^{_ADVERBS}{_alternatives('express')} (?:by|about|at|with|that|to)\b|{thanks}"
    )
    article = r"(?:(?:a|an|the|this|that|such|one of|yet another|nothing short of|nothing less than|another|of|real|total|complete|absolute|utter|national|big|huge|great|bit|step) )*"
    verdicts_told = (
        rf"{_BE} {_ADVERBS}{article}{_ADVERBS}(?:{verdict}|{verdicts})|^{_ADVERBS}(?:what )?(?:(?:a|an) )?{_ADVERBS}(?:\w+ )?{verdicts}(?: [.,]|$)|^{_ADVERBS}{verdict}(?: [.,]|$| and| but)"
    )
    return (
        (Act.DENY, re.compile(denials)),
        (Act.DECLINE, re.compile(refusals)),
        (Act.URGE, re.compile(
            rf"{_OPENING}{me} {_ADVERBS}(?:would |am |are |is |was |were |had |have |has )?{_ADVERBS}(?:urge|urges|urged|urging|call(?:s|ing)? (?:on|for|upon)|appeal(?:s|ing)? (?:to (?!a\b|the court)|for)|demand(?:s|ing)?|beg(?:s|ging)?|implor(?:e|es|ing)|plead(?:s|ing)? (?:with|for|to)|recommend(?:s|ing)?|advis(?:e|es|ing)|encourag(?:e|es|ing)|ask(?:s|ing)? (?:everyone|people|the|all|for|you|\w+ to))\b"
            rf"|{_OPENING}{me} {_ADVERBS}(?:want|wants|wanted|need|would like) (?:(?!to\b)\w+ ){{1,5}}to \w+"
            r"|\b(?:is|was|[^a-z]s) (?:high |long |past )?time (?:to|for|that|we|the|they)\b")),
        (Act.PROMISE, re.compile(
            rf"{_OPENING}{me} {_ADVERBS}(?:promise|promised|promises|vow|vowed|vows|pledge|pledged|pledges|guarantee|guaranteed|guarantees)\b"
            rf"|{_OPENING}{me} {_ADVERBS}(?:am|is|are|was|were|remain|remains|remained|stand|stands|stood) {_ADVERBS}(?:committed|determined|ready|willing|prepared|resolved) to\b|\bhave my word\b")),
        (Act.EXPRESS, re.compile(f"{attitudes}|{verdicts_told}")),
    )  # fmt: skip


_AUXILIARIES = frozenset("is are was were has have had will would can could may might does did do s".split())
_ORDERS = re.compile(r"^(?:(?:so|and|but|now|just|first|today|always|[,|]) )*(?:please|do not|let us|let [^a-z]s|never|stop)\b(?! (?:in|before|again|mind|have|has|had|has))")


def _order(main: Line) -> Span | None:
    """The words in which a quoted sentence orders or begs: "stay indoors"."""
    if (match := _ORDERS.match(main.text)) is not None:
        return main.found(match)
    words = [w for w in main.words[:3] if w.norm not in (",", "|")]
    if len(words) < 2 or words[0].norm not in table("acts")["content"]["imperatives"].split():
        return None
    follows = words[1].norm
    if follows in _AUXILIARIES or follows in (".", "?", "me", "of", "and", "from") or follows.endswith(("ed", "s")) and follows not in ("this", "yes", "us", "his"):
        return None
    if main.words[1].norm in (",", "|", "."):
        return None
    return Span(words[0].start, words[0].end)


_DUTY = re.compile(
    r"(?P<subject>\w+ )?\b(?P<duty>(?:should|must|ought to|had better|(?:needs?|has) to)(?: not)?)\b(?! (?:have|say|admit|confess|be said|come as|know|feel|seem)\b)"
)
_EXPECTED = re.compile(
    r"should (?:(?:now|then|soon|still|also|all|not|\w+ly) )*(?:be (?:(?:fully|back|all|soon) )*(?:able|back|fit|ready|done|complete|"
    r"completed|finished|over|available|enough|fine|ok|okay|possible|easier|higher|lower|clear|operational|running|there|here|"
    r"restored|home|resolved|fixed|up)\b|arrive|reach|rise|fall|grow|recover|last|ease|improve|clear|begin|start|resume|suffice|prove)"
)


def _duty(main: Line) -> Done | None:
    """A call in the words of duty: "drivers should avoid the pass", "the government must act"."""
    for match in _DUTY.finditer(main.text):
        subject, duty = (match["subject"] or "").strip(), match["duty"]
        if _EXPECTED.match(main.text, match.start("duty")) or subject in ("i", "why", "what", "how", "when", "who", "which", "that"):
            continue
        if duty.startswith(("need", "has")) and (subject in ("he", "she", "it", "we", "they", "not", "will", "would", "") or duty.startswith("has to")):
            continue
        return Done(Act.URGE, main.span(match.start("duty"), match.end("duty")))
    return None


_WILL = re.compile(
    rf"{_OPENING}(?P<subject>(?:[\w.-]+ ){{1,6}}?)(?:[^a-z]s )?{_ADVERBS}(?P<will>will|would|shall|(?:am|are|is|was|were) going to)"
    rf" {_ADVERBS}(?:(?P<be>be) )?(?P<deed>[\w-]+)"
)
_LOOSE = frozenset(
    """take make come go be stop start begin continue cost change help work return open close end hold drop run rise set
    turn move put bring carry cut pass give keep leave find follow push reach improve increase create reveal prove add
    force raise allow""".split()
)
"""What a thing does as well as a person: no pledge where "it" does it."""


def _pledge(main: Line, *, own: AbstractSet[str], quoted: bool) -> Done | None:
    """What the source says that it or its own side will do: "said it would repay customers"."""
    match = _WILL.match(main.text)
    if match is None:
        return None
    deed, subject = match["deed"], match["subject"].split()
    willed = deed in ongoing("deeds") if match["be"] else deed in table("acts")["content"]["deeds"].split()
    if not willed or not _is_own(subject, own=own, quoted=quoted) or (subject == ["it"] and deed in _LOOSE):
        return None
    return Done(Act.PROMISE, main.span(match.start("will"), match.end("will")))


def _is_own(subject: list[str], *, own: AbstractSet[str], quoted: bool) -> bool:
    """Whether the subject of a sentence is the speaker or its side."""
    if len(subject) == 1:
        return re.fullmatch(_SELF[quoted], subject[0]) is not None or subject[0] in own
    if subject[0] in ("its", "our", "his", "her", "their", "my"):
        return subject[-1] in table("acts")["content"]["side"].split()
    return subject[-1] in own and all(w in own or w in ("the", "a", "an", "and") for w in subject)
