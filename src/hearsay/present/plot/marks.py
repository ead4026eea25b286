"""The marks that stand for parties: with their colour, and told apart without it."""

import math

from hearsay.present.plot.party import Style

_SIZE = 6.0
_CORNERS = {"square": (4, 45.0), "diamond": (4, 0.0), "triangle": (3, -90.0), "pentagon": (5, -90.0)}
"""How many corners, and at which angle the first stands, in degrees from the right."""


def mark(style: Style, *, x: float, y: float, hollow: bool) -> str:
    """The mark of a party around a point, as an SVG element; ``hollow`` where the source is not named."""
    paint = f'fill="{"none" if hollow else style.colour}" stroke="{style.colour}" stroke-width="2"'
    if style.mark == "bar":
        return f'<path d="M{x} {y - _SIZE}V{y + _SIZE}" {paint} stroke-linecap="round"/>'
    if style.mark == "circle":
        return f'<circle cx="{x}" cy="{y}" r="{_SIZE - 0.5}" {paint}/>'
    count, first = _CORNERS[style.mark]
    corners = [math.radians(first + 360 * n / count) for n in range(count)]
    points = " ".join(f"{x + _SIZE * math.cos(a):.1f},{y + _SIZE * math.sin(a):.1f}" for a in corners)
    return f'<polygon points="{points}" {paint}/>'
