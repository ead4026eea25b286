"""When a report was published, and where that was found."""

import datetime
import re
from collections.abc import Iterator, Sequence

from hearsay.errors import UsageError
from hearsay.ingest.dates import DateMention, WeekdayMention, full_dates, month_day, weekdays
from hearsay.ingest.isotime import iso_time
from hearsay.ingest.paragraphs import paragraphs
from hearsay.records.document import Part, PartKind, PublishedFrom
from hearsay.records.span import Span

_NEAR = datetime.timedelta(days=31)
"""A full date so far before a dateline, or a week after it, tells the dateline's year."""

_WEEK = datetime.timedelta(days=7)

_LOOKED_AT = 30_000
"""Characters from the start of a text that dates are looked for in; no report is longer."""

_LEAD = 3
"""So many first paragraphs name the day of the news; a weekday there speaks for the date of publication."""

_AHEAD = re.compile(
    r"\b(?:(?:by|until|till|before|through|from|since|starting|beginning|effective)\s+(?:\w+,?\s+){0,2}"
    r"|(?:due|expires?|scheduled|set for|slated|deadline|will|would|upcoming|next|plans?|planned|expected)\b"
    r"[^.!?]{0,60})$",
    re.IGNORECASE,
)
"""Words before a date that put it in the future, or make it the start of something."""

_ATTACHED_BEFORE = re.compile(
    r"\b(?P<day>(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?),?\s+(?:the\s+)?$", re.IGNORECASE
)
_ATTACHED_AFTER = re.compile(r"^,?\s*\(?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", re.IGNORECASE)
_OTHER_WEEK = re.compile(r"\b(?:last|next|every|each|previous|following|a)\s+$", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-|\d{8}(?:T|$)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def argument_time(value: str | None) -> str | None:
    """A time of publication that the caller gave, as ISO 8601; raises UsageError where it is not."""
    if value is None:
        return None
    time = iso_time(value)
    if time is None or not _ISO.match(value.strip()):
        raise UsageError(
            f"the time of publication is {value!r}",
            advice='give it as ISO 8601: "2024-10-25", "2024-10-25T14:30:00+02:00"',
        )
    return time


def find_published(
    text: str, parts: Sequence[Part], *, argument: str | None, metadata: str | None
) -> tuple[str | None, PublishedFrom | None]:
    """The time of publication as ISO 8601 and where it was found; (None, None) where it cannot be told.

    ``argument`` comes first, then ``metadata``, both ISO 8601 already; then the dateline, whose year, where it is not
    printed, must follow from a full date close to it; then a full date in the text that its weekdays bear out.
    """
    if argument is not None:
        return argument, PublishedFrom.ARGUMENT
    if metadata is not None:
        return metadata, PublishedFrom.METADATA
    body = text[: _body_end(text, parts)]
    parts = [part for part in parts if part.span.end <= len(body)]
    dates = list(full_dates(body))
    for part in parts:
        if part.kind is PartKind.DATELINE:
            day = _from_dateline(part.span.of(body), dates)
            if day is not None:
                return day.isoformat(), PublishedFrom.DATELINE
    day = _from_text(body, dates, captions=[part.span for part in parts if part.kind is PartKind.CAPTION])
    return (None, None) if day is None else (day.isoformat(), PublishedFrom.TEXT)


def _body_end(text: str, parts: Sequence[Part]) -> int:
    """Where dates stop to speak for the report: at a notice in its second half ("Correction: …"), else far down."""
    for part in parts:
        if part.kind is PartKind.NOTICE and 2 * part.span.start > len(text):
            return min(part.span.start, _LOOKED_AT)
    return _LOOKED_AT


def _from_dateline(dateline: str, dates: list[DateMention]) -> datetime.date | None:
    found = month_day(dateline)
    if found is None:
        return None
    if found.year is not None:
        return found.in_year(found.year)
    fitting = {
        day
        for mention in dates
        for year in (mention.day.year, mention.day.year + 1)
        if (day := found.in_year(year)) is not None and -_WEEK <= day - mention.day <= _NEAR
    }
    # Two years that both fit tell nothing.
    return fitting.pop() if len(fitting) == 1 else None


def _from_text(text: str, dates: list[DateMention], *, captions: list[Span]) -> datetime.date | None:
    """The latest full date that is not told as future, if a weekday bears it out and nothing speaks of a later year.

    Of 1,089 articles (PolNeAR, TimeBank and AQUAINT) and 25 reports this dates 11: nine right, give or take the day
    between an event and its report, and two within the week before.
    """
    past = [mention for mention in dates if not _is_ahead(text, mention.span.start)]
    if not past:
        return None
    latest = max(mention.day for mention in past)
    for match in _YEAR.finditer(text):
        if int(match[0]) <= latest.year or _is_ahead(text, match.start()):
            continue
        # The year of a full date that is told as future counts with its date.
        if not any(mention.span.start <= match.start() < mention.span.end for mention in dates):
            return None
    mentions = [mention for mention in past if mention.day == latest]
    attached = [day for mention in mentions if (day := _attached_weekday(text, mention)) is not None]
    if attached:
        return latest if all(day == latest.weekday() for day in attached) else None
    return latest if _is_borne_out(text, mentions, dates=dates, captions=captions) else None


def _is_ahead(text: str, start: int) -> bool:
    """Whether what stands at ``start`` is told as future, or as the start of something."""
    return _AHEAD.search(text, max(0, start - 80), start) is not None


def _is_borne_out(text: str, mentions: list[DateMention], *, dates: list[DateMention], captions: list[Span]) -> bool:
    """Whether the weekday of ``mentions``, all of one day, is named for itself next to one of them.

    Next to it is the same paragraph or its neighbours; for a date in a caption, also the lead, which tells the day
    that the picture shows.
    """
    blocks = list(paragraphs(text))
    named = {
        place
        for day in _loose_weekdays(text, dates)
        if day.weekday == mentions[0].day.weekday()
        for place, block in enumerate(blocks)
        if block.holds(day.span)
    }
    for mention in mentions:
        place = next((number for number, block in enumerate(blocks) if block.holds(mention.span)), None)
        if place is None:
            continue
        if named & {place - 1, place, place + 1}:
            return True
        if any(caption.holds(mention.span) for caption in captions) and named & set(range(_LEAD)):
            return True
    return False


def _attached_weekday(text: str, mention: DateMention) -> int | None:
    """The weekday that is printed with a date: "Friday, Oct. 25, 2024"."""
    start, end = mention.span.start, mention.span.end
    match = _ATTACHED_BEFORE.search(text, max(0, start - 20), start) or _ATTACHED_AFTER.match(text[end : end + 20])
    return None if match is None else _DAYS.index(match["day"][:3].lower())


def _loose_weekdays(text: str, dates: list[DateMention]) -> Iterator[WeekdayMention]:
    """Weekdays that stand for themselves: not with a date, not in another week ("last Friday")."""
    taken = [
        Span(max(0, mention.span.start - 12), mention.span.end + 12)
        for mention in dates
        if _attached_weekday(text, mention) is not None
    ]
    for day in weekdays(text):
        other_week = _OTHER_WEEK.search(text, max(0, day.span.start - 12), day.span.start)
        if other_week is None and not any(span.overlaps(day.span) for span in taken):
            yield day
