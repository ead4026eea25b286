"""``hearsay watch``: tell of the changes in a story as they happen, to a webhook or in a feed."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import ReportError, UsageError
from hearsay.present.cli.ending import ExitCode, described, say
from hearsay.present.cli.options import command
from hearsay.present.cli.output import opened
from hearsay.present.cli.seen import state_folder
from hearsay.present.cli.where import LedgerOption, opened_ledger
from hearsay.present.words import counted
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store
    from hearsay.present.watch.news import News, Told
    from hearsay.present.watch.webhook import Webhook

EPILOG = """\b
Examples:
  hearsay watch story-51d6f0a7c2e9 --feed story.atom
  HEARSAY_WEBHOOK_SECRET=whsec_... hearsay watch story-51d6f0a7c2e9 --webhook https://desk.example/hook
  hearsay watch story-51d6f0a7c2e9 --feed story.atom --once

The first call begins the watch: what changes from then on is told, each change once, also where the watch is stopped
and started again. With --once it looks once, for use by a scheduler.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """What ``hearsay watch`` takes."""

    story: Annotated[str, typer.Argument(metavar="STORY", help="Which story, by its id.", show_default=False)]
    ledger: LedgerOption = None
    webhook: Annotated[str | None, typer.Option("--webhook", metavar="URL", help="Post each change there, signed.")] = (
        None
    )
    secret: Annotated[
        str | None,
        typer.Option(
            "--secret", metavar="SECRET", envvar="HEARSAY_WEBHOOK_SECRET", help="What the webhook is signed with."
        ),
    ] = None
    feed: Annotated[Path | None, typer.Option("--feed", metavar="FILE", help="Keep an Atom feed there.")] = None
    every: Annotated[int, typer.Option("--every", min=1, metavar="SECONDS", help="How long to wait between looks.")] = (
        60
    )
    once: Annotated[bool, typer.Option("--once", help="Look once and end.")] = False
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let the webhook be on a private or loopback machine.")
    ] = False


def _watch(given: Watching) -> None:
    """Tell of the changes in a story as they happen: to a webhook, or in an Atom feed."""
    webhook = _webhook(given)
    if webhook is None and given.feed is None:
        raise UsageError("where to tell of changes is not said", advice="give --webhook URL or --feed FILE")
    path = _state(given)
    with opened_ledger(given.ledger) as store:
        while True:
            whole = _look(given, store, path=path, webhook=webhook)
            if given.once:
                if not whole:
                    raise typer.Exit(ExitCode.NOT_ALL)
                return
            time.sleep(given.every)


def _look(given: Watching, store: "Store", *, path: Path, webhook: "Webhook | None") -> bool:
    """Tell what is new; whether all of it could be told."""
    from hearsay.ledger.view import View
    from hearsay.present.watch.atom import feed
    from hearsay.present.watch.news import told_at
    from hearsay.reconcile.ask import Stories

    now = _now()
    is_first = not path.exists()
    told = told_at(path, now=lambda: now)
    stories = Stories(View(store))
    story = stories.story(given.story)
    if is_first:
        say(f"hearsay: watching {story.id} from now on")
    news = told.new(stories.changes(told.since, story=story.id))
    count = 0
    whole = True
    for one in news:
        if webhook is not None and not _sent(one, webhook):
            whole = False
            break
        told.tell(one)
        _keep(told, path)
        count += 1
    if given.feed is not None:
        _write(feed(story.id, story.title, news=told.kept, updated=now), given.feed, is_empty=not told.kept)
    if whole:
        told.since = now
    _keep(told, path)
    if count:
        say(f"hearsay: told of {counted(count, 'change')}")
    return whole


def _write(written: str, path: Path, *, is_empty: bool) -> None:
    """Put the feed in its place, unless it is there: an earlier run may have been stopped right before it did."""
    if path.exists() and (is_empty or path.read_bytes() == written.encode("utf-8")):
        return
    with opened(path) as stream:
        stream.write(written)


def _sent(news: "News", webhook: "Webhook") -> bool:
    try:
        webhook.send(news)
    except ReportError as error:
        say(f"hearsay: {error.origin}: {described(error)}")
        return False
    return True


def _webhook(given: Watching) -> "Webhook | None":
    if given.webhook is None:
        return None
    from hearsay.present.watch.webhook import Webhook, key_of

    if not given.secret:
        raise UsageError("a webhook has to be signed", advice="give --secret or set HEARSAY_WEBHOOK_SECRET")
    return Webhook(given.webhook, key_of(given.secret), Settings.from_environment(), given.allow_private)


def _state(given: Watching) -> Path:
    """Where this watch remembers what it has told: a file of its own for each ledger, story and target."""
    from hearsay.ledger.address import DEFAULT

    ledger = given.ledger or DEFAULT
    where = ledger if "://" in ledger else str(Path(ledger).resolve())
    feed = str(given.feed.resolve()) if given.feed is not None else ""
    key = sha256("\n".join([where, given.story, given.webhook or "", feed]).encode("utf-8", "surrogateescape"))
    return state_folder() / f"watch-{key.hexdigest()[:32]}.json"


def _keep(told: "Told", path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with opened(path) as stream:
        stream.write(told.written())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


watch = command(_watch, Watching)
