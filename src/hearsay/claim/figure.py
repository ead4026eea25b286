"""The figures of a document: whose, how many, of what, as of when."""

import re
from collections.abc import Callable, Sequence

from hearsay.claim.asked import question
from hearsay.claim.counted import NOTHING, Counted, counted
from hearsay.claim.followed import Case, is_followed, joined
from hearsay.claim.holding import Holding
from hearsay.claim.owner import Owner, Owners
from hearsay.claim.setting import Setting, settings
from hearsay.claim.tally import tally
from hearsay.normalise.quantity import find_quantities
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.identity import make_id
from hearsay.records.question import Question
from hearsay.records.resolution import Resolution
from hearsay.records.span import Span
from hearsay.records.statement import Statement
from hearsay.records.time import Time

_PLACE = re.compile(
    r"\s(?:in|at|near|to|into|on)\s(?:the\s)?(?P<place>[A-Z][\w'’-]*(?:\s(?:of\s|the\s)?[A-Z][\w'’-]*)*)"
)


def figures(
    document: Document,
    statements: tuple[Statement, ...],
    *,
    resolution: Resolution,
    times: tuple[Time, ...],
    credit: Callable[[Span], str | None],
) -> tuple[tuple[Figure, ...], tuple[Question, ...]]:
    """Every quantity in the text, and the questions that the followed ones answer.

    ``credit`` tells the Source.id of whom the words at a span name, None where they name nobody who tells anything.
    """
    found = list(settings(document.text, find_quantities(document.text)))
    owners = Owners(document.text, statements, resolution=resolution, credit=credit)
    holding = Holding(times, statements=statements, published=document.published)
    owned = [owners.of(setting) for setting in found]
    counts = _counts(found)
    cases = _cases(document, found, statements=statements, owned=owned, counts=counts)
    followed = joined(cases, [is_followed(case) for case in cases])
    made: list[Figure] = []
    questions: dict[str, Question] = {}
    for number, setting in enumerate(found):
        over = tally(setting)
        asked = question(setting, counts[number], tally=over) if followed[number] else None
        if asked is not None:
            questions.setdefault(asked.id, asked)
        quantity, owner = setting.quantity, owned[number]
        made.append(
            Figure(
                id=make_id("figure", document.id, setting.span.start, setting.span.end),
                document=document.id,
                span=setting.span,
                min=quantity.min,
                max=quantity.max,
                inclusive=quantity.inclusive,
                approximate=quantity.approximate,
                vagueness=quantity.vagueness,
                unit=quantity.unit,
                base=quantity.base,
                counted=counts[number].noun,
                measure=counts[number].measure,
                place=_place(setting, times=times),
                tally=over,
                statement=owner.statement,
                source=owner.source,
                question=asked.id if asked else None,
                as_of=holding.as_of(setting, counts[number], owner=owner, tally=over),
            )
        )
    return tuple(made), tuple(questions.values())


def _counts(found: Sequence[Setting]) -> list[Counted]:
    """What each counts; an ellipsis takes it from the count before."""
    counts: list[Counted] = []
    last: Counted | None = None
    for setting in found:
        current = counted(setting, before=last)
        counts.append(current)
        if current is not NOTHING and current.noun is not None:
            last = current
    return counts


def _cases(
    document: Document,
    found: Sequence[Setting],
    *,
    statements: Sequence[Statement],
    owned: Sequence[Owner],
    counts: Sequence[Counted],
) -> list[Case]:
    sources = [span for s in statements for span in s.spans.source]
    year = re.match(r"\d{4}", document.published or "")
    return [
        Case(
            setting=setting,
            counted=what,
            attributed=owner.source is not None,
            in_source=any(s.holds(setting.span) or s.start == setting.span.start for s in sources),
            published=int(year[0]) if year else None,
        )
        for setting, owner, what in zip(found, owned, counts, strict=True)
    ]


def _place(setting: Setting, *, times: Sequence[Time]) -> Span | None:
    """The name of a place behind the figure in its clause."""
    end = setting.span.end
    for match in _PLACE.finditer(setting.text, end, max(setting.clause.end, end)):
        place = Span(match.start("place"), match.end("place"))
        if not any(place.overlaps(t.span) for t in times):
            return place
    return None
