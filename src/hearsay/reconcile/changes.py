"""What is new in a story since one last looked: two pictures of it, held against each other.

A change is told once and for what it is: a revision is not told again as a new account, nor a copy as a new report.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.normalise.edtf_words import in_words
from hearsay.records.account import Account, Judgement, Relation
from hearsay.records.correction import Correction, CorrectionKind
from hearsay.records.story import Asked, Awaited, Change, ChangeKind, Denial, Reported, State, Story

TOLD = frozenset((State.HAPPENED, State.NOT_HAPPENED, State.POSTPONED))
"""States that a later report has told."""
_WEIGHT = (
    ChangeKind.NEW_STORY,
    ChangeKind.DISPUTED,
    ChangeKind.SETTLED,
    ChangeKind.REVISED,
    ChangeKind.RETRACTED,
    ChangeKind.DENIED,
    ChangeKind.CAME_OF_IT,
    ChangeKind.FELL_DUE,
    ChangeKind.NEW_ACCOUNT,
    ChangeKind.CORRECTED,
    ChangeKind.TEXT_CHANGED,
    ChangeKind.NEW_REPORT,
)
"""The order in which changes of one story are told: what matters most first."""

_DONE = {
    CorrectionKind.STATEMENT: "has corrected a statement",
    CorrectionKind.FIGURE: "has corrected a figure",
    CorrectionKind.REJECT: "has rejected a statement",
    CorrectionKind.ADD: "has added a statement",
    CorrectionKind.SAME: "says that two sources are one",
    CorrectionKind.NOT_SAME: "says that two sources are not one",
    CorrectionKind.UNSURE: "says that it cannot be told whether two sources are one",
    CorrectionKind.SAME_QUESTION: "says that two figures answer one question",
    CorrectionKind.NOT_SAME_QUESTION: "says that two figures do not answer one question",
    CorrectionKind.NO_CONFLICT: "says that two figures are in no conflict",
    CorrectionKind.MOVE: "has put a report into this story",
    CorrectionKind.COPY: "says that a report carries the account of another",
    CorrectionKind.NOT_COPY: "says that a report does not carry the account of another",
    CorrectionKind.UNDO: "has taken back a correction",
}
"""What each kind of correction comes to, in a sentence."""


def changes(before: Story | None, after: Story) -> tuple[Change, ...]:
    """What is not as it was, what matters most first; ``before`` is None for a story that was not there."""
    found = list(_Difference(before or _nothing(after), after, is_new=before is None).all())
    return tuple(sorted(found, key=lambda change: _WEIGHT.index(change.kind)))


def corrected(story: Story, corrections: Iterable[Correction]) -> Iterator[Change]:
    """What analysts have changed of the story's reports, in the order of ``corrections``."""
    here = {report.document.id for report in story.reports}
    for correction in corrections:
        document = correction.anchor.document if correction.anchor is not None else correction.target
        # What is accepted is as it was.
        if document in here and correction.kind is not CorrectionKind.ACCEPT:
            yield Change(
                kind=ChangeKind.CORRECTED,
                story=story.id,
                title=story.title,
                about=correction.id,
                says=f"{correction.by} {_DONE[correction.kind]}: {correction.why}",
                words=(),
                documents=(document,),
                at=correction.recorded,
            )


