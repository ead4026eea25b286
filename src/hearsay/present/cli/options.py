"""The options that commands on a ledger share, as dataclasses, and how a command is made of one.

A command with a dozen filters is a function with a dozen parameters to Typer; here its options are the fields of a
dataclass, which inherits those that it shares with others.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast, get_type_hints

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.days import last_day
from hearsay.present.cli.ending import ending_well
from hearsay.present.cli.session import Session
from hearsay.present.cli.where import LedgerOption, opened_ledger

if TYPE_CHECKING:
    from hearsay.ledger.view import View


class Form(StrEnum):
    """What answers are written as."""

    TEXT = "text"
    """Tables, to be read on a terminal."""
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What every command has that asks a ledger."""

    ledger: LedgerOption = None
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, json, jsonl or csv.", show_default=False)
    ] = "text"
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="As the ledger stood at the end of that day, month or year, UTC."),
    ] = None
    as_read: Annotated[bool, typer.Option("--as-read", help="As the reader read it, all corrections left out.")] = False

    @property
    def format(self) -> Form:
        """The format that is asked for. Raises UsageError where there is none of that name."""
        try:
            return Form(self.form.lower())
        except ValueError:
            raise UsageError(f"there is no format {self.form!r}", advice="give text, json, jsonl or csv") from None

    @contextmanager
    def view(self) -> Iterator["View"]:
        """The ledger as it is asked for, closed at the end."""
        as_of = last_day(self.as_of, "--as-of")
        with opened_ledger(self.ledger) as store:
            from hearsay.ledger.view import View

            yield View(store, as_of=as_of, as_read=self.as_read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging(Asking):
    """What commands have beside that whose answers come in pages."""

    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100_000, metavar="N", help="At most so many.")] = 25
    after: Annotated[
        str | None,
        typer.Option("--after", metavar="CURSOR", help="Go on where the page before ended, by the cursor it gave."),
    ] = None


Given = TypeVar("Given")


def command(run: Callable[[Given], None], options: type[Given]) -> Callable[..., None]:
    """What Typer makes a command of: it takes the fields of ``options``, and ``run`` gets them."""
    hints = get_type_hints(options, include_extras=True)
    given = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if field.default is MISSING else field.default,
            annotation=hints[field.name],
        )
        for field in fields(cast("Any", options))
    ]
    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)

    def call(context: typer.Context, **values: Any) -> None:
        context.ensure_object(Session)
        with ending_well():
            run(options(**values))

    call.__doc__ = run.__doc__
    # Typer reads what a function takes from these.
    call.__signature__ = inspect.Signature([context, *given])  # type: ignore[attr-defined]  # functions may have it
    call.__annotations__ = {"context": typer.Context} | {one.name: one.annotation for one in given}
    return call
