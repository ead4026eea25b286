"""Ledger JSON, version 1, back to ledgers: what was exported, by hearsay or by another program."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO

from hearsay.errors import ReportError
from hearsay.ingest.members import Member, members
from hearsay.ingest.shelf import NOWHERE, Shelf
from hearsay.records import rows_in
from hearsay.records.check import check
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.row import Row, row_at
from hearsay.records.source import Source
from hearsay.records.wire import FORMAT, SECTIONS, VERSION

_SHARED = ("sources", "questions")
"""The lists whose entries belong to no document by themselves: to those that refer to them."""


def read_json(stream: IO[bytes], *, origin: str) -> Iterator[Ledger]:
    """One ledger for each document of the ledger JSON in ``stream``, in the order of the file.

    The whole file is checked before the first ledger is given. The lists may stand in any order, and so may their
    entries; a source or a question that several documents refer to comes with each of them. What nothing refers to
    comes with the document of the next entry that something does.

    Memory holds one document with its entries, beside some 24 bytes of each entry and the ids of documents; the
    entries wait in temporary files. ``origin`` is the path that ``stream`` is read from. Raises ReportError, naming
    the place in the file, where it is not ledger JSON of version 1 or does not hang together.
    """
    try:
        with ExitStack() as stack:
            shelves = {name: stack.enter_context(Shelf(name)) for name in SECTIONS}
            file = _File(shelves)
            file.take_in(members(stream, SECTIONS))
            file.check()
            yield from file.ledgers()
    except ValueError as error:
        raise ReportError(
            str(error), origin=origin, advice="give ledger JSON, version 1, as --format json writes it"
        ) from None


class _File:
    """A file's entries, put on shelves."""

    def __init__(self, shelves: dict[str, Shelf]) -> None:
        self._shelves = shelves
        self._numbers: dict[str, int] = {}
        """Of each document, by its id, in the order in which they are first heard of."""
        self._loose: dict[str, str] = {}
        """Ids of documents that have not come yet, each with the first place that refers to it."""
        self._users: dict[str, list[int]] = {}
        """For each shared list the number of the first document that refers to each of its entries."""

    def take_in(self, found: Iterable[Member]) -> None:
        """Put everything on its shelf. Raises ValueError where a list, the format or the version is not right."""
        told: dict[str, object] = {}
        for member in found:
            if member.number is None:
                told[member.name] = member.value
                if member.name in SECTIONS and member.raw:
                    raise ValueError(f"{member.name}: not a list")
                if member.name in ("format", "version"):
                    _check_kind(Row(told, "ledger"), only=member.name)
            else:
                self._put(member, number=member.number)
        for name in ("format", "version", *SECTIONS):
            Row(told, "ledger").get(name)
        for shelf in self._shelves.values():
            shelf.settle()
            shelf.check_ids()
        for id, place in self._loose.items():
            raise ValueError(f"{place}.document: {id!r} is no document's id")

    def check(self) -> None:
        """Check each entry and what it refers to, and give what is shared to a document. Raises ValueError."""
        self._users = {name: [NOWHERE] * len(self._shelves[name]) for name in _SHARED}
        for _ in self._each(checked=True):
            pass
        for name, read in (("sources", rows_in.source_of), ("questions", rows_in.question_of)):
            users, shelf = self._users[name], self._shelves[name]
            user = len(self._numbers) - 1
            for number in reversed(range(len(shelf))):
                if users[number] == NOWHERE:
                    read(shelf.row(number))
                    users[number] = user
                user = users[number]
            shelf.settle(users)

    def ledgers(self) -> Iterator[Ledger]:
        """One for each document, once all has been checked."""
        if self._numbers:
            yield from self._each(checked=False)
        elif any(self._shelves[name] for name in _SHARED):
            yield Ledger(
                sources=tuple(map(self._source, range(len(self._shelves["sources"])))),
                questions=tuple(map(self._question, range(len(self._shelves["questions"])))),
            )

    def _put(self, member: Member, *, number: int) -> None:
        row = row_at(member.value, f"{member.name}[{number}]")
        document = NOWHERE
        if member.name == "documents":
            id = row.string("id")
            document = self._numbers.setdefault(id, len(self._numbers))
            self._loose.pop(id, None)
        elif member.name not in _SHARED:
            id = row.string("document")
            if id not in self._numbers:
                self._loose[id] = row.place
            document = self._numbers.setdefault(id, len(self._numbers))
        id_or_none = None if member.name == "times" else row.string("id")
        self._shelves[member.name].put(member.raw, document=document, id=id_or_none)

    def _each(self, *, checked: bool) -> Iterator[Ledger]:
        for place in range(len(self._shelves["documents"])):
            document = rows_in.document_of(self._shelves["documents"].row(place))
            number = self._numbers[document.id]
            at = {name: shelf.of(number) for name, shelf in self._shelves.items() if name not in _SHARED}
            statements = tuple(rows_in.statement_of(row) for row in self._rows("statements", at))
            figures = tuple(rows_in.figure_of(row) for row in self._rows("figures", at))
            expectations = tuple(rows_in.expectation_of(row) for row in self._rows("expectations", at))
            credited = {id for s in statements for id in (s.source, *s.via)}
            credited |= {f.source for f in figures} | {e.source for e in expectations}
            at["sources"] = self._referred("sources", credited, number=number)
            at["questions"] = self._referred("questions", {f.question for f in figures}, number=number)
            ledger = Ledger(
                documents=(document,),
                sources=tuple(map(self._source, at["sources"])),
                statements=statements,
                figures=figures,
                questions=tuple(map(self._question, at["questions"])),
                times=tuple(rows_in.time_of(row) for row in self._rows("times", at)),
                expectations=expectations,
            )
            if checked:
                check(ledger, at)
            yield ledger

    def _rows(self, name: str, at: dict[str, list[int]]) -> Iterator[Row]:
        return map(self._shelves[name].row, at[name])

    def _referred(self, name: str, ids: set[str | None], *, number: int) -> list[int]:
        """The entries of a shared list that a document refers to, or that were given to it; ids of none left out."""
        shelf, users = self._shelves[name], self._users[name]
        found = {shelf.number_of(id) for id in ids if id is not None}
        referred = {at for at in found if at is not None}
        for at in referred:
            if users[at] == NOWHERE:
                users[at] = number
        return sorted(referred | set(shelf.of(number)))

    def _source(self, number: int) -> Source:
        return rows_in.source_of(self._shelves["sources"].row(number))

    def _question(self, number: int) -> Question:
        return rows_in.question_of(self._shelves["questions"].row(number))


def _check_kind(ledger: Row, *, only: str) -> None:
    """Raise ValueError where the format or the version is another; ``only`` tells which is looked at."""
    if only == "format" and ledger.get("format") != FORMAT:
        raise ValueError(f"format: not {FORMAT!r}")
    if only == "version" and ledger.get("version") != VERSION:
        raise ValueError(f"version: {ledger.get('version')!r} is not one that can be read; this reads {VERSION}")
