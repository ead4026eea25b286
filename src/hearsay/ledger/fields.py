"""What an analyst may write into the fields of statements and figures: checked, and refused with one line."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypedDict

from hearsay.errors import UsageError
from hearsay.ledger.odd import held
from hearsay.normalise.edtf import is_edtf
from hearsay.records.figure import Figure
from hearsay.records.statement import Act, Certainty


class StatementFields(TypedDict, total=False):
    """What can be changed of a statement; what is left out stays."""

    source: str | None
    """The id of a source, or a name; None where it cannot be told who spoke."""
    via: list[str]
    """Ids or names, nearest to the source first."""
    act: str | None
    certainty: str | None
    said_on: str | None
    """EDTF."""


class FigureFields(TypedDict, total=False):
    """What can be changed of a figure; what is left out stays."""

    min: float | None
    max: float | None
    inclusive: bool
    approximate: bool
    unit: str | None
    counted: str | None
    """The words of the report that tell what is counted."""


def checked_manner(given: Mapping[str, Any]) -> dict[str, Any]:
    """Act, certainty and said_on, those that are given. Raises UsageError."""
    found: dict[str, Any] = {}
    if "act" in given:
        found["act"] = _member(given["act"], Act, name="act")
    if "certainty" in given:
        found["certainty"] = _member(given["certainty"], Certainty, name="certainty")
    if "said_on" in given:
        value = given["said_on"]
        if value is not None and not is_edtf(value):
            raise UsageError(
                f"{value!r} is not an EDTF date",
                advice="write 2024-10-26, 2024-10, 2024 or an interval 2024-10/2024-11",
            )
        found["said_on"] = value
    return found


def checked_amount(given: Mapping[str, Any], now: Figure) -> dict[str, Any]:
    """Bounds and unit, those that are given, as they would stand in the figure ``now``. Raises UsageError."""
    found = {name: given[name] for name in ("min", "max", "inclusive", "approximate", "unit") if name in given}
    for name in ("min", "max"):
        if found.get(name) is not None:
            found[name] = float(found[name])
            if not math.isfinite(found[name]):
                raise UsageError(f"{name} is {found[name]}", advice="leave an open side out with none")
    low, high = found.get("min", now.min), found.get("max", now.max)
    if low is None and high is None:
        raise UsageError("a figure without min and max says nothing", advice="give one of them")
    if low is not None and high is not None and low > high:
        raise UsageError(f"min {low:,.10g} is above max {high:,.10g}", advice="give both, or the other way around")
    if found.get("unit") is not None:
        found["unit"] = held(found["unit"].strip()) or None
    return found


def _member(value: object, kind: type[StrEnum], *, name: str) -> str | None:
    if value is None:
        return None
    try:
        return kind(value)  # type: ignore[arg-type]  # whatever is no member raises ValueError
    except ValueError:
        raise UsageError(f"there is no {name} {str(value)!r}", advice=f"give one of {', '.join(kind)}") from None
