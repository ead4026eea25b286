"""Training data: attributions (PolNeAR) and parsed text (Universal Dependencies) as windows of numbers."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from hearsay.read.decode import ROLES
from hearsay.read.encode import LIMIT, Encoded, Encoder, Ints, Window, windows

IGNORED = -100
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()


@dataclass(frozen=True, slots=True)
class Article:
    """An encoded article and its attributions: for each role the word ranges of its pieces."""

    encoded: Encoded
    attributions: list[dict[str, list[tuple[int, int]]]]


@dataclass(frozen=True, slots=True)
class Parsed:
    """An encoded run of parsed sentences, with a part of speech, a head and a relation for each word (or IGNORED)."""

    encoded: Encoded
    tags: Ints
    heads: Ints
    relations: Ints


@dataclass(slots=True)
class Example:
    """One window: what the network reads, and what it should find."""

    encoded: Encoded
    window: Window
    flat: Ints | None = None
    """(W,) BIO tag of each word in the plain reading."""
    cued: list[tuple[Ints, Ints]] = field(default_factory=list)
    """For each attribution: the words of its cue, and the (W,) BIOES tags of the reading given that cue."""
    parsed: Parsed | None = None


def load_articles(path: Path, encoder: Encoder) -> list[Article]:
    """Read a PolNeAR file; pieces that touch no word are left out."""
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        encoded = encoder.encode(row["text"])
        articles.append(Article(encoded, [_pieces(encoded, a) for a in row["attributions"]]))
    return articles


def _pieces(encoded: Encoded, attribution: dict[str, list[list[int]]]) -> dict[str, list[tuple[int, int]]]:
    def words(span: list[int]) -> tuple[int, int]:
        return int(np.searchsorted(encoded.ends, span[0], side="right")), int(np.searchsorted(encoded.starts, span[1]))

    return {role: [(a, b) for a, b in map(words, attribution[role]) if b > a] for role in ROLES}


def attribution_examples(article: Article, *, first_limit: int | None, limit: int = LIMIT) -> list[Example]:
    """The windows of an article with their tags; an attribution is learnt where its cue stands in the window."""
    examples = []
    for window in windows(article.encoded, limit=limit, first_limit=first_limit):
        size = window.end - window.start
        flat = np.zeros(size, dtype=np.int64)
        example = Example(article.encoded, window, flat=flat)
        for attribution in article.attributions:
            tags = np.zeros(size, dtype=np.int64)
            for number, role in enumerate(ROLES):
                for start, end in attribution[role]:
                    _tag(tags, flat, number, max(start - window.start, 0), min(end - window.start, size))
            if _overlapping(attribution):
                continue  # a slip of the annotation: no sequence of tags can tell it
            cue = [w - window.start for a, b in attribution["cue"] for w in range(a, b)]
            if cue and min(cue) >= 0 and max(cue) < size:
                example.cued.append((np.asarray(cue), tags))
        examples.append(example)
    return examples


def _overlapping(attribution: dict[str, list[tuple[int, int]]]) -> bool:
    words = [w for pieces in attribution.values() for a, b in pieces for w in range(a, b)]
    return len(words) != len(set(words))


def _tag(tags: Ints, flat: Ints, role: int, start: int, end: int) -> None:
    """Write one piece of a role as BIOES (1 + 4 * role + B, I, E, S) and as BIO (1 + 2 * role + B, I)."""
    if end <= start:
        return
    base = 1 + 4 * role
    tags[start:end] = base + 1
    if end - start == 1:
        tags[start] = base + 3
    else:
        tags[start], tags[end - 1] = base, base + 2
    flat[start:end] = 2 + 2 * role
    flat[start] = 1 + 2 * role


def load_parsed(paths: list[Path], encoder: Encoder, relations: list[str]) -> list[Parsed]:
    """Read CoNLL-U files, their sentences packed into runs of about 150 tokens of one document.

    New relations are added to ``relations``; a subtype ("nsubj:pass") counts as its relation.
    """
    known = {name: n for n, name in enumerate(relations)}
    runs = []
    for path in paths:
        for run in _runs(path):
            text = ""
            rows: list[tuple[int, str, int, str]] = []
            for sentence, opens in run:
                text += ("\n\n" if opens else " ") if text else ""
                base = len(rows)
                for form, tag, head, relation, space in sentence:
                    rows.append((len(text), tag, base + head if head >= 0 else -1, relation))
                    text += form + (" " if space else "")
                text = text.rstrip()
            encoded = encoder.encode(text)
            if len(encoded.ids) <= LIMIT:  # the few longer ones are addresses and rows of marks
                runs.append(_aligned(encoded, rows, known))
    relations[:] = list(known)
    return runs


def _aligned(encoded: Encoded, rows: list[tuple[int, str, int, str]], known: dict[str, int]) -> Parsed:
    word_at = {start: n for n, start in enumerate(encoded.starts.tolist())}
    places = [word_at.get(start) for start, *_ in rows]
    tags, heads, names = (np.full(len(encoded), IGNORED, dtype=np.int64) for _ in range(3))
    for place, (_, tag, head, relation) in zip(places, rows, strict=True):
        if place is None:
            continue
        tags[place] = UPOS.index(tag) if tag in UPOS else IGNORED
        target = -1 if head < 0 else places[head]
        if target is not None:
            heads[place] = target + 1  # 0 is the root
            names[place] = known.setdefault(relation, len(known))
    return Parsed(encoded, tags, heads, names)


Token = tuple[str, str, int, str, bool]


def _runs(path: Path, most: int = 150) -> Iterator[list[tuple[list[Token], bool]]]:
    """Runs of sentences of about ``most`` tokens, none over a document's end."""
    run: list[tuple[list[Token], bool]] = []
    size = 0
    for sentence, new_document, new_paragraph in _sentences(path):
        if run and (new_document or size + len(sentence) > most):
            yield run
            run, size = [], 0
        if len(sentence) <= most:
            run.append((sentence, new_paragraph))
            size += len(sentence)
    if run:
        yield run


def _sentences(path: Path) -> Iterator[tuple[list[Token], bool, bool]]:
    sentence: list[Token] = []
    new_document = new_paragraph = False
    joined: dict[int, bool] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            new_document = True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif not line:
            if sentence:
                yield sentence, new_document, new_paragraph
            sentence, new_document, new_paragraph, joined = [], False, False, {}
        elif not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                joined = {n: n < last or "SpaceAfter=No" in cells[9] for n in range(first, last + 1)}
            elif "." not in cells[0]:
                glued = joined.get(int(cells[0]), "SpaceAfter=No" in cells[9])
                sentence.append((cells[1], cells[3], int(cells[6]) - 1, cells[7].split(":")[0], not glued))
    if sentence:
        yield sentence, new_document, new_paragraph


def batches(examples: list[Example], *, size: int, shuffle: random.Random) -> list[list[Example]]:
    """Batches of examples of like length, in random order."""
    order = sorted(examples, key=lambda e: e.window.end - e.window.start + shuffle.random() * 40)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    shuffle.shuffle(groups)
    return groups
