"""What a story knows of a source: the fullest name, all others, and the side that any report tells."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from hearsay.normalise.naming import bare, is_short_form, words_of
from hearsay.reconcile.sources.entry import Entry, Sort
from hearsay.records.source import Source

_OUTLET = re.compile(
    r"\b(?:broadcaster|newspaper|daily|weekly|tabloid|magazine|(?:radio|television|TV) station|"
    r"news (?:agency|outlet|site|website|service)|newswire)\b"
)
"""What only a news outlet is called; in small letters, so that no name is taken for it."""


def merged(groups: Sequence[Sequence[Entry]], *, publishers: Collection[str]) -> list[Source]:
    """One source for each group of entries, which stand in the order of recording.

    ``publishers`` of the story's reports speak for nobody where they are credited.
    """
    names = {number: _name(group) for number, group in enumerate(groups)}
    bodies = [names[number] for number, group in enumerate(groups) if group[0].sort is Sort.BODY]
    filed = _filing(groups, bodies)
    return [
        _source(group, name=names[number], filed=filed, publishers=publishers) for number, group in enumerate(groups)
    ]


def _source(group: Sequence[Entry], *, name: str, filed: dict[str, str], publishers: Collection[str]) -> Source:
    every = [entry.source for entry in group]
    first = every[0]
    called = [word for source in every for word in (source.name, *source.aliases)]
    told = [entry.told_party for entry in group if entry.told_party is not None]
    parties = [filed.get(party, party) for party in told or [s.party for s in every if s.party is not None]]
    party = Counter(parties).most_common(1)[0][0] if parties else None
    if group[0].sort is Sort.BODY and not {words_of(word) for word in called}.isdisjoint(map(words_of, publishers)):
        party = None
    if group[0].sort is Sort.BODY and any(_OUTLET.search(word) for word in called):
        party = None
    return Source(
        id=first.id,
        name=name,
        kind=next((source.kind for source in every if source.kind is not None), None),
        party=party,
        anonymous=next((source.anonymous for source in every if source.anonymous is not None), None),
        aliases=tuple(dict.fromkeys(word for word in called if word != name)),
        role=next((source.role for source in every if source.role is not None), None),
        anonymity=next((source.anonymity for source in every if source.anonymity is not None), None),
    )


def _name(group: Sequence[Entry]) -> str:
    """The fullest of the names; of a source without one, the first description."""
    if group[0].sort in (Sort.UNNAMED, Sort.PAPER):
        return group[0].source.name
    fullest = max(
        range(len(group)),
        key=lambda n: (not group[n].is_bare_noun, not group[n].is_led_in, len(group[n].key), _grade(group[n]), -n),
    )
    return group[fullest].source.name


def _grade(entry: Entry) -> tuple[int, bool]:
    """Capitals before small letters, no article before one."""
    name = entry.source.name
    return sum(word[0].isupper() for word in bare(name).split() if word), name == bare(name)


def _filing(groups: Sequence[Sequence[Entry]], bodies: Sequence[str]) -> dict[str, str]:
    """For the short name of a body's side, the one full name: what one report files under "Marisol Bay"."""
    sides = {entry.source.party for group in groups for entry in group} - {None}
    filed = {}
    keyed = {name: words_of(name) for name in bodies}
    own = {words_of(side): side for side in sides if side is not None and side in keyed}
    for group in groups:
        if group[0].sort is not Sort.BODY:
            continue
        name = _name(group)
        for entry in group:
            party = entry.source.party
            if party is None or party in filed:
                continue
            short = words_of(party)
            if party != name and short == entry.key and is_short_form(short, keyed[name]) and keyed[name] in own:
                filed[party] = name
    return filed
