"""What questions are called, over stories of many sorts."""

import pytest

from hearsay.reconcile.questions.group import questions
from tests.reconcile.questions.made import givens, group_of


@pytest.mark.parametrize(
    ("report", "label"),
    [
        ("The bomb killed [24 people|24|people] in Karst.", "People killed in Karst"),
        ("[Seventeen miners|17|miners] are trapped underground, the company said.", "Miners trapped"),
        ("The bank will cut [3,500 jobs|3500|jobs].", "Jobs to be cut"),
        ("The bank has cut [3,500 jobs|3500|jobs].", "Jobs cut"),
        ("The brewery plans to shut [three plants|3|plants].", "Plants to be closed"),
        ("Police arrested [40 students|40|students] after the march.", "Students arrested"),
        ("Orland lost [$40 million|40000000|USD] in the second quarter.", "Loss in the second quarter"),
        ("The airline expects a full-year loss of [$1 billion|1000000000|USD].", "Loss in the full year"),
        ("The hackers demanded a ransom of [$6 million|6000000|USD].", "Ransom demanded"),
        ("The insurer offered [$900|900|USD] to each family.", "Sum offered per family"),
        ("The strike costs the port [$3 million|3000000|USD] a day.", "Cost per day"),
        (
            "Some [9,000 North Korean troops|9000|North Korean troops] were sent to Kursk.",
            "North Korean troops sent to Kursk",
        ),
        ("The storm left [80,000 homes|80000|homes] without power.", "Homes without power"),
        ("The fire has burned [400 hectares|400|ha].", "Area burned"),
        ("Shares in Orland fell [9 percent|9|%].", "Move of the share price"),
        ("The river crested with waves of [4 metres|4|m].", "Height of the waves"),
        ("The data of [2 million customers|2000000|customers] were stolen.", "Customers affected"),
        ("Surgeons cancelled [210 operations|210|operations].", "Operations cancelled or postponed"),
        ("The lorry held [70 crates|70|crates].", "Crates"),
        ("He put it at [31,000|31000].", "Number in “He put it at 31,000”"),
    ],
)
def test_a_label_is_one_that_a_person_would_write(report: str, label: str) -> None:
    (group,) = questions(givens(report))

    assert group.label == label


def test_places_tell_labels_apart() -> None:
    groups = questions(givens("The blasts killed [90 people|90|people] in Karst and [11|11] in Vennholm."))

    assert [group.label for group in groups] == ["People killed in Karst", "People killed in Vennholm"]


def test_no_two_questions_have_one_label() -> None:
    groups = questions(
        givens(
            "The mine has [300 staff|300|staff]. The group employs [26,000 people|26000|people] in all.",
            "Shares fell [9 percent|9|%] to [$18|18|USD]. Over the week the shares lost [30 percent|30|%].",
        )
    )

    labels = [group.label for group in groups]
    assert len(set(labels)) == len(labels)


def test_a_part_has_the_label_of_its_sort() -> None:
    groups = questions(givens("The crash killed [61 people|61|people], including [nine children|9|children]."))

    assert group_of(groups, "nine children").label == "Children killed"
    assert group_of(groups, "nine children").part_of == group_of(groups, "61 people").id
