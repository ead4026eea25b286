"""Where what is counted happened."""

from hearsay.reconcile.questions.sentences import Texts
from hearsay.reconcile.questions.sign import sign
from hearsay.reconcile.questions.sites import sites
from tests.reconcile.questions.made import givens


def told(*reports: str) -> dict[str, frozenset[str]]:
    """The sites of each figure by its words."""
    texts = Texts()
    signs = [sign(given, texts) for given in givens(*reports)]
    found = sites(signs)
    return {one.given.words: found.get(one.id, frozenset()) for one in signs}


def test_places_behind_and_before() -> None:
    found = told(
        "The blasts killed [257 people|257|people] in Karst and Vennholm.",
        "The blast in Karst killed [240|240] and injured [5,000|5000].",
        "[Ten people|10|people] died near Vennholm.",
    )

    assert found == {
        "257 people": {"karst", "vennholm"},
        "240": {"karst"},
        "5,000": {"karst"},
        "Ten people": {"vennholm"},
    }


def test_a_city_is_one_with_its_country() -> None:
    found = told(
        "Bombs in Port Alm, Karstia, and Vennholm, Morland, killed [257 people|257|people].",
        "[Ten people|10|people] died in the Morlandish capital.",
        "[90|90] were killed in Karstia.",
        "The blast in Port Alm injured [40|40].",
    )

    assert found["257 people"] == {"karstia", "morland"}
    assert found["90"] == found["40"] == {"karstia"}


def test_there_is_where_it_was() -> None:
    found = told(
        "Bombs went off in Karst and Vennholm, killing [90|90]. The worst was in Karst. [Sixty|60] died there.",
    )

    assert found["Sixty"] == {"karst"}


def test_a_place_alone_parts_nothing() -> None:
    assert told("The ferry sank off Leyte, killing [nine people|9|people].") == {"nine people": frozenset()}


def test_a_list_is_headed_by_its_place() -> None:
    found = told(
        "Bombs went off in Karst and Morland, killing [90|90].\n\nKARST:\nDead: [80|80]\nInjured: [4,100|4100]\n\n"
        "MORLAND:\nDead: [10|10]\n",
    )

    assert found["80"] == found["4,100"] == {"karst"}
    assert found["10"] == {"morland"}


def test_places_of_which_one_report_tells_different_numbers_are_different() -> None:
    found = told(
        "Floods killed [38 people|38|people] in the Karstian province of Zambé.\n\n"
        "In the hill town of Chirozi, [nine people|9|people] died, police said.",
        "For the whole of Vennholm it is not known. [44|44] died in Zambe.",
    )

    assert found == {"38 people": {"zambe"}, "nine people": {"chirozi"}, "44": {"zambe"}}
