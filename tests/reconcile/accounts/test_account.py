from hearsay.reconcile.accounts.account import accounts
from tests.reconcile.accounts.told import body, by_words, given, report

PORT = body("Harbour Company")


def test_what_one_source_holds_is_one_account_however_many_reports_carry_it() -> None:
    one = report("post", "The company said 40 people were aboard.", "2026-03-02")
    two = report("echo", "The company said some 40 people were aboard.", "2026-03-04")
    first = given(one, "40 people", PORT, value=40)
    second = given(two, "some 40 people", PORT, value=40, approximate=True, number=1, origin="post")
    (found,) = accounts([second, first])
    assert by_words(found.figures) == ["40 people", "some 40 people"]
    assert (found.documents, found.publishers, found.origins) == (2, 2, 1)
    assert found.approximate
    assert found.strongest.words == "40 people"
    assert found.latest.words == "some 40 people"


def test_the_id_comes_from_what_was_recorded_first() -> None:
    one = report("post", "The company said 40 people were aboard.", "2026-03-02")
    two = report("echo", "The company said 40 people were aboard.", "2026-03-01")
    first = given(one, "40 people", PORT, value=40)
    (alone,) = accounts([first])
    (both,) = accounts([first, given(two, "40 people", PORT, value=40, number=1)])
    assert alone.id == both.id


def test_a_recalled_number_belongs_to_the_earlier_time() -> None:
    monday = report("post", "The company said 40 people were aboard.", "2026-03-02")
    friday = report("echo", "The company said 55 people were aboard. It had put the number at 40.", "2026-03-06")
    found = accounts(
        [
            given(friday, "40", PORT, value=40, number=1),
            given(friday, "55 people", PORT, value=55, number=1),
            given(monday, "40 people", PORT, value=40),
        ]
    )
    assert [(one.min, one.at) for one in found] == [(40, "2026-03-02"), (55, "2026-03-06")]


def test_of_one_day_what_is_recalled_comes_first() -> None:
    text = "The company said 61 people were aboard. It had spoken at noon of 58 people."
    here = report("post", text, "2026-03-06")
    found = accounts([given(here, "61 people", PORT, value=61), given(here, "58 people", PORT, value=58)])
    assert [one.min for one in found] == [58, 61]


def test_the_quarter_that_a_loss_is_of_is_not_when_it_was_said() -> None:
    early = report("post", "The company lost 100 crowns.", "2026-10-07")
    late = report("echo", "The company lost 126 crowns.", "2026-10-10")
    one = given(early, "100 crowns", PORT, value=100, unit="SEK")
    other = given(late, "126 crowns", PORT, value=126, unit="SEK", said_on="2026-35", as_of="2026-35")
    assert [found.min for found in accounts([other, one])] == [100, 126]


def test_the_reports_own_voice_has_no_source() -> None:
    here = report("post", "Police closed 3 roads.", "2026-10-07")
    (found,) = accounts([given(here, "3 roads", None, value=3)])
    assert found.source is None
