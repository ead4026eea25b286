"""The statements of a story, each once: copies, and a report's headline that says the same, are folded into it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.present.clean import one_line
from hearsay.records.statement import Act, Certainty, Mode
from hearsay.records.story import Said, Story

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with the reports that carry it."""

    said: Said
    """As the earliest report has it."""
    also: tuple[Said, ...]
    """The same in others, copies or not."""

    @property
    def origins(self) -> int:
        """On how many independent reports it rests."""
        return len({one.origin for one in (self.said, *self.also)})

    @property
    def documents(self) -> int:
        """How many reports carry it."""
        return len({one.document.id for one in (self.said, *self.also)})


def told_once(said: Iterable[Said]) -> list[Told]:
    """Statements of one source in the same words are one; in the order in which the first of each comes."""
    alike: dict[tuple[str | None, str], list[Said]] = {}
    for one in said:
        words = " ".join(_WORD.findall(one.words.lower()))
        source = one.source.id if one.source is not None else None
        alike.setdefault((source, words) if words else (source, one.statement.id), []).append(one)
    return [Told(first, tuple(more)) for first, *more in alike.values()]


def by_party(story: Story) -> dict[str, list[Told]]:
    """What each party says, those that say most first; in each the statements that bind it most come first."""
    found: dict[str, list[Said]] = {}
    for said in story.said:
        if said.source is not None and said.source.party and said.words:
            found.setdefault(said.source.party, []).append(said)
    sides = {party: sorted(told_once(said), key=_weight) for party, said in found.items()}
    return dict(sorted(sides.items(), key=lambda side: (-len(side[1]), side[0])))


def _weight(told: Told) -> tuple[int, int, bool, str]:
    """What a party holds comes before what it will not say, straight before through others, the latest first."""
    statement = told.said.statement
    positions = {Act.DENY: 0, Act.PROMISE: 0, Act.URGE: 1, Act.ASSERT: 1, Act.EXPRESS: 1, Act.ESTIMATE: 1, None: 1}
    rank = positions.get(statement.act, 2) + (statement.certainty is Certainty.POSSIBLE) + bool(told.said.via)
    age = "".join(chr(0x10FFFF - ord(c)) for c in told.said.at or "")
    return rank, -told.origins, statement.mode is Mode.INDIRECT, age


def manner(said: Said) -> str:
    """What needs saying of a statement beside its words: how sure its source is, through whom."""
    sure = said.statement.certainty
    parts = [str(sure)] if sure in (Certainty.PROBABLE, Certainty.POSSIBLE) else []
    if said.via:
        parts.append(f"via {', '.join(one_line(via.name) for via in said.via)}")
    return ", ".join(parts)
