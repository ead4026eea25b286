"""Templates, filled in from typed contexts; all that is put in is escaped."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.util import find_spec
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from starlette.responses import HTMLResponse

from hearsay.present.web.who import Visitor
from hearsay.records.holder import Role


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has around it: ``frame`` in the templates."""

    title: str
    here: str
    """Which of the parts of the desk it belongs to: "search", "documents" and so on; empty for none."""
    who: str
    """The name that whoever sees it has logged in under; empty on one's own machine."""
    csrf: str
    can_correct: bool
    is_inside: bool
    """Whether whoever sees it may see the ledger at all."""
    version: str
    """Of the style and the script, so that a browser never has old ones."""
    can_typeset: bool
    """Whether PDF and PNG can be made."""
    words: str = ""
    """What stands in the search."""


def page(
    template: str,
    *,
    title: str,
    visitor: Visitor | None,
    here: str = "",
    status: int = 200,
    **context: Any,
) -> HTMLResponse:
    """The page that a template makes. Surrogates, which no UTF-8 can hold, become U+FFFD."""
    frame = Frame(
        title=title,
        here=here,
        who=visitor.name if visitor and visitor.is_known else "",
        csrf=visitor.csrf if visitor else "",
        can_correct=visitor is not None and visitor.role.covers(Role.ANALYST),
        is_inside=visitor is not None,
        version=version(),
        can_typeset=find_spec("typst") is not None,
        words=str(context.pop("words", "")),
    )
    text = environment().get_template(template).render(frame=frame, **context)
    return HTMLResponse(text.encode("utf-8", "replace"), status)


@cache
def environment() -> Environment:
    """The templates of the desk."""
    return Environment(
        loader=ChoiceLoader(
            [PackageLoader("hearsay.present.web"), PrefixLoader({"page": PackageLoader("hearsay.present.page")})]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def version() -> str:
    """What changes when the style or the script does."""
    files = resources.files("hearsay.present.web").joinpath("static")
    return sha256(b"".join(files.joinpath(name).read_bytes() for name in ("desk.css", "desk.js"))).hexdigest()[:12]
