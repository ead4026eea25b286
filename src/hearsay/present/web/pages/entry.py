"""What the pages of one statement and of one source show."""

from collections.abc import Iterable, Iterator, Sequence

from hearsay.errors import UsageError
from hearsay.ledger.answers import Told
from hearsay.ledger.view import View
from hearsay.normalise.edtf_words import in_words
from hearsay.present import words
from hearsay.present.amount import amount
from hearsay.present.clean import capital, one_line
from hearsay.present.entries import first_place, paragraphs
from hearsay.present.web.pages.context import EntryPage, Fact, FigureLine, SourceLine, SourcePage
from hearsay.present.web.pages.lines import (
    ACT_CHOICES,
    ACTS,
    credited_line,
    history_line,
    marked,
    source_line,
    statement_line,
)
from hearsay.present.web.problems import looked_up
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Certainty

RIVALS = 40
"""Sources that one may be merged with, at most."""


def entry_page(view: View, id: str) -> EntryPage:
    """One statement. Raises Missing."""
    with looked_up():
        told = view.statement(id)
        document = view.document(told.statement.document)
    ledger = view.ledger(document)
    text = document.document.text
    spans = paragraphs(text)
    place = first_place(told.statement)
    number = max((n for n, span in enumerate(spans) if span.start <= place), default=0)
    paragraph = spans[number] if spans else Span(0, len(text))
    statement = told.statement
    return EntryPage(
        line=statement_line(told),
        document=document.document.id,
        paragraph=str(number + 1),
        passage=tuple(marked(paragraph.of(text), _within(told, paragraph))),
        chain=tuple(_chain(told, document.document)),
        facts=tuple(_facts(told, text)),
        figures=tuple(_figure(one, text) for one in ledger.figures if one.statement == statement.id),
        history=tuple(map(history_line, reversed(view.history(id)))),
        act=statement.act or "",
        certainty=statement.certainty or "",
        said_on=statement.said_on or "",
        via=", ".join(one_line(one.name) for one in told.via),
        acts=ACT_CHOICES,
        certainties=tuple(Certainty),
        rivals=_others(ledger.sources, told.source),
    )


def source_page(view: View, name: str, *, after: str | None, limit: int) -> SourcePage:
    """One source. Raises Missing."""
    with looked_up():
        credited = view.source(name)
    page = view.said_by(name, after=after, limit=limit)
    source = credited.source
    try:
        history = view.history(source.id)
    except UsageError:
        history = ()
    return SourcePage(
        line=credited_line(credited),
        facts=tuple(fact for fact in _of_source(source) if fact.value),
        told=tuple(map(statement_line, page.items)),
        after=page.after or "",
        history=tuple(map(history_line, reversed(history))),
    )


def rivals(others: Iterable[Source], name: str) -> tuple[SourceLine, ...]:
    """Those that one of this name may be merged with, the most alike first: those that share a word of the name."""
    own = set(name.casefold().split())
    alike = sorted(others, key=lambda one: (-len(own & set(one.name.casefold().split())), one.name.casefold()))
    return tuple(map(source_line, alike[:RIVALS]))


def _others(sources: Sequence[Source], source: Source | None) -> tuple[SourceLine, ...]:
    """Those of a report's sources that the one of a statement may be merged with."""
    if source is None:
        return rivals(sources, "")
    return rivals((one for one in sources if one.id != source.id), source.name)


def _of_source(source: Source) -> Iterator[Fact]:
    yield Fact("What", str(source.kind or ""))
    yield Fact("Role", one_line(source.role or ""))
    yield Fact("Speaks for", one_line(source.party or ""))
    if source.anonymous:
        yield Fact("Not named", one_line(source.anonymity or "") or "no reason given")
    yield Fact("Also called", ", ".join(map(one_line, source.aliases)))


def _chain(told: Told, document: Document) -> Iterator[Fact]:
    """From the report to whom it all goes back, where it does so through others."""
    if not told.via:
        return
    yield Fact("Report", one_line(document.publisher or "") or one_line(words.title(document)))
    for source in reversed(told.via):
        yield Fact("Through", capital(one_line(source.name)), link=source.id)
    if told.source:
        yield Fact("Source", capital(one_line(told.source.name)), link=told.source.id)
    else:
        yield Fact("Source", words.UNTOLD)


def _facts(told: Told, text: str) -> Iterator[Fact]:
    statement = told.statement
    said = in_words(statement.said_on) if statement.said_on else "not told"
    yield Fact("What they do", ACTS[statement.act] if statement.act else "not told", _of(text, [statement.act_words]))
    yield Fact("How sure the source was", str(statement.certainty or "not told"), _of(text, statement.certainty_words))
    yield Fact("Said", said, _of(text, [statement.said_words]))
    if statement.medium:
        yield Fact("Medium", one_line(statement.medium))
    yield Fact(
        "In whose words",
        {"direct": "the source’s own", "mixed": "partly the source’s own"}.get(statement.mode, "the report’s"),
    )
    sure = f"{statement.confidence:.0%}"
    of_source = f", of the source {statement.source_confidence:.0%}" if statement.source else ""
    yield Fact("How sure the reader is", sure + of_source)
    yield Fact(
        "Told by", one_line(" … ".join(span.of(text) for span in statement.spans.cue)) or "nothing in particular"
    )


def _of(text: str, spans: Sequence[Span | None]) -> tuple[str, ...]:
    return tuple(one_line(span.of(text)) for span in spans if span is not None)


def _figure(figure: Figure, text: str) -> FigureLine:
    counted = figure.counted.of(text) if figure.counted else figure.unit or ""
    return FigureLine(
        id=figure.id,
        amount=amount(figure),
        counted=one_line(counted),
        words=one_line(figure.span.of(text)),
        min=_bound(figure.min),
        max=_bound(figure.max),
        inclusive=bool(figure.inclusive),
        approximate=bool(figure.approximate),
        unit=figure.unit or "",
        of=one_line(figure.counted.of(text)) if figure.counted else "",
    )


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:,.15g}"


def _within(told: Told, paragraph: Span) -> list[Span]:
    """The pieces of the content that stand in the paragraph, from its start."""
    found = []
    for span in told.statement.spans.content:
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        if start < end:
            found.append(Span(start - paragraph.start, end - paragraph.start))
    return found
