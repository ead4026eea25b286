"""A brief as PDF and a plot as PNG, set with Typst, which is an extra: ``pip install 'hearsay[pdf]'``."""

import json
from importlib import resources
from types import ModuleType

from hearsay.errors import UsageError
from hearsay.present.brief.brief import Brief, Line
from hearsay.present.brief.write import span_of
from hearsay.present.plot.plot import Plot
from hearsay.present.plot.svg import svg
from hearsay.records.plain import encodable


def pdf(brief: Brief) -> bytes:
    """The brief on pages of A4. Raises UsageError where Typst is not installed."""
    return _set("brief.typ", _told(brief), form="pdf")


def png(plot: Plot) -> bytes:
    """The plot as a picture of twice its size in points. Raises UsageError where Typst is not installed."""
    return _set("plot.typ", {"svg": svg(plot)}, form="png")


def _set(name: str, told: object, *, form: str) -> bytes:
    typst = _typst()
    template = resources.files("hearsay.present.brief").joinpath("templates", name).read_bytes()
    # What reports say goes in as data: nothing in it is taken for markup.
    inputs = {"told": encodable(json.dumps(told, ensure_ascii=False))}
    made = typst.compile(template, format=form, ppi=144.0, sys_inputs=inputs)
    if not isinstance(made, bytes):
        raise TypeError(f"Typst made {type(made).__name__} of one page")
    return made


def _typst() -> ModuleType:
    try:
        import typst
    except ImportError as error:
        raise UsageError("PDF needs Typst, which is not installed", advice="pip install 'hearsay[pdf]'") from error
    return typst


def _told(brief: Brief) -> dict[str, object]:
    return {
        "title": brief.title,
        "head": brief.head,
        "left_out": brief.left_out,
        "sections": [
            {
                "title": section.title,
                "svg": svg(section.plot, titled=False) if section.plot is not None and section.is_drawn else "",
                "lines": [_line(line) for line in (*section.accounts, *section.lines)],
            }
            for section in brief.sections
        ],
        "sides": [{"party": side.party, "lines": [_line(line) for line in side.lines]} for side in brief.sides],
        "references": [
            {
                "number": one.number,
                "publisher": one.publisher,
                "title": one.title,
                "published": one.published,
                "url": one.url,
                "words": one.words,
            }
            for one in brief.references
        ],
    }


def _line(line: Line) -> list[dict[str, object]]:
    return [{"words": part.words, "strong": part.is_strong, "references": span_of(part.references)} for part in line]
