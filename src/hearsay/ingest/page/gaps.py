"""Paragraphs that extraction lost out of the middle of an article."""

import re
from itertools import pairwise

from lxml.html import HtmlElement

from hearsay.ingest.page.headline import key
from hearsay.ingest.page.parse import brief

_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")

_SHORTEST = 60
_LONGEST = 5_000
"""Characters of a paragraph that is put back: whole sentences, and no page in one piece."""


def with_gaps_filled(blocks: list[str], tree: HtmlElement) -> list[str]:
    """``blocks`` with the paragraphs put back that stand between two of them in ``tree``, in boxes of the same kind.

    Extraction drops a paragraph now and then, by its markup or because part of it occurs elsewhere; between two
    paragraphs of the article, in the same box or one of the same class, it can only be one itself.
    """
    paragraphs = [(element, words) for element in tree.iter("p") if (words := brief(element, _LONGEST))]
    places = {key(block): place for place, block in reversed(list(enumerate(blocks)))}
    taken = [
        (number, place) for number, (_, words) in enumerate(paragraphs) if (place := places.get(key(words))) is not None
    ]
    boxes = {_box(paragraphs[number][0]) for number, _ in taken}
    filled: dict[int, list[str]] = {}
    for (number, place), (next_number, next_place) in pairwise(taken):
        # Out of order: the same words occur twice, and no gap can be told.
        if place > next_place:
            continue
        lost = [
            words
            for element, words in paragraphs[number + 1 : next_number]
            if len(words) >= _SHORTEST
            and _SENTENCE.search(words)
            and _box(element) in boxes
            and not _is_held(words, blocks[place : next_place + 1])
        ]
        filled[place] = lost
    return [text for place, block in enumerate(blocks) for text in (block, *filled.get(place, ()))]


def _box(element: HtmlElement) -> tuple[str, str]:
    parent = element.getparent()
    return ("", "") if parent is None else (str(parent.tag), parent.get("class") or "")


def _is_held(words: str, blocks: list[str]) -> bool:
    """Whether ``blocks`` hold ``words`` already, joined or split in another way."""
    return _letters(words) in "".join(map(_letters, blocks))


def _letters(text: str) -> str:
    return key(text).replace(" ", "")
