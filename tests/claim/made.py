"""Documents with hand-made statements, to be asked for their figures without the network."""

from hearsay.claim.figure import figures
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.question import Question
from hearsay.records.resolution import Resolution
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.time import Time
from hearsay.resolve.resolver import Resolver

PUBLISHED = "2026-03-12T09:00:00+00:00"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement(
    text: str, source: str | None, cue: str, *contents: str, named: str | None = None, said: str | None = None
) -> Statement:
    """One statement; ``named`` are the words of its source, ``said`` those that tell when."""
    content = tuple(span(text, words) for words in contents)
    spans = Spans((span(text, named),) if named else (), (_cue(text, cue, content[0]),), content)
    return Statement(
        id=f"s-{cue}-{contents[0]}",
        document="d",
        source=source,
        via=(),
        spans=spans,
        quoted=(),
        mode=Mode.INDIRECT,
        confidence=1.0,
        source_confidence=1.0,
        act=Act.ASSERT,
        act_words=None,
        certainty=Certainty.CERTAIN,
        certainty_words=(),
        said_on=None,
        said_words=span(text, said) if said else None,
        medium=None,
    )


def figures_of(
    text: str, *statements: Statement, names: dict[str, str] | None = None, times: dict[str, str] | None = None
) -> tuple[tuple[Figure, ...], tuple[Question, ...]]:
    """The figures and questions of a text; ``names`` by the id of a source, ``times`` values by their words.

    The id of a source beside ``names`` is its name.
    """
    sources = tuple(Source(id, name, SourceKind.ORGANIZATION) for id, name in (names or {}).items())
    told = sorted((Time("d", span(text, w), v) for w, v in (times or {}).items()), key=lambda t: t.span.start)
    resolution = Resolution(sources, (), (), ())
    document = Document(id="d", text=text, published=PUBLISHED)
    resolver = Resolver(document)

    def credit(who: Span) -> str | None:
        id = resolver.credit(who)
        return next((s.name for s in resolver.sources if s.id == id), None)

    return figures(document, statements, resolution=resolution, times=tuple(told), credit=credit)


def figure_at(text: str, found: tuple[Figure, ...], words: str) -> Figure | None:
    """The figure that stands at ``words``."""
    place = span(text, words)
    return next((f for f in found if f.span.overlaps(place)), None)


def _cue(text: str, cue: str, content: Span) -> Span:
    """The place of a cue nearest to its content."""
    places = [i for i in range(len(text)) if text.startswith(cue, i) and not content.start <= i < content.end]
    start = min(places, key=lambda i: min(abs(i - content.end), abs(content.start - i - len(cue))))
    return Span(start, start + len(cue))
