"""``hearsay mcp``: a ledger for language models."""

from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.ending import ending_well, say
from hearsay.present.cli.where import LedgerOption, opened_ledger

EPILOG = """\b
Examples:
  hearsay mcp --ledger desk.db
  hearsay mcp --http --port 8621

A program that speaks the Model Context Protocol starts the first and talks to it through its standard streams. Over
HTTP it answers this machine alone, at /mcp. It only reads.
"""


def mcp(
    *,
    ledger: LedgerOption = None,
    http: Annotated[bool, typer.Option("--http", help="Answer over HTTP instead of the standard streams.")] = False,
    port: Annotated[int, typer.Option(metavar="NUMBER", min=1, max=65535, help="The port.")] = 8621,
) -> None:
    """Let language models ask a ledger, through the Model Context Protocol."""
    with ending_well():
        try:
            from hearsay.present.mcp.server import server_of
        except ModuleNotFoundError as error:
            raise UsageError(f"MCP needs {error.name}", advice="pip install 'hearsay[mcp]'") from error
        with opened_ledger(ledger) as store:
            server = server_of(store)
            if http:
                say(f"hearsay: the ledger answers at http://127.0.0.1:{port}/mcp (Ctrl-C stops it)")
                server.run("streamable-http", host="127.0.0.1", port=port)
            else:
                server.run("stdio")
