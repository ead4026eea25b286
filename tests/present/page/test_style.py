"""Colours that can be read: WCAG 2.2, AA."""

import re
from importlib import resources

import pytest

STYLE = resources.files("hearsay.present.page").joinpath("templates", "page.css").read_text(encoding="utf-8")
SCHEMES = {
    "light": STYLE[: STYLE.index("@media")],
    "dark": STYLE[STYLE.index("prefers-color-scheme: dark") : STYLE.index("* {")],
    "print": STYLE[STYLE.index("@media print") :],
}


def luminance(colour: str) -> float:
    full = colour.lstrip("#")
    full = full if len(full) == 6 else "".join(c * 2 for c in full)
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("name", "least"),
    [("ink", 7), ("soft", 4.5), ("link", 4.5), ("source", 4.5), ("cue", 4.5), ("unsure", 4.5), ("content", 3)],
)
def test_contrast_is_enough_on_paper_and_where_lit(scheme: str, name: str, least: float) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", SCHEMES["light"]))
    colours |= dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", SCHEMES[scheme]))
    assert contrast(colours[name], colours["paper"]) >= least
    if scheme != "print":
        assert contrast(colours[name], colours["lit"]) >= least


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
