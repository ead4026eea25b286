"""The pages of stories in a real browser: the plot under the pointer and the keyboard, overruling, paper, a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.present.web.running import running
from tests.present.web.test_browser import CHROMIUM, PHONE, browser, faults, opened
from tests.present.web.told import told_at

__all__ = ("browser",)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page on a desk with a story."""
    with running(told_at(tmp_path / "desk.db")) as port:
        yield from opened(browser, port)


def to_story(page: Page) -> None:
    page.goto("/")
    page.click(".title a")
    page.wait_for_selector(".parts")


def test_axe_finds_nothing_in_light_dark_and_small(page: Page) -> None:
    to_story(page)
    story = page.url
    page.click(".question h3 a")
    page.wait_for_selector("details.accounts[open]")
    parts = ("", "?since=2026-01-01", "/statements", "/reports")
    for address in ("/", page.url, "/changes", "/review", *(story + part for part in parts)):
        page.set_viewport_size({"width": 1300, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert not faults(page), address
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(PHONE)
        assert not faults(page), address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_an_account_that_is_pointed_at_or_focused_shows_its_words(page: Page) -> None:
    to_story(page)
    told = page.locator("[data-told]").first
    assert "27 people" in told.inner_text()
    rows = page.locator(".wide-plot .row-link")
    rows.nth(1).hover()
    assert "31 people" in told.inner_text()
    rows.nth(0).focus()
    assert told.inner_text().startswith("1.")
    assert "27 people" in told.inner_text()
    page.keyboard.press("Tab")
    assert "31 people" in told.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/r3#p1")


def test_a_link_to_an_account_opens_what_it_is_folded_in(page: Page) -> None:
    to_story(page)
    account = page.locator("tr[data-account]").first.get_attribute("id")
    page.goto(f"{page.url}#{account}")
    page.wait_for_selector("details.accounts[open]")
    assert page.locator(f"#{account}").is_visible()


def test_a_conflict_is_overruled_and_taken_back_from_the_keyboard(page: Page) -> None:
    to_story(page)
    page.locator(".overrule summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".overrule input[name=why]").first.fill("another day")
    page.locator("button[value=no-conflict]").first.press("Enter")
    page.wait_for_selector(".notice")
    assert "No two sources gave figures" in page.inner_text("main")
    page.keyboard.press("u")
    page.wait_for_selector("text=undoes")
    assert "Cannot both be true" in page.inner_text("main")


def test_a_phone_and_paper_have_what_they_have_room_for(page: Page) -> None:
    to_story(page)
    assert page.locator(".wide-plot svg").first.is_visible()
    page.set_viewport_size(PHONE)
    assert page.locator(".narrow-plot svg").first.is_visible()
    assert not page.locator(".wide-plot svg").first.is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".overrule").first.is_visible()
    assert not page.locator("header.top").is_visible()
