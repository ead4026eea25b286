"""What a document announces or predicts with a time by which it is due."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from hearsay.normalise.sentence import sentences
from hearsay.normalise.when.affix import Relation
from hearsay.normalise.when.period import Grain
from hearsay.normalise.when.when import When
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.identity import make_id
from hearsay.records.span import Span
from hearsay.records.statement import Act, Statement

_NO_ANNOUNCEMENT = frozenset({Act.URGE, Act.DECLINE, Act.QUESTION, Act.EXPRESS})
"""Acts whose content announces nothing: a call with a deadline, a refusal, a question, a feeling."""
_CALLS = re.compile(
    r"\b(?:urg(?:e[sd]?|ing)|call(?:s|ed|ing)?\s(?:on|for|upon)|has\scalled\son|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|beg(?:s|ged)|"
    r"implor\w+|appeal(?:s|ed)?|press(?:ed|es|ing)|exhort\w*|should|ought\sto|must|let\sus|please|need(?:s|ed)?\sto|advis\w+|"
    r"want(?:s|ed)?\s(?:him|her|it|them|the)|order(?:ed|s)|told\s\w+\sto|instruct\w+|warn\w*\s(?:\w+\s){1,3}to)\b",
    re.I,
)
_CONDITION = re.compile(
    r"(?:^|[,;—–]\s|\b(?:that|and|but|only|even|or)\s)(?:if|unless|whether|in\scase|provided)\b[^,;]*$", re.I
)
_INVERTED = re.compile(r"(?:Had|Were|Should)\s")
_REFUSED = re.compile(
    r"\b(?:refus\w+|declin\w+)\sto\s\w+[^,;.]*$|\b(?:did|does|do|would|will|could|can)(?:\snot|n['’]t)\s(?:say|specify|confirm|"
    r"rule\sout|comment)\b[^,;.]*$|\b(?:unclear|uncertain|unknown)\b[^,;.]*$",
    re.I,
)
_OFF = re.compile(
    r"\b(?:(?:been|was|were|is|are|be|be|has|have|had)\s(?:\w+ly\s)?(?:cancel(?:l?ed|led)|scrapped|postponed|abandoned|shelved)|"
    r"called\soff|had\s(?:been\s)?(?:planned|scheduled|hoped|"
    r"expected|due|intended|promised)|was\s(?:once|originally)\s)\b|"
    r"\b(?:was|were)\s(?:due|scheduled|expected|set|supposed|meant|slated)\sto\b[^.]*\b(?:but|until)\b",
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:will|would|could|can|do|does|is|are|to)(?:\snot|n['’]t)\b|\bwon['’]t\b|\bcannot\b|\bnever\b|\bnot\sto\b",
    re.I,
)
_NEXT = re.compile(r"(?:next|this|the\s(?:next|coming|following)|coming|tomorrow|the\sday\safter|within|in)\b", re.I)
_OWNER = re.compile(r"['’]s?\b")
_ADJECTIVE = re.compile(
    r"\s(?!and\b|or\b|but\b|to\b|when\b|as\b|for\b|in\b|at\b|on\b|after\b|before\b|with\b|by\b|if\b|that\b|the\b|from\b|because\b|while\b|where\b|over\b|under\b|said\b|says\b)[a-z]{3,}"
)
_CLAUSE = re.compile(r"[;:—–“”\"]|--|,\s(?:and|but|which|who|while|as)\s|\b(?:that|said|says|whether)\s")
FEWEST_WORDS = 2
"""Blanks outside the time words that a sentence must have to tell of something."""
_FARTHEST = 40
"""Years ahead at most: a number beyond them is rather a name than a date."""


def expectations(
    document: Document, statements: tuple[Statement, ...], *, found: Sequence[When]
) -> tuple[Expectation, ...]:
    """What is to come and when it is due, in the order of the text; none without a day of publication."""
    today = _day_of(document.published)
    if today is None:
        return ()
    coming = [(when, value) for when in found if (value := _due(when, today)) is not None]
    if not coming:
        return ()
    text = document.text
    bounds = list(sentences(text))
    made: list[Expectation] = []
    place = 0
    for when, value in coming:
        while place + 1 < len(bounds) and bounds[place][1] <= when.start:
            place += 1
        start, end = bounds[place]
        statement = _holder(when, statements)
        if not _is_announced(text, when, sentence=Span(start, end), statement=statement, today=today):
            continue
        span = Span(when.lead, when.end)
        made.append(
            Expectation(
                id=make_id("expectation", document.id, span.start, span.end),
                document=document.id,
                span=span,
                what=_what(text, when, sentence=Span(start, end), statement=statement),
                due=value,
                source=statement.source if statement else None,
                statement=statement.id if statement else None,
            )
        )
    return tuple(made)


def _due(when: When, today: date) -> str | None:
    """EDTF of what the expression sets as the time, where that is still to come; None where it is not."""
    first, last = when.days
    value = re.sub(r"T[^/]*", "", when.value)
    if first is None or last is None or last <= today or last.year > today.year + _FARTHEST:
        return None
    deadline = when.relation is Relation.BY or (when.relation is Relation.BEFORE and when.part == "end")
    if first <= today and not (deadline or when.part in {"late", "end"} or (when.future and when.grain > Grain.DAY)):
        return None
    match when.relation:
        case _ if deadline:
            return f"../{last.isoformat()}"
        case Relation.AT:
            return value
        case Relation.FROM:
            return f"{value.partition('/')[0]}/.."
        case Relation.BEFORE:
            return f"../{(first - timedelta(1)).isoformat()}" if first > today else None
    return None


def _is_announced(text: str, when: When, *, sentence: Span, statement: Statement | None, today: date) -> bool:
    """Whether the words around set the time for something to come, rather than call for it, ask or refuse."""
    if statement is not None and statement.act in _NO_ANNOUNCEMENT:
        return False
    tail = text[when.end : min(sentence.end, when.end + 40)]
    if _OWNER.match(tail) or (when.grain >= Grain.YEAR and not when.tied and not _NEXT.match(text, when.start)):
        return False
    if text[sentence.start : sentence.end].count(" ") - text[when.lead : when.end].count(" ") < FEWEST_WORDS:
        return False
    if text.startswith("from", when.lead) and when.future is not True:
        return False
    named = (
        not when.tied
        or text[max(0, when.start - 4) : when.start].endswith("the ")
        or text[when.start : when.end].startswith("the ")
    )
    if named and when.grain > Grain.WEEK and _ADJECTIVE.match(tail):
        return False
    before = text[sentence.start : when.lead]
    clause = before[_clause_start(before) :]
    if (
        _CONDITION.search(before)
        or _INVERTED.match(text, sentence.start)
        or _REFUSED.search(before)
        or _OFF.search(text, sentence.start, sentence.end)
    ):
        return False
    if (
        _CALLS.search(clause)
        or _NEGATED.search(clause)
        or text[sentence.start : sentence.end].rstrip("”’\"'").endswith("?")
    ):
        return False
    first, _ = when.days
    return when.future is True or (first is not None and first > today)


def _clause_start(before: str) -> int:
    return max((m.end() for m in _CLAUSE.finditer(before)), default=0)


def _holder(when: When, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement in whose content the expression stands; of several the narrowest."""
    held = [
        (piece.end - piece.start, number)
        for number, statement in enumerate(statements)
        for piece in statement.spans.content
        if piece.start <= when.start < piece.end or 0 <= when.lead - piece.end <= 1
    ]
    return statements[min(held)[1]] if held else None


def _what(text: str, when: When, *, sentence: Span, statement: Statement | None) -> Span:
    """The words of the clause that the expression dates: those before it, else those after it."""
    start, end = sentence.start, sentence.end
    if statement is not None:
        for piece in statement.spans.content:
            if piece.start <= when.start <= piece.end + 1:
                start, end = max(start, piece.start), min(max(end, when.end), max(piece.end, when.end))
    before = text[start : when.lead]
    cut = start + _clause_start(before)
    words = text[cut : when.lead]
    if len(words.split()) >= 2:
        return _trimmed(text, start=cut, end=when.lead, instead=Span(when.lead, when.end))
    after = _CLAUSE.search(text, when.end, end)
    return _trimmed(text, start=when.end, end=after.start() if after else end, instead=Span(when.lead, when.end))


def _trimmed(text: str, *, start: int, end: int, instead: Span) -> Span:
    """The span without blanks and signs at its edges; ``instead`` where nothing is left."""
    words = text[start:end]
    edge = " \n\t,.;:—–-\"“”'‘’"
    left = len(words) - len(words.lstrip(edge))
    right = len(words.rstrip(edge))
    return Span(start + left, start + right) if right > left else instead


def _day_of(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
