"""Attributions by verbs that PolNeAR has next to none of, and that the ledger lives on: verbs of counting ("the company
put turnout at about 38,000", "trimmed its forecast to 25"), of committing oneself, of disputing and of taking a stand.

Rules of version 2, from general English usage; tried on the dev stories, on stories written by others for that, and on
sentences of our own (tests/read/test_counts.py).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.reading import Attribution
from hearsay.records.span import Span

CONFIDENCE = 0.8
"""How sure the rule is taken to be."""
_WORDS = r"[^.;:!?\n\"“”,]"
"""Characters of one clause without commas."""
_NUMBER = (
    r"(?:[$€£¥]?\d(?:[\d,.]*\d)?|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens|scores|hundreds|thousands)\b)"
)
_START = (
    r"(?:^|(?<=[.!?;:]\s)|(?<=\n)|(?<=, while )|(?<=, but )|(?<=, whereas )|(?<=, though )|(?<=, although )|"
    r"(?<=, yet )|(?<=\bwhile )|(?<=\bbut )|(?<=\bwhereas )|(?<=[.!?][\"”]\s))"
)
_SOURCE = (
    r"(?!(?:In|On|At|After|Before|By|For|With|As|When|While|During|Since|If|Of|From|Under|Among|Despite|Meanwhile|"
    r"Earlier|Later|There|That|This|These|Those|What|Why|How|Then|So|Also|Yet|And|But|Not|No|None)\b)"
    rf"(?P<source>(?:[^\W\d_a-z]{_WORDS}{{1,80}}?|(?:the|an?|its|his|her|their|two|three|several|police|organisers|"
    rf"organizers|officials)\b{_WORDS}{{0,80}}?)(?:,\s{_WORDS}{{2,90}}(?=,))?),?\s+"
)
_BEFORE = r"(?:(?:on|late|early|last)\s+(?:\w+\s+)?)?"
_AUXILIARY = r"(?:(?:has|have|had|also|now|later|then|again)\s+)*"
_NEXT = (
    r"(?:added|said|told|undertook|vowed|pledged|promised|denied|called\s+(?:on|for)|urged|demanded|insisted|refused|"
    r"declined|praised|welcomed|condemned|warned|argued|ruled\s+out|entreated|appealed)"
)
"""Verbs of saying that may follow another after "and"."""
_END = (
    r"(?=[.;!?]?\s*(?:\n|$)|[.;:!?]\s|,?\s(?:but|while|after|before|when|because|citing|saying|though|although|whereas)\b|"
    rf"\s(?:and|but)\s(?:also\s)?{_NEXT}\b|"
    r",\s(?:and|as|compared|up|down|which|who|in|on|from|\w+ing)\b)"
)
_FIGURE = (
    r"(?:toll|count|tally|number|numbers|figure|figures|estimate|forecast|projection|outlook|guidance|prediction|total|"
    r"assessment|bill|cost|costs|share|turnout|losses|damage)"
)
_SPEECH = (
    r"(?:claims?|allegations?|accusations?|accounts?|suggestions?|reports?|findings?|figures?|charges?|criticisms?|"
    r"assertions?|assessments?|version|arithmetic|characteri[sz]ations?|comments?|remarks?|rumou?rs?|idea|notion)"
)
_FORMS = (
    # The company put turnout at about 38,000.
    (
        rf"(?P<cue>{_AUXILIARY}(?:put|puts|estimated|estimates|gave|gives|pegged|pegs|values|valued|reckons)(?:\s+also)?)\s+"
        rf"(?P<content>{_WORDS}{{2,90}}?\s(?:at|as)\s(?:[\w-]+\s){{0,4}}?{_NUMBER}[^;:!?\n\"“”]*?)"
    ),
    # The ministry lifted that to 14,300; trimmed its forecast to about 25.
    (
        rf"(?P<cue>{_AUXILIARY}(?:raised|raises|lifted|lifts|lowered|lowers|cut|cuts|trimmed|trims|revised|revises|upped|"
        r"slashed|corrected|corrects|updated|updates|downgraded|upgraded|nudged))\s+"
        rf"(?P<content>(?:{_WORDS}{{0,60}}?\b{_FIGURE}\b{_WORDS}{{0,60}}?|it|that|this)\s(?:up\s|down\s)?to\s"
        rf"(?:[\w-]+\s){{0,4}}?{_NUMBER}{_WORDS}*?)"
    ),
    # The trust counted 1,760; the weather service forecast between 80 and 110 millimetres; police made it 1,900.
    (
        rf"(?P<cue>{_AUXILIARY}(?:counted|counts|tallied|forecast|forecasts|predicted|predicts|projected|projects|made|makes"
        rf"(?=\sit\s)|spoke\s+of|speaks\s+of))\s+(?P<content>(?:(?<=made )it\s|(?<=makes )it\s|(?<!made )(?<!makes ))"
        rf"(?:[\w-]+\s){{0,4}}?{_NUMBER}{_WORDS}*?)"
    ),
    # The minister ruled out opening the outlet; the board undertook to publish its report.
    rf"(?P<cue>{_AUXILIARY}(?:ruled|rules)\s+out)\s+(?P<content>{_WORDS}{{3,160}}?)",
    (
        rf"(?P<cue>{_AUXILIARY}(?:undertook|vowed|vows|pledged|pledges|promised|promises|swore|refused|refuses|declined|"
        rf"declines))\s+(?P<content>to\s{_WORDS}{{3,200}}?)"
    ),
    # The governor contested the minister's account.
    (
        rf"(?P<cue>{_AUXILIARY}(?:contested|contests|disputed|disputes|rebutted|denied|denies))\s+"
        rf"(?P<content>(?:this|that|it|having\s{_WORDS}{{3,160}}?|{_WORDS}{{0,100}}?\b{_SPEECH}\b{_WORDS}{{0,60}}?))"
    ),
    (
        rf"(?P<cue>{_AUXILIARY}(?:rejected|rejects|dismissed|dismisses))\s+"
        rf"(?P<content>{_WORDS}{{0,100}}?\b{_SPEECH}\b{_WORDS}{{0,60}}?)"
    ),
    # The minister voiced confidence in the mediators; the party leader called on him to step down.
    (
        rf"(?P<cue>{_AUXILIARY}(?:voiced|welcomed|welcomes|condemned|condemns|hailed|hails|praised|praises|denounced|"
        rf"denounces|deplored|deplores|applauded|decried|lamented))\s+(?P<content>{_WORDS}{{3,160}}?)"
    ),
    (
        rf"(?P<cue>{_AUXILIARY}(?:called|calls)\s+(?:on|for)|{_AUXILIARY}appealed\s+(?:to|for)|"
        rf"{_AUXILIARY}(?:urged|urges|implored|entreated))\s+(?P<content>{_WORDS}{{3,200}}?)"
    ),
)
_PATTERNS = tuple(re.compile(_START + _SOURCE + _BEFORE + form + _END, re.M) for form in _FORMS)
_FINITE = re.compile(
    r"\b(?:said|says|say|told|is|are|was|were|has|have|had|will|would|that|to|and\s+\w+ed)\b|"
    r"\b(?i:its|the|an?|his|her|their|this)$"
)
"""What no source holds: then the match runs over a clause of its own, or its verb is a noun."""
_RELATIVE = re.compile(r",\s+(?:who|which|whose|where)\b.*$", re.S)
_ANY = re.compile(
    r"\b(?:puts?|estimate[sd]|g[ai]ves?|peg(?:s|ged)|value[sd]|reckons|raise[sd]|lift(?:s|ed)|lower(?:s|ed)|cuts?|"
    r"trim(?:s|med)|revise[sd]|upped|slashed|correct(?:s|ed)|update[sd]|downgraded|upgraded|nudged|count(?:s|ed)|tallied|"
    r"forecasts?|predict(?:s|ed)|project(?:s|ed)|ma[dk]es?|sp(?:oke|eaks)\s+of|rule[sd]\s+out|undertook|vow(?:s|ed)|"
    r"pledge[sd]|promise[sd]|swore|refuse[sd]|decline[sd]|contest(?:s|ed)|dispute[sd]|rebutted|den(?:ied|ies)|"
    r"reject(?:s|ed)|dismiss(?:es|ed)|voiced|welcome[sd]|condemn(?:s|ed)|hail(?:s|ed)|praise[sd]|denounce[sd]|"
    r"deplore[sd]|applauded|decried|lamented|call(?:s|ed)\s+(?:on|for)|appealed|urge[sd]|implored|entreated)\b"
)
"""All the verbs at once: most paragraphs hold none, and are passed over."""
_PARAGRAPH = re.compile(r"[^\n]+")
_JOINED = re.compile(rf"\s(?:and|but)\s(?P<cue>(?:has\s|had\s|also\s|then\s)*{_NEXT})\s+(?=\S)")
_CLAUSAL = re.compile(
    r"(?:said|says?|told|believes?|thinks?|adds?|added|argue[sd]|claim(?:s|ed)|insist(?:s|ed)|not(?:es|ed))\b"
)
"""Cues of which the content is a clause, with verbs of its own to be joined."""
_NO_CLAUSE = re.compile(r"(?:\w+ing|to)\b")
_FEW = re.compile(r"(?:[\w’'-]+\s){0,4}[\w’'-]+$")
"""How a content opens whose "and" can only join its cue with another: with a verb's -ing or infinitive; and how one
looks that is but a few words."""


def with_counts(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and those that only these rules find, in the order of their cues."""
    found = list(attributions)
    taken = [c for a in attributions for c in (*a.cue, *a.content)]
    for paragraph in _PARAGRAPH.finditer(text):
        if not _ANY.search(text, *paragraph.span()):
            continue
        for pattern in _PATTERNS:
            for match in pattern.finditer(text, *paragraph.span()):
                source, cue, content = (Span(*match.span(group)) for group in ("source", "cue", "content"))
                named = _RELATIVE.sub("", source.of(text))
                if _FINITE.search(named) or any(c.overlaps(cue) for c in taken):
                    continue
                taken.append(cue)
                teller = Span(source.start, source.start + len(named))
                found.append(Attribution((teller,), (cue,), (content,), CONFIDENCE))
    return sorted(found, key=lambda a: a.cue[0])


def with_joined(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a second verb of saying in a content parted from it: "denied having known and vowed to pay"."""
    found = []
    for attribution in attributions:
        last = attribution.content[-1] if attribution.content else None
        match = _JOINED.search(text, last.start, last.end) if last else None
        if (
            last is None
            or match is None
            or not _is_joined(attribution.cue[0].of(text), text[last.start : match.start()])
        ):
            found.append(attribution)
            continue
        content = (*attribution.content[:-1], Span(last.start, match.start()))
        found.append(replace(attribution, content=content))
        rest = Span(match.end(), last.end)
        found.append(Attribution(attribution.source, (Span(*match.span("cue")),), (rest,), attribution.confidence))
    return found


def _is_joined(cue: str, first: str) -> bool:
    """Whether "and" after the words ``first`` of a content joins its cue with another verb."""
    return bool(_NO_CLAUSE.match(first) or (_FEW.fullmatch(first) and not _CLAUSAL.match(cue)))
