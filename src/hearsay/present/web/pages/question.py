"""A question as pages show it: its plot, its accounts as a table, why they stand to each other as they do."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import combinations, starmap
from urllib.parse import quote, unquote

from markupsafe import Markup

from hearsay.errors import UsageError
from hearsay.ledger.view import View
from hearsay.normalise.edtf_words import in_words
from hearsay.present.clean import one_line
from hearsay.present.entries import paragraphs
from hearsay.present.plot.marks import mark
from hearsay.present.plot.party import Parties, Style
from hearsay.present.plot.plot import MOST_ROWS, Row, numbers, plot
from hearsay.present.plot.svg import NARROW, WIDE, svg
from hearsay.present.story.questions import whole
from hearsay.present.story.reasons import VERBS, Reason, reasons
from hearsay.present.story.wording import carried, place, quotation, quoted
from hearsay.present.web.pages.context import HistoryLine
from hearsay.present.web.pages.lines import history_line
from hearsay.present.web.pages.told import AccountLine, PairLine, QuestionBlock, Quotation, ReasonLine
from hearsay.records.account import Given
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.story import Asked, Story

MOST_PAIRS = 200
"""Pairs that a form offers, and other questions. Not tuned: longer lists are looked through by nobody."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Makes the blocks of one story."""

    story: Story
    parties: Parties
    view: View
    new: Set[str]
    """Ids of what has changed."""
    new_documents: Set[str]
    """Reports that came since the last visit."""

    def block(self, asked: Asked, *, is_drawn: bool = True, most: int = MOST_ROWS) -> QuestionBlock:
        """One question with at most so many accounts; without its picture where it is only listed."""
        drawn = plot(asked, self.parties, most=most)
        rows = [self._account(row) for row in drawn.rows]
        first = next((line for row, line in zip(drawn.rows, rows, strict=True) if row.against), rows[0])
        words = {row.number: line for row, line in zip(drawn.rows, rows, strict=True)}

        def link(row: Row) -> Mapping[str, str]:
            line = words[row.number]
            return {"href": path_of(line.words), "data-account": line.id, "class": "row-link"}

        return QuestionBlock(
            id=asked.id,
            story=self.story.id,
            label=one_line(asked.label),
            whole=one_line(whole(self.story, asked)),
            whole_id=asked.part_of or "",
            is_disputed=asked.disputed,
            is_new=asked.id in self.new,
            wide=_drawn(svg(drawn, titled=False, layout=WIDE, link=link)) if is_drawn else Markup(),
            narrow=_drawn(svg(drawn, titled=False, layout=NARROW, link=link)) if is_drawn else Markup(),
            accounts=tuple(rows),
            first=first,
            reasons=tuple(self._reason(one) for one in reasons(drawn)),
            reason=one_line(asked.reason),
            left_out=drawn.left_out,
            conflicts=tuple(
                _pair(one, other) for one, other in combinations(drawn.rows, 2) if other.number in one.against
            ),
            pairs=tuple(starmap(_pair, combinations(drawn.rows, 2)))[:MOST_PAIRS],
            others=tuple(self._others(asked))[:MOST_PAIRS],
        )

    def _account(self, row: Row) -> AccountLine:
        account = row.account
        strongest = account.strongest
        party = row.style.name if row.style.number >= 0 and row.style.name != row.who else ""
        about = [party, "not named" * row.is_unnamed, _hedge(row), f"through {row.via}" * bool(row.via)]
        others = {given.document.id: place(given.document) for given in account.figures}
        others.pop(strongest.document.id, None)
        return AccountLine(
            id=account.id,
            number=row.number,
            amount=row.amount,
            who=row.who,
            source=account.source.id if account.source is not None else "",
            is_unnamed=row.is_unnamed,
            about=", ".join(part for part in about if part),
            swatch=swatch(row.style, hollow=row.is_unnamed),
            said=in_words(account.said) if account.said else "",
            as_of=in_words(account.at) if account.at and account.at != account.said else "",
            rests_on=carried(account),
            against=numbers(row.against),
            before=str(row.before or ""),
            words=Quotation(
                quoted(quotation(strongest)),
                place(strongest.document),
                strongest.document.id,
                paragraph(strongest.document, strongest.figure.span),
            ),
            reports=tuple(others.items()),
            figure=strongest.figure.id,
            statement=strongest.statement.id if strongest.statement is not None else "",
            is_new={given.document.id for given in account.figures} <= self.new_documents,
        )

    def _reason(self, reason: Reason) -> ReasonLine:
        return ReasonLine(
            kind=str(reason.relation),
            verb=VERBS[reason.relation],
            rows=reason.rows,
            says=one_line(reason.says),
            overruled=self._overruled(reason.overruled),
        )

    def _overruled(self, id: str | None) -> HistoryLine | None:
        if id is None:
            return None
        try:
            found = self.view.history(id)
        except UsageError:
            return None
        return next((history_line(one) for one in found if one.id == id), None)

    def _others(self, asked: Asked) -> Iterator[PairLine]:
        """This question and each other one, by the figure that tells each best."""
        own = asked.accounts[0].strongest
        for other in self.story.asked:
            if other.id != asked.id:
                given = other.accounts[0].strongest
                yield PairLine(_packed(own, given), f"{one_line(other.label)}: {one_line(given.words)}")


def swatch(style: Style, *, hollow: bool = False) -> Markup:
    """The mark of a party, for lists."""
    drawn = mark(style, x=8, y=8, hollow=hollow)
    return _drawn(f'<svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{drawn}</svg>')


def paragraph(document: Document, span: Span) -> int:
    """The paragraph in which a span starts, counted from 1."""
    return max((n for n, one in enumerate(paragraphs(document.text), start=1) if one.start <= span.start), default=1)


def path_of(words: Quotation) -> str:
    """Where a quotation stands."""
    return f"/documents/{quote(words.document, safe='', errors='replace')}#p{words.paragraph}"


def _drawn(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 - made by hearsay.present.plot, which escapes what reports say


def _hedge(row: Row) -> str:
    statement = row.account.strongest.statement
    return str(statement.certainty) if row.is_hedged and statement is not None else ""


def _pair(one: Row, other: Row) -> PairLine:
    words = f"{one.number} with {other.number}: {one.amount} ({one.who}), {other.amount} ({other.who})"
    return PairLine(_packed(one.account.strongest, other.account.strongest), one_line(words))


def _packed(one: Given, other: Given) -> str:
    """Two figures and their reports, as one field of a form."""
    parts = (one.figure.id, one.document.id, other.figure.id, other.document.id)
    return "&".join(quote(part, safe="", errors="replace") for part in parts)


def unpacked(value: str) -> tuple[str, str, str, str]:
    """What ``_packed`` has put together. Raises UsageError for anything else."""
    parts = value.split("&")
    if len(parts) != 4 or not all(parts):
        raise UsageError("two figures must be chosen", advice="load the page again")
    one, report, other, other_report = map(unquote, parts)
    return one, report, other, other_report
