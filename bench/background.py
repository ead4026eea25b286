"""Counts in how many texts each stem stands, and writes what ``hearsay.reconcile.stories.background`` reads.

``python -m bench.background``, with the corpora in ../shared. The counts are learnt from the parts for training; the
AQUAINT articles, on which stories are measured, are left out.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from hearsay.reconcile.stories.terms import terms_of
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger

FEWEST = 3
"""Texts that a stem must stand in: what is rarer is as good as never seen."""
_FILE = Path("src/hearsay/reconcile/stories/background.txt")


def _texts(corpora: Path) -> Iterator[tuple[str | None, str]]:
    """(title, text) of each."""
    for path in (corpora / "polnear" / "train.jsonl", corpora / "times" / "tbaq-dev.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if not row.get("corpus", "").lower().startswith("aq"):
                yield row.get("title"), row["text"]
    for name in ("gum", "ewt"):
        lines = (corpora / "syntax" / f"{name}-train.conllu").read_text(encoding="utf-8").splitlines()
        number = 0
        numbered: list[tuple[int, str]] = []
        for line in lines:
            number += line.startswith("# newdoc")
            if line.startswith("# text = "):
                numbered.append((number, line.removeprefix("# text = ")))
        for _, sentences in groupby(numbered, key=lambda one: one[0]):
            yield None, " ".join(sentence for _, sentence in sentences)


def main() -> int:
    """Write the file; gives 1, with a reason, where the corpora are missing."""
    corpora = Path("../shared")
    if not (corpora / "polnear" / "train.jsonl").exists():
        print("skipped: ../shared/polnear is not there", file=sys.stderr)
        return 1
    texts = 0
    counts: Counter[str] = Counter()
    for title, text in _texts(corpora):
        texts += 1
        counts.update(terms_of(Ledger((Document("text", text, title=title),))).counts.keys())
    by_count: dict[int, list[str]] = {}
    for known, count in sorted(counts.items()):
        by_count.setdefault(count, []).append(known)
    lines = [str(texts), *(f"{n} {' '.join(by_count[n])}" for n in sorted(by_count) if n >= FEWEST)]
    _FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{texts} texts, {sum(n >= FEWEST for n in counts.values())} stems")
    return 0


if __name__ == "__main__":
    sys.exit(main())
