"""``hearsay correct question`` and ``correct report``: what reports come to, overruled by an analyst."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.analyst import Correcting, DocumentOption, tell_done
from hearsay.present.cli.ending import say

if TYPE_CHECKING:
    from hearsay.records.correction import Correction

QUESTION_EPILOG = """\b
Examples:
  hearsay correct question figure-0b8fca3f5d1e7a92 --same-as figure-4c19e07b6a2d8f53 --why "both of the quay"
  hearsay correct question figure-0b8fca3f5d1e7a92 --no-conflict-with figure-4c19e07b6a2d8f53 --why "a day later"
"""
REPORT_EPILOG = """\b
Examples:
  hearsay correct report bridge-2 --story story-5d0c7f1a92be --why "the same bridge"
  hearsay correct report bridge-2 --copy-of bridge-1 --why "the agency's text"
"""
_NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Questioning(Correcting):
    """What ``hearsay correct question`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which figure.", show_default=False)]
    same_as: Annotated[
        str | None, typer.Option("--same-as", metavar="ID", help="It answers the question that this figure answers.")
    ] = None
    not_same_as: Annotated[
        str | None, typer.Option("--not-same-as", metavar="ID", help="It answers another question than this figure.")
    ] = None
    no_conflict_with: Annotated[
        str | None,
        typer.Option("--no-conflict-with", metavar="ID", help="It does not contradict this figure; --why is shown."),
    ] = None
    document: DocumentOption = None
    other_document: Annotated[
        str | None, typer.Option("--other-document", metavar="ID", help="The same for the other figure.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing(Correcting):
    """What ``hearsay correct report`` takes."""

    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The report's id.", show_default=False)]
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="It belongs to this story; new: to one of its own.")
    ] = None
    copy_of: Annotated[
        str | None, typer.Option("--copy-of", metavar="DOCUMENT", help="It carries this report's account.")
    ] = None
    not_copy_of: Annotated[
        str | None, typer.Option("--not-copy-of", metavar="DOCUMENT", help="Neither carries the other's account.")
    ] = None


def correct_question(given: Questioning) -> None:
    """Say whether two figures answer one question, or that they are in no conflict and why."""
    _one_of(
        given.same_as, given.not_same_as, given.no_conflict_with, names="--same-as, --not-same-as, --no-conflict-with"
    )
    with given.corrector() as corrector:
        if given.same_as is not None:
            say_it, other = corrector.same_question, given.same_as
        elif given.not_same_as is not None:
            say_it, other = corrector.not_same_question, given.not_same_as
        else:
            say_it, other = corrector.no_conflict, given.no_conflict_with or ""
        made = say_it(given.id, other, why=given.why, document=given.document, other_document=given.other_document)
        tell_done(made)
        _tell_units(made)


def correct_report(given: Placing) -> None:
    """Say which story a report belongs to, or whether it carries the account of another; it holds for all versions."""
    _one_of(given.story, given.copy_of, given.not_copy_of, names="--story, --copy-of, --not-copy-of")
    with given.corrector() as corrector:
        if given.copy_of is not None:
            made = corrector.copy(given.document, given.copy_of, why=given.why)
        elif given.not_copy_of is not None:
            made = corrector.not_copy(given.document, given.not_copy_of, why=given.why)
        else:
            made = corrector.move(given.document, None if given.story == _NEW else given.story, why=given.why)
        tell_done(made)


def _one_of(*given: str | None, names: str) -> None:
    if len([one for one in given if one is not None]) != 1:
        raise UsageError("one judgement at a time", advice=f"give one of {names}")


def _tell_units(made: "Correction") -> None:
    """Figures of two kinds may be held together, but that is seldom meant."""
    units = [end.get("unit") for end in made.value.values() if isinstance(end, dict)]
    if len(set(units)) > 1:
        say(f"hearsay: they are in different units: {' and '.join(str(unit or 'none') for unit in units)}")
