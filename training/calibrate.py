"""How often a reading with a given margin is right, on PolNeAR's dev part: Platt scaling of the margin's logarithm."""

import json
import math
from pathlib import Path

import numpy as np

from hearsay.read.encode import Encoder
from hearsay.read.network import Network
from hearsay.read.reader import Reader
from training.evaluate import scorer_at

STEPS = 30


def calibrate(folder: Path, data: Path) -> tuple[float, float]:
    """Slope and offset for the weights in ``folder``; right is what the scorer counts as overlapping."""
    scorer = scorer_at(data / "score/score_polnear.py")
    network = Network(folder)
    reader = Reader(Encoder(folder / "tokenizer.json"), network, transitions=np.load(folder / "transitions.npy"))
    x, y = [], []
    for line in (data / "polnear/dev.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        home, marks = scorer.words(row["text"])
        gold = [scorer.word_sets(a, home, marks) for a in row["attributions"]]
        for attribution in reader.attributions([row["text"]])[0]:
            # Uncalibrated, the confidence is the logistic function of log(1 + margin).
            x.append(math.log(attribution.confidence / (1 - attribution.confidence)))
            spans = {r: [(s.start, s.end) for s in getattr(attribution, r)] for r in scorer.ROLES}
            found = scorer.word_sets(spans, home, marks)
            y.append(any(scorer.overlap(g, found) is not None for g in gold))
    return fit(np.asarray(x), np.asarray(y, dtype=float))


def fit(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """The logistic regression of ``y`` (N, 0 or 1) on ``x`` (N,), by Newton's method."""
    features = np.stack([x, np.ones_like(x)], 1)
    weights = np.zeros(2)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (y - chance)
        curve = (features * (chance * (1 - chance))[:, None]).T @ features + 1e-6 * np.eye(2)
        weights = weights + np.linalg.solve(curve, slope)
    return float(weights[0]), float(weights[1])
