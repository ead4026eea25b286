"""The forms of an English verb and of a noun, by the rules of spelling; irregular ones come from the caller's table."""

from collections.abc import Mapping

_VOWELS = frozenset("aeiou")


def verb_forms(base: str, *, irregular: Mapping[str, str]) -> frozenset[str]:
    """The forms of a verb: "deny" has deny, denies, denied, denying. ``irregular`` gives all forms but the base."""
    if base in irregular:
        return frozenset((base, *irregular[base].split()))
    past, ongoing = f"{_stem(base, before='e')}ed", f"{_stem(base, before='i')}ing"
    return frozenset((base, noun_plural(base), past, ongoing))


def ongoing_form(base: str, *, irregular: Mapping[str, str]) -> str:
    """The form in -ing."""
    return next(f for f in verb_forms(base, irregular=irregular) if f.endswith("ing") and f != base)


def noun_plural(noun: str) -> str:
    """The form in -s, of a noun or of a verb in the third person."""
    if noun.endswith(("s", "x", "z", "ch", "sh", "o")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _stem(base: str, *, before: str) -> str:
    """What an ending that starts with ``before`` is put to."""
    if base.endswith("ee"):
        return base[:-1] if before == "e" else base
    if base.endswith("e"):
        return base[:-1]
    if base.endswith("y") and base[-2] not in _VOWELS and before == "e":
        return base[:-1] + "i"
    if _doubles(base):
        return base + base[-1]
    return base


def _doubles(base: str) -> bool:
    """Whether the last letter is doubled: one consonant behind one vowel, in a word of one syllable."""
    if len(base) < 3 or base[-1] in _VOWELS or base[-1] in "wxy" or base[-2] not in _VOWELS:
        return False
    return base[-3] not in _VOWELS and sum(letter in _VOWELS for letter in base) == 1
