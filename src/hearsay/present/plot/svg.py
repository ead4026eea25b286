"""A plot as SVG 1.1 that stands by itself or within a page: no styles, no script, nothing fetched.

Lengths are in units of the drawing, which scales to the room that it is given.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from hearsay.present.amount import number as in_digits
from hearsay.present.clean import one_line
from hearsay.present.plot.marks import mark
from hearsay.present.plot.party import Style
from hearsay.present.plot.plot import Plot, Row, numbers
from hearsay.present.words import counted

TOP = 52
_SMALL, _TEXT, _HEAD = 11, 13, 15
_STRONG, _SOFT = ' font-weight="600"', ' fill-opacity="0.75"'
_PER_CHARACTER = 0.53
"""The width of a character as a share of its height, for text that has to fit."""
_FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand."""

    width: int
    left: int
    right: int
    """Where the frame of the numbers begins and ends."""
    row: int
    is_stacked: bool
    """Whether the words of a row stand above its interval and not beside it."""


WIDE = Layout(width=760, left=218, right=536, row=42, is_stacked=False)
NARROW = Layout(width=380, left=20, right=366, row=66, is_stacked=True)
"""For a phone."""


def svg(
    plot: Plot, *, titled: bool = True, layout: Layout = WIDE, link: Callable[[Row], Mapping[str, str]] | None = None
) -> str:
    """The plot as one SVG element, to be put into a page or a file; ``titled``: with the question above it.

    With ``link`` each row is a link with these attributes, so that it can be reached by the keyboard.
    """
    return "\n".join(_Drawing(plot, titled=titled, layout=layout, link=link).lines())


