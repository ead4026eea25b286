"""``hearsay`` in a process of its own, as any user, with finished readings of made-up reports in the place of a reader.

usage: python -m tests.ledger.scripted [--user NUMBER] add made-up-40 --ledger desk.db
"""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from typer.testing import CliRunner

from bench.made_up import readings
from hearsay.errors import ReportError
from hearsay.pipeline import Pipeline
from hearsay.present.cli.main import app, main
from hearsay.present.cli.session import Session
from hearsay.records.document import Document
from hearsay.records.fetched import Gathered
from hearsay.records.ledger import Ledger
from hearsay.settings import Settings

PREFIX = "made-up-"


class Scripted(Pipeline):
    """Reads what has been made up."""

    made: dict[str, Ledger]

    @property
    def version(self) -> str:
        return "scripted"

    def read(self, documents: Iterable[Document]) -> Iterator[Ledger]:
        for document in documents:
            yield self.made[document.id]


def session() -> Session:
    """A session in which ``made-up-40`` is the first forty reports."""
    reader = Scripted(Settings())
    reader.made = {}

    def gather(
        inputs: Iterable[str | Path], *, settings: Settings, published: str | None, **_: object
    ) -> Iterator[Gathered | ReportError]:
        for given in inputs:
            for entries, fetched in readings(int(str(given).removeprefix(PREFIX))):
                (document,) = entries.documents
                reader.made[document.id] = entries
                yield Gathered(document, fetched)

    return Session(gather_documents=gather, open_reader=lambda settings: reader)


def load_all() -> None:
    """Do everything once: what is imported late is imported while that is still allowed."""
    with tempfile.TemporaryDirectory() as folder:
        for arguments in (["add", f"{PREFIX}1"], ["check"]):
            done = CliRunner().invoke(app, [*arguments, "--ledger", f"{folder}/desk.db"], obj=session())
            assert done.exit_code == 0, done.output


if __name__ == "__main__":
    if sys.argv[1:2] == ["--user"]:
        load_all()
        os.seteuid(int(sys.argv[2]))
        del sys.argv[1:3]
    main(session())
