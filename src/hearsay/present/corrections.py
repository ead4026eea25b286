"""Corrections in words for people, and as flat rows for programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from hearsay.normalise.edtf_words import in_words
from hearsay.records.correction import Correction, CorrectionKind

COLUMNS = ("correction", "recorded", "by", "kind", "target", "other", "value", "former", "why", "undoes", "undone_by")
"""What ``correction_row`` has, but for ``is_undone`` and the ``words`` that it stands on."""
NONE = "none"
"""What a field without a value is called."""
_FIELDS = {"said_on": "said", "inclusive": "ends meant", "counted": "counts"}
"""Fields that people know by another name."""
_OF_TWO = {
    CorrectionKind.SAME: "{one} is the same as {two}",
    CorrectionKind.NOT_SAME: "{one} is not the same as {two}",
    CorrectionKind.UNSURE: "not sure whether {one} is the same as {two}",
    CorrectionKind.SAME_QUESTION: "“{one}” and “{two}” answer one question",
    CorrectionKind.NOT_SAME_QUESTION: "“{one}” and “{two}” do not answer one question",
    CorrectionKind.NO_CONFLICT: "“{one}” and “{two}” are in no conflict",
    CorrectionKind.COPY: "{one} carries the account of {two}",
    CorrectionKind.NOT_COPY: "neither {one} nor {two} carries the other's account",
}


def correction_row(correction: Correction) -> dict[str, object]:
    """A correction."""
    quotes = correction.anchor.quotes if correction.anchor else {}
    return {
        "correction": correction.id,
        "recorded": correction.recorded,
        "by": correction.by,
        "kind": correction.kind,
        "target": correction.target,
        "other": correction.other,
        "value": dict(correction.value),
        "former": dict(correction.former),
        "why": correction.why,
        "undoes": correction.undoes,
        "undone_by": correction.undone_by,
        "is_undone": correction.is_undone,
        "words": {role: [quote.exact for quote in every] for role, every in quotes.items()},
    }


def told(correction: Correction) -> str:
    """What it says, in one line: "act: promise (was assert)"."""
    kind = correction.kind
    if kind is CorrectionKind.UNDO:
        return f"undoes {correction.undoes}"
    if kind is CorrectionKind.REJECT:
        return f"rejected: {_words(correction)}"
    if kind is CorrectionKind.ACCEPT:
        return f"accepted: {_words(correction)}"
    if kind is CorrectionKind.ADD:
        return f"added: {_words(correction)}, by {_value('source', correction.value['source'])}"
    if correction.other is not None:
        one, two = (_name(correction.value[end]) for end in ("target", "other"))
        return _OF_TWO[kind].format(one=one, two=two)
    return "; ".join(_changes(correction))


def _changes(correction: Correction) -> Iterator[str]:
    for name, value in correction.value.items():
        was = _value(name, correction.former.get(name))
        yield f"{_FIELDS.get(name, name)}: {_value(name, value)} (was {was})"


def _words(correction: Correction) -> str:
    quotes = correction.anchor.quotes.get("content", ()) if correction.anchor else ()
    return f"“{' … '.join(quote.exact for quote in quotes)}”"


def _value(name: str, value: Any) -> str:
    if value is None or value == []:
        return NONE
    if isinstance(value, list):
        return ", ".join(map(_name, value))
    if isinstance(value, Mapping):
        return _name(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return f"{value:,.10g}"
    return in_words(value) if name == "said_on" else str(value)


def _name(value: Any) -> str:
    return str(value["name"])
