"""The Python in the pages runs."""

import re
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, examples

WEIGHTS = ROOT / "src" / "hearsay" / "read" / "weights" / "reader.onnx"
PAGES = [ROOT / "README.md", ROOT / "docs" / "reference" / "python.md"]
BLOCKS = [(page, block) for page in PAGES for block in examples(page)]


def test_the_readme_has_an_example() -> None:
    assert examples(ROOT / "README.md")


@pytest.mark.skipif(not WEIGHTS.exists(), reason="the network has not been trained yet")
@pytest.mark.parametrize(("page", "block"), BLOCKS, ids=[f"{page.name}-{n}" for n, (page, _) in enumerate(BLOCKS)])
def test_an_example_runs(page: Path, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(block, page.name, "exec"), {"__name__": "example"})


WRITTEN = sorted(ROOT.glob("docs/**/*.md")) + sorted(ROOT.glob("*.md"))


@pytest.mark.parametrize("page", WRITTEN, ids=lambda p: p.name)
def test_each_make_target_that_a_page_names_is_there(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"(?:`|^)make (?:PYTHON=\S+ )?(\w+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= targets


@pytest.mark.parametrize("page", WRITTEN, ids=lambda p: p.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not broken


def test_each_decision_has_a_number_of_its_own_and_is_headed_by_it() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    numbers = [int(page.name[:4]) for page in pages]
    assert len(set(numbers)) == len(numbers)
    headed = [page.read_text(encoding="utf-8").split(".", 1)[0] for page in pages]
    assert headed == [f"# {number}" for number in numbers]
