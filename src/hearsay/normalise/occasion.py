"""Dates, times of day and ages, whose numbers are no quantities."""

from hearsay.normalise.noun import is_person, is_plural
from hearsay.normalise.number import Number
from hearsay.normalise.tables import word_set
from hearsay.normalise.token import DASHES, HYPHENS, Tokens

FIRST_YEAR, LAST_YEAR = 1500, 2199
"""Four digits without a comma are a year between these, where nothing tells them a count."""
OLDEST = 110
"""No person is reported to be older than this, so that "a 150-year-old bridge" is measured."""


def is_occasion(tokens: Tokens, number: Number, *, measured: bool, hedged: bool) -> bool:
    """Whether a number is of a date, a clock or an age. ``measured``: it has a unit; ``hedged``: a bound."""
    if number.scale > 1.0 or number.fraction or number.vagueness:
        return False
    if is_age(tokens, number):
        return True
    return not measured and (
        _is_clock(tokens, number) or _is_day(tokens, number) or _is_year(tokens, number, hedged=hedged)
    )


def is_age(tokens: Tokens, number: Number) -> bool:
    """Whether a number tells how old somebody is."""
    before, end = tokens.at(number.start - 1), number.end
    if before in word_set("labels", "ages"):
        return True
    if before in {"between", "over", "under", "above", "below"}:
        earlier = tokens.at(number.start - 2)
        if earlier in word_set("labels", "ages"):
            return True
        if earlier in word_set("labels", "aged") and number.value <= OLDEST and not tokens.at(end)[:1].isalpha():
            return True
    if (
        before in {"to", "and", "or", *DASHES}
        and tokens.is_digits(number.start - 2)
        and _opens_ages(tokens, number.start - 3)
    ):
        return True
    if before in HYPHENS and tokens.at(number.start - 2) in {"over", "under"}:
        return True
    if tokens.at(end) == "s" and tokens.glued(end):
        return True
    if before == "of" and tokens.at(number.start - 2) in {"age", "ages"}:
        return True
    return _is_years_old(tokens, number) or _is_apposed_age(tokens, number)


def _opens_ages(tokens: Tokens, i: int) -> bool:
    """Whether "aged", "aged between", "ages of" ends at token ``i``, before the first of two ages."""
    i -= 1 if tokens.at(i) in {"between", "from", "of"} else 0
    return tokens.at(i) in word_set("labels", "ages")


def _is_years_old(tokens: Tokens, number: Number) -> bool:
    """An age in full, of a person or of nothing told: "43-year-old", "43 years of age", "18 to 24 year olds"."""
    at = number.end
    at += 1 if tokens.at(at) in DASHES else 0
    if tokens.at(at) in {"to", "and", "or"} and tokens.is_digits(at + 1):
        at += 2
        at += 1 if tokens.at(at) in DASHES else 0
    if tokens.at(at) not in {"year", "years", "month", "months", "week", "weeks", "day", "days", "yr"}:
        return False
    at += 1
    if tokens.at(at) == "of" and tokens.at(at + 1) == "age":
        return True
    at += 1 if tokens.at(at) in HYPHENS else 0
    if tokens.at(at) not in {"old", "olds"} or number.value > OLDEST:
        return False
    following = [tokens.at(j) for j in range(at + 1, min(at + 4, len(tokens)))]
    if tokens.at(at) == "olds" or not following or not following[0].isalpha():
        return True
    if following[0] in word_set("nouns", "stop"):
        return True
    return any(is_person(w) for w in following) or tokens.word(at + 1)[0].isupper()


def _is_apposed_age(tokens: Tokens, number: Number) -> bool:
    """A name, the age between commas or in brackets: "Smith, 43, said"."""
    if not 0 < number.value <= OLDEST or not float(number.value).is_integer():
        return False
    opened, closed = tokens.at(number.start - 1), tokens.at(number.end)
    name = tokens.word(number.start - 2)
    if opened == "(" and closed == ")":
        return name[:1].isupper()
    if opened != "," or not (name[:1].isupper() or is_person(name)):
        return False
    if closed in {",", ".", ")", ";", "―", "—", "–"}:
        return tokens.word(number.start - 2).lower() not in word_set("labels", "months")
    return closed in {"of", "from", "who", "and", "was", "a", "said"} and not tokens.at(number.end + 1).isdigit()


