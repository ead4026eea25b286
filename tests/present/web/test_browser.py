"""The pages in a real browser: each action, the keyboard alone, a phone, the dark, paper; and axe finds nothing.

Playwright drives Debian's Chromium: apt-get install chromium. Where it is missing these are skipped.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Writer
from hearsay.present.web.state import Tools
from tests.ledger.versions import AFTER, BEFORE
from tests.present.web.desks import own
from tests.present.web.identity import identity
from tests.present.web.running import running

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parent / "assets" / "axe.min.js"
PAGES = (
    *("/", "/search?q=bridge", "/documents", "/documents/bridge-1", "/statements/bridge-1-s4", "/sources"),
    *("/sources/engineer", "/review", "/add", "/history", "/nowhere"),
)
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1300, "height": 900}

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def _port(ready: Path) -> Iterator[int]:
    with running(ready) as port:
        yield port


@pytest.fixture
def page(browser: Browser, _port: int) -> Iterator[Page]:
    """A page on a desk that is looked at; whatever its console complains of, or what it loads elsewhere, is a fault."""
    yield from opened(browser, _port)


@pytest.fixture
def work(browser: Browser, path: Path) -> Iterator[Page]:
    """A page on a desk that is worked at."""
    with running(path) as port:
        yield from opened(browser, port)


def opened(browser: Browser, port: int) -> Iterator[Page]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{port}", viewport=DESK)
    made = context.new_page()
    made.set_default_timeout(10_000)
    complaints: list[str] = []
    made.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    made.on("pageerror", lambda error: complaints.append(str(error)))
    elsewhere: list[str] = []
    made.on("request", lambda asked: None if f"127.0.0.1:{port}/" in asked.url else elsewhere.append(asked.url))
    yield made
    context.close()
    assert not [one for one in complaints if "404" not in one]
    assert not elsewhere


TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LOOKS = ("color-contrast", "target-size", "scrollable-region-focusable")
"""What can differ between light and dark, large and small."""


def faults(page: Page, *, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe finds by WCAG 2.2, A and AA, or by these rules alone."""
    if not page.evaluate("!!window.axe"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("only => axe.run({runOnly: only})", list(rules or TAGS))
    return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_light_dark_and_small(page: Page, path: str) -> None:
    page.goto(path)
    assert not faults(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    assert not faults(page, rules=LOOKS)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_search_is_at_hand_from_the_keyboard(page: Page) -> None:
    page.goto("/documents")
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=bridge")
    assert page.locator("mark").first.inner_text() == "bridge"
    page.keyboard.press("/")
    page.keyboard.type("a/")
    assert page.input_value("#q").endswith("a/")


def test_selecting_words_lights_up_their_entry_and_opens_it(page: Page) -> None:
    page.goto("/documents/bridge-1")
    page.locator('a.m[href="#s4"]').first.click()
    assert page.locator("#s4").evaluate("one => one.classList.contains('on')")
    page.wait_for_selector("#entry blockquote")
    assert "40 million crowns" in page.locator("#entry").inner_text()
    page.locator("#s1 a.words").click()
    assert page.locator('a.m.on[href="#s1"]').count()


def test_the_list_beside_a_text_never_covers_what_stands_below(page: Page) -> None:
    page.set_viewport_size({"width": 1300, "height": 500})
    page.goto("/documents/bridge-1")
    page.click("text=Add a statement that was missed")
    page.evaluate("document.querySelector('.findings').scrollIntoView({block: 'center'})")
    ends = "document.querySelector('.stays').getBoundingClientRect().bottom"
    begins = "document.querySelector('.findings').getBoundingClientRect().top"
    assert page.evaluate(f"{ends} <= {begins}")


def test_on_paper_there_is_the_report_alone(page: Page) -> None:
    page.goto("/documents/bridge-1")
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".report").is_visible()


def test_the_queue_is_worked_through_from_the_keyboard(work: Page) -> None:
    work.goto("/review?document=bridge-1")
    assert "31%" in work.inner_text("main")
    work.keyboard.press("a")
    work.wait_for_selector(".notice")
    assert "31%" not in work.inner_text("main")
    work.keyboard.press("u")
    work.wait_for_selector("text=undoes")
    assert "31%" in work.inner_text("main")


def test_a_statement_is_corrected_from_the_keyboard(work: Page) -> None:
    work.goto("/statements/bridge-1-s1")
    work.keyboard.press("c")
    assert work.evaluate("document.activeElement.name") == "source"
    work.select_option("select[name=act]", "promise")
    work.fill("details[open] input[name=why]", "it says will")
    work.keyboard.press("Enter")
    work.wait_for_selector(".notice")
    assert "promises" in work.inner_text(".facts")
    work.keyboard.press("u")
    work.wait_for_selector("text=undoes")
    assert "promises" not in work.inner_text(".facts")


def test_two_sources_are_merged_and_split(work: Page) -> None:
    work.goto("/statements/bridge-1-s1")
    work.keyboard.press("m")
    work.select_option("select[name=other]", "shopkeepers")
    work.click("text=They are one")
    work.wait_for_selector(".notice")
    work.goto("/sources/board")
    assert "ruin them" in work.inner_text("main")
    work.locator(".history button").first.click()
    work.wait_for_selector(".notice")
    work.goto("/sources/board")
    assert "ruin them" not in work.inner_text("main ol.list")


def test_a_figure_is_corrected_from_the_keyboard(work: Page) -> None:
    work.goto("/statements/bridge-1-s4")
    work.keyboard.press("f")
    assert work.evaluate("document.activeElement.name") == "min"
    work.keyboard.type("41000000")
    work.fill("details[open] input[name=max]", "")
    work.fill("details[open] input[name=why]", "at least so much")
    work.keyboard.press("Enter")
    work.wait_for_selector(".notice")
    assert "at least 41 million" in work.inner_text(".facts")


def test_a_statement_that_was_missed_is_added(work: Page) -> None:
    work.goto("/documents/bridge-1")
    work.click("text=Add a statement that was missed")
    work.fill("textarea[name=content]", "divers found cracks in two of its piers")
    work.fill("input[name=of]", "Ana Téllez")
    work.click("details[open] button:text('Add')")
    work.wait_for_selector(".notice")
    assert "divers found cracks" in " ".join(work.locator("aside.beside a.words").all_inner_texts())


def test_the_example_stories_are_one_click_away(browser: Browser, tmp_path: Path) -> None:
    with running(tmp_path / "new.db", given=Tools()) as port:
        for page in opened(browser, port):
            page.goto("/")
            page.click("text=Read the example stories")
            page.wait_for_selector("text=6 of 6 in the ledger", timeout=60_000)
            page.goto("/")
            assert len(page.request.get("/api/v1/stories").json()["items"]) == 2
            page.locator(".title a").first.click()
            page.wait_for_selector(".question")


def test_a_text_is_added_and_its_page_follows_it(work: Page) -> None:
    work.goto("/add")
    work.fill("textarea", "It rained in Port Ellis.")
    work.locator("form:has(textarea) button").click()
    work.wait_for_selector("text=1 of 1 in the ledger")


def test_two_versions_of_a_report_are_compared(browser: Browser, path: Path) -> None:
    store = Store(path, create=False)
    for version in (BEFORE, AFTER):
        Writer(store).add(version, reader="7")
    store.close()
    with running(path) as port:
        for page in opened(browser, port):
            page.goto("/documents")
            page.click(f"text={AFTER.documents[0].title}")
            page.click("summary:text('versions')")
            page.click("text=compare with this one")
            assert page.inner_text("h1") == "Versions compared"
            kinds = page.locator("p.kind").all_inner_texts()
            assert {kind.split(":")[0] for kind in kinds} == {"New", "Gone", "Changed"}
            assert not faults(page)


def test_whom_a_provider_knows_logs_in_with_a_button(browser: Browser, path: Path) -> None:
    with identity() as provider:
        provider.known_at(path)
        desk = own(path, host="0.0.0.0", analyst="", provider=provider.of_desk())
        with running(path, desk) as port:
            context = browser.new_context(base_url=f"http://127.0.0.1:{port}")
            page = context.new_page()
            page.goto("/sources")
            page.click("text=Log in with Norda")
            page.wait_for_url("**/sources")
            assert "olga" in page.inner_text("header")
            page.click("text=Log out")
            page.wait_for_selector("text=Log in with Norda")
            context.close()
