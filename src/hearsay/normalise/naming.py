"""Names as they are compared: without article, case, accents, titles or the words that only join."""

import re
from collections.abc import Sequence

from hearsay.normalise.stem import parts, stem, unaccented

_SMALL = frozenset("the a an of for and in on at to by de la der von du des del its his her their &".split())
"""Words that a name's short forms leave out."""
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor capt captain sgt "
    "sergeant col colonel gen general adm admiral lt lieutenant maj major rev reverend cmdr commander judge justice "
    "president minister secretary undersecretary chief mayor ambassador king queen prince sheikh ayatollah pope".split()
)
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_SAME_START = 6
"""Letters from which on two forms of one word are alike: "transport", "transportation"; not tuned."""


def bare(name: str) -> str:
    """A name as it is given, without its article: "The coast guard" is "coast guard"."""
    return _ARTICLE.sub("", name.strip().strip("\"'“”‘’").strip())


def words_of(name: str) -> tuple[str, ...]:
    """The words of ``name`` in small letters that tell it from others, as stems, in their order."""
    low = [word.casefold() for word in parts(_POSSESSIVE.sub("", name))]
    told = [word for word in low if word not in _SMALL] or low
    return tuple(found for word in told if (found := stem(word)))


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name in small letters, accents, titles and what follows a comma left out."""
    low = [unaccented(word) for word in parts(_POSSESSIVE.sub("", name.partition(",")[0]))]
    while len(low) > 1 and low[0] in _TITLES:
        low.pop(0)
    return tuple(low)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names can be one person's: one last name, and first names that are alike.

    An initial stands for its name, and a middle name may be left out; a last name alone is nobody's full name.
    """
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1]:
        return False
    first, second = sorted((one[0], other[0]), key=len)
    return first == second or (len(first) == 1 and second.startswith(first))


def is_initials(short: str, full: str) -> bool:
    """Whether ``short`` is written of the initials of ``full``: "DOTr" of "Department of Transportation"."""
    capitals = "".join(c for c in short if c.isupper())
    if " " in short.strip() or not 2 <= len(capitals) <= 6 or len(short) > len(capitals) + 2:
        return False
    tokens = parts(_POSSESSIVE.sub("", bare(full)))
    every = "".join(token[0] for token in tokens).upper()
    return len(tokens) > 1 and capitals in (
        every,
        "".join(token[0] for token in tokens if token.casefold() not in _SMALL).upper(),
    )


def is_short_form(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a body's name of the words ``short`` is that of ``full`` cut: its first words or its last.

    Also the same words in another order: "transport department" of "Department of Transportation".
    """
    if not short or len(short) > len(full):
        return False
    if len(short) == len(full):
        return len(short) > 1 and all(any(_alike(a, b) for b in full) for a in short)
    return tuple(full[: len(short)]) == tuple(short) or (len(short) > 1 and tuple(full[-len(short) :]) == tuple(short))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _SAME_START and (one.startswith(other) or other.startswith(one))
