"""What figures can be held against each other for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question that figures answer: measure, population, place, period, running total or increment."""

    id: str
    label: str
    """What is asked, in words of the report: "troops dispatched to Russia"."""
