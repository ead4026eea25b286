"""What a story says is to come, in words: overdue first, then what is due, what is to come, what came of the rest."""

from hearsay.normalise.edtf_words import in_words
from hearsay.present.story.wording import cut, cut_around
from hearsay.records.story import Awaited, State, Story

ORDER = (State.OVERDUE, State.DUE, State.TO_COME, State.HAPPENED, State.NOT_HAPPENED, State.POSTPONED)
"""The order in which states are shown."""
_LONGEST = 160


def awaited(story: Story, *states: State) -> list[Awaited]:
    """What is in one of ``states``, in any where none is given; by state, then by when it is due."""
    wanted = states or ORDER
    found = [one for one in story.awaited if one.state in wanted]
    return sorted(found, key=lambda one: (ORDER.index(one.state), one.expectation.due.removeprefix("../")))


def what(one: Awaited) -> str:
    """What is to come, in the words of the report."""
    return cut(one.expectation.what.of(one.document.text), _LONGEST)


def when(one: Awaited) -> str:
    """When it is due: "by Fri 24 Jan 2025 (“within the week”)"."""
    said = cut(one.expectation.span.of(one.document.text), 40)
    return f"{in_words(one.expectation.due)} (“{said}”)"


def sentence(one: Awaited) -> str:
    """The sentence that says so."""
    return cut_around(one.document.text, one.expectation.what)
