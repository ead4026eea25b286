"""What the page of a story shows, and its lines in lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate, groupby
from urllib.parse import quote

from hearsay.ledger.view import View
from hearsay.normalise.edtf_words import day as day_in_words
from hearsay.normalise.edtf_words import in_words, short
from hearsay.present.clean import capital, one_line
from hearsay.present.dates import in_words as published
from hearsay.present.dates import told as when_published
from hearsay.present.plot.party import Parties, parties
from hearsay.present.story import expected
from hearsay.present.story.folded import Folded, Quoted, folded, quoted, untold
from hearsay.present.story.questions import questions
from hearsay.present.story.told import Told, by_party, manner, told_once
from hearsay.present.story.wording import cut, held_by, place, rests_on, spoken
from hearsay.present.story.wording import quoted as in_quotes
from hearsay.present.web.pages.context import ReportLine
from hearsay.present.web.pages.question import Blocks, paragraph, swatch
from hearsay.present.web.pages.told import (
    AwaitedLine,
    ChangeLine,
    DayLine,
    DenialLine,
    FoldedLine,
    Quotation,
    QuotedLine,
    SaidLine,
    SideLine,
    SinceLine,
    StoryPage,
    SummaryLine,
)
from hearsay.present.words import UNTOLD, counted, told_of
from hearsay.present.words import title as title_of
from hearsay.reconcile.ask import Stories
from hearsay.records.account import Relation
from hearsay.records.span import Span
from hearsay.records.story import Asked, Awaited, Change, ChangeKind, Denial, Reported, Said, State, Story, Summary

DRAWN, ROWS = 6, 40
"""Disputes with their picture, and rows of all of them together: a row weighs 3.5 kB, a page is to weigh less than
300 kB with its style and scripts. What is beyond is listed, and drawn on its own page."""
ROWS_OF_ONE = 12
SHOWN = 12
"""Statements of a timeline, about so many, before the days before are folded."""
MOST_REPORTS = 25
"""Reports that are listed, copies folded; a page of their own has all."""
MOST_LISTED = 40
HELD = 3
"""What one party holds, before the rest is folded."""
MOST_OF_SIDE = 10
MOST_SAID = 40
"""Statements in a timeline, the latest; a page's weight is bounded by them. Not tuned."""
_LATE = (State.OVERDUE, State.DUE)


def story_page(
    story: Story, stories: Stories, *, view: View, day: str, since: SinceLine | None, changes: Sequence[Change]
) -> StoryPage:
    """The story as it stands; ``day`` is the one that was asked for, ``changes`` what is told as ``since``."""
    looks = parties(story)
    new = {change.about for change in changes}
    reports = {id for c in changes if c.kind in (ChangeKind.NEW_REPORT, ChangeKind.NEW_STORY) for id in c.documents}
    blocks = Blocks(story, looks, view, new, reports)
    found = questions(story)
    said = [told for told in told_once(story.said) if told.said.words]
    named, unnamed = quoted(story)
    witnesses = folded(story)
    rows = list(accumulate(min(len(asked.accounts), ROWS_OF_ONE) for asked in found.disputed[:DRAWN]))
    drawn = sum(count <= ROWS for count in rows) or len(rows[:1])
    days = tuple(timeline(said[-MOST_SAID:]))
    shown = next((n for n in range(1, len(days)) if sum(len(day.said) for day in days[:n]) >= SHOWN), len(days))
    return StoryPage(
        id=story.id,
        title=one_line(story.title),
        head=" · ".join(part for part in (rests_on(story), _days(*_ends(story))) if part),
        as_of=day_in_words(stories.day),
        day=day,
        since=since,
        disputed=tuple(blocks.block(asked, most=ROWS_OF_ONE) for asked in found.disputed[:drawn]),
        also_disputed=tuple(blocks.block(asked, is_drawn=False) for asked in found.disputed[drawn:]),
        agreed=tuple(blocks.block(asked, is_drawn=False) for asked in found.agreed),
        single=tuple(blocks.block(asked, is_drawn=False) for asked in found.single[:MOST_LISTED]),
        denials=tuple(_denial(one) for one in story.denials if one.judgement.overruled is None),
        sides=tuple(_sides(story, looks)),
        awaited=tuple(awaited_line(one, is_new=one.expectation.id in new) for one in expected.awaited(story)),
        days=days[:shown],
        earlier=days[shown:],
        named=tuple(map(_quoted, named)),
        unnamed=tuple(map(_quoted, unnamed)),
        untold=untold(story),
        reports=tuple(folded_lines(story, witnesses[:MOST_REPORTS], new=reports)),
        left_out=max(0, len(said) - MOST_SAID),
        more_reports=max(0, len(witnesses) - MOST_REPORTS),
        more_single=max(0, len(found.single) - MOST_LISTED),
        count=len(story.reports),
    )


