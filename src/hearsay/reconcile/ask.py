"""Asking a ledger what its reports come to: its stories, each as it stands, and what has changed in them."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from threading import Lock
from types import TracebackType

from hearsay.errors import UsageError
from hearsay.ledger.answers import Page
from hearsay.ledger.asked_by import FigureIndex
from hearsay.ledger.story_view import Stamp, StoryView
from hearsay.ledger.view import PAGE, View
from hearsay.reconcile.changes import changes, corrected
from hearsay.reconcile.entered import Entered, reported
from hearsay.reconcile.picture import Picture, picture
from hearsay.reconcile.titles import title
from hearsay.reconcile.told import told
from hearsay.records.ledger import Ledger
from hearsay.records.story import Asked, Change, ChangeKind, Gathered, State, Story, Summary

REMEMBERED = 256
"""Pictures that are kept at hand, the last asked for: a desk looks at the same stories again and again. One of nine
reports takes 0.2 MB."""
STAMPS = 1000
"""Stories of which it is remembered by what their pictures go; they take a few hundred bytes each."""
Held = tuple[Sequence[Entered], Picture]
"""The reports of a story, and what they come to."""
_OPEN = frozenset((State.TO_COME, State.DUE))


class Stories:
    """The stories of a ledger as a View shows it; safe for several threads."""

    def __init__(self, view: View) -> None:
        self._stories = StoryView(view)
        self._pictures: OrderedDict[tuple[Stamp, date], Held] = OrderedDict()
        self._figures = FigureIndex(view)
        self._state: tuple[int, ...] = ()
        self._stamps: dict[str, Stamp] = {}
        self._lock = Lock()
        self._making = Lock()

    def __enter__(self) -> "Stories":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stories.view.close()

    @property
    def day(self) -> date:
        """The day, UTC, for which stories are told."""
        until = self._stories.view.until
        return date.fromisoformat(until[:10]) if until is not None else datetime.now(UTC).date()

    def summaries(self, *, after: str | None = None, limit: int = PAGE) -> Page[Summary]:
        """The stories, the one first that got a report last; ``after`` is the cursor that the page before ended with.

        Raises UsageError for what is no cursor.
        """
        found = self.listed(after=after, limit=limit)
        return Page(tuple(summary for summary, _ in found.items), found.after)

    def listed(self, *, after: str | None = None, limit: int = PAGE) -> Page[tuple[Summary, Story]]:
        """The same, each with its story. Raises UsageError for what is no cursor."""
        state = self._stories.state()
        found = self._stories.stories(before=_cursor(after), limit=limit + 1)
        told = [(self._held(one.id, state)[1].story, one.recorded) for one in found[:limit]]
        items = tuple((_summary(story, updated=recorded), story) for story, recorded in told)
        return Page(items, str(found[limit - 1].cursor) if len(found) > limit else None)

    def story(self, id: str) -> Story:
        """The story with this id, or the one into which it has been joined. Raises UsageError where there is none."""
        return self._held(id, self._stories.state())[1].story

    def gathered(self, id: str) -> Gathered:
        """The reports of the story with this id, or of that into which it has been joined, and what it is called.

        Less work than ``story``: nothing is read of what they say. Raises UsageError where there is none.
        """
        with self._lock:
            stamp = self._stamp(id, self._stories.state())
        belonging = self._stories.belonging(stamp)
        reports = [reported(kept, belonging.copies.get(kept.document.id, ())) for kept in belonging.kept]
        return Gathered(belonging.id, title(reports), tuple(reports))

    def question(self, id: str) -> tuple[Story, Asked]:
        """The question with this id and its story; the one that its first figure answers now, where that is another.

        Raises UsageError where there is none.
        """
        for figure, lineage in self._figures.places(id):
            story = self.known(self._stories.story_of(lineage) or "")
            if story is None:
                continue
            for asked in story.asked:
                if any(given.figure.id == figure for account in asked.accounts for given in account.figures):
                    return story, asked
        raise UsageError(f"no question has the id {id!r}", advice="hearsay story lists those of a story")

    def look_up(self) -> None:
        """Read which figures there are now, so that the first who asks for a question need not wait for that."""
        self._figures.catch_up()

    def of_documents(self, ids: Sequence[str]) -> dict[str, str]:
        """The Story.id of each of these reports, by Document.id; a report that is in no story is left out."""
        return self._stories.of_documents(ids)

    def changes(self, since: str, *, story: str | None = None) -> Iterator[Change]:
        """What has changed in the story, or in all of them, after ``since``: UTC in ISO 8601, with microseconds.

        Story by story, in each what matters most first. Raises UsageError for a story that there is not.
        """
        then = Stories(self._stories.view.at(since))
        wanted = self._stories.id(story) if story is not None else None
        for joined in self._stories.joined(since):
            into = self._stories.id(joined.into)
            gone = then.known(joined.story)
            if gone is not None and wanted in (None, into):
                yield _joined(gone, self.story(into), at=joined.recorded)
        said = [one for one in self._stories.view.history() if one.recorded > since]
        for id in [wanted] if wanted is not None else self._stories.touched(since):
            yield from changes(then.known(id), self.story(id))
            yield from corrected(self.story(id), said)

    def known(self, id: str) -> Story | None:
        """The story with this id; None where there is none."""
        try:
            return self.story(id)
        except UsageError:
            return None

    def report(self, id: str) -> Ledger:
        """The entries of one document as ``ledgers`` has them: with the sources and the questions of its story.

        Raises UsageError where there is no such document.
        """
        kept = self._stories.view.document(id)
        story = self._stories.story_of(kept.lineage)
        if story is None:
            return self._stories.view.ledger(kept)
        entered, made = self._held(story, self._stories.state())
        own = [one for one in entered if one.kept.document.id == id]
        return told(own, made) if own else self._stories.view.ledger(kept)

    def ledgers(self) -> Iterator[Ledger]:
        """Everything, a ledger a story, what an export writes; the story first whose first report was recorded first.

        A report that has not been placed in a story yet has a ledger of its own.
        """
        for id, numbers in self._stories.in_order():
            if id is None:
                yield from self._stories.view.ledgers_of(self._stories.view.documents_of(numbers))
            else:
                yield told(*self._made(self._stories.stamp(id)))

    def _held(self, id: str, state: tuple[int, ...]) -> Held:
        """The story with this id, or with what it is a part of, kept at hand as long as nothing of it changes."""
        with self._lock:
            key = (self._stamp(id, state), self.day)
            if (found := self._at_hand(key)) is not None:
                return found
        # One at a time: two who ask for one story at once are not to make its picture twice. Who asks for one that is
        # at hand does not wait for it.
        with self._making:
            with self._lock:
                found = self._at_hand(key)
            if found is None:
                found = self._made(key[0])
                with self._lock:
                    self._pictures[key] = found
                    if len(self._pictures) > REMEMBERED:
                        self._pictures.popitem(last=False)
        return found

    def _at_hand(self, key: tuple[Stamp, date]) -> Held | None:
        """A picture that is kept, which is then the last to go."""
        if key in self._pictures:
            self._pictures.move_to_end(key)
        return self._pictures.get(key)

    def _stamp(self, id: str, state: tuple[int, ...]) -> Stamp:
        """What the picture of a story goes by; asked for again once the ledger's ``state`` has changed."""
        if state != self._state or len(self._stamps) >= STAMPS:
            self._state = state
            self._stamps.clear()
        if id not in self._stamps:
            self._stamps[id] = self._stories.stamp(self._stories.id(id))
        return self._stamps[id]

    def _made(self, stamp: Stamp) -> Held:
        belonging = self._stories.belonging(stamp)
        ledgers = self._stories.view.ledgers_of(belonging.kept)
        entered = [
            Entered(kept, ledger, belonging.copies.get(kept.document.id, ()))
            for kept, ledger in zip(belonging.kept, ledgers, strict=True)
        ]
        name, said = title(one.reported for one in entered), belonging.overrulings
        return entered, picture(entered, id=belonging.id, title=name, day=self.day, overrulings=said)


def _cursor(after: str | None) -> int | None:
    if after is None:
        return None
    if not after.isascii() or not after.isdigit():
        raise UsageError(f"{after!r} is no cursor of stories", advice="give the one that the page before ended with")
    return int(after)


def _summary(story: Story, *, updated: str) -> Summary:
    days = sorted(report.document.published[:10] for report in story.reports if report.document.published)
    disputed = sum(asked.disputed for asked in story.asked)
    open_still = [awaited for awaited in story.awaited if awaited.state in _OPEN]
    return Summary(
        id=story.id,
        title=story.title,
        documents=len(story.reports),
        publishers=story.publishers,
        origins=story.origins,
        disputed=disputed,
        agreed=sum(len(asked.accounts) > 1 for asked in story.asked) - disputed,
        expected=len(open_still),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        updated=updated,
        overdue=sum(awaited.state is State.OVERDUE for awaited in story.awaited),
    )


def _joined(gone: Story, into: Story, *, at: str) -> Change:
    return Change(
        kind=ChangeKind.JOINED,
        story=into.id,
        title=into.title,
        about=gone.id,
        says=f"“{gone.title}” has proved to be one story with “{into.title}”",
        words=(),
        documents=tuple(report.document.id for report in gone.reports),
        at=at,
    )
