"""The forms of verbs and nouns."""

import pytest

from hearsay.normalise.inflect import noun_plural, ongoing_form, verb_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", "deny denies denied denying"),
        ("urge", "urge urges urged urging"),
        ("stress", "stress stresses stressed stressing"),
        ("slam", "slam slams slammed slamming"),
        ("fear", "fear fears feared fearing"),
        ("vow", "vow vows vowed vowing"),
        ("agree", "agree agrees agreed agreeing"),
        ("say", "say says said saying"),
        ("answer", "answer answers answered answering"),
    ],
)
def test_verb_forms(base: str, forms: str) -> None:
    assert verb_forms(base, irregular={"say": "says said saying"}) == frozenset(forms.split())


def test_ongoing_form() -> None:
    assert ongoing_form("cut", irregular={}) == "cutting"
    assert ongoing_form("be", irregular={"be": "is are was were been being am"}) == "being"


@pytest.mark.parametrize(
    ("noun", "plural"), [("call", "calls"), ("apology", "apologies"), ("promise", "promises"), ("wish", "wishes")]
)
def test_noun_plural(noun: str, plural: str) -> None:
    assert noun_plural(noun) == plural
