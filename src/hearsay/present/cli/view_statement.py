"""One statement as a terminal shows it: each thing that is known of it with the words that it was told by."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from hearsay.ledger.answers import Told
from hearsay.normalise.edtf_words import in_words
from hearsay.present import words
from hearsay.present.amount import amount, of_what
from hearsay.present.clean import capital, one_line
from hearsay.present.cli.lines import indented, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.cli.view_answers import marked
from hearsay.present.corrections import told as corrected
from hearsay.present.dates import told as published
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.span import Span

_LABELS = 14
_MEASURE = 88
_SMALL = "dim"


def statement_lines(
    told: Told,
    document: Document,
    *,
    paragraph: tuple[int, Span],
    figures: Sequence[Figure],
    console: Console,
    look: Look,
) -> Iterator[Text]:
    """All of a statement, line by line; ``paragraph`` is the one that it starts in, with its number."""
    width = min(look.width, _MEASURE)
    who = capital(one_line(told.source.name)) if told.source else words.UNTOLD
    yield from wrapped(Text(who, style="bold cyan" if told.source else "italic yellow"), console, width=width)
    yield from wrapped(Text(one_line(told.words) or "(no words are told)"), console, width=width)
    yield Text()
    for label, value in _known(told, document, figures=figures):
        if value:
            first = Text(f"{label:<{_LABELS}}", style=_SMALL)
            yield from indented(wrapped(Text(one_line(value)), console, width=width - _LABELS), by=_LABELS, first=first)
    yield Text()
    number, span = paragraph
    marks = _within(told, span)
    lead = Text(f"¶{number}", style=_SMALL)
    body = wrapped(marked(span.of(document.text), marks, look=look), console, width=width - 5)
    yield from indented(body, by=5, first=lead)


def _known(told: Told, document: Document, *, figures: Sequence[Figure]) -> Iterator[tuple[str, str | None]]:
    statement, source, text = told.statement, told.source, document.text
    yield "role", source.role if source else None
    yield "party", source.party if source else None
    if source and source.anonymous:
        yield "not named", source.anonymity or "no reason given"
    yield "through", ", through ".join(one.name for one in told.via)
    yield "act", _with(statement.act, [statement.act_words] if statement.act_words else [], text=text)
    yield "certainty", _with(statement.certainty, statement.certainty_words, text=text)
    said = in_words(statement.said_on) if statement.said_on else None
    yield "said", _with(said, [statement.said_words] if statement.said_words else [], text=text)
    yield "medium", statement.medium
    yield "mode", statement.mode
    for figure in figures:
        told_of = f"{amount(figure)} {of_what(figure, text)}".strip()
        yield "figure", f"{told_of} (“{figure.span.of(text)}”) [{figure.id}]"
    sure = f"{statement.confidence:.0%}"
    yield "reading", f"{sure} sure" + (f"; of the source {statement.source_confidence:.0%}" if source else "")
    yield "rejected", "by an analyst: nobody says so" if told.rejected else None
    for correction in told.corrected:
        day = in_words(correction.recorded[:10])
        yield "corrected", f"{corrected(correction)}; {correction.by}, {day}: {correction.why} [{correction.id}]"
    yield "report", " · ".join(part for part in (document.publisher, document.title, published(document)) if part)
    yield "address", document.url
    yield "document", document.id
    yield "statement", statement.id
    yield "source", source.id if source else None


def _with(told: str | None, decided: Sequence[Span], *, text: str) -> str | None:
    """What is told, with the words that decided it."""
    if told is None or not decided:
        return told
    return f"{told} ({', '.join(f'“{span.of(text)}”' for span in decided)})"


def _within(told: Told, paragraph: Span) -> list[Span]:
    """The pieces of the content that stand in the paragraph, from its start."""
    found = []
    for span in told.statement.spans.content:
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        if start < end:
            found.append(Span(start - paragraph.start, end - paragraph.start))
    return sorted(found)
