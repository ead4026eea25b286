"""The page: nothing of a report is obeyed, every link leads somewhere, the text is the report's."""

import base64
import hashlib
import io
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest

from hearsay.present.entries import paragraphs
from hearsay.present.page import write_page
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement
from tests.present.made import BRIDGE, QUIET, TEXT, hostile

VOID = {"meta", "br", "img", "link", "input"}


@dataclass
class Page(HTMLParser):
    """What a browser would make of a page, as far as the tests ask."""

    source: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """The text within each element that has an id."""
    inline: dict[str, str] = field(default_factory=dict)
    """Script and style."""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str | None]] = []
        self.feed(self.source)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert len(given) == len(attrs), attrs
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
            self.texts[self.ids[-1]] = ""
        if tag == "a":
            self.links.append(str(given["href"]))
        if tag not in VOID:
            self._open.append((tag, given.get("id")))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, (opened, tag)

    def handle_data(self, data: str) -> None:
        tag = self._open[-1][0] if self._open else ""
        if tag in {"script", "style"}:
            self.inline[tag] = self.inline.get(tag, "") + data
        if "sup" in {tag for tag, _ in self._open}:
            return
        for _, id in self._open:
            if id:
                self.texts[id] += data

    @property
    def words(self) -> str:
        """All that is read on it."""
        return re.sub(r"<(script|style)>.*?</\1>", "", self.source, flags=re.DOTALL)


def page(*ledgers: Ledger) -> Page:
    stream = io.StringIO()
    write_page(ledgers, stream)
    return Page(stream.getvalue())


EVERY = [(BRIDGE,), (BRIDGE, QUIET), (hostile(),), (hostile(), BRIDGE), ()]


@pytest.mark.parametrize("ledgers", EVERY)
def test_every_link_leads_to_one_place(ledgers: tuple[Ledger, ...]) -> None:
    made = page(*ledgers)
    assert len(set(made.ids)) == len(made.ids)
    inner = {link.removeprefix("#") for link in made.links if link.startswith("#")}
    assert inner <= set(made.ids)
    assert all(link.startswith(("#", "https://norda.example/")) for link in made.links)


@pytest.mark.parametrize("ledgers", EVERY)
def test_nothing_is_loaded_from_elsewhere(ledgers: tuple[Ledger, ...]) -> None:
    made = page(*ledgers)
    assert not {tag for tag, _ in made.tags} & {"link", "img", "iframe", "object", "embed", "base", "form", "svg"}
    assert not any("src" in given or "style" in given for _, given in made.tags)
    assert "url(" not in made.inline["style"]
    assert "@import" not in made.inline["style"]


@pytest.mark.parametrize("ledgers", EVERY)
def test_only_the_pages_own_script_and_style_may_run(ledgers: tuple[Ledger, ...]) -> None:
    made = page(*ledgers)
    assert [tag for tag, _ in made.tags].count("script") == 1
    assert not any(name.startswith("on") for _, given in made.tags for name in given)
    (policy,) = [given["content"] for tag, given in made.tags if given.get("http-equiv")]
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    for name in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(made.inline[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy


def test_a_hostile_report_is_text() -> None:
    made = page(hostile())
    made.source.encode("utf-8")
    assert "<script>alert(2)</script>" in made.texts["r1-title"]
    assert "{{ 7*7 }} {% raw %}" in made.texts["r1-p1"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", made.source)
    assert not any(str(given.get("href")).startswith("javascript") for _, given in made.tags)


def test_the_text_is_the_reports_to_the_character() -> None:
    made = page(BRIDGE)
    for number, span in enumerate(paragraphs(TEXT), start=1):
        assert made.texts[f"r1-p{number}"] == span.of(TEXT)


def test_each_statement_leads_to_its_words_and_back() -> None:
    made = page(BRIDGE)
    for number in range(1, 9):
        assert made.links.count(f"#r1-w{number}") == 1
        assert made.links.count(f"#r1-s{number}") >= 1
    assert made.texts["r1-w2"] == "We looked at pier four twice. We did not believe it the first time"
    assert "the ferry would be full by noon" in made.texts["r1-s6"]


def test_the_keyboard_stops_once_at_each_statement_in_the_text() -> None:
    made = page(BRIDGE)
    stops = [
        given["href"]
        for tag, given in made.tags
        if tag == "a" and "tabindex" not in given and str(given["href"]).startswith("#r1-s")
    ]
    assert sorted(map(str, stops)) == [f"#r1-s{number}" for number in range(1, 9)]


def test_a_source_that_is_not_told_is_said_so() -> None:
    made = page(BRIDGE)
    assert "Source not told" in made.words
    assert "reading unsure, 31%" in made.texts["r1-s5"]
    assert "through two officials who saw his letter" in made.texts["r1-s4"]
    assert "in a caption" in made.texts["r1-s7"]


def test_captions_and_related_headlines_are_set_apart() -> None:
    kinds = {given.get("id"): given.get("class") for tag, given in page(BRIDGE).tags if tag == "p" and "id" in given}
    assert kinds == {f"r1-p{n}": {5: "caption", 6: "related"}.get(n) for n in range(1, 7)}


def test_several_reports_have_a_table_of_contents() -> None:
    assert "contents" not in page(BRIDGE).ids
    made = page(BRIDGE, QUIET)
    assert "contents" in made.ids
    assert made.links[:2] == ["#r1", "#r2"]
    assert "Nobody is credited with a statement in this report." in made.texts["r2"]


def test_no_report_is_told() -> None:
    assert "There was no report to read." in page().words


def marked(text: str, *statements: Spans) -> Page:
    made = tuple(Statement(f"s{i}", "d", None, (), spans, (), Mode.INDIRECT, 0.9) for i, spans in enumerate(statements))
    return page(Ledger((Document("d", text),), (), made))


def test_marks_may_overlap_and_lie_within_one_another() -> None:
    text = "abcdefghij\n\nklm"
    made = marked(
        text,
        Spans((Span(0, 4),), (Span(2, 6),), (Span(1, 9),)),
        Spans((), (), (Span(3, 7), Span(8, 14))),
        Spans((Span(3, 5),), (), (Span(0, 15),)),
        Spans((), (Span(10, 12),), ()),
        Spans((), (), ()),
    )
    assert made.texts["r1-p1"] == "abcdefghij"
    assert made.texts["r1-p2"] == "klm"
    assert {f"#r1-w{n}" for n in (1, 2, 3)} <= set(made.links)
    # What stands in the blank between paragraphs, or nowhere, leads to a paragraph.
    assert made.links[-2:] == ["#r1-p1", "#r1-p1"]


@pytest.mark.parametrize("url", ["JavaScript:alert(1)", " https://x.example", "data:text/html,x", "//x.example", ""])
def test_an_address_that_is_no_page_is_no_link(url: str) -> None:
    document = replace(QUIET.documents[0], url=url)
    assert not [link for link in page(Ledger((document,))).links if not link.startswith("#")]
