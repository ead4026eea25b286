"""Fit the weights by which figures are compared: ``python -m bench.weights STORY_DIR LEDGER.json … [--write]``.

A STORY_DIR holds a story's documents and gold, a LEDGER.json its reading. Prints the weights, and how well the groups
do on each story with weights that were fitted on the others alone. docs/decisions/0032 tells what came out.
"""

import json
import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.reconcile.questions import pair
from hearsay.reconcile.questions.cluster import grouped
from hearsay.reconcile.questions.compare import Compared, compared
from hearsay.records.account import Given
from hearsay.records.wire import from_wire

PRECISION = 3.0
"""How strongly the weights by hand hold, as the precision of a normal prior (best left-out score of 1 to 20)."""
PAIRS = 300.0
"""For how many pairs each story counts, whatever its size."""
STEPS = 300
TABLE = Path(pair.__file__).with_name("weights.toml")
HEAD = "\n[weights]\n"

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Story:
    """The figures of one story with the questions that they answer."""

    name: str
    compared: Compared
    gold: Mapping[str, str]
    """Question by Figure.id."""
    sizes: Mapping[str, int]
    """How many figures each question has, found or not."""


def load(folder: Path, ledger: Path) -> Story:
    """A story's figures as they were read, those of the gold with their questions: spans overlap, ends are equal."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    read = from_wire(json.loads(ledger.read_text(encoding="utf-8")))
    documents = {document.id: document for document in read.documents}
    followed = [figure for figure in read.figures if figure.question is not None]
    answers: dict[str, str] = {}
    for row in gold["figures"]:
        surface, nth = (row["text"], 0) if isinstance(row["text"], str) else row["text"]
        starts = [match.start() for match in re.finditer(re.escape(surface), documents[row["doc"]].text)]
        start, end = starts[nth], starts[nth] + len(surface)
        for figure in followed:
            meets = figure.document == row["doc"] and figure.span.start < end and start < figure.span.end
            if meets and (figure.min, figure.max) == (row["min"], row["max"]):
                answers[figure.id] = row["question"]
    numbers = {document.id: number for number, document in enumerate(read.documents)}
    givens = [
        Given(figure, documents[figure.document], numbers[figure.document], None, None, (), figure.document)
        for figure in followed
    ]
    questions = [row["question"] for row in gold["figures"]]
    return Story(folder.name, compared(givens, single=()), answers, {q: questions.count(q) for q in questions})


def fit(stories: Sequence[Story], by_hand: Vector) -> Vector:
    """The most likely weights around ``by_hand``, by Newton's method."""
    sets = [_pairs(story) for story in stories]
    rows, together = np.vstack([rows for rows, _ in sets]), np.concatenate([together for _, together in sets])
    counts = np.concatenate([np.full(len(own), min(1.0, PAIRS / len(own))) for _, own in sets])
    weights = by_hand.copy()
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (odds - together)) + PRECISION * (weights - by_hand)
        bend = (rows.T * (counts * odds * (1 - odds))) @ rows + PRECISION * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights = weights - step * min(1.0, 1 / np.abs(step).max())
        if np.abs(step).max() < 1e-8:
            break
    return weights


def b_cubed(story: Story, weights: Vector) -> float:
    """B-cubed F1 over the gold figures of a story; one that was not found counts as wrong."""
    scores = {
        (one, other): float(np.dot(weights, pair.features(a, b, shared=story.compared.weighing)))
        for (one, a), (other, b) in combinations(enumerate(e[0] for e in story.compared.entries), 2)
        if pair.comparable(a, b)
    }
    groups = grouped(story.compared.sizes, scores, same=(), apart=())
    found = {s.id: place for place, group in enumerate(groups) for n in group for s in story.compared.entries[n]}
    right: list[tuple[float, float]] = []
    for one, question in story.gold.items():
        near = [other for other in story.gold if found[other] == found[one]]
        hits = sum(story.gold[other] == question for other in near)
        right.append((hits / len(near), hits / story.sizes[question]))
    whole = sum(story.sizes.values())
    precision, recall = (sum(share) / whole for share in zip(*right, strict=True))
    return float(2 * precision * recall / (precision + recall))


def _pairs(story: Story) -> tuple[Vector, Vector]:
    known = [entry[0] for entry in story.compared.entries if entry[0].id in story.gold]
    pairs = [(a, b) for a, b in combinations(known, 2) if pair.comparable(a, b)]
    rows = [pair.features(a, b, shared=story.compared.weighing) for a, b in pairs]
    return np.array(rows), np.array([float(story.gold[a.id] == story.gold[b.id]) for a, b in pairs])


def main(arguments: Sequence[str]) -> int:
    """Print weights and scores; with ``--write`` put the weights into the package."""
    paths = [Path(argument) for argument in arguments if argument != "--write"]
    if len(paths) < 4 or len(paths) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    stories = [load(folder, ledger) for folder, ledger in zip(paths[::2], paths[1::2], strict=True)]
    text = TABLE.read_text(encoding="utf-8")
    table = tomllib.loads(text)["by-hand"]
    by_hand = np.array([float(table[name]) for name in pair.NAMES])
    weights = fit(stories, by_hand)
    lines = [f"{name} = {weight:.2f}" for name, weight in zip(pair.NAMES, weights, strict=True)]
    print("\n".join(lines))
    for story in stories:
        others = fit([other for other in stories if other is not story], by_hand)
        scores = (b_cubed(story, weights), b_cubed(story, others), b_cubed(story, by_hand))
        print("{}: fitted {:.3f}, left out {:.3f}, by hand {:.3f}".format(story.name, *scores))
    if "--write" in arguments:
        TABLE.write_text(text.partition(HEAD)[0] + HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
