"""The reports of a story with their copies folded, and who is quoted in them."""

from collections import Counter
from dataclasses import dataclass

from hearsay.records.source import Source
from hearsay.records.story import Reported, Story


@dataclass(frozen=True, slots=True)
class Folded:
    """A report that is a witness of its own, and those that carry its account."""

    report: Reported
    copies: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A source, and in how many statements of how many reports it is quoted."""

    source: Source
    statements: int
    documents: int


def folded(story: Story) -> list[Folded]:
    """The reports by publication; copies whose origin is not of this story stand by themselves."""
    here = {report.document.id for report in story.reports}
    copies: dict[str, list[Reported]] = {}
    own = []
    for report in story.reports:
        if report.copy is not None and report.copy.is_copy and report.copy.of in here:
            copies.setdefault(report.copy.of, []).append(report)
        else:
            own.append(report)
    return [Folded(report, tuple(copies.get(report.document.id, ()))) for report in own]


def quoted(story: Story) -> tuple[list[Quoted], list[Quoted]]:
    """Who is quoted: the named, or those of whom nothing is told, and the anonymous; who is quoted most first."""
    statements: Counter[str] = Counter()
    documents: dict[str, set[str]] = {}
    for said in story.said:
        if said.source is not None:
            statements[said.source.id] += 1
            documents.setdefault(said.source.id, set()).add(said.document.id)
    found = [Quoted(s, statements[s.id], len(documents[s.id])) for s in story.sources if s.id in statements]
    found.sort(key=lambda one: (-one.statements, one.source.name))
    return [one for one in found if not one.source.anonymous], [one for one in found if one.source.anonymous]


def untold(story: Story) -> int:
    """Statements whose source nobody could tell."""
    return sum(said.source is None for said in story.said)
