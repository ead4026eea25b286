"""What the reports of a story come to, as rows of ledger JSON: beside what version 1 asks for, all that is known."""

from collections.abc import Iterator

from hearsay.records.account import Account, Judgement
from hearsay.records.copying import Copy
from hearsay.records.rows_out import Row, number, pair
from hearsay.records.story import Asked, Awaited, Denial, Story


def story_row(story: Story) -> Row:
    """A story as JSON."""
    return {
        "id": story.id,
        "title": story.title,
        "documents": [report.document.id for report in story.reports],
        "publishers": story.publishers,
        "origins": story.origins,
    }


def asked_row(asked: Asked) -> Row:
    """A question with the accounts that answer it, as JSON."""
    return {
        "id": asked.id,
        "label": asked.label,
        "disputed": asked.disputed,
        "revised_by": list(asked.revised_by),
        "part_of": asked.part_of,
        "reason": asked.reason,
        "accounts": [_account(account) for account in asked.accounts],
        "judgements": [judgement_row(judgement) for judgement in asked.judgements],
    }


def judgement_row(judgement: Judgement) -> Row:
    """How two accounts, or two statements, stand to each other, as JSON."""
    return {
        "relation": judgement.relation,
        "one": judgement.one,
        "other": judgement.other,
        "reason": judgement.reason,
        "words": list(judgement.words),
        "overruled": judgement.overruled,
    }


def copy_row(copy: Copy) -> Row:
    """A copy as JSON."""
    return {
        "document": copy.document,
        "of": copy.of,
        "kind": copy.kind,
        "shared": round(copy.shared, 4),
        "passages": [{"here": pair(passage.here), "there": pair(passage.there)} for passage in copy.passages],
        "reason": copy.reason,
    }


def denial_row(denial: Denial) -> Row:
    """A denial and what it denies, as JSON."""
    return {
        "denial": denial.denial.statement.id,
        "affirmed": denial.affirmed.statement.id,
        "reason": denial.judgement.reason,
        "words": list(denial.judgement.words),
        "overruled": denial.judgement.overruled,
    }


def outcomes(story: Story) -> Iterator[tuple[str, Row]]:
    """What came of each expectation, by its id: of every report that has it."""
    for awaited in story.awaited:
        row = _outcome(awaited)
        for expectation in (awaited.expectation, *awaited.also):
            yield expectation.id, row


def _outcome(awaited: Awaited) -> Row:
    return {
        "state": awaited.state,
        "outcome": awaited.outcome.statement.id if awaited.outcome is not None else None,
        "reason": awaited.reason,
        "same_as": awaited.expectation.id,
    }


def _account(account: Account) -> Row:
    return {
        "id": account.id,
        "source": account.source.id if account.source is not None else None,
        "min": number(account.min),
        "max": number(account.max),
        "inclusive": account.inclusive,
        "approximate": account.approximate,
        "unit": account.unit,
        "at": account.at,
        "said": account.said,
        "figures": [given.figure.id for given in account.figures],
        "strongest": account.strongest.figure.id,
        "latest": account.latest.figure.id,
        "documents": account.documents,
        "publishers": account.publishers,
        "origins": account.origins,
    }
