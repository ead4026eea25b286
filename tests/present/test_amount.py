"""A figure's interval in words."""

from dataclasses import replace
from typing import Any

import pytest

from hearsay.present.amount import amount, of_what
from hearsay.records.figure import Vagueness
from tests.present.made import BRIDGE, span

PLAIN = replace(BRIDGE.figures[1], min=3000, max=3000, unit="troops")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "3,000"),
        ({"approximate": True}, "about 3,000"),
        ({"max": None, "inclusive": False}, "more than 3,000"),
        ({"max": None}, "at least 3,000"),
        ({"min": None}, "up to 3,000"),
        ({"min": None, "inclusive": False}, "fewer than 3,000"),
        ({"min": None, "inclusive": False, "unit": "km", "base": (None, 3e6, "m")}, "less than 3,000 km"),
        ({"max": 4500}, "3,000 to 4,500"),
        ({"min": 24, "max": None, "vagueness": Vagueness.DOZENS}, "dozens (at least 24)"),
        ({"min": 0, "max": 0}, "0"),
        ({"min": 1.26e9, "max": 1.26e9, "unit": "EUR"}, "EUR 1.26 billion"),
        ({"min": 3184201, "max": 3184201}, "3,184,201"),
        ({"min": 12.1, "max": 12.1, "unit": "%"}, "12.1%"),
        ({"min": 180, "max": 180, "unit": "EUR/ha"}, "180 EUR/ha"),
    ],
)
def test_an_interval_in_words(given: dict[str, Any], words: str) -> None:
    assert amount(replace(PLAIN, **given)) == words


TOLD = "It killed nine people from Leyte, left dozens missing and sent more than 3,000 troops of the north home by bus."


@pytest.mark.parametrize(
    ("words", "unit", "counted", "told"),
    [
        ("nine people", "people", "nine people from Leyte", "people from Leyte"),
        ("nine people", "people", "nine people", "people"),
        ("dozens", "people", "nine people", "people"),
        ("more than 3,000 troops", "troops", "troops of the north", "troops of the north"),
        ("dozens", "people", None, "people"),
        ("dozens", None, None, ""),
        ("nine people", "%", None, ""),
    ],
)
def test_what_stands_behind_an_amount(words: str, unit: str | None, counted: str | None, told: str) -> None:
    figure = replace(PLAIN, span=span(TOLD, words), unit=unit, counted=span(TOLD, counted) if counted else None)
    assert of_what(figure, TOLD) == told