def _is_clock(tokens: Tokens, number: Number) -> bool:
    end, before = number.end, tokens.at(number.start - 1)
    if tokens.at(end) == ":" and tokens.glued(end) and tokens.is_digits(end + 1) and tokens.glued(end + 1):
        return True
    if before == ":" and tokens.glued(number.start) and tokens.is_digits(number.start - 2):
        return True
    after = tokens.at(end)
    if after in word_set("labels", "clock"):
        return True
    if after in {"a", "p"} and tokens.at(end + 1) == "." and tokens.at(end + 2) == "m":
        return True
    if before in {"past", "half-past"} and tokens.at(number.start - 2) in {"half", "quarter", "ten", "twenty", "five"}:
        return True
    return tokens.at(end) in {"to", "and", "or", "until", "till", "through", *DASHES} and _clock_ends(tokens, end + 2)


def _clock_ends(tokens: Tokens, i: int) -> bool:
    """Whether the second of two numbers before ``i`` is a time: "from 9 to 5pm"."""
    if not tokens.is_digits(i - 1):
        return False
    at = i + 2 if tokens.at(i) == ":" else i
    return tokens.at(at) in word_set("labels", "clock") or (tokens.at(at) in {"a", "p"} and tokens.at(at + 2) == "m")


def _is_month(tokens: Tokens, i: int) -> bool:
    return tokens.at(i) in word_set("labels", "months") and tokens.word(i)[:1].isupper()


def _is_day(tokens: Tokens, number: Number) -> bool:
    """A day of the month, alone or in a list or a range of days; also "12/05/2019"."""
    start, end = number.start, number.end
    if tokens.at(start - 1) == "/" and tokens.glued(start) and tokens.is_digits(start - 2):
        return True
    if tokens.at(end) == "/" and tokens.glued(end) and tokens.glued(end + 1) and tokens.is_digits(end + 1):
        return True
    if not number.digits or not 1 <= number.value <= 31 or not tokens.word(start).isdigit():
        return False
    if _is_month(tokens, end) or (tokens.at(end) == "of" and _is_month(tokens, end + 1)):
        return tokens.at(end) != "may" or not tokens.at(end + 1).isalpha() or tokens.at(end + 1) in {"and", "in", "at"}
    before = start - 1
    before -= 1 if tokens.at(before) == "." else 0
    if _is_month(tokens, before):
        return True
    joins = {"and", "or", "to", ",", "until", *DASHES}
    if tokens.at(end) in joins and tokens.is_digits(end + 1) and _is_month(tokens, end + 2):
        return True
    if tokens.at(start - 1) in joins and tokens.word(start - 2).isdigit():
        earlier = start - 3 - (1 if tokens.at(start - 3) == "." else 0)
        return _is_month(tokens, earlier) and int(tokens.word(start - 2)) <= 31 and not is_plural(tokens.at(end))
    return False


def _is_year(tokens: Tokens, number: Number, *, hedged: bool) -> bool:
    word, start, end = tokens.word(number.start), number.start, number.end
    before, after = tokens.at(start - 1), tokens.at(end)
    if before in {"'", "’", "‘"} and tokens.glued(start) and len(word) == 2:
        return not (tokens.glued(start - 1) and tokens.at(start - 2) == before)
    if number.end != start + 1 or len(word) != 4 or not word.isdigit() or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return _ends_years(tokens, number)
    if after in HYPHENS | {"/", "–"} and tokens.glued(end) and tokens.is_digits(end + 1):
        return True
    counts = is_plural(after) and tokens.word(end)[:1].islower()
    if before in word_set("labels", "before_years") and not (counts and int(word) % 50 == 0):
        return True
    if counts and (hedged or int(word) % 50 == 0 or is_person(after)):
        return False
    return not hedged or int(word) >= 1900


def _ends_years(tokens: Tokens, number: Number) -> bool:
    """The second of two years: "2018-19", "2018/19"."""
    first, join = tokens.word(number.start - 2), tokens.at(number.start - 1)
    if join not in HYPHENS | {"/", "–"} or not tokens.glued(number.start) or len(tokens.word(number.start)) != 2:
        return False
    return first.isdigit() and len(first) == 4 and FIRST_YEAR <= int(first) <= LAST_YEAR
