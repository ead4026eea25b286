"""Where the sentences of a text begin and end, by its paragraphs, stops and capitals."""

import re
from collections.abc import Iterator

_SHORT = (
    r"Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cmdr|Adm|Gov|Sen|Rep|Reps|Sens|Rev|Hon|Pres|St|Ste|Mt|Ft|Jr|Sr|vs|v|No|Nos|Inc|Corp|Co|Cos|Ltd|"
    r"Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Ala|Ariz|Ark|Calif|"
    r"Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|"
    r"Ave|Blvd|Rd|approx|est|etc|cf|al"
)
_BREAK = re.compile(
    r"\n\s*\n\s*|(?:(?<=[.!?])|(?<=[.!?][\"'”’)\]])|(?<=[.!?]['’]['’\"]))\s+(?=[\"'“‘`(\[]{0,2}[A-Z0-9])"
)
_ENDS_SHORT = re.compile(rf"\b(?:{_SHORT})\.$|\b[A-Z]\.$|\b[ap]\.m\.$")
_OPENS = re.compile(
    r"(?:The|A|An|He|She|It|They|In|On|But|And|His|Her|Its|This|That|There|We|I|At|As|For|After|When|If)\b"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, blanks at its edges left out; a sentence lies within one paragraph."""
    start = 0
    for found in _BREAK.finditer(text):
        if "\n" not in found[0] and _ENDS_SHORT.search(text, max(start, found.start() - 12), found.start()):
            dotted = text[found.start() - 2 : found.start()].isupper() or text[: found.start()].endswith(
                ("a.m.", "p.m.")
            )
            if not (dotted and _OPENS.match(text, found.end())):
                continue
        if text[start : found.start()].strip():
            yield _trimmed(text, start=start, end=found.start())
        start = found.end()
    if text[start:].strip():
        yield _trimmed(text, start=start, end=len(text))


def _trimmed(text: str, *, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
