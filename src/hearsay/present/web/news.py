"""What has changed in a story since somebody last looked, kept at hand while they read."""

from collections import OrderedDict
from threading import Lock

from hearsay.reconcile.ask import Stories
from hearsay.records.story import Change, Story

REMEMBERED = 256
"""Answers that are kept, the last asked for: while one reads a story, the moment of one's last visit stays the same."""


class News:
    """The changes of one ledger's stories; safe for several threads."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._told: OrderedDict[tuple[str, str], tuple[Story, tuple[Change, ...]]] = OrderedDict()
        self._lock = Lock()

    def of(self, story: Story, *, since: str) -> tuple[Change, ...]:
        """What has changed in a story after a moment, UTC in ISO 8601 with microseconds."""
        key = (story.id, since)
        with self._lock:
            told = self._told.get(key)
        # As long as nothing of a story changes, its picture is the same object.
        if told is not None and told[0] is story:
            return told[1]
        found = tuple(self._stories.changes(since, story=story.id))
        with self._lock:
            self._told[key] = (story, found)
            self._told.move_to_end(key)
            while len(self._told) > REMEMBERED:
                self._told.popitem(last=False)
        return found
