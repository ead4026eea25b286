import pytest

from hearsay.ingest.dateline import dateline_length, opens_like_a_speaker

PROSE = "The harbour board said on Friday that the quay would stay closed."


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ELWYN, Ruritania, Jan 23 (VPS) - ",
        "PORT ELWYN (Reuters) — ",
        "PORT ELWYN — ",
        "PORT ELWYN, Oct 5 — ",
        "PORT ELWYN, 5 October – ",
        "ELWYN, Mich., Oct. 5 (Summit Newswire) — ",
        "ELWYN, Oct. 7 – ",
        "ELWYN, Jan. 24 (PIB) -- ",
        "ELWYN, Jan. 24, 2025 (PIB) -- ",
        "ST. ELWYN (AP) _ ",
        "NEW ELWYN/OLD ELWYN, Jan 3 (Reuters) - ",
        "TOKYO, Jan. 5, Kyodo - ",
        "Elwyn (AFP) – ",
        "Port Elwyn, Oct. 5 — ",
        "(Reuters) - ",
        "ELWYN. ",
        "ELWYN: ",
        "NEW ELWYN, Feb 2: ",
    ],
)
def test_a_dateline_runs_up_to_the_prose(dateline: str) -> None:
    assert dateline_length(dateline + PROSE) == len(dateline)


def test_a_dateline_may_be_a_paragraph_of_its_own() -> None:
    assert dateline_length("ELWYN, Ruritania (AP) _") == len("ELWYN, Ruritania (AP) _")


@pytest.mark.parametrize(
    "paragraph",
    [
        PROSE,
        "NASA-funded divers said on Friday that the quay was safe to use again, for now.",
        "NATO said on Friday that it would not comment - and it did not.",
        "BREAKING: The quay is closed until the end of the month, the board said.",
        "UPDATE - The quay is closed until the end of the month, the board said.",
        "THIS IS IT: The quay is closed until the end of the month, the board said.",
        "U.S. Steel said on Friday that the quay would stay closed until Monday.",
        "Okonjo (Labour) spoke first - and longest - at the meeting on Friday night.",
        "A well-known diver - Marta Okonjo - said on Friday that the piles had cracked.",
    ],
)
def test_prose_has_no_dateline(paragraph: str) -> None:
    assert dateline_length(paragraph) == 0


def test_speakers_open_with_capitals_and_a_colon() -> None:
    assert opens_like_a_speaker("OKONJO: We will not reopen it.")
    assert not opens_like_a_speaker("Okonjo said: we will not reopen it.")
