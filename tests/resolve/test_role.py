"""What a person is, in the words of the report."""

import pytest

from tests.resolve.credited import source

ROLES: list[tuple[str, str, str | None]] = [
    (
        "White House press secretary Joan Hale said so.",
        "White House press secretary Joan Hale",
        "press secretary, White House",
    ),
    ("Ida Holm, Denmark's climate minister, said so.", "Ida Holm", "Denmark's climate minister"),
    ("Bo Lind, an economist at Orrin Capital, said so.", "Bo Lind", "economist at Orrin Capital"),
    ("Belgian Prime Minister Luc Maes said no.", "Belgian Prime Minister Luc Maes", "Belgian Prime Minister"),
    ("Judge Elena Marsh said so.", "Judge Elena Marsh", "Judge"),
    ("Coach Otto Brandt said so.", "Coach Otto Brandt", "Coach"),
    ("Jan Vos, a spokesman for the airline, said so.", "Jan Vos", "spokesman for the airline"),
    ("The mayor of Turin, Ugo Riva, said so.", "Ugo Riva", "mayor of Turin"),
    ("Velo Motors chief executive Ana Cole said so.", "Ana Cole", "chief executive, Velo Motors"),
    ("FBI Director Ron Pell said so.", "FBI Director Ron Pell", "Director, FBI"),
    ("Mary Quill, who heads the clinic, said so.", "Mary Quill", None),
    ("Mary Quill said so.", "Mary Quill", None),
    ("Mr Quill said so.", "Mr Quill", None),
    ("Defender Pia Moe, 24, said so.", "Defender Pia Moe", "Defender"),
    ("Rosa Dean, professor of law at Leeds University, said so.", "Rosa Dean", "professor of law at Leeds University"),
    ("The airline's chief pilot, Tim Rhys, said so.", "Tim Rhys", "airline's chief pilot"),
    ("Tim Rhys, the airline's chief pilot, left. Rhys said so.", "Rhys said"[:4], "airline's chief pilot"),
    ("Health Minister Ida Holm said so.", "Health Minister Ida Holm", "Health Minister"),
    ("Sgt. Cal Moss said so.", "Sgt. Cal Moss", "Sgt."),
    ("Fisherman Abel Cruz said so.", "Fisherman Abel Cruz", "Fisherman"),
    ("Abel Cruz, a fisherman, said so.", "Abel Cruz", "fisherman"),
    ("Abel Cruz, 54, a fisherman, said so.", "Abel Cruz", "fisherman"),
    ("Union leader Eve Stone said so.", "Union leader Eve Stone", "Union leader"),
    ("Eve Stone, head of the Transit Workers Union, said so.", "Eve Stone", "head of the Transit Workers Union"),
    ("Captain Ruth Ali of the fire brigade said so.", "Captain Ruth Ali", "Captain"),
    ("Ruth Ali, Paul Berg and others said so.", "Ruth Ali", None),
    ("Ruth Ali, however, said so.", "Ruth Ali", None),
    ("Ruth Ali, in Oslo, said so.", "Ruth Ali", None),
    ("Former striker Otto Brandt said so.", "Former striker Otto Brandt", "Former striker"),
    ("a spokeswoman, Tessa Brand, said so.", "Tessa Brand", "spokeswoman"),
    ("The company said so.", "The company", None),
]


@pytest.mark.parametrize(("text", "credit", "role"), ROLES)
def test_what_a_person_is(text: str, credit: str, role: str | None) -> None:
    assert source(text, credit).role == role