def summary_line(summary: Summary, story: Story, *, since: str | None) -> SummaryLine:
    """A story in a list."""
    parts = (
        f"{summary.agreed} agreed" if summary.agreed else "",
        f"{summary.expected} to come" if summary.expected else "",
        f"{summary.overdue} overdue" if summary.overdue else "",
    )
    return SummaryLine(
        id=summary.id,
        title=one_line(summary.title),
        rests_on=rests_on(summary),
        days=_days(summary.first, summary.last),
        standing=tuple(part for part in parts if part),
        disputes=tuple((asked.id, one_line(asked.label), clash(asked)) for asked in questions(story).disputed),
        is_new=since is not None and summary.updated > since,
    )


def clash(asked: Asked) -> str:
    """Two of its accounts that cannot both be true: "24,000 (a board paper), up to 18,000 (Halbach Motoren)"."""
    conflict = next(j for j in asked.judgements if j.relation is Relation.CONFLICTS and j.overruled is None)
    ends = (account for account in asked.accounts if account.id in (conflict.one, conflict.other))
    return ", ".join(map(held_by, ends))


def change_line(change: Change) -> ChangeLine:
    """Something that is not as it was, with the place that tells of it."""
    of_report = change.kind in (ChangeKind.NEW_REPORT, ChangeKind.TEXT_CHANGED)
    page = f"/documents/{_safe(change.about)}" if of_report else f"/stories/{_safe(change.story)}"
    anchor = "" if of_report or change.kind in (ChangeKind.NEW_STORY, ChangeKind.JOINED) else f"#{_safe(change.about)}"
    return ChangeLine(str(change.kind), cut(change.says, 300), page + anchor, one_line(change.title))


def awaited_line(one: Awaited, *, is_new: bool = False, story: Story | None = None) -> AwaitedLine:
    """Something expected, with its state."""
    outcome = one.outcome
    return AwaitedLine(
        id=one.expectation.id,
        state=str(one.state),
        is_late=one.state in _LATE,
        when=in_words(one.expectation.due),
        what=capital(expected.what(one)),
        who=capital(one_line(one.source.name)) if one.source is not None else "the report itself",
        source=one.source.id if one.source is not None else "",
        words=Quotation(
            in_quotes(expected.sentence(one)),
            place(one.document),
            one.document.id,
            paragraph(one.document, one.expectation.what),
        ),
        outcome=Quotation(
            spoken(outcome), place(outcome.document), outcome.document.id, paragraph(outcome.document, _start(outcome))
        )
        if outcome is not None
        else None,
        outcome_id=outcome.statement.id if outcome is not None else "",
        reason=one_line(one.reason),
        story=story.id if story is not None else "",
        story_title=one_line(story.title) if story is not None else "",
        is_new=is_new,
    )


def _start(said: Said) -> Span:
    spans = said.statement.spans
    return next(iter(spans.content or spans.cue or spans.source), Span(0, 1))


