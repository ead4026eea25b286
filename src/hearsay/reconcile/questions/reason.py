"""Why figures are held against each other, in words that are shown."""

from collections import Counter
from collections.abc import Mapping, Sequence

from hearsay.reconcile.questions.sign import Sign
from hearsay.reconcile.questions.topic import site_names, topic

SHOWN = 3
"""Words of a sort that a reason shows (to fit a line; not tuned)."""


def reason(signs: Sequence[Sign], *, links: Mapping[str, str], joined: bool) -> str:
    """One sentence; ``links``: what bare numbers stand against; ``joined``: whether an analyst joined figures."""
    if len(signs) == 1:
        return "Nothing else answers this."
    about = topic(signs)
    said = [
        words
        for words in (_counting(signs), _telling(signs, about.measure), _places(site_names(about, signs)))
        if words
    ]
    ids = {sign.id for sign in signs}
    if any(one in ids and other in ids for one, other in links.items()):
        said.append("a bare number is taken with the figure that it stands against")
    if joined:
        said.append("an analyst joined some of them")
    text = "; ".join(said) or "they are the same number in the same company of words"
    return f"{text[0].upper()}{text[1:]}."


def _counting(signs: Sequence[Sign]) -> str:
    nouns = Counter(sign.noun.capitalize() if sign.head[:1].isupper() else sign.noun for sign in signs if sign.noun)
    return f"they count {_listed([noun for noun, _ in nouns.most_common(SHOWN)], join='or')}" if nouns else ""


def _telling(signs: Sequence[Sign], measure: str | None) -> str:
    if measure is None:
        return ""
    words: Counter[str] = Counter()
    for sign in signs:
        near = [cue for cue in sign.sentence.cues if measure in cue.measures]
        closest = min(near, key=lambda cue: max(cue.start - sign.end, sign.start - cue.end), default=None)
        if closest is not None:
            words[sign.sentence.text[closest.start : closest.end].lower()] += 1
    quoted = [f"“{word}”" for word, _ in words.most_common(SHOWN)]
    return f"the words {_listed(quoted, join='and')} tell what they measure" if quoted else ""


def _places(names: Sequence[str]) -> str:
    return f"they are about {_listed(names, join='and')}" if names else ""


def _listed(words: Sequence[str], *, join: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {join} {words[-1]}"
