"""``hearsay add``: reports into a ledger that lasts."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import ReportError
from hearsay.present.cli.ending import ExitCode, described, ending_well, say
from hearsay.present.cli.progress import Progress
from hearsay.present.cli.session import Session
from hearsay.present.cli.where import LedgerOption, opened_ledger
from hearsay.present.outcomes import FAILED, in_words
from hearsay.present.words import counted
from hearsay.records.fetched import Unchanged
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ledger.view import View
    from hearsay.records.fetched import Gathered

EPILOG = """\b
Examples:
  hearsay add report.html reports.jsonl folder/
  hearsay add https://example.org/report --ledger desk.db
  HEARSAY_LEDGER=postgresql://desk@localhost/hearsay hearsay add folder/

A report that is in the ledger already, read by the same reader, is passed over; a page whose text has changed becomes
a new version. Each report is added whole or not at all: a run that was stopped goes on where it is started again.
"""


def add(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            show_default=False,
            help='Reports as text, HTML or JSON Lines; folders of them; addresses; "-" for standard input.',
        ),
    ] = None,
    *,
    ledger: LedgerOption = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When the reports were published, as 2024-10-26 or 2024-10-26T09:30+02:00."),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let addresses lead to private and loopback machines too.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are told.")] = False,
) -> None:
    """Read reports and add them, with who said what in them, to a ledger."""
    session: Session = context.ensure_object(Session)
    if not inputs:
        say("hearsay add: no report given: name a file, a folder or an address, or - for standard input")
        raise typer.Exit(ExitCode.USAGE)
    with ending_well():
        task = _Task(inputs=inputs, published=published, allow_private=allow_private, quiet=quiet)
        raise typer.Exit(task.run(session, ledger))


def _tell_version(view: "View", id: str) -> None:
    """What a new version tells otherwise than the one before."""
    from hearsay.present.versions import tally

    kept = view.document(id)
    if kept.previous is not None:
        name = kept.document.url or kept.document.origin or id
        say(f"new version of {name}: {tally(view.compared(kept.previous, id))} [{id}]")


def _tell_waiting(view: "View") -> None:
    """How many corrections are not found again in what has been added."""
    if waiting := len(view.unanchored()):
        verb = "waits" if waiting == 1 else "wait"
        say(f"{counted(waiting, 'correction')} {verb} to be looked at: hearsay history --unanchored lists them")


@dataclass(slots=True)
class _Task:
    """One call of the command, with its arguments checked."""

    inputs: list[str]
    published: str | None
    allow_private: bool
    quiet: bool
    outcomes: Counter[str] = field(default_factory=Counter)
    failed: int = 0

    def run(self, session: Session, ledger: str | None) -> ExitCode:
        """Add everything that can be read; what cannot is told on stderr. What was done is told even where it ends
        badly.
        """
        settings = Settings.from_environment()
        shown = not self.quiet and sys.stderr is not None and sys.stderr.isatty()
        with opened_ledger(ledger, create=True) as store:
            from hearsay.ledger.view import View
            from hearsay.ledger.writer import Outcome, Writer
            from hearsay.pipeline import keep
            from hearsay.reconcile.place import Placer

            reader, writer, placer = session.open_reader(settings), Writer(store), Placer(store)
            view = View(store)
            found = session.gather_documents(
                self.inputs,
                settings=settings,
                published=self.published,
                allow_private=self.allow_private,
                known=lambda address: writer.validators(address, reader.version),
            )
            try:
                with Progress(shown=shown) as progress:
                    for added in keep(reader, self._readable(found), writer=writer, placer=placer):
                        self.outcomes[added.outcome] += 1
                        if added.outcome is Outcome.VERSION and not self.quiet:
                            _tell_version(view, added.document)
                        progress.advance()
            finally:
                self._summarise()
            if not self.quiet and self.outcomes.keys() & {Outcome.VERSION, Outcome.READ_AGAIN}:
                _tell_waiting(view)
        if not self.outcomes and not self.failed:
            say(f"hearsay: no report in {', '.join(self.inputs)}")
        return ExitCode.NOT_ALL if self.failed or not self.outcomes else ExitCode.DONE

    def _readable(self, found: "Iterable[Gathered | Unchanged | ReportError]") -> "Iterator[Gathered]":
        for item in found:
            if isinstance(item, Unchanged):
                self.outcomes["known"] += 1
            elif isinstance(item, ReportError):
                self.failed += 1
                say(f"{'standard input' if item.origin == '-' else item.origin}: {described(item)}")
            else:
                yield item

    def _summarise(self) -> None:
        if not self.quiet and (self.outcomes or self.failed):
            total = self.outcomes.total() + self.failed
            say(f"{counted(total, 'report')}: {in_words({**self.outcomes, FAILED: self.failed})}")
