"""The table of accuracy: what was measured anew changes, and nothing else."""

from bench.accuracy import NOTE, table

BOTH = {"times": {"value": 90.0}, "wires": {"story_b3_f1": 0.9}}


def test_it_has_what_was_measured_and_says_on_what() -> None:
    made = table(BOTH)
    assert "| real wires: stories, B-cubed F1 | 0.9000 |  |" in made
    assert "| times: value, F1 | 90.00 |" in made
    assert made.endswith(NOTE)


def test_rows_of_sets_that_were_not_measured_stay() -> None:
    again = table({"wires": {"story_b3_f1": 0.95}}, before=table(BOTH))
    assert again == table(BOTH | {"wires": {"story_b3_f1": 0.95}})
