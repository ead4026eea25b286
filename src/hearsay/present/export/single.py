"""A value of a row as one cell holds it."""

import json
from collections.abc import Iterator


def single(value: object) -> str | float | None:
    """A value as one cell holds it: of a list its values, each after a semicolon; of spans 5-11."""
    if isinstance(value, list):
        return "; ".join(_listed(value))
    if value is None or isinstance(value, str | float | int):
        return value
    return json.dumps(value, ensure_ascii=False)


def _listed(values: list[object]) -> Iterator[str]:
    if len(values) == 2 and all(isinstance(value, int) for value in values):
        yield f"{values[0]}-{values[1]}"
        return
    for value in values:
        yield str(single(value))