def _nothing(story: Story) -> Story:
    return Story(story.id, story.title, (), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class _Difference:
    before: Story
    after: Story
    is_new: bool

    def all(self) -> Iterator[Change]:
        """All changes, in no order that matters."""
        if self.is_new:
            witnesses = [r for r in self.after.reports if not _is_copy(r)]
            yield self._change(
                ChangeKind.NEW_STORY,
                about=self.after.id,
                says=f"A new story: {self.after.title}",
                documents=[r.document.id for r in witnesses[:1]],
            )
        else:
            yield from self._reports()
        yield from self._questions()
        yield from self._denials()
        yield from self._awaited()

    def _reports(self) -> Iterator[Change]:
        known = {report.lineage: report for report in self.before.reports}
        carried: dict[str, list[Reported]] = {}
        for report in self.after.reports:
            old = known.get(report.lineage)
            if old is not None and old.document.id != report.document.id:
                yield self._change(
                    ChangeKind.TEXT_CHANGED,
                    about=report.document.id,
                    says=f"{_named(report)} has changed its text",
                    documents=[report.document.id],
                )
            elif old is None and report.copy is not None and report.copy.is_copy:
                carried.setdefault(report.copy.of, []).append(report)
            elif old is None:
                yield self._change(
                    ChangeKind.NEW_REPORT,
                    about=report.document.id,
                    says=f"A new report: {_named(report)}",
                    documents=[report.document.id],
                )
        here = {report.document.id: report for report in self.after.reports}
        for origin, copies in carried.items():
            whose = _named(here[origin]) if origin in here else "a report"
            number = "One more report carries" if len(copies) == 1 else f"{len(copies)} more reports carry"
            yield self._change(
                ChangeKind.NEW_REPORT,
                about=origin,
                says=f"{number} the account of {whose}",
                documents=[report.document.id for report in copies],
            )

    def _questions(self) -> Iterator[Change]:
        accounts = {a.id for asked in self.before.asked for a in asked.accounts}
        held = {_key(j) for asked in self.before.asked for j in asked.judgements if j.overruled is None}
        disputed = {asked.id for asked in self.before.asked if asked.disputed}
        for asked in self.after.asked:
            told: set[str] = set()
            for judgement in asked.judgements:
                if judgement.overruled is None and _key(judgement) not in held:
                    made = self._judged(asked, judgement)
                    if made is not None:
                        told.add(judgement.other)
                        yield made
            if asked.disputed and asked.id not in disputed:
                yield self._disputed(asked)
            elif not asked.disputed and asked.id in disputed:
                yield self._change(ChangeKind.SETTLED, about=asked.id, says=f"No longer in dispute: {asked.label}")
            if self.is_new:
                continue
            for account in asked.accounts:
                if account.id not in accounts and account.id not in told:
                    yield self._account(asked, account)

    def _judged(self, asked: Asked, judgement: Judgement) -> Change | None:
        kind = {Relation.REVISED: ChangeKind.REVISED, Relation.RETRACTED: ChangeKind.RETRACTED}.get(judgement.relation)
        if kind is None or self.is_new:
            return None
        known = {account.id: account for account in asked.accounts}
        later = known.get(judgement.other)
        if later is None:
            return None
        verb = "revised" if kind is ChangeKind.REVISED else "withdrawn"
        one, other = judgement.words
        says = f"{asked.label}: {_who(later)} has {verb} “{one}”" + (f" to “{other}”" if verb == "revised" else "")
        return self._change(kind, about=asked.id, says=says, words=judgement.words, documents=_documents([later]))

    def _disputed(self, asked: Asked) -> Change:
        conflict = next(j for j in asked.judgements if j.relation is Relation.CONFLICTS and j.overruled is None)
        ends = [account for account in asked.accounts if account.id in (conflict.one, conflict.other)]
        held = ", ".join(f"“{account.latest.words}” ({_who(account)})" for account in ends)
        return self._change(
            ChangeKind.DISPUTED,
            about=asked.id,
            says=f"Now in dispute: {asked.label}: {held}",
            words=conflict.words,
            documents=_documents(ends),
        )

    def _account(self, asked: Asked, account: Account) -> Change:
        return self._change(
            ChangeKind.NEW_ACCOUNT,
            about=asked.id,
            says=f"{asked.label}: “{account.latest.words}”, {_who(account)}",
            words=(account.strongest.words,),
            documents=_documents([account]),
        )

    def _denials(self) -> Iterator[Change]:
        known = {_denied(denial) for denial in self.before.denials}
        for denial in self.after.denials:
            if _denied(denial) in known or denial.judgement.overruled is not None:
                continue
            source = denial.denial.source
            yield self._change(
                ChangeKind.DENIED,
                about=denial.denial.statement.id,
                says=f"{source.name if source else 'A report'} denies “{denial.affirmed.words}”",
                words=(denial.denial.words, denial.affirmed.words),
                documents=[denial.denial.document.id],
            )

    def _awaited(self) -> Iterator[Change]:
        known = {awaited.expectation.id: awaited for awaited in self.before.awaited}
        for awaited in self.after.awaited:
            old = known.get(awaited.expectation.id)
            state = old.state if old is not None else None
            if awaited.state is state:
                continue
            if awaited.state in TOLD:
                yield self._outcome(awaited)
            elif awaited.state is State.OVERDUE and not self.is_new:
                yield self._change(
                    ChangeKind.FELL_DUE,
                    about=awaited.expectation.id,
                    says=f"Fallen due, and nothing tells what came of it: {_expected(awaited)}",
                    documents=[awaited.document.id],
                )

    def _outcome(self, awaited: Awaited) -> Change:
        outcome = awaited.outcome
        return self._change(
            ChangeKind.CAME_OF_IT,
            about=awaited.expectation.id,
            says=f"{awaited.state.value.capitalize()}: {_expected(awaited)}",
            words=(outcome.words,) if outcome is not None else (),
            documents=[outcome.document.id if outcome is not None else awaited.document.id],
        )

    def _change(
        self,
        kind: ChangeKind,
        *,
        about: str,
        says: str,
        words: tuple[str, ...] = (),
        documents: Iterable[str] = (),
    ) -> Change:
        behind = tuple(dict.fromkeys(documents))
        recorded = {report.document.id: report.recorded for report in self.after.reports}
        at = max((recorded[id] for id in behind if id in recorded), default=None)
        at = at or max((report.recorded for report in self.after.reports), default="")
        return Change(kind, self.after.id, self.after.title, about, says, words, behind, at)


def _is_copy(report: Reported) -> bool:
    return report.copy is not None and report.copy.is_copy


def _key(judgement: Judgement) -> tuple[Relation, frozenset[str]]:
    return judgement.relation, frozenset((judgement.one, judgement.other))


def _denied(denial: Denial) -> tuple[str, str]:
    return denial.denial.statement.id, denial.affirmed.statement.id


def _documents(accounts: Iterable[Account]) -> list[str]:
    return [given.document.id for account in accounts for given in account.figures]


def _who(account: Account) -> str:
    return account.source.name if account.source is not None else "in a report's own words"


def _named(report: Reported) -> str:
    title = report.document.title or report.document.id
    return f"“{title}”, {report.document.publisher}" if report.document.publisher else f"“{title}”"


def _expected(awaited: Awaited) -> str:
    return f"“{awaited.expectation.what.of(awaited.document.text)}”, due {in_words(awaited.expectation.due)}"
