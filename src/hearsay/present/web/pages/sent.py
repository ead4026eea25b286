"""What the forms of corrections send, and how it is carried out."""

from pydantic import BaseModel, ConfigDict
from starlette.requests import Request

from hearsay.errors import UsageError
from hearsay.ledger.correct import Corrector
from hearsay.ledger.fields import FigureFields, StatementFields
from hearsay.present.web.pages.overruling import KINDS, overrule
from hearsay.records.correction import Correction
from hearsay.records.marks import Marks

_FIELDS = 50
"""A form has fewer."""
_OF_SOURCES = {"not-same": Corrector.not_same, "unsure": Corrector.unsure}
"""What else than that they are one can be said of two sources."""


class Sent(BaseModel):
    """What a form of corrections sends; an empty field empties, one that is missing stays."""

    model_config = ConfigDict(extra="ignore")

    csrf: str = ""
    kind: str = ""
    target: str = ""
    other: str = ""
    pair: str = ""
    """Two figures with their reports, as hearsay.present.web.pages.question packs them."""
    story: str = ""
    """Where a report is moved to: an id or the address of a page; empty for a story of its own."""
    document: str | None = None
    why: str = ""
    back: str = "/"
    # Of a statement.
    source: str | None = None
    via: str | None = None
    act: str | None = None
    certainty: str | None = None
    said_on: str | None = None
    # Of a statement that was missed: the words that stand in the report.
    content: str = ""
    cue: str = ""
    named: str = ""
    of: str = ""
    """Whose it is, where the words do not name them."""
    # Of a figure.
    min: str | None = None
    max: str | None = None
    inclusive: str | None = None
    approximate: str | None = None
    unit: str | None = None
    counted: str | None = None
    # Of two sources.
    despite_anonymity: str = ""


async def sent_with(request: Request) -> Sent:
    """The form of a request, read here because FastAPI takes an empty field for one that is missing."""
    form = await request.form(max_files=0, max_fields=_FIELDS)
    return Sent.model_validate({name: value for name, value in form.items() if isinstance(value, str)})


def correct_as(sent: Sent, corrector: Corrector) -> Correction:
    """Carry out what a form says. Raises UsageError for what makes no sense."""
    target, why, document = sent.target, sent.why, sent.document or None
    if sent.kind == "accept":
        return corrector.accept(target, why=why, document=document)
    if sent.kind == "reject":
        return corrector.reject(target, why=why, document=document)
    if sent.kind == "same":
        return corrector.same(target, sent.other, why=why, despite_anonymity=bool(sent.despite_anonymity))
    if sent.kind in _OF_SOURCES:
        return _OF_SOURCES[sent.kind](corrector, target, sent.other, why=why)
    if sent.kind in KINDS:
        given = {"target": target, "other": sent.other, "pair": sent.pair, "story": sent.story}
        return overrule(corrector, sent.kind, **given, why=why)
    if sent.kind == "statement":
        return corrector.statement(target, why=why, document=document, **_of_statement(sent))
    if sent.kind == "figure":
        return corrector.figure(target, why=why, document=document, **_of_figure(sent))
    if sent.kind == "add":
        return _missed(corrector, sent)
    raise UsageError("there is no such correction", advice="load the page again")


def _of_statement(sent: Sent) -> StatementFields:
    fields: StatementFields = {}
    if sent.source is not None:
        fields["source"] = sent.source.strip() or None
    if sent.via is not None:
        fields["via"] = [name.strip() for name in sent.via.split(",") if name.strip()]
    if sent.act is not None:
        fields["act"] = sent.act or None
    if sent.certainty is not None:
        fields["certainty"] = sent.certainty or None
    if sent.said_on is not None:
        fields["said_on"] = sent.said_on.strip() or None
    return fields


def _of_figure(sent: Sent) -> FigureFields:
    fields: FigureFields = {}
    if sent.min is not None:
        fields["min"] = _number(sent.min, name="at least")
    if sent.max is not None:
        fields["max"] = _number(sent.max, name="at most")
    if sent.inclusive is not None:
        fields["inclusive"] = sent.inclusive == "1"
    if sent.approximate is not None:
        fields["approximate"] = sent.approximate == "1"
    if sent.unit is not None:
        fields["unit"] = sent.unit.strip() or None
    if sent.counted is not None:
        fields["counted"] = sent.counted.strip() or None
    return fields


def _number(given: str, *, name: str) -> float | None:
    plain = given.replace(",", "").strip()
    try:
        return float(plain) if plain else None
    except ValueError:
        raise UsageError(f"{name}: {given!r} is no number", advice="write 3000, 1.5 or 3e9, or nothing") from None


def _missed(corrector: Corrector, sent: Sent) -> Correction:
    """A statement that the reader missed, by its words."""
    marks = Marks(content=_pieces(sent.content), cue=_pieces(sent.cue), source=_pieces(sent.named))
    fields = _of_statement(sent)
    if sent.of.strip():
        fields["source"] = sent.of.strip()
    return corrector.add(sent.document or "", marks, why=sent.why, **fields)


def _pieces(given: str) -> list[str]:
    # Browsers send the ends of lines as CR LF; reports have LF alone.
    words = given.replace("\r\n", "\n").strip()
    return [words] if words else []