def since_line(since: str, changes: Sequence[Change], *, is_visit: bool) -> SinceLine:
    """What has changed since a moment, UTC in ISO 8601."""
    when = published(since[:16] + "+00:00") if is_visit else published(since[:10])
    return SinceLine(when, is_visit, tuple(map(change_line, changes)))


def _denial(denial: Denial) -> DenialLine:
    return DenialLine(
        id=denial.denial.statement.id,
        affirmed=said_line(denial.affirmed),
        denied=said_line(denial.denial),
        reason=one_line(denial.judgement.reason),
    )


def said_line(said: Said, told: Told | None = None) -> SaidLine:
    """A statement; with ``told``, on how many reports it rests."""
    several = told is not None and told.documents > 1
    return SaidLine(
        id=said.statement.id,
        who=capital(one_line(said.source.name)) if said.source is not None else UNTOLD,
        source=said.source.id if said.source is not None else "",
        says=spoken(said),
        note=manner(said),
        place=place(said.document),
        document=said.document.id,
        carried=f"{counted(told.documents, 'report')}, {counted(told.origins, 'origin')}" if told and several else "",
    )


def _sides(story: Story, looks: Parties) -> Iterator[SideLine]:
    for party, told in by_party(story).items():
        lines = [said_line(one.said, one) for one in told[:MOST_OF_SIDE]]
        yield SideLine(one_line(party), swatch(looks.style(party)), tuple(lines[:HELD]), tuple(lines[HELD:]))


def timeline(said: Sequence[Told]) -> Iterator[DayLine]:
    """Statements by day, the latest first."""
    found = sorted(said, key=lambda told: (told.said.at or "")[:10], reverse=True)
    for day, group in groupby(found, key=lambda told: (told.said.at or "")[:10]):
        yield DayLine(in_words(day) if day else "Nobody knows when", tuple(said_line(t.said, t) for t in group))


def _quoted(one: Quoted) -> QuotedLine:
    count = f"{counted(one.statements, 'statement')} in {counted(one.documents, 'report')}"
    return QuotedLine(one.source.id, capital(one_line(one.source.name)), one_line(told_of(one.source)), count)


def folded_lines(story: Story, found: Iterable[Folded], *, new: Set[str]) -> Iterator[FoldedLine]:
    """Reports of a story with those that carry their account; ``new`` are those that came since the last visit."""
    titles = {report.document.id: one_line(title_of(report.document)) for report in story.reports}
    return (_folded(one, titles, new=new) for one in found)


def _folded(one: Folded, titles: Mapping[str, str], *, new: Set[str]) -> FoldedLine:
    copy = one.report.copy
    notes = [f"carries the account of {copy.of}: {copy.reason}"] if copy is not None and copy.is_copy else []
    notes += [f"has a passage of “{titles.get(quoted.of, quoted.of)}”" for quoted in one.report.quotes]
    return FoldedLine(
        report=story_report(one.report),
        is_new=one.report.document.id in new,
        carries=one_line("; ".join(notes)),
        copies=tuple((story_report(other), one_line(other.copy.reason if other.copy else "")) for other in one.copies),
    )


def story_report(report: Reported) -> ReportLine:
    """A report of a story in a list."""
    document = report.document
    credits = [document.publisher, document.byline, when_published(document)]
    return ReportLine(
        id=document.id,
        title=one_line(title_of(document)),
        credits=" · ".join(one_line(part) for part in credits if part),
        added="",
        version=f"version {report.version}" if report.version > 1 else "",
    )


def _ends(story: Story) -> tuple[str | None, str | None]:
    days = sorted(report.document.published[:10] for report in story.reports if report.document.published)
    return (days[0], days[-1]) if days else (None, None)


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return "date not known"
    return short(first if first == last else f"{first}/{last}")


def _safe(id: str) -> str:
    return quote(id, safe="", errors="replace")
