"""The look of each party of a story: one colour and one mark for one party wherever it stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from hearsay.records.story import Story

COLOURS = ("#3a7fc1", "#d0600f", "#16926b", "#b3599c", "#a37a12", "#2a8ea6", "#c9566a")
"""After the set of Okabe and Ito (2008), which colour-blind readers tell apart, made lighter or darker so that each
stands out from white and from near-black by a contrast of 3 to 1 or more (WCAG 2.2, 1.4.11)."""
MARKS = ("circle", "square", "diamond", "triangle", "pentagon")
"""So many that colour and mark together come round again only after 35 parties."""
NOBODY_COLOUR = "#7d7d7d"
OWN_VOICE = "the reports themselves"
NO_PARTY = "speaks for no party"


@dataclass(frozen=True, slots=True)
class Style:
    """How one party looks."""

    name: str
    colour: str
    mark: str
    number: int
    """In the order of the story, from 0; -1 for those who speak for nobody."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a story, those who say most first."""

    styles: Mapping[str, Style]

    def style(self, party: str | None, *, own_voice: bool = False) -> Style:
        """How ``party`` looks; None is a source that speaks for nobody, ``own_voice`` the reports' own words."""
        if own_voice:
            return Style(OWN_VOICE, NOBODY_COLOUR, "bar", -1)
        if party is None or party not in self.styles:
            return Style(NO_PARTY if party is None else party, NOBODY_COLOUR, "circle", -1)
        return self.styles[party]


def parties(story: Story) -> Parties:
    """The parties of ``story``: by how much they say, then by name, so that new reports seldom change a colour."""
    counts = Counter(said.source.party for said in story.said if said.source is not None and said.source.party)
    for asked in story.asked:
        counts.update(a.source.party for a in asked.accounts if a.source is not None and a.source.party)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return Parties(
        {
            name: Style(name, COLOURS[number % len(COLOURS)], MARKS[number % len(MARKS)], number)
            for number, name in enumerate(names)
        }
    )
