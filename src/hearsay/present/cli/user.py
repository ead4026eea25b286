"""``hearsay user``: who may use a desk that others can reach."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.ending import ending_well, say
from hearsay.present.cli.output import opened
from hearsay.present.cli.serve import MISSING
from hearsay.present.cli.where import LedgerOption, opened_ledger
from hearsay.records.holder import Role

if TYPE_CHECKING:
    from hearsay.ledger.accounts.passes import Passes
    from hearsay.records.holder import Holder

ADD_EPILOG = """\b
Examples:
  hearsay user add mette --role analyst
  hearsay user add mette --role reader --subject "https://login.example.org|248289761001"

The password is asked for, or read from standard input where that is no terminal.
"""
ISSUING_EPILOG = """\b
Examples:
  hearsay user token mette --scope reader --days 30
  hearsay user token mette --list
  hearsay user token mette --revoke token-1f0c93ab

The token is shown once; what is kept is a digest of it. A program sends it along as: Authorization: Bearer TOKEN
"""
NameArgument = Annotated[str, typer.Argument(metavar="NAME", show_default=False)]

user = typer.Typer(no_args_is_help=True, help="Say who may use a desk that others can reach.")


@user.command("add", epilog=ADD_EPILOG, short_help="Make an account.")
def add(
    name: NameArgument,
    *,
    role: Annotated[str, typer.Option(metavar="ROLE", help=f"One of {', '.join(Role)}.")] = Role.READER,
    subject: Annotated[
        str | None,
        typer.Option(metavar="ISSUER|ID", help="Who they are to an OpenID provider; then no password is asked for."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Make an account, for whoever knows its password or is let in by an OpenID provider."""
    with ending_well():
        as_role = _role(role)
        password = _hashed() if subject is None else None
        with opened_ledger(ledger, create=True) as store:
            from hearsay.ledger.accounts.holders import Holders

            made = Holders(store).add(name, role=as_role, password=password, subject=subject)
        say(f"hearsay: {made.name} is {made.role}")


@user.command("list", short_help="List the accounts.")
def list_(*, ledger: LedgerOption = None) -> None:
    """List the accounts: name, role, how they log in, since when."""
    with ending_well(), opened_ledger(ledger) as store, opened(None) as stream:
        from hearsay.ledger.accounts.holders import Holders

        for one in Holders(store).every():
            way = "password" if one.has_password else "provider"
            stream.write(f"{one.name}\t{one.role}\t{way}\t{one.created[:10]}\n")


@user.command("remove", short_help="Remove an account.")
def remove(name: NameArgument, *, ledger: LedgerOption = None) -> None:
    """Remove an account, its sessions and its tokens; what was done under the name stays in the history."""
    with ending_well(), opened_ledger(ledger) as store:
        from hearsay.ledger.accounts.holders import Holders

        Holders(store).remove(name)


@user.command("password", short_help="Give a new password.")
def password(name: NameArgument, *, ledger: LedgerOption = None) -> None:
    """Give an account a new password; whoever is logged in under it is logged out."""
    with ending_well(), opened_ledger(ledger) as store:
        from hearsay.ledger.accounts.holders import Holders

        holders = Holders(store)
        holders.named(name)
        holders.change_password(name, _hashed())


@user.command("token", epilog=ISSUING_EPILOG, short_help="Make, list and revoke tokens for programs.")
def token(
    name: NameArgument,
    *,
    scope: Annotated[str, typer.Option(metavar="ROLE", help="What it may do at most.")] = Role.READER,
    days: Annotated[int, typer.Option(metavar="NUMBER", help="For how long, 1 to 366.")] = 90,
    list_: Annotated[bool, typer.Option("--list", help="List the tokens that there are.")] = False,
    revoke: Annotated[str | None, typer.Option(metavar="ID", help="End a token before its time.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Make a token with which a program may use the API in somebody's name, no further than its scope."""
    with ending_well():
        as_role = _role(scope)
        with opened_ledger(ledger) as store:
            from hearsay.ledger.accounts.holders import Holders
            from hearsay.ledger.accounts.passes import Passes

            holder, passes = Holders(store).named(name), Passes(store)
            if revoke is not None:
                passes.revoke(revoke)
            elif list_:
                _list_tokens(passes, holder)
            else:
                made, secret = passes.issue(holder, scope=as_role, days=days)
                with opened(None) as stream:
                    stream.write(f"{secret}\n")
                say(f"hearsay: {made.id}, {made.scope}, until {made.expires[:10]}; it is not shown again")


def _list_tokens(passes: "Passes", holder: "Holder") -> None:
    with opened(None) as stream:
        for one in passes.tokens(holder):
            state = "revoked" if one.is_revoked else f"until {one.expires[:10]}"
            stream.write(f"{one.id}\t{one.scope}\t{state}\n")


def _role(given: str) -> Role:
    try:
        return Role(given.lower())
    except ValueError:
        raise UsageError(f"there is no role {given!r}", advice=f"give {', '.join(Role)}") from None


def _hashed() -> str:
    """The hash of a password that is asked for twice, or the first line of standard input."""
    try:
        from hearsay.present.web.password import hashed
    except ModuleNotFoundError as error:
        raise UsageError(f"accounts need {error.name}", advice=MISSING) from error
    if sys.stdin.isatty():
        return hashed(typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return hashed(sys.stdin.readline().rstrip("\r\n"))
