"""A brief as Markdown (CommonMark with tables), the plot as a table."""

import re
from collections.abc import Iterator

from hearsay.present.brief.brief import Brief, Line, Section
from hearsay.present.brief.write import span_of
from hearsay.present.plot.plot import Plot, numbers

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def markdown(brief: Brief) -> str:
    """The brief, with what a report might have marked up shown as it stands."""
    return "\n".join(_blocks(brief)) + "\n"


def _blocks(brief: Brief) -> Iterator[str]:
    yield f"# {_text(brief.title)}\n"
    yield f"{_text(brief.head)}\n"
    for section in brief.sections:
        yield from _section(section)
    if brief.sides:
        yield "## Who holds what\n"
        yield "| party | holds |\n|---|---|"
        for side in brief.sides:
            yield f"| {_text(side.party)} | {'<br>'.join(_line(line) for line in side.lines)} |"
        yield ""
    if brief.left_out:
        yield f"{_text(brief.left_out)}\n"
    yield "## References\n"
    for one in brief.references:
        title = (
            f"[{_text(one.title)}](<{one.url.replace('>', '%3E').replace('<', '%3C')}>)"
            if one.url
            else _text(one.title)
        )
        yield f"{one.number}. {_text(one.publisher)}, {title}, {one.published}: {_text(one.words)}"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_text(section.title)}\n"
    if section.plot is not None:
        yield from _table(section.plot)
    for line in section.lines:
        yield f"- {_line(line)}"
    yield ""


def _table(plot: Plot) -> Iterator[str]:
    yield "| | who | from | to | said | not with |\n|---|---|---|---|---|---|"
    for row in plot.rows:
        low, high = (f"{v:,.10g}" if v is not None else "open" for v in (row.account.min, row.account.max))
        about = "about " if row.account.approximate else ""
        cells = (
            str(row.number),
            _text(row.who),
            f"{about}{low}",
            f"{about}{high}",
            _text(row.said),
            numbers(row.against),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _line(line: Line) -> str:
    return "".join(
        (f"**{_text(part.words)}**" if part.is_strong else _text(part.words))
        + (f" \\{span_of(part.references)[:-1]}\\]" if part.references else "")
        for part in line
    )


def _text(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
