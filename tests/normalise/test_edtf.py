"""What is EDTF, as far as ledgers hold it, and what is not."""

import edtf
import pytest

from hearsay.normalise.edtf import is_edtf

GOOD = (
    "2024 2024-10 2024-10-26 2024-21 2024-34 2024-41 199X 19XX 2024-10-26T09:30 2024-10-26T09:30+02:00 "
    "2024-10-26T09:30:15Z ../2024-12-31 2024-10-27/.. /2024 2024-03-01~ 2024? 2024-05% 2010/2014-05 "
    "2024-01-01/2024-01-01"
).split()
BAD = (
    ".. / ../.. 2024-13 2024-00 2024-02-30 Monday 2024-10-26T25:00 2024-10-26T 2025/2024 26.10.2024 2024~~ 24 "
    "2024-10-26T09:30+2 2024/2025/2026 2024-1 x/2024"
).split()


@pytest.mark.parametrize("value", GOOD)
def test_it_is(value: str) -> None:
    assert is_edtf(value)
    if "T" not in value or value.endswith("Z"):
        # The library wants seconds and a zone, which reports rarely give.
        assert edtf.parse_edtf(value)


@pytest.mark.parametrize("value", ["", " ", *BAD])
def test_it_is_not(value: str) -> None:
    assert not is_edtf(value)
