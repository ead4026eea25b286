"""The copies that people found among whole stories and real wires; skipped where these are not at hand."""

import json
import random
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

from hearsay.records.document import Document
from tests.reconcile.copies.made import placed

SHARED = Path(__file__).resolve().parents[4] / "shared"
STORIES = sorted(SHARED.glob("stories/*/gold.json"))
WIRES = SHARED / "times" / "aquaint-stories.json"
Pairs = set[frozenset[str]]


def read(path: Path) -> Iterator[Document]:
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        names = ("id", "text", "url", "title", "publisher", "byline", "published")
        yield Document(**{name: given[name] for name in names if name in given})


def found(documents: Iterable[Document], *, seed: int) -> Pairs:
    """The pairs of documents that are one witness, when they come in an order of chance."""
    given = sorted(documents, key=lambda document: document.id)
    random.Random(seed).shuffle(given)
    origin_of = {id: copies[0].of for id, copies in placed(*given).items() if copies[0].is_copy}
    ids = [document.id for document in given]
    return {frozenset(pair) for pair in combinations(ids, 2) if len({origin_of.get(id, id) for id in pair}) == 1}


def labelled(groups: Iterable[Iterable[str]]) -> Pairs:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


@pytest.mark.skipif(not STORIES, reason="../shared/stories is not there")
@pytest.mark.parametrize("seed", range(3))
def test_the_copies_of_the_stories_are_found_and_no_others(seed: int) -> None:
    documents = [document for gold in STORIES for document in read(gold.with_name("documents.jsonl"))]
    copies = [group for gold in STORIES for group in json.loads(gold.read_text(encoding="utf-8"))["copies"]]
    assert found(documents, seed=seed) == labelled(copies)


@pytest.mark.skipif(not WIRES.exists(), reason="../shared/times is not there")
@pytest.mark.parametrize("seed", range(3))
def test_the_copies_of_the_wires_are_found_and_no_others(seed: int) -> None:
    told = json.loads(WIRES.read_text(encoding="utf-8"))
    documents = [one for one in read(WIRES.with_name("tbaq-dev.jsonl")) if one.id in told["stories"]]
    assert len(documents) == len(told["stories"])
    assert found(documents, seed=seed) - labelled(told["either_way"]) == labelled(told["copies"])
