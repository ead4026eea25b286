"""``hearsay --version``: which hearsay, and which reader: the same reports can be told differently by another one."""

import typer

from hearsay.errors import WeightsError
from hearsay.present.cli.ending import ending_well
from hearsay.present.cli.session import Session
from hearsay.settings import Settings


def version_line(session: Session) -> str:
    """``hearsay 0.1.0, reader 1``; raises UsageError for a setting that is none."""
    from hearsay import __version__

    try:
        reader = f"reader {session.open_reader(Settings.from_environment()).version}"
    except WeightsError as error:
        reader = f"no reader ({error})"
    return f"hearsay {__version__}, {reader}"


def show_version(context: typer.Context, given: bool) -> None:
    """Write the version and end the command, where the option is given."""
    if given:
        with ending_well():
            typer.echo(version_line(context.ensure_object(Session)))
            raise typer.Exit
