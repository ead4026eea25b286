"""Which figures a reader of the story would follow."""

import re

import pytest

from hearsay.records.span import Span
from tests.claim.cases import paragraphs
from tests.claim.made import figures_of

CASES = [" ".join(p.split()) for p in paragraphs("followed.txt")]


def faults(case: str) -> list[str]:
    """What is followed and should not be, and the reverse."""
    text, marked = re.sub(r"\[\[|\]\]", "", case), []
    for number, found in enumerate(re.finditer(r"\[\[(.*?)\]\]", case)):
        start = found.start() - 4 * number
        marked.append(Span(start, start + len(found[1])))
    found_, _ = figures_of(text)
    followed = [f.span for f in found_ if f.question is not None]
    missed = [m.of(text) for m in marked if not any(m.overlaps(f) for f in followed)]
    extra = [f.of(text) for f in followed if not any(m.overlaps(f) for m in marked)]
    return [f"missed {m}" for m in missed] + [f"not to follow {e}" for e in extra]


@pytest.mark.parametrize("case", CASES)
def test_followed(case: str) -> None:
    assert not faults(case)
