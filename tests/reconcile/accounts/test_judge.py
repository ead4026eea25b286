import pytest

from hearsay.reconcile.accounts.account import accounts
from hearsay.reconcile.accounts.judge import judged, revised_by
from hearsay.records.account import Given, Relation
from hearsay.records.statement import Act
from tests.reconcile.accounts.told import Value, body, given, person, report

POLICE = body("Lund police", "Sweden")
UNION = body("Dockers' Union")
PORT = body("Harbour Company")
CHIEF = person("Ada Holm", "Harbour Company")


def relations(*figures: Given) -> list[Relation]:
    return [one.relation for one in judged(accounts(figures))]


def test_two_sources_that_give_numbers_far_apart_are_in_conflict_with_reason_and_words() -> None:
    text = "Police put the crowd at 3,000. The union spoke of about 9,000 marchers."
    here = report("post", text, "2026-03-02")
    held = accounts(
        [
            given(here, "3,000", POLICE, value=3000),
            given(here, "about 9,000 marchers", UNION, value=9000, approximate=True),
        ]
    )
    (found,) = judged(held, about="marchers in Lund")
    assert found.relation is Relation.CONFLICTS
    assert found.reason == (
        "disjoint: 3,000 and 9,000 ±10%; both about marchers in Lund; neither is told to be of another time"
    )
    assert found.words == ("Police put the crowd at 3,000.", "The union spoke of about 9,000 marchers.")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ((1500, True), (1400, False), Relation.AGREES),
        (((3000, None), False), (3000, False), Relation.REFINES),
        (((900, 1300), False), (1100, False), Relation.REFINES),
        (((None, 40), False), (45, False), Relation.CONFLICTS),
        ((0, False), ((6000, None), False), Relation.CONFLICTS),
    ],
)
def test_intervals_decide(one: tuple[Value, bool], other: tuple[Value, bool], relation: Relation) -> None:
    here = report("post", "Police named one number. The union named another number.", "2026-03-02")
    first = given(here, "one number", POLICE, value=one[0], approximate=one[1])
    second = given(here, "another number", UNION, value=other[0], approximate=other[1])
    assert relations(first, second) == [relation]


def test_a_toll_that_another_source_puts_higher_the_next_day_has_moved_on() -> None:
    monday = report("post", "Police said 12 people had been killed.", "2026-03-02")
    tuesday = report("echo", "The union said 19 people had been killed.", "2026-03-03")
    first = given(monday, "12 people", POLICE, value=12, measure="killed")
    second = given(tuesday, "19 people", UNION, value=19, measure="killed")
    assert relations(first, second) == [Relation.PROGRESSED]


def test_two_tolls_side_by_side_are_in_conflict_but_not_one_that_is_only_recalled() -> None:
    text = "Police said 12 people were killed. The union said 19 people were killed."
    here = report("post", text, "2026-03-02")
    one = given(here, "12 people", POLICE, value=12, measure="killed")
    assert relations(one, given(here, "19 people", UNION, value=19, measure="killed")) == [Relation.CONFLICTS]
    text = "Police had earlier put the number at 12 people killed. The union said 19 people were killed."
    here = report("post", text, "2026-03-02")
    one = given(here, "12 people", POLICE, value=12, measure="killed")
    assert relations(one, given(here, "19 people", UNION, value=19, measure="killed")) == [Relation.PROGRESSED]


def test_a_demand_is_no_claim() -> None:
    here = report("post", "The port offers 200 crowns. The union demands 500 crowns.", "2026-03-02")
    offer = given(here, "200 crowns", PORT, value=200, unit="SEK")
    assert relations(offer, given(here, "500 crowns", UNION, value=500, unit="SEK", act=Act.URGE)) == []


def test_numbers_of_two_currencies_are_not_compared() -> None:
    here = report("post", "The port lost 200 crowns. The union said 500 euros.", "2026-03-02")
    crowns = given(here, "200 crowns", PORT, value=200, unit="SEK")
    assert relations(crowns, given(here, "500 euros", UNION, value=500, unit="EUR")) == []


def test_a_body_and_the_one_who_speaks_for_it_are_not_in_dispute() -> None:
    first = report("post", "The company said 40 people were aboard.", "2026-03-02")
    second = report("echo", "Ada Holm said 55 people were aboard.", "2026-03-03")
    figures = given(first, "40 people", PORT, value=40), given(second, "55 people", CHIEF, value=55)
    assert relations(*figures) == []


def test_the_own_voice_of_a_report_is_in_no_dispute() -> None:
    here = report("post", "The boat was built for 80 people. The union said 120 people.", "2026-03-02")
    assert relations(given(here, "80 people", None, value=80), given(here, "120 people", UNION, value=120)) == []


def test_a_source_that_gives_another_number_has_revised_it() -> None:
    monday = report("post", "The port said 40 people were aboard.", "2026-03-02")
    tuesday = report("echo", "The port said 55 people were aboard.", "2026-03-03")
    held = accounts([given(monday, "40 people", PORT, value=40), given(tuesday, "55 people", PORT, value=55, number=1)])
    found = judged(held)
    assert [one.relation for one in found] == [Relation.REVISED]
    assert revised_by(found, held) == (PORT.id,)


