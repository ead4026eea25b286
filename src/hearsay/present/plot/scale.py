"""Where a number stands between the two ends of a frame, and the round numbers that are written beside it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

LOGARITHMIC_FROM = 20.0
"""How many times the smallest number the greatest has to be for a logarithmic scale; below it, the eye compares
lengths rightly. Chosen by looking at the questions of four stories."""
_LONGEST = 1e15
"""From here on, a logarithmic scale would need more powers of ten than anybody can read."""
_FINEST = 1e8
"""Numbers that differ by less than this share of them stand at one place."""
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MARGIN = 0.06
"""The share of the frame that stays free at either side."""
_FROM_ZERO = 0.45
"""Where the smallest number is at most this share of the greatest, a plain scale begins at 0."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` to ``high``, in the unit of the question."""

    low: float
    high: float
    is_logarithmic: bool
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """How far from the left end ``value`` stands, 0 to 1; what lies outside is put at the end."""
        low, high, at = (self._bent(v) for v in (self.low, self.high, max(value, self.low)))
        return min(max((at - low) / (high - low), 0.0), 1.0)

    def _bent(self, value: float) -> float:
        return math.log10(value) if self.is_logarithmic else value


def scale(values: Iterable[float], *, most: int = 6) -> Scale:
    """A scale on which all ``values`` stand, with about ``most`` round numbers at the most."""
    found = sorted(value for value in values if math.isfinite(value)) or [0.0]
    low, high = found[0], found[-1]
    if low > 0 and LOGARITHMIC_FROM < high / low < _LONGEST:
        return _logarithmic(low, high, most=most)
    if high - low <= abs(high) / _FINEST:
        pad = abs(high) / 2 or 1.0
    elif 0 <= low <= _FROM_ZERO * high:
        return _plain(0.0, high * (1 + _MARGIN), most=most)
    else:
        pad = (high - low) * 2 * _MARGIN
    bottom = low - pad
    return _plain(max(bottom, 0.0) if low >= 0 else bottom, high + pad, most=most)


def _plain(low: float, high: float, *, most: int) -> Scale:
    rough = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(step * power for step in _STEPS if step * power >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    ticks = [_clean(number * step) for number in range(first, last + 1)]
    return Scale(low, high, False, tuple(tick for tick in ticks if low <= tick <= high))


def _logarithmic(low: float, high: float, *, most: int) -> Scale:
    room = (high / low) ** _MARGIN
    low, high = low / room, high * room
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        ticks = [_clean(step * 10.0**power) for power in powers for step in steps if low <= step * 10.0**power <= high]
        if len(ticks) <= most:
            break
    return Scale(low, high, True, tuple(ticks[:: max(1, math.ceil(len(ticks) / most))]))


def _clean(value: float) -> float:
    """``value`` without what computing has added: 0.30000000000000004 is 0.3."""
    return float(f"{value:.10g}")
