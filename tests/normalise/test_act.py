"""What is done in what is said, and quantities that count."""

import pytest

from hearsay.normalise.act import done, quantity
from hearsay.normalise.line import Line, line
from hearsay.records.span import Span


def made(text: str) -> Line:
    return line(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("about 300 boats sank", "300"),
        ("losses of $4.2bn", "4.2bn"),
        ("dozens of boats sank", "dozens"),
        ("a third of the fleet sank", "a third"),
        ("the trial opens on May 12", None),
        ("the trial opened in 2019", None),
        ("the trial opens at 6pm", None),
        ("the trial will end within three weeks", None),
        ("the boy, 12 years old, is safe", None),
        ("the fleet sank", None),
    ],
)
def test_quantity(text: str, number: str | None) -> None:
    found = quantity(made(text))
    assert (found.of(text) if found else None) == number


@pytest.mark.parametrize(
    ("text", "quoted", "act"),
    [
        ("Stay off the ice.", True, "urge"),
        ("Stay off the ice.", False, None),
        ("Support is strong.", True, None),
        ("They will fight the ban.", True, None),
        ("They will fight the ban.", False, "promise"),
        ("The club will fight the ban.", False, "promise"),
        ("Rain will fight the fire.", False, None),
        ("It must have been the wind.", True, None),
        ("They burned the barn. Who does that?", True, None),
        ("Who does that?", True, "question"),
        ("The cup is ours. The town must rest. The band can play.", True, None),
    ],
)
def test_done(text: str, quoted: bool, act: str | None) -> None:
    found = done(made(text), own=frozenset({"club"}), quoted=quoted)
    assert (found.act if found else None) == act
