"""The texts that the benches read: real news where it stands beside the project, else the examples, repeated."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
CORPORA = PROJECT / "../shared"
LEAST_WORDS = 30_000
"""The examples are repeated up to this size, so that a run of them lasts long enough to be timed."""


def load_texts(*, corpora: Path = CORPORA, examples: Path = PROJECT / "examples") -> tuple[str, list[str]]:
    """Where the texts are from, in words, and the texts. Raises FileNotFoundError where there are none at all."""
    articles = corpora / "polnear" / "dev.jsonl"
    if articles.is_file():
        return "the articles of PolNeAR dev", _texts(articles)
    found = [text for path in sorted(examples.rglob("*.jsonl")) for text in _texts(path)]
    if not found:
        raise FileNotFoundError(f"no JSON Lines in {examples}")
    words = sum(len(text.split()) for text in found)
    return "the example reports, repeated", found * -(-LEAST_WORDS // words)


def _texts(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def of_length(texts: list[str], words: int) -> str:
    """One report of whole paragraphs, about ``words`` words long."""
    paragraphs, count = [], 0
    while count < words:
        for paragraph in _paragraphs(texts):
            paragraphs.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                break
    return "\n\n".join(paragraphs)


def short_reports(texts: list[str], count: int) -> Iterator[str]:
    """``count`` different short reports: a paragraph drawn from all the texts, and a number; always the same ones."""
    paragraphs = list(_paragraphs(texts))
    draw = random.Random(2024)  # noqa: S311 - the draw must be the same each time, it guards nothing
    for number in range(count):
        yield f"{draw.choice(paragraphs)} This is report {number}."


def _paragraphs(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (p.strip() for p in text.split("\n\n") if len(p.split()) >= 10)


def write_jsonl(path: Path, texts: Iterator[str] | list[str]) -> int:
    """Write texts as documents, one a line; gives the number of their words."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            words += len(text.split())
            out.write(json.dumps({"id": f"bench-{number}", "text": text}, ensure_ascii=False) + "\n")
    return words
