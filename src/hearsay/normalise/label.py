"""Names, labels, addresses, ordinals and scores of games, whose numbers are no quantities."""

from hearsay.normalise.noun import is_plural
from hearsay.normalise.number import Number
from hearsay.normalise.tables import word_set
from hearsay.normalise.token import DASHES, HYPHENS, Tokens

_SENTENCE_ENDS = frozenset(".!?:;\"“”‘’'()[]—–-•*,|")
_JOINED = frozenset({"now", "minus", "a", "just", "nearly", "almost", "about", "some", "an", "roughly", "sub"})


def is_label(tokens: Tokens, number: Number, *, hedged: bool) -> bool:
    """Whether a number without a unit is a part of a name or tells which one of several a thing is."""
    if number.fraction or number.vagueness:
        return False
    if number.digits:
        return (
            is_joined(tokens, number)
            or _runs_on(tokens, number)
            or _is_numbering(tokens, number)
            or _is_address(tokens, number)
            or _is_labelled(tokens, number, hedged=hedged)
            or _is_named(tokens, number)
            or _is_telephone(tokens, number)
            or is_score(tokens, number)
        )
    if tokens.at(number.start) == "one" and number.end == number.start + 1 and not hedged:
        return _is_pronoun(tokens, number)
    return _is_labelled(tokens, number, hedged=hedged) or _is_named_in_words(tokens, number) or is_score(tokens, number)


def is_score(tokens: Tokens, number: Number) -> bool:
    """Whether a number is one side of a score: "3-1", "won 6-4 6-3", "2-2"; also groups of a telephone number."""
    for join, other in ((number.end, number.end + 1), (number.start - 1, number.start - 2)):
        sign = tokens.at(join)
        if sign in DASHES and tokens.is_digits(other) and tokens.glued(join) == tokens.glued(max(join + 1, 0)):
            after = max(number.end, other + 1)
            if tokens.at(after) in DASHES and tokens.glued(after) and tokens.is_digits(after + 1):
                return True
            if not _counts_things(tokens, after):
                return True
            low, high = sorted((join - 1, join + 1))
            if float(tokens.word(low).replace(",", "")) >= float(tokens.word(high).replace(",", "")):
                return True
        if (
            sign == "to"
            and tokens.is_digits(other)
            and tokens.at(min(number.start, other) - 1) in word_set("labels", "contests")
        ):
            return not _counts_things(tokens, max(number.end, other + 1))
    return False


def _counts_things(tokens: Tokens, i: int) -> bool:
    """Whether a plural noun stands at ``i`` or one word on, and no word of contests."""
    if tokens.at(i) in word_set("labels", "contests") or tokens.line_break(i):
        return False
    if is_plural(tokens.at(i)):
        return True
    return tokens.at(i).isalpha() and tokens.at(i) not in word_set("nouns", "stop") and is_plural(tokens.at(i + 1))


def is_joined(tokens: Tokens, number: Number) -> bool:
    """Whether letters or signs are joined to the digits from the left: "A320", "F-16", "#1"; or they are "007"."""
    start = number.start
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
    return before == "." and tokens.glued(start - 1)


def _runs_on(tokens: Tokens, number: Number) -> bool:
    """Letters or digits joined to the digits from the right: "5G", "21st", "3.2.1"."""
    end = number.end
    after = tokens.at(end)
    if not tokens.glued(end):
        return False
    if after[:1].isalpha() or after in {"_", "@"}:
        return True
    return after == "." and tokens.glued(end + 1) and tokens.is_digits(end + 1)


def _is_numbering(tokens: Tokens, number: Number) -> bool:
    """The number of an item at the start of a line: "1. Wash", "2) Dry"."""
    start, end = number.start, number.end
    if start > 0 and not tokens.line_break(start):
        return False
    return (
        tokens.at(end) in {".", ")", ":"} and tokens.glued(end) and not tokens.glued(end + 1) and end + 1 < len(tokens)
    )


