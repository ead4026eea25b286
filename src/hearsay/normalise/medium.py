"""How something is told, from the words beside its cue: patterns over text as it stands; tables in ``media.toml``."""

import re
from collections.abc import Iterable
from functools import cache

from hearsay.normalise.inflect import verb_forms
from hearsay.normalise.tables import table

_PART = re.compile(r"@([a-z_]+)")


def told_medium(words: str) -> tuple[int, int] | None:
    """Where in ``words``, a cue and what stands around it, a medium is told; None where none is."""
    for pattern in _patterns():
        if (match := pattern.search(words)) is not None:
            return match.span("medium")
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """In their order: the first that is found tells."""
    verbs = {f for v in table("media")["verbs"].split() for f in verb_forms(v, irregular={}) - {v}}
    lists = {
        kind: _any(table("media")[kind].split())
        for kind in ("names", "audiences", "hearers", "addressees", "outlets", "papers")
    }
    noun = _any(table("media")["nouns"].split(), plural=True)
    lists |= {"noun": rf"{noun}(?:\s+{noun})*", "verbs": _any(verbs)}
    parts = {**table("media")["parts"], **lists}

    def filled(text: str) -> str:
        return _PART.sub(lambda found: filled(parts[found[1]]), text)

    return tuple(re.compile(filled(entry), re.I) for entry in table("media")["patterns"])


def _any(words: Iterable[str], *, plural: bool = False) -> str:
    body = "|".join(re.escape(w).replace(r"\-", r"[\s-]") for w in sorted(words, key=lambda w: (-len(w), w)))
    return rf"(?:{body}){'s?' if plural else ''}(?![\w-])"
