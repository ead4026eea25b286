"""One contract for what turns words to a value: the value, or None, and never a guess or an error."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.normalise.number import number
from hearsay.normalise.unit import unit

NORMALISERS: dict[str, Callable[[str], object]] = {"number": number, "unit": unit}
NOTHING = ["", " ", "\n", "the", "several", "some", "many", "…", "-", "$5 and", "five of", "hours and hours", "N/A"]


@pytest.mark.parametrize("name", NORMALISERS)
@pytest.mark.parametrize("text", NOTHING)
def test_no_guess(name: str, text: str) -> None:
    assert NORMALISERS[name](text) is None


@pytest.mark.parametrize("name", NORMALISERS)
@given(text=st.text(max_size=40))
def test_no_error(name: str, text: str) -> None:
    NORMALISERS[name](text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("7", 7),
        ("1,250", 1250),
        ("12,34,567", 1234567),
        ("1\u00a0250", 1250),
        (".75", 0.75),
        ("3.2bn", 3.2e9),
        ("40m", 4e7),
        ("6 trillion", 6e12),
        ("250k", 250000),
        ("3 lakh", 300000),
        ("2.5 crore", 2.5e7),
        ("1 lakh crore", 1e12),
        ("4.35 million", 4350000),
        ("twelve", 12),
        ("twenty-one", 21),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two thousand three hundred", 2300),
        ("two and a half million", 2.5e6),
        ("one-and-a-half", 1.5),
        ("two point five million", 2.5e6),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("half", 0.5),
        ("a quarter", 0.25),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("half a million", 500000),
        ("a quarter of a billion", 2.5e8),
        ("2½", 2.5),
        ("3/4", 0.75),
        ("2 1/2", 2.5),
        ("one in five", 0.2),
        ("nine out of ten", 0.9),
        ("6.02×10^23", 6.02e23),
        ("dozens", None),
        ("5 or 6", None),
        ("5 people", None),
        ("9" * 400, None),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text) == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "code", "base", "factor"),
    [
        ("km", "km", "m", 1000),
        ("kilometres", "km", "m", 1000),
        ("hectares", "ha", "m2", 10000),
        ("sq km", "km2", "m2", 1e6),
        ("GB", "GB", "B", 1e9),
        ("per cent", "%", "1", 0.01),
        ("percentage points", "percentage points", "1", 0.01),
        ("miles per hour", "mph", "m/s", 0.44704),
        ("degrees Celsius", "°C", None, None),
        ("years", "years", "months", 12),
        ("dollars", "USD", None, None),
        ("US$", "USD", None, None),
        ("C$", "CAD", None, None),
        ("A$", "AUD", None, None),
        ("HK$", "HKD", None, None),
        ("£", "GBP", None, None),
        ("euros", "EUR", None, None),
        ("¥", "JPY", None, None),
        ("Swiss francs", "CHF", None, None),
        ("euros a hectare", "EUR/ha", None, None),
        ("£ per tonne", "GBP/t", None, None),
        ("pesos", "pesos", None, None),
    ],
)
def test_unit(text: str, code: str, base: str | None, factor: float | None) -> None:
    found = unit(text)
    assert found is not None
    assert (found.code, found.base, found.factor) == (code, base, factor)
