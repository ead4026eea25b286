"""The entry point of the command ``hearsay``."""

import gc
import sys
from typing import Annotated

import typer

from hearsay.present.cli import (
    add,
    backup,
    brief,
    changes,
    check,
    documents,
    export,
    find,
    history,
    mcp,
    serve,
    sources,
    statement,
    stories,
    versions,
    watch,
)
from hearsay.present.cli.correct import correct
from hearsay.present.cli.ending import report_bug
from hearsay.present.cli.read import EPILOG, read
from hearsay.present.cli.session import Session
from hearsay.present.cli.user import user
from hearsay.present.cli.version import show_version

# Plain help: Rich would take longer to load than the help takes to read.
app = typer.Typer(
    name="hearsay",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: hearsay read report.html",
)
app.command("read", epilog=EPILOG, short_help="Read reports and tell who said what in them.")(read)

app.command("add", epilog=add.EPILOG, short_help="Add reports to a ledger that lasts.")(add.add)
app.command("find", epilog=find.EPILOG, short_help="Find statements and reports by their words.")(find.find)
app.command("sources", epilog=sources.EPILOG, short_help="List who is credited.")(sources.sources)
app.command("source", epilog=sources.SOURCE_EPILOG, short_help="Tell all that a source said.")(sources.source)
app.command("documents", epilog=documents.EPILOG, short_help="List the reports.")(documents.documents)
app.command("document", epilog=documents.DOCUMENT_EPILOG, short_help="Show one report.")(documents.document)
app.command("versions", epilog=versions.EPILOG, short_help="Tell how a report has changed.")(versions.versions)
app.command("statement", epilog=statement.EPILOG, short_help="Show one statement.")(statement.statement)

app.command("stories", epilog=stories.EPILOG, short_help="List the stories.")(stories.stories)
app.command("story", epilog=stories.STORY_EPILOG, short_help="Tell a story as it stands.")(stories.story)
app.command("brief", epilog=brief.EPILOG, short_help="Write a story on one or two pages.")(brief.brief)
app.command("changes", epilog=changes.EPILOG, short_help="Tell what has changed in the stories.")(changes.changes)
app.command("watch", epilog=watch.EPILOG, short_help="Tell of changes as they happen.")(watch.watch)

app.add_typer(correct, name="correct", short_help="Put right what the reader got wrong.")
app.command("undo", epilog=history.UNDO_EPILOG, short_help="Take a correction back.")(history.undo)
app.command("history", epilog=history.EPILOG, short_help="Tell what has been corrected.")(history.history)

app.command("export", epilog=export.EXPORT_EPILOG, short_help="Write a ledger as one file.")(export.export)
app.command("import", epilog=export.IMPORT_EPILOG, short_help="Add a file of ledger JSON to a ledger.")(export.import_)

app.command("serve", epilog=serve.EPILOG, short_help="Open a desk in the browser.")(serve.serve)
app.command("mcp", epilog=mcp.EPILOG, short_help="Let language models ask a ledger.")(mcp.mcp)
app.add_typer(user, name="user", short_help="Say who may use a desk that others can reach.")

app.command("check", epilog=check.EPILOG, short_help="Tell whether a ledger is whole.")(check.check)
app.command("backup", epilog=backup.EPILOG, short_help="Copy a ledger while others use it.")(backup.backup)

_COLLECTING = (10_000, 10, 10)
"""How seldom Python looks for garbage, as gc.set_threshold takes it. The stories and words that a desk or a long run
keeps at hand are a million objects, none of them in a cycle; with Python's own 700 it looks through all of them every
few hundred pages or reports (docs/decisions/0045)."""


@app.callback()
def hearsay(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - the callback has done it
        bool,
        typer.Option(
            "--version", help="Show the versions of hearsay and its reader.", callback=show_version, is_eager=True
        ),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", envvar="HEARSAY_DEBUG", help="Show where a bug is.")] = False,
) -> None:
    """Read English news reports and keep a ledger of who said what."""
    context.ensure_object(Session).debug |= debug


def main(session: Session | None = None) -> None:
    """Run the command with the arguments of the process and end the process; tests bring a ``session`` of their own."""
    session = session or Session()
    gc.set_threshold(*_COLLECTING)
    try:
        app(obj=session)
    except Exception as error:  # noqa: BLE001 - the one place of the command where a bug is told as one
        sys.exit(report_bug(error, debug=session.debug))


if __name__ == "__main__":
    main()
