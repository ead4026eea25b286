"""Parsed JSON with its place in the file, for messages that tell where something is wrong: all raise ValueError."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from hearsay.records.span import Span

_Member = TypeVar("_Member", bound=StrEnum)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Row:
    """A JSON object, with its place in the file for the message when something in it is wrong."""

    fields: dict[str, object]
    place: str

    def get(self, name: str) -> object:
        """A field's value."""
        if name not in self.fields:
            raise ValueError(f"{self.place}: {name!r} is missing")
        return self.fields[name]

    def own(self, name: str, read: Callable[[str], _Value], *, default: _Value) -> _Value:
        """A field that ``read`` reads, or the default where it is left out: it is hearsay's own beside version 1."""
        return read(name) if name in self.fields else default

    def string(self, name: str) -> str:
        """A field that is a string."""
        value = self.get(name)
        if not isinstance(value, str):
            raise ValueError(f"{self.place}.{name}: not a string")
        return value

    def string_or_none(self, name: str) -> str | None:
        """A field that is a string or null."""
        return None if self.get(name) is None else self.string(name)

    def strings(self, name: str) -> tuple[str, ...]:
        """A field that is a list of strings."""
        found: list[str] = []
        for i, item in enumerate(items_at(self.get(name), f"{self.place}.{name}")):
            if not isinstance(item, str):
                raise ValueError(f"{self.place}.{name}[{i}]: not a string")
            found.append(item)
        return tuple(found)

    def number(self, name: str) -> float:
        """A field that is a number."""
        value = self.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{self.place}.{name}: not a number")
        try:
            found = float(value)
        except OverflowError:
            found = math.inf
        if not math.isfinite(found):
            raise ValueError(f"{self.place}.{name}: no finite number")
        return found

    def number_or_none(self, name: str) -> float | None:
        """A field that is a number or null."""
        return None if self.get(name) is None else self.number(name)

    def boolean(self, name: str) -> bool:
        """A field that is true or false."""
        value = self.get(name)
        if not isinstance(value, bool):
            raise ValueError(f"{self.place}.{name}: neither true nor false")
        return value

    def boolean_or_none(self, name: str) -> bool | None:
        """A field that is true, false or null."""
        return None if self.get(name) is None else self.boolean(name)

    def row(self, name: str) -> "Row":
        """A field that is an object."""
        return row_at(self.get(name), f"{self.place}.{name}")

    def span(self, name: str) -> Span:
        """A field that is [start, end]."""
        return span_at(self.get(name), f"{self.place}.{name}")

    def span_or_none(self, name: str) -> Span | None:
        """A field that is [start, end] or null."""
        return None if self.get(name) is None else self.span(name)

    def spans(self, name: str) -> tuple[Span, ...]:
        """A field that is a list of [start, end]."""
        place = f"{self.place}.{name}"
        return tuple(span_at(item, f"{place}[{i}]") for i, item in enumerate(items_at(self.get(name), place)))

    def member(self, name: str, kind: type[_Member]) -> _Member:
        """A field that is one of the values of ``kind``."""
        value = self.get(name)
        try:
            return kind(value)  # type: ignore[arg-type]  # whatever is no member raises ValueError
        except ValueError:
            said = "null" if value is None else repr(value)
            raise ValueError(f"{self.place}.{name}: {said} is none of {', '.join(kind)}") from None

    def member_or_none(self, name: str, kind: type[_Member]) -> _Member | None:
        """A field that is one of the values of ``kind``, or null."""
        return None if self.get(name) is None else self.member(name, kind)


def row_at(value: object, place: str) -> Row:
    """The object that ``value`` is."""
    if not isinstance(value, dict):
        raise ValueError(f"{place}: not an object")
    return Row(value, place)


def rows_at(value: object, place: str) -> Iterator[Row]:
    """The objects that the list ``value`` holds."""
    for i, item in enumerate(items_at(value, place)):
        yield row_at(item, f"{place}[{i}]")


def items_at(value: object, place: str) -> list[object]:
    """The list that ``value`` is."""
    if not isinstance(value, list):
        raise ValueError(f"{place}: not a list")
    return value


def span_at(value: object, place: str) -> Span:
    """The span that the pair ``value`` is."""
    pair = items_at(value, place)
    if len(pair) != 2:
        raise ValueError(f"{place}: not [start, end]")
    start, end = pair
    # A bool is an int to Python, and no offset.
    if not isinstance(start, int) or not isinstance(end, int) or isinstance(start, bool) or isinstance(end, bool):
        raise ValueError(f"{place}: not [start, end]")
    try:
        return Span(start, end)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None
