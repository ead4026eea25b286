"""A JSON object read member by member, so that memory holds one entry of a long list at a time."""

import codecs
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import IO

ENTRY_LIMIT = 1 << 27
"""Characters of the longest entry. One holds the text of one report; without a limit, a quotation mark left open would
have the whole file read into memory before anybody is told."""

_CHUNK = 1 << 16
_NUMERIC = "0123456789.eE+-"
_BLANKS = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the object, or one entry of a member that is a list."""

    name: str
    number: int | None
    """Of an entry in its list, counted from 0; None for a member as a whole."""
    value: object
    """None where a list starts whose entries follow."""
    raw: str
    """The value as it is written; empty where a list starts."""


def members(stream: IO[bytes], lists: Collection[str]) -> Iterator[Member]:
    """The members of the one object that ``stream`` holds, those in ``lists`` entry by entry where they are lists.

    Raises ValueError, naming line and column, for what is not one JSON object (RFC 8259) in UTF-8, a member that
    stands twice, or an entry longer than ENTRY_LIMIT. NaN and infinity are no JSON.
    """
    scanner = _Scanner(stream)
    seen: set[str] = set()
    scanner.take("{", what="a JSON object")
    while not (scanner.skip("}") if not seen else scanner.ends("}")):
        name, _ = scanner.value()
        if not isinstance(name, str):
            raise scanner.wrong("expected the name of a member")
        if name in seen:
            raise scanner.wrong(f"{name!r} stands twice")
        seen.add(name)
        scanner.take(":", what="a colon")
        if name not in lists or not scanner.skip("["):
            yield Member(name, None, *scanner.value())
            continue
        yield Member(name, None, None, "")
        number = 0
        while not (scanner.skip("]") if number == 0 else scanner.ends("]")):
            yield Member(name, number, *scanner.value())
            number += 1
    if scanner.peek():
        raise scanner.wrong("expected nothing behind the object")


class _Scanner:
    """The text of a stream, as much of it as is needed at once."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._json = json.JSONDecoder(parse_constant=_refuse)
        self._text = ""
        self._at = 0
        self._is_over = False
        self._lines = 0
        """Line ends before ``_text``."""
        self._columns = 0
        """Characters before ``_text`` on its first line."""

    def wrong(self, what: str, at: int | None = None) -> ValueError:
        """An error that tells where in the file it is."""
        at = self._at if at is None else at
        line_start = self._text.rfind("\n", 0, at) + 1
        column = at - line_start + (0 if line_start else self._columns)
        return ValueError(f"line {self._lines + self._text.count(chr(10), 0, at) + 1}, column {column + 1}: {what}")

    def peek(self) -> str:
        """The next character that is no blank, left where it is; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANKS:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def skip(self, mark: str) -> bool:
        """Whether ``mark`` comes next; then it is passed."""
        if self.peek() != mark:
            return False
        self._at += 1
        return True

    def take(self, mark: str, *, what: str) -> None:
        """Pass ``mark``, which must come next."""
        if not self.skip(mark):
            raise self.wrong(f"expected {what}")

    def ends(self, mark: str) -> bool:
        """Whether the list or object ends here, by ``mark``; else a comma must come next, and is passed."""
        if self.skip(mark):
            return True
        self.take(",", what=f"a comma or {mark!r}")
        return False

    def value(self) -> tuple[object, str]:
        """The value that comes next, and how it is written."""
        if not self.peek():
            raise self.wrong("the file ends too early")
        while True:
            try:
                found, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                # It may only be that the rest has not been read yet.
                if not self._more():
                    early = error.pos >= len(self._text) or error.msg.startswith("Unterminated")
                    raise self.wrong("the file ends too early" if early else _told(error), error.pos) from None
            except RecursionError:
                raise self.wrong("nested too deeply") from None
            except ValueError as error:
                raise self.wrong(str(error)) from None
            else:
                # A number at the end of what has been read may go on: "1", "1.", "1.5".
                is_whole = not isinstance(found, int | float) or self._text[end:].strip(_NUMERIC)
                if is_whole or not self._more():
                    raw = self._text[self._at : end]
                    self._at = end
                    return found, raw

    def _more(self) -> bool:
        """Read on, at least as much again as is waiting; False at the end of the stream."""
        if self._is_over:
            return False
        waiting = len(self._text) - self._at
        if waiting > ENTRY_LIMIT:
            raise self.wrong(f"an entry of more than {ENTRY_LIMIT:,} characters")
        read = self._stream.read(max(_CHUNK, waiting))
        try:
            text = self._decode(read, final=not read)
        except UnicodeDecodeError:
            raise self.wrong("what follows is not UTF-8", len(self._text)) from None
        self._is_over = not read
        passed = self._text[: self._at]
        if "\n" in passed:
            self._lines += passed.count("\n")
            self._columns = len(passed) - passed.rfind("\n") - 1
        else:
            self._columns += len(passed)
        self._text = self._text[self._at :] + text
        self._at = 0
        return True


def _told(error: json.JSONDecodeError) -> str:
    return error.msg[0].lower() + error.msg[1:]


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number in JSON")
