"""What a watch tells of, and what it has told: each change once, whatever happens in between."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from hearsay.records.story import Change, ChangeKind

KEPT = 100
"""Entries that a feed shows, the newest."""
REMEMBERED = 5_000
"""Changes that are remembered as told, the newest."""
_NAMESPACE = uuid5(NAMESPACE_URL, "tag:hearsay,2026:change")


@dataclass(frozen=True, slots=True)
class News:
    """A change with an id of its own."""

    id: str
    """A UUID made from what has changed: the same change has the same id on every machine."""
    change: Change


@dataclass(slots=True)
class Told:
    """What one watch has told, kept in a file."""

    since: str
    """Up to when everything has been told, UTC."""
    ids: list[str] = field(default_factory=list)
    kept: list[News] = field(default_factory=list)
    """The newest last."""

    def new(self, changes: Iterable[Change]) -> list[News]:
        """Those that have not been told."""
        known = set(self.ids)
        return [news for news in map(news_of, changes) if news.id not in known]

    def tell(self, news: News) -> None:
        """Remember that it has been told."""
        self.ids = [*self.ids, news.id][-REMEMBERED:]
        self.kept = [*self.kept, news][-KEPT:]

    def written(self) -> str:
        """All of it as JSON."""
        kept = [{"id": news.id, "change": asdict(news.change)} for news in self.kept]
        return json.dumps({"since": self.since, "ids": self.ids, "kept": kept}, indent=1) + "\n"


def news_of(change: Change) -> News:
    """``change`` with its id."""
    key = json.dumps([change.kind, change.story, change.about, change.says, change.at])
    return News(str(uuid5(_NAMESPACE, key)), change)


def told_at(path: Path, *, now: Callable[[], str]) -> Told:
    """What is remembered there; where nothing is, or it cannot be read, all up to ``now`` counts as told."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        kept = [News(one["id"], _change(one["change"])) for one in found["kept"]]
        return Told(str(found["since"]), [str(id) for id in found["ids"]], kept)
    except (OSError, ValueError, KeyError, TypeError):
        return Told(now())


def _change(row: dict[str, object]) -> Change:
    words, documents = row["words"], row["documents"]
    if not isinstance(words, list) or not isinstance(documents, list):
        raise TypeError("no change")
    texts = {name: str(row[name]) for name in ("story", "title", "about", "says", "at")}
    return Change(
        kind=ChangeKind(str(row["kind"])), words=tuple(map(str, words)), documents=tuple(map(str, documents)), **texts
    )
