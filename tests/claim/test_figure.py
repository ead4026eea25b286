"""Figures as records: all quantities are there, with their places and ids."""

from tests.claim.made import figure_at, figures_of, statement


def test_every_quantity_is_a_figure() -> None:
    text = "Two officials said 43 people had died in the three hours after the 6.1-magnitude quake."
    found, _ = figures_of(text)
    assert {"43 people", "three hours"} <= {f.span.of(text) for f in found}


def test_what_is_not_followed_has_no_question() -> None:
    text = "Two officials said 43 people had died."
    found, questions = figures_of(text)
    assert [f.question is None for f in found] == [True, False]
    assert len(questions) == 1


def test_a_figure_keeps_its_statement_and_source() -> None:
    text = "The operator said 43 people had died in Porto."
    made = statement(text, "operator", "said", "43 people had died in Porto", named="The operator")
    found, _ = figures_of(text, made, names={"operator": "The operator"})
    assert [(f.statement, f.source) for f in found] == [(made.id, "operator")]


def test_the_place_is_behind_the_figure() -> None:
    text = "The storm killed 43 people in Porto."
    figure = figure_at(text, figures_of(text)[0], "43")
    assert figure is not None
    assert figure.place is not None
    assert figure.place.of(text) == "Porto"


def test_a_month_is_no_place() -> None:
    text = "The storm killed 43 people in February."
    figure = figure_at(text, figures_of(text, times={"February": "2026-02"})[0], "43")
    assert figure is not None
    assert figure.place is None


def test_what_stands_in_the_name_of_a_source_is_not_followed() -> None:
    text = "Twenty teachers said the school was unsafe."
    made = statement(text, "teachers", "said", "the school was unsafe", named="Twenty teachers")
    found, questions = figures_of(text, made, names={"teachers": "Twenty teachers"})
    assert questions == ()
    assert all(f.question is None for f in found)


def test_ids_come_from_content() -> None:
    text = "The storm killed 43 people in Porto."
    assert figures_of(text) == figures_of(text)


def test_no_figures() -> None:
    assert figures_of("The storm has passed.") == ((), ())
