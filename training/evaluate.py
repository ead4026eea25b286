"""Score trained weights on PolNeAR's dev part without exporting them.

usage: python -m training.evaluate --data FOLDER --base MINILM --weights FILE.pt --relations FILE.json
"""

import argparse
import importlib.util
import json
import time
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from hearsay.read.batch import Batch
from hearsay.read.encode import Encoder
from hearsay.read.manifest import WEIGHTS
from hearsay.read.network import Plain
from hearsay.read.reader import Reader as Decoder
from hearsay.records.reading import Attribution
from training.data import UPOS
from training.model import Batch as Tensors
from training.model import Reader, load_config


class TorchNetwork:
    """The trained network behind the interface of hearsay.read.network.Network."""

    def __init__(self, model: Reader) -> None:
        self.model = model.eval()

    def plain(self, batch: Batch) -> Plain:
        """Read windows once."""
        arrays = (batch.ids, batch.styles, batch.mask, batch.first, batch.words, batch.paragraphs)
        with torch.no_grad():
            found = self.model.read(self.model.hidden(Tensors(*map(torch.from_numpy, arrays))))
        return Plain(*(x.numpy() for x in found))

    def cued(self, batch: Batch, plain: Plain, *, where: np.ndarray, seeds: np.ndarray) -> np.ndarray:
        """Read them again, given cues."""
        arrays = (plain.words, plain.cues, plain.flat, batch.paragraphs, where, seeds)
        with torch.no_grad():
            scores: np.ndarray = self.model.cued(*map(torch.from_numpy, arrays)).numpy()
        return scores


def load(weights: Path, base: Path, relations: Path) -> Reader:
    """A network with trained weights: a state dict, or a checkpoint's averaged ones."""
    model = Reader(load_config(base), len(json.loads(relations.read_text(encoding="utf-8"))), len(UPOS))
    state = torch.load(weights, map_location="cpu")
    model.load_state_dict(state.get("average", state))
    return model.eval()


def scorer_at(path: Path) -> ModuleType:
    """The scorer, loaded from its file; raises ImportError."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tally(scorer: Any, count: dict[str, Counter[str]], *, row: dict[str, Any], found: list[Attribution]) -> None:
    """Add one article to the counts."""
    home, marks = scorer.words(row["text"])
    spans = [{r: [(s.start, s.end) for s in getattr(a, r)] for r in scorer.ROLES} for a in found]
    sides = [row["attributions"], spans]
    scorer.tally(count, *([scorer.word_sets(a, home, marks) for a in side] for side in sides))
    for role in scorer.ROLES:
        g, f = (scorer.piece_sets(side, role, home, marks) for side in sides)
        count[role + "_pieces"] += Counter(right=sum((g & f).values()), gold=sum(g.values()), found=sum(f.values()))


def main() -> None:
    """Score as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "base", "weights", "relations"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    scorer = scorer_at(options.data / "score/score_polnear.py")
    model = load(options.weights, options.base, options.relations)
    transitions = model.cued.transitions.detach().numpy()
    decoder = Decoder(Encoder(WEIGHTS / "tokenizer.json"), TorchNetwork(model), transitions=transitions)
    gold = [json.loads(line) for line in (options.data / "polnear/dev.jsonl").open(encoding="utf-8")]
    begun = time.time()
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold:
        tally(scorer, count, row=row, found=decoder.attributions([row["text"]])[0])
    for name, score in scorer.percents(count).items():
        print(f"{name:22} F1 {score['f1']:6.2f}  P {score['p']:6.2f}  R {score['r']:6.2f}")
    print(f"{time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