def test_a_finer_number_within_the_earlier_bounds_is_no_revision() -> None:
    monday = report("post", "The port said at least 40 people were aboard.", "2026-03-02")
    tuesday = report("echo", "The port said 55 people were aboard.", "2026-03-03")
    held = accounts([given(monday, "at least 40 people", PORT, value=(40, None)), given(tuesday, "55", PORT, value=55)])
    assert [one.relation for one in judged(held)] == [Relation.REFINES]
    assert revised_by(judged(held), held) == ()


def test_a_toll_of_one_source_that_grows_is_progress_and_counts_as_its_revision() -> None:
    monday = report("post", "Police said 12 people had been killed.", "2026-03-02")
    tuesday = report("echo", "Police said 19 people had been killed.", "2026-03-03")
    first = given(monday, "12 people", POLICE, value=12, measure="killed")
    held = accounts([first, given(tuesday, "19 people", POLICE, value=19, measure="killed")])
    found = judged(held)
    assert [one.relation for one in found] == [Relation.PROGRESSED]
    assert revised_by(found, held) == (POLICE.id,)


def test_what_a_copy_cut_in_two_is_no_revision() -> None:
    monday = report("post", "The port said 40 people were aboard.", "2026-03-02")
    reprint = report("echo", "The port said 55 people were aboard.", "2026-03-02")
    held = accounts([given(monday, "40", PORT, value=40), given(reprint, "55", PORT, value=55, origin="post")])
    assert judged(held) == ()


def test_a_correction_notice_takes_a_number_back() -> None:
    text = (
        "Police said 12 people were killed.\n\n"
        "Correction: an earlier version of this report gave the number of the dead as 21."
    )
    here = report("post", text, "2026-03-02")
    right = given(here, "12 people", POLICE, value=12, measure="killed")
    wrong = given(here, "21", POLICE, value=21, measure="killed")
    held = accounts([right, wrong])
    found = judged(held)
    by_id = {one.id: one for one in held}
    (taken,) = [one for one in found if one.relation is Relation.RETRACTED]
    assert (by_id[taken.one].min, by_id[taken.other].min) == (21, 12)


def test_an_analyst_s_word_is_kept_with_the_judgement() -> None:
    here = report("post", "Police put the crowd at 3,000. The union spoke of 9,000.", "2026-03-02")
    first, second = given(here, "3,000", POLICE, value=3000), given(here, "9,000", UNION, value=9000)
    pair = (second.figure.id, first.figure.id)
    (found,) = judged(accounts([first, second]), overruled={pair: ("correction-1", "two different squares")})
    assert found.overruled == "correction-1"
    assert found.reason.endswith("; in no conflict: two different squares")
    again = given(report("echo", "Police put the crowd at 3,000.", "2026-03-02"), "3,000", UNION, value=3000)
    (agrees,) = judged(accounts([first, again]), overruled={(first.figure.id, again.figure.id): ("correction-1", "w")})
    assert (agrees.relation, agrees.overruled) == (Relation.AGREES, None)


def test_reports_months_apart_are_not_in_conflict() -> None:
    first = report("post", "The port offers a reward of 200 crowns.", "2026-03-02")
    later = report("echo", "The union speaks of a reward of 900 crowns.", "2026-11-02")
    one = given(first, "200 crowns", PORT, value=200, unit="SEK")
    assert relations(one, given(later, "900 crowns", UNION, value=900, unit="SEK")) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("One poll has 41 for Berg, the firm said. A survey has 47 for Berg, the union said.", "%"),
        ("The firm said it had lost 41 by May. The union said that it lost 47 by May.", "EUR"),
    ],
)
def test_polls_and_what_two_bodies_tell_of_themselves_are_not_in_conflict(text: str, unit: str) -> None:
    here = report("post", text, "2026-03-02")
    assert relations(given(here, "41", PORT, value=41, unit=unit), given(here, "47", UNION, value=47, unit=unit)) == []


def test_what_a_pronoun_recalls_is_not_in_conflict() -> None:
    here = report("post", "The union expects 25 days of rain. On Friday it had predicted 60.", "2026-03-02")
    assert relations(given(here, "25 days", UNION, value=25), given(here, "60", POLICE, value=60)) == []


def test_a_share_that_fills_up_has_moved_on() -> None:
    monday = report("post", "The union said 61 of votes were counted.", "2026-03-02")
    tuesday = report("echo", "Police said 95 of votes were counted.", "2026-03-03")
    first = given(monday, "61", UNION, value=61, unit="%", measure="counted")
    second = given(tuesday, "95", POLICE, value=95, unit="%", measure="counted")
    assert relations(first, second) == [Relation.PROGRESSED]


def test_another_s_number_is_no_revision() -> None:
    text = "The ratio stood at 8.9, the union said on Friday, lower than the 9.8 that the harbour company had reported."
    here = report("post", text, "2026-03-02")
    one = given(here, "8.9", UNION, value=8.9, unit="%", as_of="2026-03-01")
    assert relations(one, given(here, "9.8", UNION, value=9.8, unit="%")) == []


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("The chief stood by his tally of nine injured.", Relation.CONFLICTS),
        ("The chief spoke of nine injured.", None),
    ],
)
def test_a_lower_toll_that_is_stood_by_is_in_conflict(later: str, expected: Relation | None) -> None:
    first = given(report("a", "37 people were injured, the union said.", "2026-03-02"), "37 people", UNION, value=37)
    second = given(report("b", later, "2026-03-03"), "nine injured", CHIEF, value=9)
    found = relations(first, second)
    assert found == ([expected] if expected is not None else [])
