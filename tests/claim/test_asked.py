"""Questions: what shares an id and what does not."""

import pytest

from tests.claim.made import figures_of


def asked(text: str) -> list[str | None]:
    return [f.question for f in figures_of(text)[0]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill will cut 900 jobs.", "The owner plans to shed 1,200 jobs."),
        ("The quake killed 31 people.", "The death toll rose to 40."),
        ("At least 31 people died.", "The bus crash has killed 29 people."),
        ("The bank lost $3 billion.", "It had lost $2.5 billion, a source said."),
        ("Rescuers saved 40 people.", "Some 52 people were rescued."),
    ],
)
def test_the_same_question(one: str, other: str) -> None:
    assert asked(one) == asked(other)
    assert asked(one) != [None]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill will cut 900 jobs.", "The mill will cut 900 hours."),
        ("The quake killed 31 people.", "The quake injured 31 people."),
        ("The quake killed 31 people.", "The quake killed another 31 people."),
        ("The army sent 3,000 troops.", "The army sent 1,500 special forces troops."),
        ("The bank lost $3 billion.", "The bank lost €3 billion."),
    ],
)
def test_another_question(one: str, other: str) -> None:
    assert asked(one) != asked(other)


def test_the_label_is_in_words_of_the_report() -> None:
    _, questions = figures_of("The mill will cut 900 jobs, and the bank lost $3 billion.")
    assert [q.label for q in questions] == ["jobs cut", "lost (USD)"]


def test_a_question_stands_once() -> None:
    text = "The quake killed 31 people. A second one killed 14 people."
    found, questions = figures_of(text)
    assert len(questions) == 1
    assert {f.question for f in found if "people" in f.span.of(text)} == {questions[0].id}
