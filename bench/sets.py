"""The sets of data that the gate scores: what is read, by which scorer, and what comes out."""

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import grouping

NOT_ALL = 1
"""With what hearsay ends where some report could not be read; the scorers count those."""
TOLD = ("id", "publisher", "url", "title", "byline", "published", "text")
"""What a report comes with; the rest of its row is gold."""


@dataclass(frozen=True, slots=True)
class Hearsay:
    """The program that is measured, writing into ``folder``."""

    program: str
    folder: Path

    def read(self, *inputs: Path) -> Path:
        """``hearsay read``; gives the path of the ledger JSON."""
        out = self._new("read.json")
        run([self.program, "read", "--format", "json", "-o", out, *inputs], makes=out)
        return out

    def keep(self, *inputs: Path) -> Path:
        """``hearsay add`` into a new ledger, and ``hearsay export`` from it; gives the path of the ledger JSON."""
        kept, out = self._new("kept.db"), self._new("kept.json")
        run([self.program, "add", "--quiet", "--ledger", kept, *inputs], makes=kept)
        run([self.program, "export", "--format", "json", "--ledger", kept, "-o", out], makes=out)
        return out

    def _new(self, name: str) -> Path:
        return self.folder / f"{len(list(self.folder.iterdir()))}-{name}"


@dataclass(frozen=True, slots=True)
class DataSet:
    """One set of data with its gold."""

    name: str
    patterns: tuple[str, ...]
    """Its files, from the folder of corpora: the floors hold for these."""
    score: Callable[[Path, Path, Hearsay], dict[str, float]]
    """(folder of corpora, empty folder, hearsay) to the measures."""
    tolerance: float
    """How far under its floor a measure may be: other processors round the network's sums otherwise.

    In the scorer's own units; 0 where no network is asked. Not measured yet beyond one machine."""
    is_long: bool = False
    """Whether it takes a quarter of an hour: what a change must pass leaves it out."""

    def files(self, corpora: Path) -> list[Path]:
        """The files, in order; none at all where some part of the data is missing."""
        parts = [list(corpora.glob(pattern)) for pattern in self.patterns]
        return sorted(path for part in parts for path in part) if all(parts) else []


