"""The words of an attribution as lines: the cue with its auxiliaries, what follows it, what is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hearsay.normalise.act import quantity
from hearsay.normalise.certainty import Hedge, hedges
from hearsay.normalise.clause import main_clause, sentences
from hearsay.normalise.line import Line, Word, line
from hearsay.records.reading import Attribution
from hearsay.records.span import Span

LEAD, TRAIL = 40, 90
"""Characters before the cue in which its auxiliaries stand, and behind it in which its complement begins."""
_AUXILIARIES = frozenset(
    """would will could can may might shall should must do does did has have had is are was were be been being am not
    never neither also again still repeatedly yet no longer to without declined declines decline refused refuses refuse
    failed unable unwilling going continued continues went""".split()
)
_PRONOUNS = frozenset("i we you he she they it who which that this these those one some many all".split())
_END = re.compile(r"[.!?]+[\"”’)]*(?=\s|$)|\n")
_QUOTES = "\"“”«‘'"


@dataclass
class Wording:
    """What the rules for act and certainty look at; each line leads back to the document."""

    text: str
    attribution: Attribution
    cue: Line
    content: Line

    @classmethod
    def of(cls, text: str, attribution: Attribution) -> "Wording":
        """The wording of one attribution of ``text``; the last few are kept, as several rules ask for the same."""
        return _wording(text, attribution)

    @classmethod
    def made(cls, text: str, attribution: Attribution) -> "Wording":
        """The same, made anew."""
        start = attribution.cue[0].start
        held = max((s.end for s in (*attribution.source, *attribution.content) if s.end <= start), default=0)
        low = max(held, start - LEAD)
        before = line(text, [Span(low, start)]).words if start > low else ()
        lead: list[Word] = []
        for word in reversed(before):
            if word.norm not in _AUXILIARIES and not word.norm.endswith("ly"):
                break
            lead.insert(0, word)
        if low and text[low - 1 : low].isalnum() and lead and lead[0].start == low:
            lead = lead[1:]
        cue = Line((*lead, *line(text, attribution.cue).words))
        return cls(text, attribution, cue, _with_end(text, attribution.content))

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """What makes the content less than sure, or expressly sure."""
        return hedges(self.content, quoted=self.quoted)

    @cached_property
    def first(self) -> Line:
        """The first sentence of the content."""
        return next(iter(sentences(self.content)), self.content)

    @cached_property
    def counted(self) -> Span | None:
        """A quantity in the main clause of the first sentence."""
        return quantity(main_clause(self.first))

    @cached_property
    def own(self) -> frozenset[str]:
        """The words that name the source."""
        return frozenset(w.norm for w in line(self.text, self.attribution.source).words) - _PRONOUNS

    @cached_property
    def quoted(self) -> bool:
        """Whether the content opens within quotation marks."""
        first = self.attribution.content[0].start if self.attribution.content else 0
        return self.text[first : first + 1] in _QUOTES or self.text[max(0, first - 1) : first] in _QUOTES

    def cue_span(self, start: int, end: int) -> Span:
        """Where the words ``start`` to ``end`` of the cue stand in the text."""
        return Span(self.cue.words[start].start, self.cue.words[end - 1].end)

    def following(self, number: int) -> Sequence[Word]:
        """The words of the cue from ``number`` on and what comes behind the cue in its sentence."""
        return (*self.cue.words[number:], *self._trail.words)

    def after(self, number: int) -> str:
        """The same as a line's text."""
        return " ".join(w.norm for w in self.following(number))

    def cue_and_content(self, number: int, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern is found in the cue from word ``number`` on, right behind it, or in the content."""
        return pattern.search(self.content.text) is not None or pattern.search(self.after(number)) is not None

    def ends_with(self, sign: str) -> bool:
        """Whether the content ends with a sign, within it or right behind it."""
        if not self.attribution.content:
            return False
        last = self.attribution.content[-1]
        return sign in self.text[max(last.start, last.end - 2) : last.end + 2]

    @cached_property
    def _trail(self) -> Line:
        start = self.attribution.cue[-1].end
        stop = min(len(self.text), start + TRAIL)
        end = _END.search(self.text, start, stop)
        stop = end.start() if end else stop
        return line(self.text, [Span(start, stop)]) if stop > start else Line(())


def _with_end(text: str, content: tuple[Span, ...]) -> Line:
    """The line of the content, with a question mark that stands right behind it."""
    found = line(text, content)
    if not content:
        return found
    last = content[-1]
    if "?" in text[last.end : last.end + 1] and found and found.words[-1].norm not in ".?":
        return found + Line((Word("?", last.end, last.end + 1),))
    return found


@lru_cache(maxsize=4)
def _wording(text: str, attribution: Attribution) -> Wording:
    return Wording.made(text, attribution)
