"""How a command ends when it does not end well: one line, and an exit code that says which it was."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum

import typer

from hearsay.errors import HearsayError, UsageError
from hearsay.present.clean import one_line


class ExitCode(IntEnum):
    """What the shell learns."""

    DONE = 0
    NOT_ALL = 1
    """A report could not be read, or the output not be written."""
    USAGE = 2
    """The command was given wrongly."""
    BUG = 70
    """hearsay itself is at fault (EX_SOFTWARE of sysexits.h)."""
    STOPPED = 130
    """Ctrl-C: 128 and SIGINT."""
    UNREAD = 141
    """Nobody read the output to its end: 128 and SIGPIPE."""


def say(line: str) -> None:
    """Write one line to stderr, whatever stands in it, where there is anybody to read it."""
    if sys.stderr is not None:
        with suppress(BrokenPipeError):
            print(one_line(line), file=sys.stderr, flush=True)


@contextmanager
def ending_well() -> Iterator[None]:
    """End the command with a line and an exit code for every error that is no bug."""
    try:
        yield
    except HearsayError as error:
        say(f"hearsay: {described(error)}")
        raise typer.Exit(ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.NOT_ALL) from None
    except KeyboardInterrupt:
        say("hearsay: stopped")
        raise typer.Exit(ExitCode.STOPPED) from None
    except BrokenPipeError:
        # What is left in stdout's buffer has nowhere to go: Python would complain of it when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        raise typer.Exit(ExitCode.UNREAD) from None


def described(error: HearsayError) -> str:
    """What is wrong, and what to do about it."""
    return f"{error}: {error.advice}" if error.advice else str(error)


def report_bug(error: Exception, *, debug: bool) -> ExitCode:
    """Tell that hearsay is at fault, with the traceback where ``debug``."""
    if debug:
        traceback.print_exception(error)
        return ExitCode.BUG
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    say(f"hearsay: a bug in hearsay stopped it ({said}); set HEARSAY_DEBUG=1 to see where, and please report it")
    return ExitCode.BUG
