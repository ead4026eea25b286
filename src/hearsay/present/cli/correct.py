"""``hearsay correct``: what the reader got wrong, put right beside it."""

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.analyst import Correcting, DocumentOption, tell_done
from hearsay.present.cli.ending import say
from hearsay.present.cli.options import command
from hearsay.present.cli.overrule import (
    QUESTION_EPILOG,
    REPORT_EPILOG,
    Placing,
    Questioning,
    correct_question,
    correct_report,
)
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store
    from hearsay.ledger.fields import FigureFields, StatementFields
    from hearsay.ledger.merge import Merge
    from hearsay.records.marks import Mark

STATEMENT_EPILOG = """\b
Examples:
  hearsay correct statement statement-51d6f0a7c2e94b18 --act deny --why "she denies it"
  hearsay correct statement statement-51d6f0a7c2e94b18 --source "Ana Téllez" --via none --why "told to the paper itself"
"""
FIGURE_EPILOG = """\b
Example:
  hearsay correct figure figure-0b8fca3f5d1e7a92 --min 3000 --max none --exclusive --why "more than, not about"
"""
SOURCE_EPILOG = """\b
Examples:
  hearsay correct source source-7a8e0c1db95f2e34 --same-as source-c94be2f60d7a1538 --why "one office, two names"
  hearsay correct source source-7a8e0c1db95f2e34 --not-same-as source-c94be2f60d7a1538 --why "father and son"
"""
REJECT_EPILOG = """\b
Example:
  hearsay correct reject statement-51d6f0a7c2e94b18 --why "a caption, nobody says it"
"""
ACCEPT_EPILOG = """\b
Example:
  hearsay correct accept statement-51d6f0a7c2e94b18 --why "held against the text"
"""
ADD_EPILOG = """\b
Examples:
  hearsay correct add bridge-1 --source "the harbour board" --cue after --content "divers found cracks" --why "missed"
  hearsay correct add bridge-1 --cue 337-341 --content 345-380 --of "Ana Téllez" --why "missed"
"""
_PLACE = re.compile(r"(\d+)-(\d+)")
_NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner(Correcting):
    """What can be said of a statement, new or not."""

    via: Annotated[
        list[str] | None,
        typer.Option("--via", metavar="NAME", help="Through whom, nearest to the source first; again for each."),
    ] = None
    act: Annotated[str | None, typer.Option("--act", metavar="ACT", help=f"One of {', '.join(Act)}.")] = None
    certainty: Annotated[
        str | None, typer.Option("--certainty", metavar="WORD", help=f"One of {', '.join(Certainty)}.")
    ] = None
    said_on: Annotated[
        str | None,
        typer.Option("--said-on", metavar="DATE", help="When it was said, EDTF: 2024-10-26; or none."),
    ] = None

    def fields(self) -> "StatementFields":
        """Those that are given."""
        found: StatementFields = {}
        if self.via is not None:
            found["via"] = [] if self.via == [_NONE] else self.via
        if self.act is not None:
            found["act"] = _or_none(self.act.lower())
        if self.certainty is not None:
            found["certainty"] = _or_none(self.certainty.lower())
        if self.said_on is not None:
            found["said_on"] = _or_none(self.said_on)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangingStatement(_Manner):
    """What ``hearsay correct statement`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which statement.", show_default=False)]
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Who said it, by name or id; or none.")
    ] = None
    document: DocumentOption = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangingFigure(Correcting):
    """What ``hearsay correct figure`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which figure.", show_default=False)]
    min: Annotated[str | None, typer.Option("--min", metavar="NUMBER", help="The lower end; or none.")] = None
    max: Annotated[str | None, typer.Option("--max", metavar="NUMBER", help="The upper end; or none.")] = None
    inclusive: Annotated[
        bool | None,
        typer.Option("--inclusive/--exclusive", help="Whether the ends themselves are meant.", show_default=False),
    ] = None
    approximate: Annotated[
        bool | None, typer.Option("--approximate/--exact", help="Whether it is about so many.", show_default=False)
    ] = None
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="Its unit; or none.")] = None
    counted: Annotated[
        str | None, typer.Option("--counted", metavar="WORDS", help="The report's words for what it counts; or none.")
    ] = None
    document: DocumentOption = None

    def fields(self) -> "FigureFields":
        """Those that are given. Raises UsageError for a bound that is no number."""
        found: dict[str, Any] = {}
        for name in ("min", "max"):
            if (given := getattr(self, name)) is not None:
                found[name] = None if given == _NONE else _number(given, option=f"--{name}")
        for name in ("inclusive", "approximate"):
            if (flag := getattr(self, name)) is not None:
                found[name] = flag
        for name in ("unit", "counted"):
            if (given := getattr(self, name)) is not None:
                found[name] = _or_none(given)
        return found  # type: ignore[return-value]  # the names are those of FigureFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging(Correcting):
    """What ``hearsay correct source`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which source.", show_default=False)]
    same_as: Annotated[str | None, typer.Option("--same-as", metavar="ID", help="It is this one.")] = None
    not_same_as: Annotated[str | None, typer.Option("--not-same-as", metavar="ID", help="It is not this one.")] = None
    unsure: Annotated[
        str | None, typer.Option("--unsure", metavar="ID", help="It cannot be told whether it is this one.")
    ] = None
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before two become one.")] = False
    despite_anonymity: Annotated[
        bool, typer.Option("--despite-anonymity", help="Let a source without a name be one with a named one.")
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejecting(Correcting):
    """What ``hearsay correct reject`` and ``hearsay correct accept`` take."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which statement.", show_default=False)]
    document: DocumentOption = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding(_Manner):
    """What ``hearsay correct add`` takes."""

    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The report's id.", show_default=False)]
    content: Annotated[
        list[str],
        typer.Option(
            "--content", metavar="WORDS", help="What was said, or START-END; again for each piece.", show_default=False
        ),
    ]
    cue: Annotated[list[str] | None, typer.Option("--cue", metavar="WORDS", help="That it was said, or START-END.")] = (
        None
    )
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="WORDS", help="Who said it, or START-END.")
    ] = None
    of: Annotated[
        str | None, typer.Option("--of", metavar="NAME", help="Whose it is, where the words do not name them; or none.")
    ] = None


def _statement(given: ChangingStatement) -> None:
    """Change who said a statement, through whom, its act, its certainty or when it was said."""
    fields = given.fields()
    if given.source is not None:
        fields["source"] = _or_none(given.source)
    with given.corrector() as corrector:
        tell_done(corrector.statement(given.id, why=given.why, document=given.document, **fields))


def _figure(given: ChangingFigure) -> None:
    """Change a figure's bounds, its unit or what it counts."""
    fields = given.fields()
    with given.corrector() as corrector:
        tell_done(corrector.figure(given.id, why=given.why, document=given.document, **fields))


def _source(given: Judging) -> None:
    """Say that two sources are the same, that they are not, or that it cannot be told."""
    judged = [one for one in (given.same_as, given.not_same_as, given.unsure) if one is not None]
    if len(judged) != 1:
        raise UsageError("one judgement at a time", advice="give --same-as, --not-same-as or --unsure")
    with given.store() as store:
        corrector = given.corrector_of(store)
        if given.not_same_as is not None:
            made = corrector.not_same(given.id, given.not_same_as, why=given.why)
        elif given.unsure is not None:
            made = corrector.unsure(given.id, given.unsure, why=given.why)
        else:
            _confirm(store, given, other=judged[0])
            despite = given.despite_anonymity
            made = corrector.same(given.id, judged[0], why=given.why, despite_anonymity=despite)
        tell_done(made)


def _reject(given: Rejecting) -> None:
    """Say that nobody made a statement: it is listed as rejected, and not shown."""
    with given.corrector() as corrector:
        tell_done(corrector.reject(given.id, why=given.why, document=given.document))


def _accept(given: Rejecting) -> None:
    """Say that a statement was rightly read: it changes nothing, and it need not be reviewed again."""
    with given.corrector() as corrector:
        tell_done(corrector.accept(given.id, why=given.why, document=given.document))


def _add(given: Adding) -> None:
    """Add a statement that the reader missed, by its words: as they stand in the report, or by their places in it."""
    from hearsay.records.marks import Marks

    marks = Marks(*([_mark(words) for words in every or ()] for every in (given.content, given.cue, given.source)))
    fields = given.fields()
    if given.of is not None:
        fields["source"] = _or_none(given.of)
    with given.corrector() as corrector:
        made = corrector.add(given.document, marks, why=given.why, **fields)
        tell_done(made)
        say(f"hearsay: it is {made.target}")


def _confirm(store: "Store", given: Judging, *, other: str) -> None:
    """Show what would follow, and ask. Raises UsageError where nobody can be asked, or says no."""
    from hearsay.ledger.view import View

    merge = View(store).preview_merge(given.id, other)
    for line in _follows(merge):
        say(line)
    if given.yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to be asked", advice="say --yes if that is right")
    if not typer.confirm("Are they one?", err=True):
        raise UsageError("they stay apart", advice="nothing has been written")


def _follows(merge: "Merge") -> list[str]:
    from hearsay.present.words import counted

    told = f"{counted(merge.statements, 'statement')} in {counted(merge.documents, 'report')}"
    return [
        f"hearsay: {' and '.join(merge.names)} would be one: {told}",
        *(f"hearsay: but {line}" for line in merge.contradictions),
    ]


def _or_none(given: str) -> str | None:
    return None if given == _NONE else given


def _number(given: str, *, option: str) -> float:
    try:
        return float(given.replace(",", ""))
    except ValueError:
        raise UsageError(f"{option}: {given!r} is no number", advice="write 3000, 1.5 or 3e9; or none") from None


def _mark(given: str) -> "Mark":
    place = _PLACE.fullmatch(given)
    if place is None:
        return given
    start, end = int(place[1]), int(place[2])
    if start >= end:
        raise UsageError(f"no words stand at {given}", advice="give START-END, in code points")
    return Span(start, end)


correct = typer.Typer(no_args_is_help=True, help="Put right what the reader got wrong; what it read stays beneath.")
correct.command("statement", epilog=STATEMENT_EPILOG, short_help="Change a statement.")(
    command(_statement, ChangingStatement)
)
correct.command("figure", epilog=FIGURE_EPILOG, short_help="Change a figure.")(command(_figure, ChangingFigure))
correct.command("source", epilog=SOURCE_EPILOG, short_help="Say whether two sources are one.")(
    command(_source, Judging)
)
correct.command("reject", epilog=REJECT_EPILOG, short_help="Reject a statement.")(command(_reject, Rejecting))
correct.command("accept", epilog=ACCEPT_EPILOG, short_help="Accept a statement.")(command(_accept, Rejecting))
correct.command("add", epilog=ADD_EPILOG, short_help="Add a statement that was missed.")(command(_add, Adding))
correct.command("question", epilog=QUESTION_EPILOG, short_help="Say whether two figures answer one question.")(
    command(correct_question, Questioning)
)
correct.command("report", epilog=REPORT_EPILOG, short_help="Say where a report belongs, or whom it copies.")(
    command(correct_report, Placing)
)
