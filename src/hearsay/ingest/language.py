"""Whether a text is English.

Two steps, because the second costs a second once and two milliseconds a text: the share of English function words
settles almost every text; only what it leaves open goes to py3langid (Lui and Baldwin, "langid.py", ACL 2012).
"""

import re

from hearsay.errors import ForeignReport

_SAMPLE = 2000
"""Characters from the start of a text that are looked at."""

FUNCTION_WORDS = frozenset(
    "a about after all also an and are as at be been before but by can could for from had has have he her his how if in"
    " into is it its more no not of on or over said she so some than that the their them there they this to up was we"
    " were what when which who will with would you".split()
)
"""English words that carry grammar, in lower case."""

_ENGLISH_SHARE = 0.2
"""Of a text's words. Of 1,089 English articles (PolNeAR, TimeBank and AQUAINT) all but one have more; no
sentence of eighteen other languages has more than 0.15 (Romanian; Dutch 0.13)."""

_FEWEST_WORDS = 8
"""Fewer words in Latin script never refuse a text: names and quotations outweigh the rest."""

_FEWEST_LETTERS = 8
"""Fewer letters of another script never do either."""

_MARGIN = 0.7
"""By how much the log-probability of another language must exceed that of English, per byte of the sample, before a
text is refused. Single sentences of eighteen other languages lie at 1.0 (Nigerian Pidgin) and above, most at 2; of
9,094 English sentences the worst, a bare list of names, lies at 0.32."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_LETTER = re.compile(r"[^\W\d_]")


def require_english(text: str, *, origin: str) -> None:
    """Raise ForeignReport where ``text`` is clearly in another language; what is too short to tell passes."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters >= _FEWEST_LETTERS and 2 * len(_LATIN.findall(sample)) < letters:
        raise ForeignReport("not in English, not even in Latin script", origin=origin)
    words = [word.lower() for word in _WORD.findall(sample)]
    english = sum(word in FUNCTION_WORDS for word in words)
    if len(words) < _FEWEST_WORDS or english >= _ENGLISH_SHARE * len(words):
        return
    other = _other_language(sample)
    if other is not None:
        raise ForeignReport(f"not in English but, it seems, in the language with the code {other!r}", origin=origin)


def _other_language(sample: str) -> str | None:
    """The ISO 639 code of the language that fits ``sample`` better than English by the margin."""
    # Imported here: numpy and the model are loaded for the few texts that need them.
    import py3langid

    ranking = py3langid.rank(sample)
    code, score = ranking[0]
    english = dict(ranking)["en"]
    return str(code) if score - english > _MARGIN * len(sample.encode("utf-8", "replace")) else None
