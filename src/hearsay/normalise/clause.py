"""Which words of a line bear its main claim: sentences, and a sentence without its subordinate clauses.

By closed word classes alone (Quirk et al., A Comprehensive Grammar of the English Language, 1985, chapters 14, 15
and 17); what they cannot settle stays in the main clause.
"""

from hearsay.normalise.line import Line, Word

BREAK = "|"
"""Stands in a line for a stretch that was left out."""

_SUBORDINATORS = frozenset(
    "if unless because although though whereas while when whenever once until till before after whether lest".split()
)
_RELATIVES = frozenset("who whom whose which".split())
_FINITE = frozenset(
    "is are was were am has have had do does did will would can could may might shall should must".split()
)
_CHAIN = _FINITE | frozenset("be been being not never also now still already only always".split())
_SELF = frozenset("i we he she they it you who to not also will would may might could can must should do did".split())
_TOLD = frozenset(
    """say says said claim claims claimed argue argues argued fear fears feared think thinks thought believe believes
    believed expect expects expected warn warns warned hope hopes hoped insist insists insisted suspect suspects
    suspected predict predicts predicted assume assumes assumed""".split()
)
_CLAUSE_OPENERS = frozenset(
    "that the a an this these those his her its their our my i we he she it they you there".split()
)
_PURPOSE = frozenset("that i we he she they it you the people".split())


def sentences(line: Line) -> list[Line]:
    """The sentences of a line, each with the sign that ends it."""
    found: list[Line] = []
    current: list[Word] = []
    for word in line.words:
        current.append(word)
        if word.norm in ".?":
            if len(current) > 1:
                found.append(Line(current))
            current = []
    if current:
        found.append(Line(current))
    return found


def main_clause(sentence: Line) -> Line:
    """A sentence with a BREAK in the place of each subordinate clause and of each belief of somebody else."""
    kept: list[Word] = []
    words, number = sentence.words, 0
    while number < len(words):
        end = _subordinate_end(words, number)
        if end > number:
            kept.append(Word(BREAK, words[number].start, words[end - 1].end))
            number = end
        else:
            kept.append(words[number])
            number += 1
    return Line(kept)


def _subordinate_end(words: tuple[Word, ...], number: int) -> int:
    """Where the subordinate clause ends that starts at ``number``; ``number`` itself where none does."""
    word, before = words[number].norm, words[number - 1].norm if number else ""
    after = words[number + 1].norm if number + 1 < len(words) else ""
    if word in _RELATIVES and number and before != BREAK:
        return _relative_end(words, number)
    if word == "that" and number and after in _FINITE and before not in ("", ",") and before not in _FINITE:
        return _relative_end(words, number)
    dated = word in ("before", "after", "until", "till", "once") and after[:1].isdigit()
    if word in _SUBORDINATORS and not dated and before != "as":
        return _next_stop(words, number)
    if word == "so" and after in _PURPOSE and before not in ("", ",", ".", *_FINITE):
        return _next_stop(words, number)
    if word in _TOLD and number and after != "to" and _is_other(words, number):
        return _sentence_end(words, number)
    return number


def _is_other(words: tuple[Word, ...], number: int) -> bool:
    """Whether the verb of saying or believing at ``number`` has somebody else than the speaker as its subject."""
    before = words[number - 1].norm
    if (
        before in _SELF
        or before in _CHAIN
        or before.endswith("ly")
        or before in (",", "and", "or", "than", "as", "the")
    ):
        return False
    return not (
        before in ("a", "an", "their", "his", "her", "its", "no", "all", "widely", "long") or before[:1].isdigit()
    )


def _relative_end(words: tuple[Word, ...], number: int) -> int:
    """Where a relative clause ends: at the next comma, or before the finite verb of the clause that it stands in."""
    place = number + 1
    while place < len(words) and (words[place].norm in _CHAIN or words[place].norm.endswith("ly")):
        place += 1
    believes = place + 1 < len(words) and words[place].norm in _TOLD and words[place + 1].norm in _CLAUSE_OPENERS
    own = (words[number].norm == "who" and not believes) or place > number + 1
    passed = own
    for end in range(place, len(words)):
        if words[end].norm in (",", ".", "?"):
            return end
        if words[end].norm in _FINITE:
            if passed and end > place:
                return end
            passed = True
    return len(words)


def _next_stop(words: tuple[Word, ...], number: int) -> int:
    for end in range(number + 1, len(words)):
        if words[end].norm in (",", ".", "?"):
            return end
    return len(words)


def _sentence_end(words: tuple[Word, ...], number: int) -> int:
    for end in range(number + 1, len(words)):
        if words[end].norm in (".", "?"):
            return end
    return len(words)
