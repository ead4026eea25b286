"""The medium in the words beside a cue."""

import pytest

from hearsay.normalise.medium import told_medium


@pytest.mark.parametrize(
    ("words", "medium"),
    [
        ("said in a statement in March", "a statement"),
        ("said in a post on Facebook on Monday", "a post on Facebook"),
        ("told a Senate committee", "a Senate committee"),
        ("said over the phone", "the phone"),
        ("wrote in an opinion piece for the Times", "an opinion piece for the Times"),
        ("said at a press briefing in Geneva on Tuesday", "a press briefing in Geneva"),
        ("said in its annual report", "its annual report"),
        ("told state news agency KCNA on Friday", "state news agency KCNA"),
        ("retweeted", "retweeted"),
        ("said in his opinion", None),
        ("said in the kitchen", None),
        ("said on Monday", None),
    ],
)
def test_told_medium(words: str, medium: str | None) -> None:
    found = told_medium(words)
    assert (words[found[0] : found[1]] if found else None) == medium
