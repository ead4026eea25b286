import pytest

from hearsay.ingest.page.headline import headlines
from hearsay.ingest.page.parse import parse_page
from tests.ingest.markup import ARTICLE, json_ld, meta, page, paragraphs

LONG = "Port Elwyn quay stays closed after cracks are found"
OTHER = "Cracks close the quay of Port Elwyn"


def first(
    *, stated: str = "", shared: str = "", shown: str = "", title: str = "", site: str = "The Elwyn Courier"
) -> str | None:
    head = meta(og__site_name=site) if site else ""
    head += json_ld(ARTICLE | {"headline": stated}) if stated else ""
    head += meta(og__title=shared) if shared else ""
    body = (f"<h1>{shown}</h1>" if shown else "") + paragraphs()
    found = headlines(parse_page(page(body, head=head, title=title), origin="here"))
    return found[0] if found else None


@pytest.mark.parametrize(
    "given",
    [
        {"stated": LONG},
        {"shared": LONG},
        {"shown": LONG},
        {"title": LONG},
        {"title": f"{LONG} | The Elwyn Courier"},
        {"title": f"{LONG} - Elwyn Courier"},
        {"shared": f"{LONG} | The Elwyn Courier"},
        {"shared": f"{LONG} * The Elwyn Courier * by Ines Calloway", "shown": LONG},
        {"stated": f"{LONG} - The Elwyn Courier", "shown": LONG},
        {"stated": LONG.replace("cracks", "&quot;cracks&amp;quot;"), "shown": LONG},
        {"stated": "Port Elwyn quay stays closed after…", "shown": LONG},
        {"stated": "Port Elwyn quay stays closed ...", "shared": LONG},
    ],
)
def test_a_headline_is_cleaned(given: dict[str, str]) -> None:
    assert (first(**given) or "").replace('"', "") == LONG


def test_the_stated_headline_stands_where_another_bears_it_out() -> None:
    assert first(stated=LONG, shared=OTHER, shown=LONG) == LONG
    assert first(stated=LONG, shared=OTHER, shown=OTHER, title=f"{LONG} | Harbour | The Elwyn Courier") == LONG


def test_the_stated_headline_falls_where_others_agree_against_it() -> None:
    # A bare title repeats what search engines are to show, and bears nothing out.
    assert first(stated=LONG, shared=OTHER, shown=OTHER, title=LONG) == OTHER


def test_a_single_other_headline_does_not_outweigh_the_stated_one() -> None:
    assert first(stated=LONG, shown=OTHER) == LONG


def test_no_headline_is_none() -> None:
    assert first() is None
    assert first(shown="x" * 600) is None


def test_a_headline_in_typographic_quotation_marks_is_the_same() -> None:
    assert first(stated="“Cracks” in the quay", shared="'Cracks' in the quay", shown=OTHER) == "“Cracks” in the quay"
