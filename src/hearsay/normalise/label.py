"""Names, labels, addresses, ordinals and scores of games, whose numbers are no quantities."""

from hearsay.normalise.noun import is_plural
from hearsay.normalise.number import Number, number
from hearsay.normalise.tables import word_set
from hearsay.normalise.token import DASHES, HYPHENS, Tokens

LONGEST_COUNT = 10
"""Digits in a row, without a separator, of the longest number that counts something; longer ones identify it."""
_SENTENCE_ENDS = frozenset(".!?:;\"“”‘’'()[]—–-•*,|")
_RANGED = frozenset({"to", "and", "or", "now", ""})
_JOINED = frozenset({"now", "minus", "a", "just", "nearly", "almost", "about", "some", "an", "roughly", "sub"})


def is_label(tokens: Tokens, told: Number, *, hedged: bool) -> bool:
    """Whether a number without a unit is a part of a name or tells which one of several a thing is."""
    if told.fraction or told.vagueness:
        return False
    if told.digits:
        return (
            is_joined(tokens, told)
            or _runs_on(tokens, told)
            or _is_numbering(tokens, told)
            or _is_address(tokens, told)
            or _is_labelled(tokens, told, hedged=hedged)
            or _is_named(tokens, told)
            or _is_telephone(tokens, told)
            or is_score(tokens, told)
        )
    if tokens.at(told.start) == "zero" and not is_plural(tokens.at(told.end)):
        return True
    if tokens.at(told.start - 1) in HYPHENS and tokens.glued(told.start) and tokens.at(told.start - 2) not in _RANGED:
        return True
    if tokens.at(told.start) == "one" and told.end == told.start + 1 and not hedged:
        return _is_pronoun(tokens, told)
    return _is_labelled(tokens, told, hedged=hedged) or _is_named_in_words(tokens, told) or is_score(tokens, told)


def is_score(tokens: Tokens, told: Number) -> bool:
    """Whether a number is one side of a score: "3-1", "won 6-4 6-3", "2-2"; also groups of a telephone number."""
    for join, other in ((told.end, told.end + 1), (told.start - 1, told.start - 2)):
        sign = tokens.at(join)
        if sign in DASHES and tokens.is_digits(other) and tokens.glued(join) == tokens.glued(max(join + 1, 0)):
            after = max(told.end, other + 1)
            if tokens.at(after) in DASHES and tokens.glued(after) and tokens.is_digits(after + 1):
                return True
            if not _counts_things(tokens, after):
                return True
            low, high = _value(tokens, join - 1), _value(tokens, join + 1)
            if low is None or high is None or low >= high:
                return True
        if sign == "to" and number(tokens.word(other)) is not None:
            first, last = min(told.start, other), max(told.end, other + 1)
            of = first - 2 if tokens.at(first - 1) == "of" else last
            if tokens.at(last) in word_set("labels", "odds") or tokens.at(of) in word_set("labels", "odds"):
                return True
            if tokens.at(first - 1) in word_set("labels", "contests"):
                return not _counts_things(tokens, last)
    return False


def _value(tokens: Tokens, i: int) -> float | None:
    found = number(tokens.word(i))
    return found if tokens.is_digits(i) else None


def _counts_things(tokens: Tokens, i: int) -> bool:
    """Whether a plural noun stands at ``i`` or one word on, and no word of contests."""
    if tokens.at(i) in word_set("labels", "contests") or tokens.line_break(i):
        return False
    if is_plural(tokens.at(i)):
        return True
    return tokens.at(i).isalpha() and tokens.at(i) not in word_set("nouns", "stop") and is_plural(tokens.at(i + 1))


def is_joined(tokens: Tokens, told: Number) -> bool:
    """Whether letters or signs are joined to the digits from the left: "A320", "F-16", "#1"; or they are "007"."""
    start = told.start
    word, before = tokens.word(start), tokens.at(start - 1)
    if len(word) > 1 and word[0] == "0" and word[1] != "." and word.isdigit():
        return True
    if not tokens.glued(start):
        return False
    if before.isalpha() or before in {"#", "@", "_", "§", "&", "/"}:
        return True
    if before in HYPHENS and start >= 2 and tokens.at(start - 2) not in _JOINED:
        other = tokens.at(start - 2)
        if other[-1:].isalpha() and (tokens.glued(start - 1) or tokens.word(start - 2).isupper()):
            return True
    return before in {".", "'", "’"} and tokens.glued(start - 1)


def _runs_on(tokens: Tokens, told: Number) -> bool:
    """Letters or digits joined to the digits from the right: "5G", "21st", "3.2.1"."""
    end = told.end
    after = tokens.at(end)
    if not tokens.glued(end):
        return False
    if after[:1].isalpha() or after in {"_", "@"}:
        return True
    if after == "-" and tokens.at(end + 1) == "to" and tokens.at(end + 2) == "-":
        return True
    return after in {".", "'", "’"} and tokens.glued(end + 1) and tokens.word(end + 1)[0] in "s0123456789"


