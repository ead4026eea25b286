"""``hearsay read``: reports in, who said what out."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from hearsay.errors import ReportError
from hearsay.present.cli.distinct import distinct
from hearsay.present.cli.ending import ExitCode, described, ending_well, say
from hearsay.present.cli.forms import READ_FORMATS, TEXT, chosen, listed
from hearsay.present.cli.output import opened
from hearsay.present.cli.progress import Progress
from hearsay.present.cli.session import Session
from hearsay.present.export.formats import Format
from hearsay.present.words import counted
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.settings import Settings

EPILOG = """\b
Examples:
  hearsay read report.txt
  hearsay read page.html reports.jsonl folder/
  curl -s https://example.org/report | hearsay read - --published 2024-10-26
  hearsay read folder/ --format json -o ledger.json
  hearsay read folder/ -o statements.csv

A folder is searched with all its folders. When a report cannot be read, the others still are, and the exit code is 1.
"""


def read(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            show_default=False,
            help='Reports as text, HTML or JSON Lines; folders of them; "-" for standard input.',
        ),
    ] = None,
    *,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"{listed(READ_FORMATS)}; by default what FILE's ending says."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to standard output."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When the reports were published, as 2024-10-26 or 2024-10-26T09:30+02:00."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are told.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where a bug is.", hidden=True)] = False,
) -> None:
    """Read reports and tell who said what in them, in the order of the text."""
    session: Session = context.ensure_object(Session)
    session.debug = session.debug or debug
    if not inputs:
        say("hearsay read: no report given: name a file or a folder (hearsay read report.txt), or - for standard input")
        raise typer.Exit(ExitCode.USAGE)
    with ending_well():
        wanted = chosen(form, output, formats=READ_FORMATS, default=TEXT)
        task = _Task(inputs=inputs, form=wanted, output=output, published=published, quiet=quiet)
        raise typer.Exit(task.run(session))


@dataclass(slots=True)
class _Task:
    """One call of the command, with its arguments checked."""

    inputs: list[str]
    form: Format
    output: Path | None
    published: str | None
    quiet: bool
    read: int = 0
    failed: int = 0

    def run(self, session: Session) -> ExitCode:
        """Read everything and write it; what cannot be read is told on stderr."""
        settings = Settings.from_environment()
        found = session.find_documents(self.inputs, settings=settings, published=self.published)
        # First what may be missing on this machine.
        write = self.form.load()
        encoding = None if self.form is TEXT else "utf-8"
        with (
            opened(self.output, encoding=encoding, binary=self.form.is_binary) as stream,
            Progress(shown=self._shows_progress(stream)) as progress,
        ):
            reader = session.open_reader(settings)
            ledgers = self._counted(reader.read(distinct(self._readable(found))), progress)
            write(ledgers, stream)
        self._summarise()
        return ExitCode.NOT_ALL if self.failed or not self.read else ExitCode.DONE

    def _shows_progress(self, stream: IO[Any]) -> bool:
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            return False
        # Text that comes up on the same terminal shows by itself how far the reading is.
        return self.form is not TEXT or not stream.isatty()

    def _readable(self, found: Iterable[Document | ReportError]) -> Iterator[Document]:
        for item in found:
            if isinstance(item, ReportError):
                self.failed += 1
                say(f"{_place(item.origin)}: {described(item)}")
            else:
                yield item

    def _counted(self, ledgers: Iterable[Ledger], progress: Progress) -> Iterator[Ledger]:
        for ledger in ledgers:
            self.read += len(ledger.documents)
            progress.advance()
            yield ledger

    def _summarise(self) -> None:
        if not self.read and not self.failed:
            say(f"hearsay: no report in {', '.join(map(_place, self.inputs))}")
        elif not self.quiet and (self.failed or self.read > 1):
            failed = f", {self.failed:,} not read" if self.failed else ""
            say(f"{counted(self.read, 'report')} read{failed}")


def _place(origin: str) -> str:
    return "standard input" if origin == "-" else origin
