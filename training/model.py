"""The reader network: MiniLM, a plain reading, a second reading given each cue, and syntax as a further task."""

import json
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from hearsay.read.encode import STYLES

FLAT_TAGS = 7
CUED_TAGS = 13
DISTANCES = 33
WIDTH = 128


class Batch(NamedTuple):
    """B windows of at most T pieces and W words; N cues."""

    ids: Tensor  # (B, T)
    styles: Tensor  # (B, T)
    mask: Tensor  # (B, T) true where a piece stands
    first: Tensor  # (B, W) index of each word's first piece
    words: Tensor  # (B, W) true where a word stands
    paragraphs: Tensor  # (B, W)


class Dropout(nn.Module):
    """Dropout of whole features of a window (Gal and Ghahramani, 2016): far cheaper on a CPU than one by one."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) > self.rate
        return x * (keep / (1 - self.rate))


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, width: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_feed = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.norm_attention(x + self.dropout(self.out(mixed)))
        return self.norm_feed(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Backbone(nn.Module):
    """MiniLM with an embedding of style added to its input."""

    def __init__(self, config: dict[str, int], dropout: float) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.styles = nn.Embedding(STYLES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(width, config["intermediate_size"], config["num_attention_heads"], dropout)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, ids: Tensor, styles: Tensor, mask: Tensor | None) -> Tensor:
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.styles(styles)
        x = self.dropout(self.norm(x))
        # A window by itself has nothing to be masked; adding zeros to each score costs time at run time.
        bias = None if mask is None else (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load(self, folder: Path) -> None:
        """Take the weights of a BERT checkpoint in ``folder`` (model.safetensors)."""
        old = load_file(str(folder / "model.safetensors"))
        old = {k.removeprefix("bert."): v for k, v in old.items()}
        new = {
            "pieces.weight": old["embeddings.word_embeddings.weight"],
            "positions.weight": old["embeddings.position_embeddings.weight"]
            + old["embeddings.token_type_embeddings.weight"][0],
            "styles.weight": torch.zeros_like(self.styles.weight),
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
        }
        for n in range(len(self.layers)):
            was, now = f"encoder.layer.{n}.", f"layers.{n}."
            for kind in ("weight", "bias"):
                new[now + "qkv." + kind] = torch.cat(
                    [old[f"{was}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
                )
                new[now + "out." + kind] = old[f"{was}attention.output.dense.{kind}"]
                new[now + "norm_attention." + kind] = old[f"{was}attention.output.LayerNorm.{kind}"]
                new[now + "up." + kind] = old[f"{was}intermediate.dense.{kind}"]
                new[now + "down." + kind] = old[f"{was}output.dense.{kind}"]
                new[now + "norm_feed." + kind] = old[f"{was}output.LayerNorm.{kind}"]
        self.load_state_dict(new)


class Convolution(nn.Module):
    """A residual convolution over words, centred."""

    def __init__(self, width: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.mix = nn.Linear(3 * width, width)
        self.norm = nn.LayerNorm(width)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        d, length = self.dilation, x.shape[1]
        wide = F.pad(x, (0, 0, d, d))
        # Three shifted copies and one product: oneDNN's convolution is several times slower at this width.
        near = torch.cat([wide[:, :length], x, wide[:, 2 * d : 2 * d + length]], -1)
        return self.norm(x + self.dropout(F.gelu(self.mix(near))))


class Cued(nn.Module):
    """The second reading: the tags of every word, given one cue."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.apart = nn.Embedding(5, WIDTH)
        self.flat = nn.Linear(FLAT_TAGS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Convolution(WIDTH, d, dropout) for d in (1, 3, 9))
        self.tags = nn.Linear(WIDTH, CUED_TAGS)
        self.transitions = nn.Parameter(torch.zeros(CUED_TAGS, CUED_TAGS))

    def forward(
        self, words: Tensor, cues: Tensor, flat: Tensor, paragraphs: Tensor, where: Tensor, seeds: Tensor
    ) -> Tensor:
        """(N, W, CUED_TAGS) from ``words`` and ``cues`` (B, W, WIDTH), ``flat`` (B, W, FLAT_TAGS), the rest (N,)."""
        place = torch.arange(words.shape[1], device=words.device)[None, :] - seeds[:, None]
        size = place.abs().to(words.dtype)
        bucket = torch.where(
            size < 8, size, torch.clamp(8 + torch.floor(2 * torch.log2(size.clamp(min=8) / 8)), max=16)
        )
        distance = (torch.sign(place.to(words.dtype)) * bucket).to(torch.int64) + 16
        own = torch.gather(paragraphs[where], 1, seeds[:, None])
        apart = torch.clamp(paragraphs[where] - own, -2, 2) + 2
        cue = cues[where, seeds]
        x = words[where] + cue[:, None, :] + self.distance(distance) + self.apart(apart) + self.flat(flat)[where]
        x = F.gelu(self.norm(x))
        for layer in self.layers:
            x = layer(x)
        return self.tags(x)


class Reader(nn.Module):
    """The whole network."""

    def __init__(self, config: dict[str, int], relations: int, tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        width = config["hidden_size"]
        self.backbone = Backbone(config, dropout)
        self.dropout = Dropout(dropout)
        self.flat = nn.Linear(width, FLAT_TAGS)
        self.word = nn.Linear(width, WIDTH)
        self.cue = nn.Linear(width, WIDTH)
        self.cued = Cued(dropout)
        self.speech = nn.Linear(width, tags)
        self.dependent = nn.Linear(width, WIDTH)
        self.head = nn.Linear(width, WIDTH)
        self.arc = nn.Linear(WIDTH, WIDTH, bias=False)
        self.relation = nn.Linear(2 * WIDTH, relations)

    def hidden(self, batch: Batch) -> Tensor:
        """(B, W, width): each word is read off its first piece."""
        x = self.backbone(batch.ids, batch.styles, batch.mask)
        return torch.gather(x, 1, batch.first[:, :, None].expand(-1, -1, x.shape[2]))

    def read(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The plain tags' log probabilities, and the words as seen by the second reading."""
        hidden = self.dropout(hidden)
        return F.log_softmax(self.flat(hidden), -1), self.word(hidden), self.cue(hidden)

    def syntax(self, hidden: Tensor, root: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Parts of speech, arc scores (B, W, 1 + W), and the two sides of the relations."""
        hidden = self.dropout(hidden)
        heads = F.gelu(self.head(torch.cat([root[:, None], hidden], 1)))
        dependents = F.gelu(self.dependent(hidden))
        arcs = self.arc(dependents) @ heads.transpose(1, 2)
        return self.speech(hidden), arcs, dependents, heads


def crf_loss(scores: Tensor, transitions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
    """(N,) negative log likelihood of ``tags`` (N, W) under a linear-chain CRF (Lafferty et al., 2001)."""
    total, gold = scores[:, 0], scores[:, 0].gather(1, tags[:, :1])[:, 0]
    for i in range(1, scores.shape[1]):
        here = mask[:, i]
        step = torch.logsumexp(total[:, :, None] + transitions, 1) + scores[:, i]
        total = torch.where(here[:, None], step, total)
        gain = transitions[tags[:, i - 1], tags[:, i]] + scores[:, i].gather(1, tags[:, i : i + 1])[:, 0]
        gold = gold + torch.where(here, gain, 0.0)
    return torch.logsumexp(total, 1) - gold


def load_config(folder: Path) -> dict[str, int]:
    """The checkpoint's configuration."""
    config: dict[str, int] = json.loads((folder / "config.json").read_text())
    return config
