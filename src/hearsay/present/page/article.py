"""A sheet made into what ``article.html`` sees."""

from hearsay.present import words
from hearsay.present.clean import capital, one_line, visible
from hearsay.present.dates import told
from hearsay.present.entries import Entry, Group, Sheet
from hearsay.present.findings import Due, FigureRow
from hearsay.present.page.context import (
    ArticleContext,
    ContentsContext,
    DueContext,
    EntryContext,
    FigureContext,
    GroupContext,
    ParagraphContext,
    PieceContext,
    RunContext,
)
from hearsay.present.page.runs import Run, paragraph_runs
from hearsay.records.document import Document, PartKind

_LABELS = {
    PartKind.CAPTION: "Caption",
    PartKind.RELATED: "Related",
    PartKind.NOTICE: "Notice",
    PartKind.CREDIT: "Credit",
}


def article_context(sheet: Sheet, *, number: int) -> ArticleContext:
    """The ``number``-th report of a page, counted from 1."""
    document = sheet.document
    runs = paragraph_runs(sheet)
    marked = {n for paragraph in runs for run in paragraph for n in run.starts}
    link = _link(document.url)
    origin = document.origin if document.origin not in {None, "-", document.url} else None
    return ArticleContext(
        number=number,
        language=document.language or "en",
        title=one_line(words.title(document)),
        credits=_credits(document),
        link=link,
        origin=one_line(origin or ""),
        paragraphs=tuple(
            _paragraph(document, paragraph, number=i) for i, paragraph in enumerate(runs, start=1) if paragraph
        ),
        strip=words.strip(sheet) if sheet.groups else "",
        groups=tuple(_group(group, number=number, marked=marked) for group in sheet.groups),
        figures=tuple(map(_figure, sheet.findings.figures)),
        passed_over=words.passed_over(sheet),
        dues=tuple(_due(due, number=n) for n, due in enumerate(sheet.findings.dues, start=1)),
        tally=words.tally(sheet),
    )


def contents_context(sheet: Sheet, *, number: int) -> ContentsContext:
    """The line that leads to the ``number``-th report."""
    return ContentsContext(
        number=number,
        title=one_line(words.title(sheet.document)),
        credits=_credits(sheet.document),
        tally=words.counted(sum(1 for _ in sheet.entries), "statement"),
    )


def _credits(document: Document) -> tuple[str, ...]:
    return tuple(one_line(part) for part in (document.publisher, document.byline, told(document)) if part)


def _link(url: str | None) -> str:
    """``url`` where a click on it can only lead to a page: "javascript:" and its like are left out."""
    return visible(url) if url and url.lower().startswith(("https://", "http://")) else ""


def _paragraph(document: Document, runs: tuple[Run, ...], *, number: int) -> ParagraphContext:
    kinds = {run.part for run in runs}
    whole = kinds.pop() if len(kinds) == 1 else None
    # A dateline by itself is still prose.
    kind = whole if whole in _LABELS else None
    return ParagraphContext(
        number=number,
        kind=kind or "",
        label=_LABELS[kind] if kind else "",
        runs=tuple(_run(document, run, within=kind) for run in runs),
    )


def _run(document: Document, run: Run, *, within: PartKind | None) -> RunContext:
    role = "cue" if run.cue else "source" if run.source else ""
    # Content within content gets a second line; a source or a cue within content has the content's line below its own.
    outer = ("content nested" if len(run.content) > 1 else "content") if run.content else role
    return RunContext(
        text=visible(run.span.of(document.text)),
        outer=outer,
        inner=role if run.content else "",
        part=run.part if run.part and run.part != within else "",
        target=run.target or 0,
        numbers=" ".join(map(str, run.numbers)),
        starts=run.starts,
        ends=run.ends,
        figure=run.figure is not None,
        figures=(run.figure,) if run.figure is not None and run.opens_figure else (),
        dues=run.dues,
    )


def _group(group: Group, *, number: int, marked: set[int]) -> GroupContext:
    return GroupContext(
        name=one_line(words.name(group)),
        about=one_line(words.told_of(group.source)) if group.source else "",
        called=one_line(group.called),
        told=group.source is not None,
        entries=tuple(_entry(entry, number=number, marked=marked) for entry in group.entries),
    )


def _entry(entry: Entry, *, number: int, marked: set[int]) -> EntryContext:
    notes = [one_line(part) for part in entry.manner]
    notes += [f"through {one_line(name)}" for name in entry.via]
    if entry.part in words.PLACES:
        notes.append(words.PLACES[entry.part])
    return EntryContext(
        number=entry.number,
        place=f"r{number}-w{entry.number}" if entry.number in marked else f"r{number}-p{entry.paragraph}",
        pieces=tuple(PieceContext(piece.lead, one_line(piece.words), piece.quoted) for piece in entry.pieces),
        cue=one_line(entry.cue),
        notes=tuple(notes),
        unsure=words.unsure(entry) if entry.is_unsure else "",
        paragraph=entry.paragraph,
    )


def _figure(row: FigureRow) -> FigureContext:
    return FigureContext(
        number=row.number,
        whose=capital(one_line(row.whose)),
        unnamed=row.is_unnamed,
        amount=one_line(row.amount),
        of_what=one_line(row.of_what),
        as_of=row.as_of,
        said=row.said,
        sure=row.sure,
        paragraph=row.paragraph,
    )


def _due(due: Due, *, number: int) -> DueContext:
    return DueContext(
        number=number, when=due.when, what=one_line(due.what), whose=one_line(due.whose), paragraph=due.paragraph
    )