def _is_numbering(tokens: Tokens, told: Number) -> bool:
    """The number of an item at the start of a line: "1. Wash", "2) Dry"."""
    start, end = told.start, told.end
    if start > 0 and not tokens.line_break(start):
        return False
    return (
        tokens.at(end) in {".", ")", ":"} and tokens.glued(end) and not tokens.glued(end + 1) and end + 1 < len(tokens)
    )


def _is_telephone(tokens: Tokens, told: Number) -> bool:
    """One of several groups of digits, parted by blanks."""
    groups = (tokens.word(i) for i in (told.start - 1, told.end) if i >= 0)
    return tokens.word(told.start).isdigit() and any(len(group) >= 3 and group.isdigit() for group in groups)


def _is_address(tokens: Tokens, told: Number) -> bool:
    if told.scale > 1.0 or "," in tokens.word(told.start) or not float(told.value).is_integer():
        return False
    at = told.end
    while at < min(told.end + 5, len(tokens)) and (tokens.word(at)[:1].isupper() or tokens.is_digits(at)):
        if tokens.at(at) in word_set("labels", "streets") and (at > told.end or tokens.word(at + 1)[:1].isupper()):
            return True
        at += 1
        if tokens.is_digits(at - 1) and tokens.glued(at):
            at += 1
    return False


def _is_labelled(tokens: Tokens, told: Number, *, hedged: bool) -> bool:
    before = tokens.at(told.start - 1)
    before = tokens.at(told.start - 2) if before == "." and tokens.glued(told.start - 1) else before
    if before == "number" and _numbers(tokens.at(told.start - 2)):
        return False
    if before == "of" and tokens.word(told.start - 2) == "Group" and not is_plural(tokens.at(told.end)):
        return True
    if hedged or told.scale > 1.0 or before not in word_set("labels", "labels"):
        return False
    if tokens.line_break(told.start):
        return False
    return not is_plural(tokens.at(told.end)) or tokens.word(told.start - 1)[0].isupper()


def _numbers(before: str) -> bool:
    """Whether "number" after a word is a verb: "the dead now number 41", "her fans number 200"."""
    return is_plural(before) or before in word_set("labels", "numbered")


def _is_named(tokens: Tokens, told: Number) -> bool:
    """A name that ends in digits or goes on after them: "Windows 10", "the 737 Max", "the Fortune 100"."""
    before, after = tokens.word(told.start - 1), tokens.word(told.end)
    word = tokens.word(told.start)
    if told.scale > 1.0:
        return False
    if _is_known(word, after):
        return True
    if tokens.line_break(told.start) or "," in word:
        return False
    if before.lower() in word_set("labels", "names") and not before.islower():
        return True
    if before == ":" and told.value <= 10 and tokens.word(told.start - 2)[:1].isupper() and after[:1].isupper():
        return True
    if not before[:1].isupper() or before.lower() in word_set("nouns", "stop"):
        return False
    return not after[:1].islower() or after in word_set("nouns", "stop")


def _is_known(word: str, after: str) -> bool:
    """Whether digits are known as a name, or by the word after them."""
    if word in word_set("labels", "called") or (len(word) > LONGEST_COUNT and word.isdigit()):
        return True
    if after[:1].isupper() and after.lower() in word_set("labels", "models"):
        return True
    airliner = after[:1].isupper() or after in word_set("labels", "airliner")
    return airliner and word in word_set("labels", "airliners")


def _is_named_in_words(tokens: Tokens, told: Number) -> bool:
    """A capital within a sentence: "World War Two", "the Group of Seven", "the Big Four"."""
    word, before = tokens.word(told.start), tokens.word(told.start - 1)
    if not word[0].isupper() or told.scale > 1.0 or word.isupper() or not before or before in _SENTENCE_ENDS:
        return False
    if tokens.line_break(told.start) or tokens.word(told.end)[:1].isupper():
        return False
    return before[0].isupper() or not is_plural(tokens.at(told.end))


def _is_pronoun(tokens: Tokens, told: Number) -> bool:
    """Whether "one" is a pronoun: "one of the", "no one", "this one"; not "one was killed", "one solution"."""
    before, after = tokens.at(told.start - 1), tokens.at(told.end)
    if after == "of":
        return not _is_superlative(tokens, told.end + 1)
    if before in word_set("labels", "one_before") or not after[:1].isalpha():
        return True
    if after in {"was", "died", "remains", "remained", "survived", "were"}:
        return False
    if after in word_set("labels", "one_stop"):
        return True
    if after in word_set("nouns", "nouns") | word_set("nouns", "adjectives") or tokens.word(told.end) == "US":
        return False
    return after in word_set("nouns", "stop")


def _is_superlative(tokens: Tokens, i: int) -> bool:
    """Whether the best of something follow: "one of the best speakers", one that is counted."""
    owner = {"the", "its", "his", "her", "their", "our", "my", "your"}
    if tokens.at(i) not in owner and not tokens.at(i).endswith("s"):
        return False
    for at in range(i, min(i + 4, len(tokens))):
        word = tokens.at(at)
        if word in word_set("nouns", "superlatives") or (word.endswith("est") and len(word) > 5):
            return True
    return False
