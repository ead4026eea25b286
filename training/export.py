"""Trained weights as the ONNX graphs that the package ships."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from hearsay.read.encode import LIMIT
from training.model import FLAT_TAGS, WIDTH, Reader

OPSET = 17
PIECES, WORDS, CUES = {1: "pieces"}, {1: "words"}, {0: "cues"}


class Pieces(nn.Module):
    """Vocabulary embeddings in int8 with one scale a row, which loses next to nothing."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("weight", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """(B, T) ids to (B, T, width)."""
        found: Tensor = self.weight[ids].to(torch.float32) * self.scale[ids]
        return found


class Plain(nn.Module):
    """The first graph: windows to the plain reading."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, styles: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(1, T) pieces and (1, W) words' places of one window to what hearsay.read.network.Plain holds."""
        x = self.reader.backbone(ids, styles, None)
        x = torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))
        return self.reader.read(x)


Axes = Mapping[str, tuple[Tensor, dict[int, str]]]


def export(reader: Reader, folder: Path, *, quantized: bool) -> None:
    """Write reader.onnx, cued.onnx and transitions.npy into ``folder``; the reader is spent afterwards."""
    reader.eval()
    np.save(folder / "transitions.npy", reader.cued.transitions.detach().numpy())
    reader.backbone.pieces = Pieces(reader.backbone.pieces.weight.detach())
    positions = reader.backbone.positions.weight.detach()[: LIMIT + 2].clone()
    reader.backbone.positions = nn.Embedding.from_pretrained(positions)
    ids, first, seeds = torch.ones(1, 20, dtype=torch.int64), torch.arange(15)[None], torch.tensor([0, 1, 1])
    wide, where = torch.zeros(1, 15, WIDTH), torch.zeros(3, dtype=torch.int64)
    plain = {"ids": (ids, PIECES), "styles": (ids, PIECES), "first": (first, WORDS)}
    _write(
        Plain(reader),
        plain,
        {"flat": WORDS, "words": WORDS, "cues": WORDS},
        folder / "reader.onnx",
        quantized=quantized,
    )
    cued = {"words": (wide, WORDS), "cues": (wide, WORDS), "flat": (wide[:, :, :FLAT_TAGS], WORDS)}
    cued |= {"paragraphs": (first, WORDS), "where": (where, CUES), "seeds": (seeds, CUES)}
    _write(reader.cued, cued, {"tags": {0: "cues", 1: "words"}}, folder / "cued.onnx", quantized=False)


def _write(module: Any, inputs: Axes, outputs: dict[str, dict[int, str]], path: Path, *, quantized: bool) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        raw, fused = Path(scratch) / "raw.onnx", Path(scratch) / "fused.onnx"
        torch.onnx.export(
            module.eval(),
            tuple(value for value, _ in inputs.values()),
            str(raw),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: axes for name, (_, axes) in inputs.items()} | outputs,
        )
        options = FusionOptions("bert")
        # On a CPU the fused kernel adds up a row's numbers one by one; an addition and a normalization are seven
        # times as fast (onnxruntime 1.32). hearsay.read.network keeps onnxruntime from fusing them when it loads.
        options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
        model = optimizer.optimize_model(str(raw), "bert", num_heads=12, hidden_size=384, optimization_options=options)
        model.save_model_to_file(str(fused))
        if not quantized:
            onnx.save(onnx.load(str(fused)), str(path))
            return
        # The encoder only: the heads are small, and int8 in them costs half a point (docs/decisions/0009).
        encoder = [n.name for n in onnx.load(str(fused)).graph.node if n.op_type == "MatMul" and "/layers." in n.name]
        # Seven bits: without VNNI the 8-bit products of AVX2 overflow their 16-bit sums.
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            op_types_to_quantize=["MatMul"],
            nodes_to_quantize=encoder,
        )
