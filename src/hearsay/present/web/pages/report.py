"""A report's page: its text with the marks, the statements beside it, its versions; and two versions compared."""

from collections.abc import Iterator, Sequence

from hearsay.ledger.answers import Kept, Told
from hearsay.ledger.view import View
from hearsay.present import words
from hearsay.present.clean import one_line
from hearsay.present.dates import in_words as published
from hearsay.present.entries import Sheet, sheets
from hearsay.present.page.article import article_context
from hearsay.present.page.context import GroupContext
from hearsay.present.web.pages.context import (
    CarriesLine,
    Change,
    ComparePage,
    Linked,
    LinkedGroup,
    ReportPage,
    StatementLine,
    VersionLine,
)
from hearsay.present.web.pages.lines import report_line, statement_line
from hearsay.reconcile.ask import Stories
from hearsay.records.ledger import Ledger
from hearsay.records.story import Gathered

MOST_BESIDE = 500
"""Statements that are listed beside a text; reports with more are tables and minutes. Not tuned."""


def report_page(view: View, kept: Kept, *, stories: Stories) -> ReportPage:
    """The page of a report, as its newest reading with all corrections has it."""
    id = stories.of_documents([kept.document.id]).get(kept.document.id)
    story = stories.gathered(id) if id is not None else None
    (sheet,) = sheets(view.ledger(kept))
    article = article_context(sheet, number=1)
    statements = [entry.statement for entry in sheet.entries]
    versions = view.versions(kept.document.id)
    return ReportPage(
        id=kept.document.id,
        article=article,
        groups=tuple(_linked(article.groups, sheet)),
        ids=tuple(statement.id for statement in statements),
        versions=tuple(_version(one, this=kept) for one in versions) if len(versions) > 1 else (),
        read_by=one_line(kept.reader or ""),
        story=story.id if story is not None else "",
        story_title=one_line(story.title) if story is not None else "",
        carries=tuple(_carries(story, kept)) if story is not None else (),
        left_out=f"{len(statements) - MOST_BESIDE:,} more stand in the text" if len(statements) > MOST_BESIDE else "",
    )


def _carries(story: Gathered, kept: Kept) -> Iterator[CarriesLine]:
    """Whose account the report carries, which passages it has of others, and which reports carry its own."""
    known = {report.document.id: report for report in story.reports}
    here = known.get(kept.document.id)
    if here is None:
        return
    for copy in (here.copy, *here.quotes):
        if copy is not None:
            says = "Carries the account of" if copy.is_copy else "Has a passage of"
            origin = known.get(copy.of)
            title = words.title(origin.document) if origin is not None else copy.of
            yield CarriesLine(says, copy.of, one_line(title), one_line(copy.reason))
    for report in story.reports:
        if report.copy is not None and report.copy.is_copy and report.copy.of == here.document.id:
            title = one_line(words.title(report.document))
            yield CarriesLine("Its account is carried by", report.document.id, title, one_line(report.copy.reason))


def _linked(groups: Sequence[GroupContext], sheet: Sheet) -> list[LinkedGroup]:
    made: list[LinkedGroup] = []
    count = 0
    for shown, group in zip(groups, sheet.groups, strict=True):
        if count >= MOST_BESIDE:
            break
        source = group.source.id if group.source else ""
        pairs = zip(shown.entries, group.entries, strict=True)
        entries = tuple(Linked(entry.statement.id, source, context) for context, entry in pairs)
        made.append(LinkedGroup(shown, source, entries[: MOST_BESIDE - count]))
        count += len(entries)
    return made


def _version(kept: Kept, *, this: Kept) -> VersionLine:
    when = published(kept.fetched or kept.recorded[:16] + "+00:00")
    return VersionLine(kept.document.id, f"version {kept.version}, {when}", kept.document.id == this.document.id)


def compare_page(view: View, old: Kept, *, new: Kept) -> ComparePage:
    """Two versions of a report, claim by claim: by their source and their words, not by where they stand."""
    before, after = (_claims(view.ledger(kept), kept) for kept in (old, new))
    by_words: dict[tuple[str, ...], list[Claim]] = {}
    for claim in before:
        by_words.setdefault(_words(claim), []).append(claim)
    pairs = [(twins.pop(0) if (twins := by_words.get(_words(claim))) else None, claim) for claim in after]
    left = [claim for twins in by_words.values() for claim in twins]
    changes: list[Change] = []
    for twin, claim in pairs:
        match = twin or _likest(left, claim)
        if match is None:
            changes.append(Change("new", None, claim))
            continue
        if twin is None:
            left.remove(match)
        if differs := tuple(_differs(match, claim)):
            changes.append(Change("changed", match, claim, differs))
    same = len(after) - len(changes)
    changes += [Change("gone", claim, None) for claim in left]
    return ComparePage(report_line(old), report_line(new), tuple(changes), same)


Claim = StatementLine
_ALIKE = 0.5
"""Words that two wordings of one claim share at least, of all that either has. Not tuned: more alike than not."""


def _claims(ledger: Ledger, kept: Kept) -> list[Claim]:
    sources = {source.id: source for source in ledger.sources}
    found = []
    for number, statement in enumerate(ledger.statements):
        told = Told(
            statement=statement,
            number=number,
            words=" … ".join(span.of(kept.document.text) for span in statement.spans.content),
            source=sources.get(statement.source or ""),
            via=tuple(sources[id] for id in statement.via if id in sources),
            title=words.title(kept.document),
            publisher=kept.document.publisher,
            published=kept.document.published,
        )
        found.append(statement_line(told))
    return found


def _words(claim: Claim) -> tuple[str, ...]:
    return tuple(piece.words for piece in claim.words)


def _likest(left: Sequence[Claim], claim: Claim) -> Claim | None:
    """The one of the same source that is worded most like it, where one is alike at all."""
    alike = [one for one in left if one.who == claim.who and _likeness(one, claim) >= _ALIKE]
    return max(alike, key=lambda one: _likeness(one, claim), default=None)


def _likeness(one: Claim, other: Claim) -> float:
    """Jaccard's index of their words."""
    a, b = (set(" ".join(_words(claim)).casefold().split()) for claim in (one, other))
    return len(a & b) / max(1, len(a | b))


def _differs(old: StatementLine, new: StatementLine) -> list[str]:
    found = []
    if old.words != new.words:
        found.append("its words")
    if old.who != new.who:
        found.append(f"who says it (was {old.who})")
    if old.via != new.via:
        found.append("through whom")
    if old.notes != new.notes:
        found.append("how it was said")
    return found
