"""Make the weights that the package ships from trained ones: export, score, manifest, model card.

usage: python -m training.release --data FOLDER --base MINILM --weights FILE.pt --relations FILE.json --version V
"""

import argparse
import json
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from hearsay.claim.statement import statements
from hearsay.read.manifest import FILES, WEIGHTS, digest
from hearsay.read.shipped import DocumentReader
from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.span import Span
from hearsay.records.statement import Mode
from hearsay.resolve.resolver import Resolver
from training.calibrate import calibrate
from training.card import write_card
from training.evaluate import load, scorer_at, tally
from training.export import export

TOKENIZER_AND_CUES = ("tokenizer.json", "cues.txt")


def scores(folder: Path, data: Path) -> dict[str, Any]:
    """F1 on PolNeAR dev of the statements read with the weights in ``folder``, in all and by mode."""
    scorer = scorer_at(data / "score/score_polnear.py")
    gold = [json.loads(line) for line in (data / "polnear/dev.jsonl").open(encoding="utf-8")]
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    reader = DocumentReader.load(folder)
    for row in gold:
        document = Document(id=row["id"], text=row["text"])
        reading = reader.read(document)
        found = _modes(document, reading)
        wanted = _modes(document, Reading(document.id, tuple(_gold(a) for a in row["attributions"]), reading.quoted))
        tally(scorer, counts["all"], row=row, found=[a for a, _ in found])
        for mode in Mode:
            part = {"text": row["text"], "attributions": [_spans(a) for a, m in wanted if m is mode]}
            tally(scorer, counts[mode], row=part, found=[a for a, m in found if m is mode])
    return {kind: {k: v["f1"] for k, v in scorer.percents(c).items()} for kind, c in counts.items()}


def _modes(document: Document, reading: Reading) -> list[tuple[Attribution, Mode]]:
    return [
        (Attribution(s.spans.source, s.spans.cue, s.spans.content, s.confidence), s.mode)
        for s in statements(document, reading, resolution=Resolver(document).run(reading), times=())
    ]


def _gold(row: dict[str, list[list[int]]]) -> Attribution:
    source, cue, content = (tuple(Span(*s) for s in row[k]) for k in ("source", "cue", "content"))
    return Attribution(source, cue, content, 1.0)


def _spans(attribution: Attribution) -> dict[str, list[tuple[int, int]]]:
    return {k: [(s.start, s.end) for s in getattr(attribution, k)] for k in ("source", "cue", "content")}


def _write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    whole = manifest | {"files": {name: digest(folder / name) for name in FILES}}
    (folder / "manifest.json").write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Release as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "base", "weights", "relations"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    export(load(options.weights, options.base, options.relations), WEIGHTS, quantized=True)
    calibration = calibrate(WEIGHTS, options.data)
    _write_manifest(WEIGHTS, {"version": options.version, "calibration": calibration})
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in TOKENIZER_AND_CUES:
            (folder / name).write_bytes((WEIGHTS / name).read_bytes())
        export(load(options.weights, options.base, options.relations), folder, quantized=False)
        _write_manifest(folder, {"calibration": calibration})
        trained = scores(folder, options.data)
    shipped = scores(WEIGHTS, options.data)
    inputs = sorted([options.data / "polnear/train.jsonl", *(options.data / "syntax").glob("*-train.conllu")])
    found = {
        "version": options.version,
        "calibration": calibration,
        "commit": subprocess.run(
            ["git", "rev-parse", "HEAD"],  # noqa: S607 -- the git on the path is the one meant
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip(),
        "data": {path.name: digest(path) for path in inputs},
        "scores": {"polnear dev, int8": shipped, "polnear dev, as trained": trained},
    }
    _write_manifest(WEIGHTS, found)
    write_card(Path("docs/model-card.md"), found)
    print(json.dumps(found["scores"], indent=1))


if __name__ == "__main__":
    main()
