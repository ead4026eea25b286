"""The versions of a report as a terminal shows them, each with what it tells otherwise than the one before."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from hearsay.ledger.answers import Kept
from hearsay.ledger.compared import ChangedClaim, Comparison, Turn
from hearsay.present import words
from hearsay.present.clean import capital, one_line
from hearsay.present.cli.lines import indented, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.dates import in_words
from hearsay.present.findings import OWN_VOICE
from hearsay.present.versions import changes, source_of, tally, words_of
from hearsay.records.statement import Statement

_LABELS = 10
_MEASURE = 88
_SMALL = "dim"
_TURNS = {Turn.APPEARED: "green", Turn.VANISHED: "red", Turn.CHANGED: "yellow", Turn.READ_OTHERWISE: _SMALL}
_SHORT = {Turn.READ_OTHERWISE: "reread"}


def versions_lines(
    versions: Sequence[tuple[Kept, Comparison | None]], console: Console, *, look: Look
) -> Iterator[Text]:
    """Each version with what differs in it; with None where it is compared with nothing."""
    width = min(look.width, _MEASURE)
    title = Text(one_line(words.title(versions[-1][0].document)), style="bold")
    yield from wrapped(title, console, width=width)
    yield Text()
    for kept, comparison in versions:
        heading = Text(f"Version {kept.version}", style="bold")
        heading.append(f" · added {in_words(kept.recorded)} [{one_line(kept.document.id)}]", style=_SMALL)
        yield from wrapped(heading, console, width=width)
        if comparison is not None:
            yield from wrapped(Text(capital(tally(comparison))), console, width=width)
        yield Text()
        for claim in comparison.claims if comparison else ():
            yield from _claim_lines(claim, comparison, console=console, width=width)


def _claim_lines(claim: ChangedClaim, comparison: Comparison | None, *, console: Console, width: int) -> Iterator[Text]:
    assert comparison is not None  # noqa: S101 - for mypy: claims are of one
    label = Text(f"{_SHORT.get(claim.turn, claim.turn):<{_LABELS}}", style=_TURNS[claim.turn])
    body = [line for text in _told(claim, comparison) for line in wrapped(text, console, width=width - _LABELS)]
    yield from indented(body, by=_LABELS, first=label)
    yield Text()


def _told(claim: ChangedClaim, comparison: Comparison) -> Iterator[Text]:
    """Who claims what, and what differs in it."""
    first = claim.differences[0]
    entry = claim.statement or first.entry
    # The newer version has it, unless it is gone.
    has_it = any(entry is one for one in (*comparison.after.statements, *(d.after for d in claim.differences)))
    ledger = comparison.after if has_it else comparison.before
    if source := source_of(entry, ledger):
        yield Text(capital(one_line(source.name)), style="bold cyan")
    else:
        voice = words.UNTOLD if isinstance(entry, Statement) else capital(OWN_VOICE)
        yield Text(voice, style="italic yellow" if isinstance(entry, Statement) else "italic")
    said = Text(one_line(words_of(entry, ledger)))
    said.append(f" [{one_line(entry.id)}]", style=_SMALL)
    yield said
    # What stands in a statement that is new or gone came or went with it.
    for difference in claim.differences if claim.turn is Turn.CHANGED else ():
        for line in changes(difference, comparison):
            yield Text(one_line(line), style=_SMALL)
