import pytest

from hearsay.normalise.naming import bare, is_initials, is_short_form, person_words, same_person, words_of


@pytest.mark.parametrize(
    ("name", "plain"), [("The coast guard", "coast guard"), ("“a paper”", "paper"), ("Ann", "Ann")]
)
def test_a_name_without_its_article(name: str, plain: str) -> None:
    assert bare(name) == plain


def test_what_only_joins_is_left_out_of_a_name() -> None:
    assert words_of("The Ministry of Defence") == words_of("ministry defence")
    assert words_of("The ship’s manifest") == words_of("the ship's manifest")
    assert words_of("The") == ("the",)


@pytest.mark.parametrize(
    ("name", "words"),
    [("Capt. Pedro Lim", ("pedro", "lim")), ("Pedro Lim, a spokesman", ("pedro", "lim")), ("Judge", ("judge",))],
)
def test_a_person_without_title(name: str, words: tuple[str, ...]) -> None:
    assert person_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pedro Lim", "Pedro A. Lim", True),
        ("P. Lim", "Pedro Lim", True),
        ("Maria Lim", "Pedro Lim", False),
        ("Lim", "Pedro Lim", False),
    ],
)
def test_two_full_names(one: str, other: str, same: bool) -> None:
    assert same_person(person_words(one), person_words(other)) is same


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        ("DOTr", "the Department of Transportation", True),
        ("NATO", "North Atlantic Treaty Organization", True),
        ("IMF", "World Bank", False),
        ("Visa", "Vienna Intercity Association", False),
    ],
)
def test_initials(short: str, full: str, told: bool) -> None:
    assert is_initials(short, full) is told


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        ("Marlow Shipping", "Marlow Shipping Lines", True),
        ("coast guard", "Philippine Coast Guard", True),
        ("transport department", "Department of Transportation", True),
        ("Lines", "Marlow Shipping Lines", False),
        ("Marlow Shipping Lines", "Marlow", False),
    ],
)
def test_a_name_that_is_cut(short: str, full: str, told: bool) -> None:
    assert is_short_form(words_of(short), words_of(full)) is told