def _is_telephone(tokens: Tokens, number: Number) -> bool:
    """One of several groups of digits, parted by blanks."""
    groups = (tokens.word(i) for i in (number.start - 1, number.end) if 0 <= i)
    return tokens.word(number.start).isdigit() and any(len(group) >= 3 and group.isdigit() for group in groups)


def _is_address(tokens: Tokens, number: Number) -> bool:
    if number.scale > 1.0 or "," in tokens.word(number.start) or not float(number.value).is_integer():
        return False
    at = number.end
    while at < min(number.end + 5, len(tokens)) and (tokens.word(at)[:1].isupper() or tokens.is_digits(at)):
        if tokens.at(at) in word_set("labels", "streets") and (at > number.end or tokens.word(at + 1)[:1].isupper()):
            return True
        at += 1
        if tokens.is_digits(at - 1) and tokens.glued(at):
            at += 1
    return False


def _is_labelled(tokens: Tokens, number: Number, *, hedged: bool) -> bool:
    before = tokens.at(number.start - 1)
    before = tokens.at(number.start - 2) if before == "." and tokens.glued(number.start - 1) else before
    if hedged or number.scale > 1.0 or before not in word_set("labels", "labels"):
        return False
    if tokens.line_break(number.start):
        return False
    return not is_plural(tokens.at(number.end)) or tokens.word(number.start - 1)[0].isupper()


def _is_named(tokens: Tokens, number: Number) -> bool:
    """A name that ends in digits or goes on after them: "Windows 10", "the 737 Max", "the Fortune 100"."""
    before, after = tokens.word(number.start - 1), tokens.word(number.end)
    word = tokens.word(number.start)
    if number.scale > 1.0:
        return False
    if word in word_set("labels", "airliners") and (
        after.lower() in word_set("labels", "airliner") or after[:1].isupper()
    ):
        return True
    if after.lower() in word_set("labels", "models") and after[:1].isupper():
        return True
    if tokens.line_break(number.start) or "," in word:
        return False
    if before.lower() in word_set("labels", "names") and not before.islower():
        return True
    if before == ":" and number.value <= 10 and tokens.word(number.start - 2)[:1].isupper() and after[:1].isupper():
        return True
    if not before[:1].isupper():
        return False
    if before.lower() in word_set("nouns", "stop"):
        return False
    follows = after[:1].isalpha() and after[:1].islower() and after not in word_set("nouns", "stop")
    return not follows


def _is_named_in_words(tokens: Tokens, number: Number) -> bool:
    """ "World War Two", "the Group of Seven", "the Big Four": a capital within a sentence."""
    word, before = tokens.word(number.start), tokens.word(number.start - 1)
    if not word[0].isupper() or number.scale > 1.0 or word.isupper() or not before or before in _SENTENCE_ENDS:
        return False
    if tokens.line_break(number.start) or tokens.word(number.end)[:1].isupper():
        return False
    return before[0].isupper() or not is_plural(tokens.at(number.end))


def _is_pronoun(tokens: Tokens, number: Number) -> bool:
    """ "One" for somebody or something: "one of the", "no one", "this one"; not "one was killed", "one solution"."""
    before, after = tokens.at(number.start - 1), tokens.at(number.end)
    if after == "of":
        return not _is_superlative(tokens, number.end + 1)
    if before in word_set("labels", "one_before") or not after[:1].isalpha():
        return True
    if after in {"was", "died", "remains", "remained", "survived", "were"}:
        return False
    return after in word_set("labels", "one_stop") or after in word_set("nouns", "stop") - word_set(
        "nouns", "nouns"
    ) - (word_set("nouns", "adjectives"))


def _is_superlative(tokens: Tokens, i: int) -> bool:
    """ "One of the best speakers": one that is counted out of the best."""
    if tokens.at(i) not in {"the", "its", "his", "her", "their", "our", "my", "your"} and not tokens.at(i).endswith(
        "s"
    ):
        return False
    for at in range(i, min(i + 4, len(tokens))):
        word = tokens.at(at)
        if word in word_set("nouns", "superlatives") or (word.endswith("est") and len(word) > 5):
            return True
    return False
