"""Train the reader network; a run that was cut off goes on from its last checkpoint when started again.

usage: python -m training.train --data FOLDER --base MINILM --out FOLDER [--epochs N] [--syntax-epochs N] [--compile]
"""

import argparse
import copy
import json
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from hearsay.read.decode import legal_transitions
from hearsay.read.encode import Encoder, Window
from hearsay.read.manifest import WEIGHTS
from training.data import UPOS, Article, Example, Parsed, attribution_examples, batches, load_articles, load_parsed
from training.losses import attribution_loss, syntax_loss, tensors
from training.model import Reader, load_config

BATCH, SYNTAX_BATCH = 8, 12
SYNTAX_EVERY = 20
"""In the main epochs one batch in so many is parsed text, at SYNTAX_WEIGHT."""
SYNTAX_WEIGHT = 0.3
NOISE = 0.06
"""Share of pieces hidden."""
EVERY = 100
"""Steps between checkpoints."""
DECAY = 0.998
"""Of the moving average of the weights, which is what is shipped (Polyak and Juditsky, 1992)."""
WARM = 0.06
HEADS_RATE = 1e-3


@dataclass(slots=True)
class Course:
    """What there is to learn, and in which order."""

    articles: list[Article]
    parsed: list[Parsed]
    seed: int
    syntax_epochs: int
    epochs: int

    def plan(self, epoch: int) -> list[list[Example]]:
        """The batches of an epoch, always the same for the same number."""
        shuffle = random.Random(self.seed * 1000 + epoch)
        whole = [Example(p.encoded, Window(0, len(p.encoded)), parsed=p) for p in self.parsed]
        syntax = batches(whole, size=SYNTAX_BATCH, shuffle=shuffle)
        if epoch < self.syntax_epochs:
            return syntax
        examples = [x for a in self.articles for x in attribution_examples(a, first_limit=shuffle.randint(60, 254))]
        groups = batches(examples, size=BATCH, shuffle=shuffle)
        for n, group in enumerate(syntax[: len(groups) // SYNTAX_EVERY]):
            groups.insert(n * SYNTAX_EVERY, group)
        return groups

    def steps(self) -> tuple[int, int]:
        """Steps of the syntax stage, and of both stages."""
        turn = self.syntax_epochs * len(self.plan(0)) if self.syntax_epochs else 0
        return turn, turn + self.epochs * len(self.plan(self.syntax_epochs))


@dataclass(slots=True)
class Run:
    """A training run: the network, its averaged copy, and how far it is."""

    model: Reader
    average: Reader
    optimizer: torch.optim.Optimizer
    peaks: list[float]
    step: int = 0
    at: tuple[int, int] = (0, 0)
    """Epoch, and batches of it that are done."""
    losses: dict[str, list[float]] = field(default_factory=lambda: {"syntax": [], "read": []})

    @classmethod
    def begin(cls, base: Path, *, relations: int, rate: float) -> "Run":
        """A run from the base checkpoint; vocabulary embeddings stay as they are."""
        model = Reader(load_config(base), relations, len(UPOS))
        model.backbone.load(base)
        model.backbone.pieces.weight.requires_grad_(False)
        slow = [p for p in model.backbone.parameters() if p.requires_grad]
        fast = [p for n, p in model.named_parameters() if not n.startswith("backbone.")]
        groups = [{"params": slow, "lr": rate}, {"params": fast, "lr": HEADS_RATE}]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        return cls(model, copy.deepcopy(model).eval(), optimizer, [rate, HEADS_RATE])

    def save(self, path: Path) -> None:
        """Write a checkpoint, whole or not at all."""
        state = {k: getattr(self, k).state_dict() for k in ("model", "average", "optimizer")}
        torch.save(state | {"step": self.step, "at": self.at}, path.with_suffix(".new"))
        path.with_suffix(".new").rename(path)

    def resume(self, path: Path) -> None:
        """Go on from a checkpoint."""
        state = torch.load(path)
        for name in ("model", "average", "optimizer"):
            getattr(self, name).load_state_dict(state[name])
        self.step, self.at = state["step"], state["at"]

    def learn(self, loss: torch.Tensor, *, factor: float) -> None:
        """One step down the loss, at ``factor`` of the peak rates."""
        for group, peak in zip(self.optimizer.param_groups, self.peaks, strict=True):
            group["lr"] = peak * factor
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        decay = min(DECAY, self.step / (self.step + 20))
        with torch.no_grad():
            for kept, new in zip(self.average.parameters(), self.model.parameters(), strict=True):
                if new.requires_grad:
                    kept.lerp_(new, 1 - decay)


def factor(step: int, *, turn: int, total: int) -> float:
    """Share of the peak rate: linear warm-up and decay, once over each stage."""
    at, span = (step, turn) if step < turn else (step - turn, total - turn)
    warm = WARM * span
    return min((at + 1) / warm, max(0.0, (span - at) / (span - warm)))


def train(run: Run, course: Course, *, out: Path) -> None:
    """Go through the rest of the course, with a checkpoint every EVERY steps."""
    bars = torch.from_numpy(legal_transitions())
    turn, total = course.steps()
    run.model.train()
    clock, seen = time.time(), 0
    first, done = run.at
    for epoch in range(first, course.syntax_epochs + course.epochs):
        groups = course.plan(epoch)
        for number in range(done if epoch == first else 0, len(groups)):
            examples, rng = groups[number], np.random.default_rng([course.seed, epoch, number])
            batch = tensors(examples, rng, noise=NOISE)
            if examples[0].parsed:
                kind, loss = "syntax", syntax_loss(run.model, examples, batch=batch)
                loss = loss if epoch < course.syntax_epochs else SYNTAX_WEIGHT * loss
            else:
                kind, loss = "read", attribution_loss(run.model, examples, batch=batch, bars=bars, rng=rng)
            run.losses[kind].append(loss.item())
            run.learn(loss, factor=factor(run.step, turn=turn, total=total))
            run.at, seen = (epoch, number + 1), seen + int(batch.mask.sum())
            if run.step % 20 == 0:
                means = {k: round(float(np.mean(v[-50:])), 4) for k, v in run.losses.items() if v}
                speed = seen / (time.time() - clock)
                print(f"epoch {epoch} step {run.step}/{total} {means} {speed:.0f} pieces/s", flush=True)
            if run.step % EVERY == 0 or number == len(groups) - 1:
                run.save(out / "checkpoint.pt")
        torch.save(run.average.state_dict(), out / f"epoch-{epoch}.pt")


def main() -> None:
    """Train as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--syntax-epochs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--compile", action="store_true", help="compile the backbone: faster, needs a C++ compiler")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    encoder = Encoder(WEIGHTS / "tokenizer.json")
    relations: list[str] = []
    articles = load_articles(options.data / "polnear/train.jsonl", encoder)
    trees = [options.data / "syntax" / f"{name}-train.conllu" for name in ("ewt", "gum")]
    parsed = load_parsed(trees, encoder, relations)
    (options.out / "relations.json").write_text(json.dumps(relations), encoding="utf-8")
    run = Run.begin(options.base, relations=len(relations), rate=options.rate)
    if (options.out / "checkpoint.pt").exists():
        run.resume(options.out / "checkpoint.pt")
        print(f"going on from step {run.step}", flush=True)
    if options.compile:
        run.model.backbone.compile(dynamic=True)
    print(f"{len(articles)} articles, {len(parsed)} parsed runs", flush=True)
    train(run, Course(articles, parsed, options.seed, options.syntax_epochs, options.epochs), out=options.out)


if __name__ == "__main__":
    main()
