"""Attributions from sentences in which source, cue and content are marked: "[Keller] <said> {it was offside}"."""

from hearsay.records.reading import Attribution
from hearsay.records.span import Span

OPENING, CLOSING = {"[": "source", "<": "cue", "{": "content"}, "]>}"


def marked(sentence: str) -> tuple[str, Attribution]:
    """The sentence without its marks, and the attribution that they tell of."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, role, start = "", "", 0
    for letter in sentence:
        if letter in OPENING:
            role, start = OPENING[letter], len(text)
        elif letter in CLOSING:
            spans[role].append(Span(start, len(text)))
        else:
            text += letter
    return text, Attribution(tuple(spans["source"]), tuple(spans["cue"]), tuple(spans["content"]), 1.0)