class _Drawing:
    def __init__(
        self, plot: Plot, *, titled: bool, layout: Layout, link: Callable[[Row], Mapping[str, str]] | None
    ) -> None:
        self.plot = plot
        self.titled = titled
        self.at = layout
        self.link = link
        self.top = TOP if titled else TOP - 28
        self.bottom = self.top + layout.row * len(plot.rows)
        self.styles = {row.style.name: row.style for row in plot.rows}
        self.legend = list(_legend(list(self.styles.values()), width=layout.width))
        self.note = list(_lines(_note(plot), room=layout.width))
        depth = max((line for line, _, _ in self.legend), default=0) + 1
        self.height = self.bottom + 30 + 20 * depth + (4 + 14 * len(self.note) if self.note else 0)

    def lines(self) -> Iterator[str]:
        """The elements, in the order in which they are painted."""
        id = escape(self.plot.asked.id, quote=True) + ("-narrow" if self.at.is_stacked else "")
        role = "img" if self.link is None else "group"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.at.width} {self.height}" '
            f'width="{self.at.width}" height="{self.height}" role="{role}" '
            f'aria-labelledby="{id}-title {id}-desc" class="plot" '
            f'font-family="{_FONT}" font-size="{_TEXT}" fill="currentColor">'
        )
        yield f'<title id="{id}-title">{_text(self.plot.asked.label)}</title>'
        yield f'<desc id="{id}-desc">{_text(described(self.plot))}</desc>'
        if self.titled:
            yield _words(self.plot.asked.label, x=0, y=16, size=_HEAD, room=self.at.right, look=_STRONG)
        yield from self._axis()
        yield from self._revisions()
        for row in self.plot.rows:
            yield from self._row(row)
        for line, x, style in self.legend:
            y = self.bottom + 44 + 20 * line
            yield mark(style, x=x + 6, y=y - 4, hollow=False)
            yield _words(style.name, x=x + 18, y=y, size=_SMALL, room=self.at.width - x - 18)
        for line, words in enumerate(reversed(self.note)):
            y = self.height - 6 - 14 * line
            yield _words(words, x=0, y=y, size=_SMALL, room=self.at.width, look=_SOFT)
        yield "</svg>"

    def x(self, value: float) -> float:
        """Where a number stands."""
        return round(self.at.left + self.plot.scale.share(value) * (self.at.right - self.at.left), 1)

    def y(self, row: Row) -> float:
        """The middle of a row's interval."""
        return self.top + self.at.row * (row.number - 1) + (self.at.row - 14 if self.at.is_stacked else self.at.row / 2)

    def _axis(self) -> Iterator[str]:
        yield f'<g class="axis" font-size="{_SMALL}" text-anchor="middle">'
        for tick in self.plot.scale.ticks:
            x = self.x(tick)
            yield f'<path d="M{x} {self.top - 6}V{self.bottom}" stroke="currentColor" stroke-opacity="0.16"/>'
            yield f'<text x="{x}" y="{self.top - 12}" fill-opacity="0.75">{_text(in_digits(tick))}</text>'
        yield "</g>"

    def _revisions(self) -> Iterator[str]:
        rows = {row.number: row for row in self.plot.rows}
        for row in self.plot.rows:
            if row.before is None:
                continue
            old = rows[row.before]
            ends = f"M{self._anchor(old)} {self.y(old)}L{self._anchor(row)} {self.y(row)}"
            yield f'<path class="revision" d="{ends}" stroke="{row.style.colour}" stroke-width="1" fill="none"/>'

    def _anchor(self, row: Row) -> float:
        """Where lines to other rows begin: the middle of the interval, or its only end."""
        ends = [self.x(value) for value in row.values]
        return round(sum(ends) / len(ends), 1) if ends else (self.at.left + self.at.right) / 2

    def _row(self, row: Row) -> Iterator[str]:
        y, faint = self.y(row), ' opacity="0.65"' if row.is_hedged else ""
        end = self.top + self.at.row * row.number
        if self.link is not None:
            given = " ".join(f'{name}="{escape(value)}"' for name, value in self.link(row).items())
            yield f"<a {given}>"
        # A link is named by what stands in it; a title as well would be read twice.
        title = f"<title>{_text(told(row))}</title>" if self.link is None else ""
        yield f'<g class="account party-{row.style.number}">{title}'
        if self.link is not None:
            # What can be pointed at is the whole row, not its marks alone.
            box = f'width="{self.at.width}" height="{self.at.row - 2}"'
            yield f'<rect class="row" x="0" y="{end - self.at.row + 1}" {box} fill="none" pointer-events="all"/>'
        yield f'<path d="M0 {end}H{self.at.width}" stroke="currentColor" stroke-opacity="0.10"/>'
        yield from self._beside(row, y)
        yield f'<g{faint} stroke="{row.style.colour}" fill="{row.style.colour}">'
        yield from self._interval(row, y)
        yield "</g></g>"
        if self.link is not None:
            yield "</a>"

    def _beside(self, row: Row, y: float) -> Iterator[str]:
        """Who gives what, and what needs saying of it."""
        held, at = row.amount + _carried(row), self.at
        line = y - 34 if at.is_stacked else y + 4
        yield f'<text x="0" y="{line}" font-size="{_SMALL}" fill-opacity="0.6">{row.number}</text>'
        if not at.is_stacked:
            yield from _two_lines(row.who, _beside(row), x=20, y=y, room=at.left - 34)
            right = at.width - at.right - 16
            yield from _two_lines(held, _after(row), x=at.right + 16, y=y, room=right, look=_STRONG)
            return
        wide = min(len(held) * _TEXT * _PER_CHARACTER * 1.1, at.width / 2)
        yield _words(row.who, x=20, y=line, size=_TEXT, room=at.width - wide - 28)
        yield _words(held, x=at.width, y=line, size=_TEXT, room=at.width / 2, look=f'{_STRONG} text-anchor="end"')
        more = " · ".join(part for part in (_beside(row), _after(row)) if part)
        yield _words(more, x=20, y=line + 14, size=_SMALL, room=at.width - 20, look=_SOFT)

    def _interval(self, row: Row, y: float) -> Iterator[str]:
        low, high = row.account.min, row.account.max
        if low is None and high is None:
            return
        if low == high and low is not None:
            yield mark(row.style, x=self.x(low), y=y, hollow=row.is_unnamed)
            if row.account.approximate:
                yield f'<text x="{self.x(low) + 9}" y="{y + 4}" stroke="none" font-size="{_SMALL}">≈</text>'
            return
        start = self.at.left if low is None else self.x(low)
        end = self.at.right if high is None else self.x(high)
        dash = ' stroke-dasharray="5 3"' if row.is_unnamed else ""
        yield f'<path d="M{start} {y}H{end}" stroke-width="2.5" fill="none"{dash}/>'
        for bound, x, tip in ((low, start, 1), (high, end, -1)):
            if bound is not None:
                yield f'<path d="M{x} {y - 7}V{y + 7}" stroke-width="2.5" fill="none"/>'
            else:
                yield f'<path class="open" d="M{x} {y}l{9 * tip} -5v10z" stroke="none"/>'
        if row.values:
            told_end = low if low is not None else high
            if told_end is not None:
                yield mark(row.style, x=self.x(told_end), y=y, hollow=row.is_unnamed)


