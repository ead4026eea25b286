"""Quantities in sentences of our own, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.normalise.quantity import find_quantities
from hearsay.records.figure import Vagueness

Told = tuple[str, float | None, float | None, bool, str | None]

PIECES = """
no one nobody none of the a an half third quarter quarters two twenty-five hundred thousand million bn dozen dozens
hundreds scores tens 5 12 3.5 1,200 2019 20,000 007 .5 ½ 1/2 $ € £ US$ Rs % per cent km m an hour / - – to and or
between from more than at least up to about some over under year-old years people plants March aged ( ) . , : + −
""".split()


def cases() -> list[tuple[str, list[Told]]]:
    made: list[tuple[str, list[Told]]] = []
    for line in (Path(__file__).parent / "quantities.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            words, low, high, about, unit = (part.strip() for part in line.split("|"))
            made[-1][1].append((words, _float(low), _float(high), about == "~", unit or None))
        elif line and not line.startswith("#"):
            made.append((line, []))
    return made


def _float(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize(("sentence", "told"), cases())
def test_sentences(sentence: str, told: list[Told]) -> None:
    found = find_quantities(sentence)
    assert [(sentence[q.start : q.end], q.min, q.max, q.approximate, q.unit) for q in found] == told


@pytest.mark.parametrize(
    ("text", "inclusive"),
    [
        ("more than 3,000 seats", False),
        ("at least 3,000 seats", True),
        ("fewer than 40 seats", False),
        ("no more than 40 seats", True),
        ("up to 40 seats", True),
        ("40 seats", True),
        ("40 or more seats", True),
        ("under £40", False),
    ],
)
def test_inclusive(text: str, inclusive: bool) -> None:
    assert [q.inclusive for q in find_quantities(text)] == [inclusive]


@pytest.mark.parametrize(
    ("text", "least", "vagueness"),
    [
        ("dozens of flights", 24, Vagueness.DOZENS),
        ("scores of villages", 40, Vagueness.SCORES),
        ("hundreds of fans", 200, Vagueness.HUNDREDS),
        ("several hundred fans", 200, Vagueness.HUNDREDS),
        ("thousands of fans", 2000, Vagueness.THOUSANDS),
        ("tens of thousands of fans", 20000, Vagueness.THOUSANDS),
        ("hundreds of thousands of fans", 200000, Vagueness.THOUSANDS),
        ("millions of bees", 2e6, Vagueness.MILLIONS),
        ("a few dozen sailors", 24, Vagueness.DOZENS),
    ],
)
def test_vagueness(text: str, least: float, vagueness: Vagueness) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.min, quantity.max, quantity.vagueness) == (least, None, vagueness)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("33 km", (33000, 33000, "m")),
        ("at least 5 hectares", (50000, None, "m2")),
        ("up to 870 GB", (None, 8.7e11, "B")),
        ("5%", (0.05, 0.05, "1")),
        ("two-thirds of them", (2 / 3, 2 / 3, "1")),
        ("90 minutes", (5400, 5400, "s")),
        ("two years", (24, 24, "months")),
        ("$5", None),
        ("5 goats", None),
    ],
)
def test_base(text: str, base: tuple[float | None, float | None, str] | None) -> None:
    (quantity,) = find_quantities(text)
    assert quantity.base == base


def test_places_of_the_parts() -> None:
    text = "Police say more than 3,000 young fans came"
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == "more than 3,000 young fans"
    assert text[quantity.number_start : quantity.number_end] == "3,000"
    assert text[quantity.noun_start : quantity.noun_end] == "young fans"


@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
        st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    )
)
def test_any_text(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end <= len(text)
        end = quantity.end
        assert quantity.min is not None or quantity.max is not None
        if quantity.min is not None and quantity.max is not None:
            assert quantity.min <= quantity.max
        if quantity.noun_start is not None:
            assert quantity.noun_end is not None
            assert quantity.start <= quantity.noun_start < quantity.noun_end <= quantity.end
