"""A brief as one HTML page that needs no other file, its numbers linked to the references and its plot drawn."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hearsay.present.brief.brief import Brief, Section
from hearsay.present.plot.svg import svg
from hearsay.records.plain import encodable


@dataclass(frozen=True, slots=True)
class BriefContext:
    """What brief.html shows."""

    brief: Brief
    style: Markup
    style_hash: str
    """Of the style, SHA-256 in base64, for the page's Content-Security-Policy."""
    plots: dict[str, Markup]
    """The picture of each section that has one, by the section's title."""


def brief_page(brief: Brief) -> str:
    """The page, ready to be written as UTF-8."""
    environment = Environment(
        loader=PackageLoader("hearsay.present.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = resources.files("hearsay.present.page").joinpath("templates", "brief.css").read_text(encoding="utf-8")
    context = BriefContext(
        brief=brief,
        style=Markup(style),  # noqa: S704 - a file of this package, not a report's text
        style_hash=b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        plots=dict(_plots(brief.sections)),
    )
    return encodable(environment.get_template("brief.html").render(page=context)) + "\n"


def _plots(sections: tuple[Section, ...]) -> Iterator[tuple[str, Markup]]:
    for section in sections:
        if section.plot is not None and section.is_drawn:
            drawn = svg(section.plot, titled=False)
            yield section.title, Markup(drawn)  # noqa: S704 - what reports say is escaped there