def described(plot: Plot) -> str:
    """The plot in words, for those who do not see it."""
    kind = "Disputed. " if plot.asked.disputed else ""
    return kind + " ".join(f"{row.number}: {told(row)}." for row in plot.rows)


def told(row: Row) -> str:
    """One account in a sentence without its stop."""
    parts = [f"{row.who}: {row.amount}"]
    parts += [f"said {row.said}"] if row.said else []
    parts += ["not named"] if row.is_unnamed else []
    parts += [f"through {row.via}"] if row.via else []
    parts += [f"in place of {row.before}"] if row.before is not None else []
    parts += [f"cannot be true together with {numbers(row.against)}"] if row.against else []
    return ", ".join(parts)


def _two_lines(first: str, second: str, *, x: float, y: float, room: float, look: str = "") -> Iterator[str]:
    """One line above the other, or the first alone in the middle."""
    yield _words(first, x=x, y=y - 3 if second else y + 4, size=_TEXT, room=room, look=look)
    if second:
        yield _words(second, x=x, y=y + 13, size=_SMALL, room=room, look=_SOFT)


def _carried(row: Row) -> str:
    return f"  ×{row.account.documents}" if row.account.documents > 1 else ""


def _beside(row: Row) -> str:
    party = row.style.name if row.style.number >= 0 and row.style.name != row.who else ""
    return " · ".join(
        part for part in (party, "unnamed" if row.is_unnamed else "", f"via {row.via}" * bool(row.via)) if part
    )


def _after(row: Row) -> str:
    against = f"not with {numbers(row.against)}" if row.against else ""
    return " · ".join(part for part in (row.said, against) if part)


def _note(plot: Plot) -> str:
    parts = ["The scale is logarithmic."] if plot.scale.is_logarithmic else []
    parts += [f"Not drawn: {counted(plot.left_out, 'more account')}."] if plot.left_out else []
    parts += ["Faint: hedged by its source."] if any(row.is_hedged for row in plot.rows) else []
    parts += ["Hollow: source not named."] if any(row.is_unnamed for row in plot.rows) else []
    parts += ["×: so many reports carry it."] if any(row.account.documents > 1 for row in plot.rows) else []
    parts += ["Lines join what one source changed."] if any(row.before for row in plot.rows) else []
    return " ".join(parts)


def _legend(styles: Sequence[Style], *, width: int) -> Iterator[tuple[int, float, Style]]:
    """The line and the place of each party."""
    line, x = 0, 0.0
    for style in styles:
        wide = 34 + _PER_CHARACTER * _SMALL * min(len(style.name), 60)
        if x and x + wide > width:
            line, x = line + 1, 0.0
        yield line, round(x, 1), style
        x += wide


def _lines(words: str, *, room: float) -> Iterator[str]:
    """Small print, broken where a line is full."""
    most, line = int(room / (_SMALL * _PER_CHARACTER)), ""
    for word in words.split():
        if line and len(line) + len(word) + 1 > most:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    if line:
        yield line


def _words(words: str, *, x: float, y: float, size: int, room: float, look: str = "") -> str:
    most = max(int(room / (size * _PER_CHARACTER)), 2)
    words = one_line(words)
    words = words if len(words) <= most else words[: most - 1].rstrip() + "…"
    return f'<text x="{x}" y="{y}" font-size="{size}"{look}>{_text(words)}</text>'


def _text(words: str) -> str:
    return escape(one_line(words), quote=False)
