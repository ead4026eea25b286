"""Which words stand within quotation marks.

A quotation may run over paragraphs: then each paragraph opens with a mark and only the last one closes
(Chicago Manual of Style, 13.32). Spans are code points into the text, half open, without the marks.
"""

import re

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_SINGLE = re.compile(
    r"(?:(?<=[\s(\[—–])|^)['‘](?=\w[^\"“”]*?[\w.,!?…]['’](?:[\s.,;:!?)\]—–]|$))([^\"“”\n]*?[\w.,!?…])['’](?=[\s.,;:!?)\]—–]|$)",
    re.M,
)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches of ``text`` within quotation marks, in order, each within one paragraph.

    Double marks of every make count; single ones only in a paragraph without double ones, where they cannot
    be told from apostrophes otherwise. An opening mark that is never closed holds to the end of its paragraph.
    """
    spans: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        marks = list(_DOUBLE.finditer(text, start, end))
        if marks:
            spans.extend(_paired(text, marks, end=end))
        elif "'" in paragraph[0] or "‘" in paragraph[0]:
            spans.extend(m.span(1) for m in _SINGLE.finditer(text, start, end))
    return spans


def _paired(text: str, marks: list[re.Match[str]], *, end: int) -> list[tuple[int, int]]:
    """Pair the marks of a paragraph that ends at ``end``."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    opening = ""
    for mark in marks:
        if opened is None:
            if _opens(text, mark, end=end):
                opened, opening = mark.end(), mark[0]
        elif mark[0] not in _OPENING or opening + mark[0] == "„“":
            spans.append((opened, mark.start()))
            opened = None
    if opened is not None and opened < end:
        spans.append((opened, end))
    return spans


def _opens(text: str, mark: re.Match[str], *, end: int) -> bool:
    """Whether a mark met outside a quotation opens one; straight marks are told by their neighbours."""
    if mark[0] in _CLOSING:
        return False
    if mark[0] in _OPENING or mark[0] == "``":
        return True
    after = text[mark.end()] if mark.end() < end else " "
    return not after.isspace()
