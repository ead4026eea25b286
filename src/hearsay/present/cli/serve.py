"""``hearsay serve``: the desk in the browser."""

import getpass
import os
from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.ending import ending_well, say
from hearsay.present.cli.where import LedgerOption
from hearsay.settings import Settings

EPILOG = """\b
Examples:
  hearsay serve --open
  hearsay serve --ledger desk.db --port 9000
  hearsay serve --host 0.0.0.0 --name desk.example.org --https

On this machine alone nobody has to log in. Beyond it hearsay serve starts only once somebody has an account: hearsay
user add. It speaks HTTP: for others, put it behind what ends TLS, and say --https.
"""
MISSING = "pip install 'hearsay[serve]'"


def serve(
    *,
    ledger: LedgerOption = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", min=1, max=65535, help="The port.")] = 8620,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name that others ask for it by; again for each."),
    ] = None,
    https: Annotated[bool, typer.Option("--https", help="A proxy in front of it ends TLS.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let links that are added lead to private machines too.")
    ] = False,
) -> None:
    """Open a desk on a ledger in the browser: pages, and an API for programs."""
    with ending_well():
        try:
            from hearsay.present.web.desk import DeskSettings, is_loopback, provider_from
            from hearsay.present.web.main import serve as run
        except ModuleNotFoundError as error:
            raise UsageError(f"the desk needs {error.name}", advice=MISSING) from error
        from hearsay.ledger.address import DEFAULT

        desk = DeskSettings(
            ledger or DEFAULT,
            host=host,
            port=port,
            settings=Settings.from_environment(),
            public_names=tuple(one.lower() for one in name or ()),
            is_https=https,
            analyst=analyst(),
            provider=provider_from(),
            allow_private=allow_private,
        )
        if not is_loopback(host) and not https:
            say("hearsay: without TLS in front of it, passwords can be read on the way; say --https once it is there")
        say(f"hearsay: the desk on {ledger or DEFAULT} is at http://{host}:{port}/ (Ctrl-C stops it)")
        run(desk, open_browser=open_)


def analyst() -> str:
    """In whose name one corrects on one's own machine: HEARSAY_ANALYST, else the login name, else nobody's."""
    try:
        return os.environ.get("HEARSAY_ANALYST") or getpass.getuser()
    except (OSError, KeyError):
        return ""
