"""Learn which words make cues: a word in at least LEAST cues, and in a cue at least SHARE of the times it occurs.

Within contents nothing is labelled, so what stands there does not count.

usage: python -m training.cues --data SHARED --out FILE
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

LEAST, SHARE = 2, 0.35
_WORD = re.compile(r"[a-z][a-z-]+")


def learn(path: Path) -> list[str]:
    """The words, in alphabetical order."""
    cued: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        held = bytearray(len(row["text"]))
        for attribution in row["attributions"]:
            for start, end in attribution["content"]:
                held[start:end] = b"\1" * (end - start)
        seen.update(m[0] for m in _WORD.finditer(row["text"].lower()) if not held[m.start()])
        for attribution in row["attributions"]:
            for start, end in attribution["cue"]:
                cued.update(_WORD.findall(row["text"][start:end].lower()))
    return sorted(w for w, n in cued.items() if n >= LEAST and n >= SHARE * seen[w])


def main() -> None:
    """Learn the words and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found = learn(options.data / "polnear/train.jsonl")
    options.out.write_text("".join(w + "\n" for w in found), encoding="utf-8")
    print(f"{len(found)} words in {options.out}")


if __name__ == "__main__":
    main()
