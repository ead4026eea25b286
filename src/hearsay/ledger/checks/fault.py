"""What is wrong with a ledger."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    where: str
    """Which row, table or trigger, by the id that people know it by where it has one."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
