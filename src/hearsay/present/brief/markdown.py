"""A brief as Markdown (CommonMark with tables), the plot as a table."""

import re
from collections.abc import Iterator

from hearsay.present.brief.brief import Brief, Line, Section
from hearsay.present.brief.write import span_of
from hearsay.present.plot.plot import Row, numbers

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
        parts = (_text(one.publisher), title, one.published)
        yield f"{one.number}. {', '.join(part for part in parts if part)}: {_text(one.words)}"


def _section(section: Section) -> Iterator[str]:
    yield f"## {_text(section.title)}\n"
    if section.plot is not None:
        yield "| | figure | who | when | reports | not with | |\n|---|---|---|---|---|---|---|"
        for row, account in zip(section.plot.rows, section.accounts, strict=True):
            yield f"| {' | '.join(_cells(row, account))} |"
        yield ""
    for line in section.lines:
        yield f"- {_line(line)}"
    yield ""


def _cells(row: Row, account: Line) -> Iterator[str]:
    party = row.style.name if row.style.number >= 0 and row.style.name != row.who else ""
    who = [row.who, party, "not named" if row.is_unnamed else "", f"through {row.via}" if row.via else ""]
    yield str(row.number)
    yield f"**{_text(row.amount)}**"
    yield _text(", ".join(part for part in who if part))
    yield _text(row.said)
    yield str(row.account.documents)
    yield numbers(row.against)
    yield _marks(tuple(number for part in account for number in part.references))


def _marks(references: tuple[int, ...]) -> str:
    return f"\\{span_of(references)[:-1]}\\]" if references else ""


def _line(line: Line) -> str:
    return "".join(
        (_strong(part.words) if part.is_strong else _text(part.words))
        + (f" {_marks(part.references)}" if part.references else "")
        for part in line
    )


def _strong(words: str) -> str:
    """``words`` in bold, the blanks at their ends outside of the marks, as CommonMark wants them."""
    bare = words.strip()
    left = len(words) - len(words.lstrip())
    return f"{words[:left]}**{_text(bare)}**{words[left + len(bare) :]}"


def _text(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
