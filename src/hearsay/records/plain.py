"""Text as UTF-8 can hold it, and records as lines of JSON.

UTF-8 cannot hold a lone surrogate: each is written as U+FFFD. One code point for another keeps every offset.
"""

import json
import re
from collections.abc import Mapping

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_STAND_IN = "\N{REPLACEMENT CHARACTER}"


def encodable(text: str) -> str:
    """``text`` with U+FFFD in the place of each lone surrogate."""
    return _SURROGATE.sub(_STAND_IN, text)


def json_line(row: Mapping[str, object]) -> str:
    """``row`` as JSON on one line, without a line end; raises ValueError for a number that is none (NaN, infinity)."""
    return encodable(json.dumps(row, ensure_ascii=False, allow_nan=False))
