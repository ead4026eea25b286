"""Up to when a user has seen what changed in a ledger: a small file in the user's folder for state."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hearsay.present.cli.output import opened

BEGINNING = "0001-01-01T00:00:00.000000+00:00"
"""Before anything was recorded."""


def state_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Where programs keep what lasts but is no document: XDG_STATE_HOME, else ~/.local/state (XDG Base Directory)."""
    environment = os.environ if environment is None else environment
    given = environment.get("XDG_STATE_HOME", "")
    base = Path(given) if given and Path(given).is_absolute() else Path.home() / ".local" / "state"
    return base / "hearsay"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one user has seen of a ledger, or of one story in it."""

    path: Path
    key: str

    @classmethod
    def at(cls, ledger: str, story: str | None, *, folder: Path | None = None) -> "Seen":
        """What is remembered of this ledger: a file by its whole path, a database by its address without password."""
        where = ledger if "://" in ledger else str(Path(ledger).resolve())
        key = sha256(where.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return cls((folder or state_folder()) / "seen.json", f"{key}/{story}" if story else key)

    @property
    def is_known(self) -> bool:
        """Whether the user has looked before."""
        return self.key in self._read()

    @property
    def moment(self) -> str:
        """Up to when everything has been seen, UTC; before all where nothing has."""
        return self._read().get(self.key, BEGINNING)

    def remember(self, moment: str) -> None:
        """Everything up to ``moment`` has been seen. Raises OutputError where that cannot be written."""
        known = self._read() | {self.key: moment}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with opened(self.path) as stream:
            stream.write(json.dumps(known, indent=1, sort_keys=True) + "\n")

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {k: v for k, v in found.items() if isinstance(v, str)} if isinstance(found, dict) else {}
