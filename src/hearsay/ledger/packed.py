"""The terms of a report as bytes: for each its key, its weight and whether it is a name, eight bytes in all."""

import struct

from hearsay.records.traits import Traits

_NAME = 1 << 31
"""The highest bit of a key tells a name: keys have 31."""
_TERM = struct.Struct("<If")


def packed(traits: Traits) -> bytes:
    """The terms of ``traits``, which ``unpacked`` gives again, the weights to seven digits."""
    return b"".join(
        _TERM.pack(key | (_NAME if key in traits.names else 0), weight) for key, weight in traits.weights.items()
    )


def unpacked(terms: bytes, *, document: int, lineage: str, day: int | None) -> Traits:
    """The traits whose terms were ``packed``."""
    weights: dict[int, float] = {}
    names: list[int] = []
    for marked, weight in _TERM.iter_unpack(terms):
        key = marked & (_NAME - 1)
        weights[key] = weight
        if marked & _NAME:
            names.append(key)
    return Traits(document, lineage, day, weights, frozenset(names))
