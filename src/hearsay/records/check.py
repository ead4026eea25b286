"""Whether a ledger hangs together: ids are unique, none hangs loose, and every span stands in its document's text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.span import Span
from hearsay.records.statement import Statement

Numbers = Mapping[str, Sequence[int]]
"""For lists of a ledger, by name, the number that each entry has in the file that it is from."""


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)


def check(ledger: Ledger, numbers: Numbers | None = None) -> None:
    """Raise ValueError, naming the place, unless ``ledger`` hangs together.

    An entry is named by ``numbers`` where they are given, else by its place in the ledger, counted from 0.
    """
    numbers = numbers or {}
    known = _Known(
        numbers=numbers,
        documents=_by_id("documents", ledger.documents, numbers=numbers),
        ids={
            "source": _by_id("sources", ledger.sources, numbers=numbers),
            "statement": _by_id("statements", ledger.statements, numbers=numbers),
            "question": {question.id: question for question in ledger.questions},
        },
    )
    _by_id("figures", ledger.figures, numbers=numbers)
    _by_id("expectations", ledger.expectations, numbers=numbers)
    for i, document in enumerate(ledger.documents):
        spans = [part.span for part in document.parts]
        _hold(document.text, spans, place=f"{known.place('documents', i)}.parts")
    for i, statement in enumerate(ledger.statements):
        _check_statement(statement, known, place=known.place("statements", i))
    for i, figure in enumerate(ledger.figures):
        _check_figure(figure, known, place=known.place("figures", i))
    for i, time in enumerate(ledger.times):
        place = known.place("times", i)
        _hold(known.text(time.document, place=place), [time.span], place=f"{place}.span")
    for i, expectation in enumerate(ledger.expectations):
        _check_expectation(expectation, known, place=known.place("expectations", i))


@dataclass(frozen=True, slots=True)
class _Known:
    """What an entry may refer to."""

    numbers: Numbers
    documents: Mapping[str, Document]
    ids: Mapping[str, Mapping[str, object]]
    """By what they are ids of: "source"."""

    def place(self, section: str, at: int) -> str:
        return _place(section, at, numbers=self.numbers)

    def text(self, id: str, *, place: str) -> str:
        if id not in self.documents:
            raise ValueError(f"{place}.document: {id!r} is no document's id")
        return self.documents[id].text

    def look_up(self, id: str | None, *, place: str, name: str) -> None:
        if id is not None and id not in self.ids[name]:
            raise ValueError(f"{place}: {id!r} is no {name}'s id")


def _check_statement(statement: Statement, known: _Known, *, place: str) -> None:
    text = known.text(statement.document, place=place)
    for source in (statement.source, *statement.via):
        known.look_up(source, place=place, name="source")
    for name in ("confidence", "source_confidence"):
        value = getattr(statement, name)
        if not 0 <= value <= 1:
            raise ValueError(f"{place}.{name}: {value!r} is not between 0 and 1")
    for name, spans in (
        ("spans.source", statement.spans.source),
        ("spans.cue", statement.spans.cue),
        ("spans.content", statement.spans.content),
        ("quoted", statement.quoted),
        ("certainty_words", statement.certainty_words),
        ("act_words", [statement.act_words] if statement.act_words else []),
        ("said_words", [statement.said_words] if statement.said_words else []),
    ):
        _hold(text, spans, place=f"{place}.{name}")


def _check_figure(figure: Figure, known: _Known, *, place: str) -> None:
    text = known.text(figure.document, place=place)
    for name, span in (
        ("span", figure.span),
        ("counted", figure.counted),
        ("measure", figure.measure),
        ("place", figure.place),
    ):
        _hold(text, [span] if span else [], place=f"{place}.{name}")
    for name in ("source", "statement", "question"):
        known.look_up(getattr(figure, name), place=place, name=name)
    if figure.min is not None and figure.max is not None and figure.min > figure.max:
        raise ValueError(f"{place}: min {figure.min:g} is above max {figure.max:g}")


def _check_expectation(expectation: Expectation, known: _Known, *, place: str) -> None:
    text = known.text(expectation.document, place=place)
    _hold(text, [expectation.span], place=f"{place}.span")
    _hold(text, [expectation.what], place=f"{place}.what_span")
    for name in ("source", "statement"):
        known.look_up(getattr(expectation, name), place=place, name=name)


def _by_id(name: str, records: Sequence[_Record], *, numbers: Numbers) -> dict[str, _Record]:
    found: dict[str, _Record] = {}
    for i, record in enumerate(records):
        if record.id in found:
            raise ValueError(f"{_place(name, i, numbers=numbers)}.id: {record.id!r} is taken")
        found[record.id] = record
    return found


def _place(section: str, at: int, *, numbers: Numbers) -> str:
    return f"{section}[{numbers[section][at] if section in numbers else at}]"


def _hold(text: str, spans: Iterable[Span], *, place: str) -> None:
    for i, span in enumerate(spans):
        if span.end > len(text):
            raise ValueError(f"{place}[{i}]: {span.start} to {span.end} runs past the text's {len(text)} characters")
