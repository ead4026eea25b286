"""The model card, written from the manifest so that it can tell nothing else."""

from pathlib import Path
from typing import Any

ROWS = {
    "source_pieces": "pieces of source",
    "cue_pieces": "pieces of cue",
    "content_pieces": "pieces of content",
    "attribution": "whole attribution, exact",
    "attribution_overlap": "whole attribution, overlapping",
    "source_words": "words of sources",
    "cue_words": "words of cues",
    "content_words": "words of contents",
}
TEXT = """# Model card: the reader network, version {version}

Made by `python -m training.release` from the weights' manifest; do not edit by hand.

## What it is
A 6-layer, 384-wide MiniLM encoder (Wang et al., 2020; all-MiniLM-L6-v2, Apache-2.0) with an added embedding of letter
case, paragraph openings and quotation marks. One pass tags each word as source, cue or content; a second, small network
reads the words again given each cue and is decoded as a CRF. Its int8 weights run under onnxruntime on a plain CPU.

## What it is for
Finding attributions in English news: who said, wrote, thinks or knows something, the words that tell so, and what.
It sees who is credited, not whether what they said is true. It was trained on US political news of 2015 and 2016, so
other subjects, other Englishes and other times are read less well.

## Data and licence
- Attributions: PolNeAR 1.0 (Newell, Margolin and Ruths, 2018), 840 articles for training. The articles are their
  publishers' copyright; the weights hold figures learnt from them and none of their text.
- Syntax, as a further task: the English Web Treebank and GUM (Universal Dependencies, CC BY and CC BY-SA).
- The weights are released under Apache-2.0, as hearsay is.

Training data by SHA-256:
{data}

## Scores
F1 in percent on PolNeAR's 84 dev articles, exact spans unless said otherwise; by mode, both sides are cut to the
attributions of that mode. {trained}

{table}

## Known weaknesses
- Indirect and mixed attributions are read less well than direct ones, as the table tells.
- Attributions within others are found by reading a content again by itself; the context around it is not seen then.
- Irony, headlines without verbs, live blogs, transcripts and lists are outside what it was trained on.
"""


TRAINED = '"As trained" is before the weights were cut to int8.'


def write_card(path: Path, manifest: dict[str, Any]) -> None:
    """Write the card of the weights that ``manifest`` tells of."""
    shipped, trained = manifest["scores"]["polnear dev, int8"], manifest["scores"]["polnear dev, as trained"]
    lines = ["| measure | all | as trained | direct | indirect | mixed |", "|---|---|---|---|---|---|"]
    for key, label in ROWS.items():
        cells = (shipped["all"], trained["all"], *(shipped[mode] for mode in ("direct", "indirect", "mixed")))
        lines.append(f"| {label} | " + " | ".join(f"{c[key]:.2f}" for c in cells) + " |")
    data = "\n".join(f"- `{name}` {digest}" for name, digest in manifest["data"].items())
    text = TEXT.format(
        version=manifest["version"], data=data, table="\n".join(lines), trained=manifest.get("trained", TRAINED)
    )
    path.write_text(text, encoding="utf-8")
