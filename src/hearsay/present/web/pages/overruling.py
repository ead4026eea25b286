"""What an analyst says of what reports come to, as the forms of stories and questions send it."""

from urllib.parse import unquote, urlsplit

from hearsay.ledger.correct import Corrector
from hearsay.present.web.pages.question import unpacked
from hearsay.records.correction import Correction

_OF_FIGURES = {
    "same-question": Corrector.same_question,
    "not-same-question": Corrector.not_same_question,
    "no-conflict": Corrector.no_conflict,
}
"""What can be said of two figures, each with what says it."""
KINDS = frozenset((*_OF_FIGURES, "move", "copy", "not-copy"))


def overrule(
    corrector: Corrector, kind: str, *, target: str, other: str, pair: str, story: str, why: str
) -> Correction:
    """One of KINDS: ``pair`` are two figures, ``target`` and ``other`` reports, ``story`` where one is moved to.

    Raises UsageError for what makes no sense.
    """
    if kind in _OF_FIGURES:
        one, report, another, other_report = unpacked(pair)
        return _OF_FIGURES[kind](corrector, one, another, why=why, document=report, other_document=other_report)
    if kind == "move":
        return corrector.move(target, story_in(story), why=why)
    say = corrector.copy if kind == "copy" else corrector.not_copy
    return say(target, other, why=why)


def story_in(given: str) -> str | None:
    """The id in what somebody has written or pasted: itself, or the address of a page; None where that is nothing."""
    path = urlsplit(given.strip()).path
    return unquote(path.rstrip("/").rsplit("/", 1)[-1]) or None
