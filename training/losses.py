"""What each kind of batch teaches the network."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from hearsay.read.batch import pack
from hearsay.read.decode import CUE_OPENS
from training.data import IGNORED, Example
from training.model import Batch, Reader, crf_loss

MASK = 103
"""The vocabulary's [MASK]."""
FALSE_CUE, FALSE_CUES = 0.15, 3
"""A word that the plain reading gives this chance of opening a cue, and that opens none, is learnt as a false cue;
so many of them in a window."""
FIRST = 0.6
"""How often a cue is shown by its first word; else by any of its words, as a slip of the plain reading would."""
CUED_WEIGHT = 0.1
"""Weight of the second reading's loss, which is summed over a window's words where the plain one is averaged."""


def tensors(examples: Sequence[Example], rng: np.random.Generator, *, noise: float) -> Batch:
    """The windows as one batch, a share ``noise`` of their pieces hidden behind [MASK]."""
    packed = pack([(e.encoded, e.window) for e in examples])
    hidden = packed.mask & (rng.random(packed.ids.shape) < noise)
    hidden[:, 0] = False
    ids = np.where(hidden, MASK, packed.ids)
    arrays = (ids, packed.styles, packed.mask, packed.first, packed.words, packed.paragraphs)
    return Batch(*map(torch.from_numpy, arrays))


def attribution_loss(
    model: Reader, examples: Sequence[Example], *, batch: Batch, bars: Tensor, rng: np.random.Generator
) -> Tensor:
    """Cross entropy of the plain reading, and the CRF's loss of the second one, given true and false cues."""
    flat, words, cues = model.read(model.hidden(batch))
    width = flat.shape[1]
    target = padded([e.flat for e in examples if e.flat is not None], width=width, fill=IGNORED)
    loss = F.nll_loss(flat.flatten(0, 1), target.flatten(), ignore_index=IGNORED)
    opening = flat[:, :, CUE_OPENS].detach().exp().numpy()
    shown = [c for row, e in enumerate(examples) for c in _cues(row, e, opening=opening[row], rng=rng)]
    if not shown:
        return loss
    where = torch.tensor([row for row, _, _ in shown])
    seeds = torch.tensor([seed for _, seed, _ in shown])
    scores = model.cued(words, cues, flat, batch.paragraphs, where, seeds)
    tags = padded([tags for _, _, tags in shown], width=width, fill=0)
    nll = crf_loss(scores, model.cued.transitions + bars, tags, batch.words[where])
    return loss + CUED_WEIGHT * nll.mean()


def _cues(
    row: int, example: Example, *, opening: np.ndarray, rng: np.random.Generator
) -> list[tuple[int, int, np.ndarray]]:
    """The window's number, a cue word and the tags to find given it, for the true cues and a few false ones."""
    size = example.window.end - example.window.start
    taken = np.zeros(size, bool)
    shown = []
    for cue, tags in example.cued:
        taken[cue] = True
        shown.append((row, int(cue[0] if rng.random() < FIRST else rng.choice(cue)), tags))
    false = np.flatnonzero((opening[:size] > FALSE_CUE) & ~taken)
    shown += [(row, int(seed), np.zeros(size, np.int64)) for seed in rng.permutation(false)[:FALSE_CUES]]
    return shown


def syntax_loss(model: Reader, examples: Sequence[Example], *, batch: Batch) -> Tensor:
    """Cross entropies of parts of speech, heads and relations (Dozat and Manning, 2017)."""
    hidden = model.backbone(batch.ids, batch.styles, batch.mask)
    words = torch.gather(hidden, 1, batch.first[:, :, None].expand(-1, -1, hidden.shape[2]))
    speech, arcs, dependents, heads = model.syntax(words, hidden[:, 0])
    width = words.shape[1]
    parsed = [e.parsed for e in examples if e.parsed is not None]
    tags = padded([p.tags for p in parsed], width=width, fill=IGNORED)
    to = padded([p.heads for p in parsed], width=width, fill=IGNORED)
    names = padded([p.relations for p in parsed], width=width, fill=IGNORED)
    present = torch.cat([torch.ones(len(examples), 1, dtype=torch.bool), batch.words], 1)
    arcs = arcs.masked_fill(~present[:, None, :], -1e4)
    above = torch.gather(heads, 1, to.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
    relation = model.relation(torch.cat([dependents, above], -1))
    pairs = ((speech, tags), (arcs, to), (relation, names))
    return sum(F.cross_entropy(s.flatten(0, 1), t.flatten(), ignore_index=IGNORED) for s, t in pairs)


def padded(rows: Sequence[np.ndarray], *, width: int, fill: int) -> Tensor:
    """(len(rows), width) the rows, filled up."""
    out = np.full((len(rows), width), fill, dtype=np.int64)
    for row, values in zip(out, rows, strict=True):
        row[: len(values)] = values
    return torch.from_numpy(out)
