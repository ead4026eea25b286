"""Text made safe to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.present.clean import capital, one_line, visible


@given(st.text(st.characters()))
def test_one_character_stays_one_and_utf8_can_hold_it(text: str) -> None:
    assert len(visible(text)) == len(text)
    visible(text).encode("utf-8")


@given(st.text(st.characters()))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    shown = one_line(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in shown)
    assert not any("\u2066" <= c <= "\u2069" for c in shown)


def test_controls_become_pictures() -> None:
    assert one_line("\x1b[31m\x07\x7f\x9b") == "␛[31m␇␡\N{REPLACEMENT CHARACTER}"


def test_blanks_run_together() -> None:
    assert one_line(" a\n\tb\u2028c\u0085 d\r\n") == "a b c d"


@pytest.mark.parametrize(
    ("name", "shown"), [("the board", "The board"), ("iRobot", "iRobot"), ("élan", "Élan"), ("", ""), ("ŉ", "ŉ")]
)
def test_a_capital_first(name: str, shown: str) -> None:
    assert capital(name) == shown