def run(command: list[str | Path], *, makes: Path | None = None) -> str:
    """What a command prints; raises RuntimeError where it ends badly, or does not write what it ``makes``.

    What was made counts even where hearsay ends with NOT_ALL.
    """
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    failed = done.returncode != 0 if makes is None else done.returncode not in (0, NOT_ALL) or not makes.exists()
    if failed:
        raise RuntimeError(f"{Path(command[0]).name} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def measures(printed: str) -> dict[str, float]:
    """The measures in what a scorer prints: numbers, or the F1 of a triple; what is not measured is left out."""
    found: dict[str, float] = {}
    result: Mapping[str, Any] = json.loads(printed)
    for name, value in result.items():
        number = value.get("f1") if isinstance(value, dict) else value
        if isinstance(number, int | float) and not isinstance(number, bool):
            found[name] = float(number)
    return found


def _scored(corpora: Path, scorer: str, *arguments: Path) -> dict[str, float]:
    return measures(run([sys.executable, "-B", corpora / "score" / f"score_{scorer}.py", *arguments]))


def score_attributions(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """PolNeAR's dev part: percent F1 of spans, pieces, words and whole attributions."""
    gold, texts = corpora / "polnear" / "dev.jsonl", scratch / "polnear.jsonl"
    _documents(({key: row[key] for key in ("id", "text", "title", "published")} for row in _rows(gold)), texts)
    return _scored(corpora, "polnear", gold, hearsay.read(texts))


def _documents(rows: Iterable[dict[str, Any]], path: Path) -> Path:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def score_quantities(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """NewsQuant's dev sentences: percent F1 of values, and of values with their bounds."""
    gold = corpora / "quantities" / "newsquant-dev.jsonl"
    texts = ({"id": str(n), "text": row["text"]} for n, row in enumerate(_rows(gold)))
    return _scored(corpora, "quantities", gold, hearsay.read(_documents(texts, scratch / "quantities.jsonl")))


def score_times(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """TimeBank and AQUAINT, the dev part: percent F1 of expressions and of their values."""
    gold = corpora / "times" / "tbaq-dev.jsonl"
    texts = ({key: row[key] for key in ("id", "text", "published")} for row in _rows(gold))
    return _scored(corpora, "times", gold, hearsay.read(_documents(texts, scratch / "times.jsonl")))


def score_stories(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """The stories: shares from 0 to 1, pooled."""
    del scratch
    stories = sorted(path.parent for path in (corpora / "stories").glob("*/gold.json"))
    pairs = [part for story in stories for part in (story, hearsay.read(story / "documents.jsonl"))]
    return _scored(corpora, "story", *pairs)


def score_reconciled(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """The stories in one ledger, their reports shuffled together: shares from 0 to 1, pooled."""
    stories = sorted(path.parent for path in (corpora / "stories").glob("*/gold.json"))
    ledger = hearsay.keep(_shuffled(_story_rows(corpora), scratch))
    return _scored(corpora, "story", *(part for story in stories for part in (story, ledger)))


def score_wires(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """The AQUAINT articles in one ledger, four stories told by three wires: shares from 0 to 1."""
    known = json.loads((corpora / "times" / "aquaint-stories.json").read_text(encoding="utf-8"))
    rows = [row for row in _rows(corpora / "times" / "tbaq-dev.jsonl") if row["id"] in known["stories"]]
    ledger = _ledger(hearsay.keep(_shuffled(rows, scratch)))
    copied, either_way = grouping.pairs(known["copies"]), grouping.pairs(known["either_way"])
    return {
        "story_b3_f1": round(grouping.b_cubed(grouping.stories_of(ledger), known["stories"]), 4),
        "copy_f1": round(grouping.pair_f1(grouping.copies_of(ledger), copied, either_way=either_way), 4),
    }


def score_crowd(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """The stories among all of PolNeAR, in one ledger: shares from 0 to 1. It takes many minutes."""
    rows = _story_rows(corpora)
    gold = {row["id"]: row["story"] for row in rows}
    others = [row for path in sorted((corpora / "polnear").glob("*.jsonl")) for row in _rows(path)]
    ledger = _ledger(hearsay.keep(_shuffled([*rows, *others], scratch)))
    return {
        "story_b3_f1": round(grouping.b_cubed(grouping.stories_of(ledger), gold), 4),
        "questions_kept_apart": grouping.kept_apart(ledger, gold),
    }


def _story_rows(corpora: Path) -> list[dict[str, Any]]:
    """The reports of all stories, each with the name of its ``story``."""
    paths = sorted((corpora / "stories").glob("*/documents.jsonl"))
    return [{**row, "story": path.parent.name} for path in paths for row in _rows(path)]


def _shuffled(rows: list[dict[str, Any]], scratch: Path) -> Path:
    """A file of reports in the same random order each time, with what a publisher tells of them alone."""
    order = list(rows)
    random.Random(0).shuffle(order)  # noqa: S311 - it guards nothing
    told = ({key: row[key] for key in TOLD if key in row} for row in order)
    return _documents(told, scratch / "shuffled.jsonl")


def _ledger(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def score_pages(corpora: Path, scratch: Path, hearsay: Hearsay) -> dict[str, float]:
    """The real pages: shares from 0 to 1."""
    folder = scratch / "pages"
    folder.mkdir()
    for packed in (corpora / "pages" / "html").glob("*.gz"):
        (folder / packed.stem).write_bytes(gzip.decompress(packed.read_bytes()))
    return _scored(corpora, "pages", corpora / "pages" / "dev.jsonl", hearsay.read(folder))


SETS = (
    DataSet("attributions", ("polnear/dev.jsonl",), score_attributions, 0.25),
    DataSet("stories", ("stories/*/documents.jsonl", "stories/*/gold.json"), score_stories, 0.01),
    DataSet("reconciled", ("stories/*/documents.jsonl", "stories/*/gold.json"), score_reconciled, 0.01),
    DataSet("wires", ("times/aquaint-stories.json", "times/tbaq-dev.jsonl"), score_wires, 0.01),
    DataSet("crowd", ("stories/*/documents.jsonl", "polnear/*.jsonl"), score_crowd, 0.0, is_long=True),
    DataSet("quantities", ("quantities/newsquant-dev.jsonl",), score_quantities, 0.0),
    DataSet("times", ("times/tbaq-dev.jsonl",), score_times, 0.0),
    DataSet("pages", ("pages/dev.jsonl", "pages/html/*.gz"), score_pages, 0.0),
)
