"""Floors: the least that a measure may reach. They rise with what was measured, and fall only with a reason.

``floors.json`` holds one entry for each set of data::

    {"attributions": {"digest": "<SHA-256 of the data>", "floors": {"cue": 71.2, …},
                      "lowered": [{"measure", "from", "to", "reason", "date"}, …]}}
"""

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self


def digest_of(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and contents of files, in the order of their paths."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        for part in (path.name.encode(), path.read_bytes()):
            digest.update(f"{len(part)}:".encode())
            digest.update(part)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was let down (``measure`` None: all of them, for new data), with who would want to know why."""

    measure: str | None
    before: float | None
    after: float | None
    reason: str
    date: str

    def to_json(self) -> dict[str, Any]:
        """As ``floors.json`` has it."""
        return {
            "measure": self.measure, "from": self.before, "to": self.after, "reason": self.reason, "date": self.date,
        }  # fmt: skip

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        """The reverse."""
        return cls(row["measure"], row["from"], row["to"], row["reason"], row["date"])


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set of data, which ``digest`` tells from any other."""

    digest: str
    floors: Mapping[str, float] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()

    def faults(self, measured: Mapping[str, float], *, digest: str, tolerance: float = 0.0) -> list[str]:
        """Why ``measured`` does not hold, one line each; nothing where it does."""
        if digest != self.digest:
            return [f"its data are not those that the floors were measured on ({digest[:12]}, not {self.digest[:12]})"]
        faults = []
        for measure, floor in self.floors.items():
            value = measured.get(measure)
            if value is None:
                faults.append(f"{measure} has a floor of {floor} and was not measured")
            elif value < floor - tolerance:
                faults.append(f"{measure} is {value}, under its floor of {floor}")
        return faults

    def raised(self, measured: Mapping[str, float]) -> "Floors":
        """With each floor lifted to what was measured, and new measures that are above 0 taken up; none goes down."""
        floors = dict(self.floors)
        for measure, value in measured.items():
            if not value and measure not in floors:
                continue  # what cannot be done yet has nothing to hold
            floors[measure] = max(value, floors.get(measure, value))
        return Floors(self.digest, floors, self.lowered)

    def lower(self, measure: str, value: float, *, reason: str, day: datetime.date) -> "Floors":
        """With one floor set down to ``value``; raises ValueError without a reason, or where that would lift it."""
        if not reason.strip():
            raise ValueError("a floor is lowered only for a reason")
        if measure not in self.floors:
            raise ValueError(f"{measure} has no floor")
        if value >= self.floors[measure]:
            raise ValueError(f"{measure} reaches {value}: its floor of {self.floors[measure]} holds")
        note = Lowered(measure, self.floors[measure], value, reason.strip(), day.isoformat())
        return Floors(self.digest, {**self.floors, measure: value}, (*self.lowered, note))

    def renewed(self, digest: str, measured: Mapping[str, float], *, reason: str, day: datetime.date) -> "Floors":
        """For other data: floors from what was measured on them; raises ValueError without a reason."""
        if not reason.strip():
            raise ValueError("floors move to other data only for a reason")
        note = Lowered(None, None, None, f"new data: {reason.strip()}", day.isoformat())
        return Floors(digest, dict(measured), (*self.lowered, note))


def load(path: Path) -> dict[str, Floors]:
    """The floors of each set of data; empty where there is no file yet."""
    if not path.exists():
        return {}
    return {
        name: Floors(row["digest"], row["floors"], tuple(map(Lowered.from_json, row["lowered"])))
        for name, row in json.loads(path.read_text(encoding="utf-8")).items()
    }


def save(path: Path, every: Mapping[str, Floors]) -> None:
    """Write them, sorted, so that a change shows as the lines that changed."""
    rows = {
        name: {
            "digest": one.digest,
            "floors": dict(sorted(one.floors.items())),
            "lowered": [note.to_json() for note in one.lowered],
        }
        for name, one in sorted(every.items())
    }
    path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
