"""Who is meant, through short reports of our own with several people and bodies."""

import pytest

from tests.resolve.credited import sources

REPORTS: list[tuple[str, str, str]] = [
    # last names, titles and pronouns of two people
    (
        "Anna Berg, the coach, said no. Captain Lea Moe said she was tired. Berg said no more. Moe added little.",
        "Anna Berg|Lea Moe|Berg|Moe",
        "Anna Berg|Lea Moe|Anna Berg|Lea Moe",
    ),
    (
        "Mark Dunn told the court he was asleep. His sister, Ruth Dunn, said he was not. She said he left.",
        "Mark Dunn|Ruth Dunn|She",
        "Mark Dunn|Ruth Dunn|Ruth Dunn",
    ),
    (
        "Judge Carla Weiss refused bail. Prosecutor Hugo Lang said he would appeal. The judge said it was late.",
        "Hugo Lang|The judge",
        "Hugo Lang|Carla Weiss",
    ),
    (
        "Paul Ness met Olga Brandt.\n\nHe said it went well. She said it did not.",
        "He|She",
        "Paul Ness|Olga Brandt",
    ),
    ("President Rui Lima spoke first. Mr Lima said taxes would fall.", "Mr Lima", "Rui Lima"),
    (
        "Dr. Nina Falk treated him. Falk said he was stable. The doctor said so twice.",
        "Falk|The doctor",
        "Nina Falk|Nina Falk",
    ),
    # companies and other bodies
    (
        "Orrin Capital cut its forecast. The bank said demand fell. It said rates would stay.",
        "The bank|It",
        "Orrin Capital|Orrin Capital",
    ),
    ("Larkfield Foods shut a plant. The company said costs rose.", "The company", "Larkfield Foods"),
    ("Tarn Airlines grounded jets. The airline said cracks were found.", "The airline", "Tarn Airlines"),
    (
        "Tarn Airlines sued Velo Motors. The carmaker said it was surprised. The airline said it would win.",
        "The carmaker|The airline",
        "Velo Motors|Tarn Airlines",
    ),
    (
        "Brightwater Energy bought Norden Power. Brightwater said it would invest.",
        "Brightwater",
        "Brightwater Energy",
    ),
    ("The Teachers' Alliance called a strike. The union said talks failed.", "The union", "Teachers' Alliance"),
    ("St Brendan's Hospital lost power. The hospital said nobody was hurt.", "The hospital", "St Brendan's Hospital"),
    (
        "The Civil Aviation Authority (CAA) opened a case. The CAA said little. The authority said more.",
        "The CAA|The authority",
        "Civil Aviation Authority|Civil Aviation Authority",
    ),
    ("The Department of Fisheries closed the bay. The DoF said so.", "The DoF", "Department of Fisheries"),
    ("The University of Leeds cut fees. The university said so.", "The university", "University of Leeds"),
    ("Norden FC lost again. The club said the coach stays.", "The club", "Norden FC"),
    (
        "The health ministry warned of flu. The ministry said beds were full. It said staff were ill.",
        "The health ministry|The ministry|It",
        "The health ministry|The health ministry|The health ministry",
    ),
    # what fits nobody stands as it is
    ("Minister Ida Holm and Minister Jan Vos spoke. The minister said so.", "The minister", "The minister"),
    ("Ida Holm and Eva Holm spoke. Holm said so.", "Holm", "Holm"),
    ("Velo Motors fell. The court said so.", "The court", "The court"),
    ("Larkfield Foods shut a plant. The union said it was sorry.", "The union", "The union"),
    ("Tarn Airlines grounded jets. The bank said it was sorry.", "The bank", "The bank"),
    ("Ida Holm spoke. A spokesman said so.", "A spokesman", "A spokesman"),
    # anonymous ones
    (
        "An official said talks went on. The official said more. A second official said not.",
        "An official|The official|A second official",
        "An official|An official|A second official",
    ),
    (
        "A banker said it was over. Another banker said not. Ida Holm, a banker, said maybe.",
        "A banker|Another banker|Ida Holm",
        "A banker|Another banker|Ida Holm",
    ),
    (
        "Two diplomats said so. One of the diplomats said more.",
        "Two diplomats|One of the diplomats",
        "Two diplomats|One of the diplomats",
    ),
    ("A witness said he ran. He said he fell.", "A witness|He", "A witness|A witness"),
    ("Residents said water rose. They said help was late.", "Residents|They", "Residents|Residents"),
    ("A nurse said beds were full. The nurse said she cried.", "A nurse|The nurse", "A nurse|A nurse"),
    # documents
    (
        "A report said costs rose. It said so twice. The report said more.",
        "A report|It|The report",
        "A report|A report|A report",
    ),
    ("Velo Motors wrote a letter. The letter said no.", "The letter", "The letter"),
    # plural sources
    (
        "Police and prosecutors said so. They said more.",
        "Police and prosecutors|They",
        "Police and prosecutors|Police and prosecutors",
    ),
    ("Ida Holm and Bo Lind said so.", "Ida Holm and Bo Lind", "Ida Holm and Bo Lind"),
    # apposition on either side, across paragraphs
    (
        "The mayor of Turin, Ugo Riva, said no.\n\nThe mayor said the bridge was safe.\n\nRiva said so.",
        "Ugo Riva|The mayor|Riva",
        "Ugo Riva|Ugo Riva|Ugo Riva",
    ),
    (
        "Eve Stone, who leads the Transit Workers Union, said no. Stone said talks failed. The union said so.",
        "Eve Stone|Stone|The union",
        "Eve Stone|Eve Stone|Transit Workers Union",
    ),
    (
        "Foreign Minister Luc Maes said no. Defence Minister Jan Vos said yes. The foreign minister said why.",
        "Luc Maes|Jan Vos|The foreign minister",
        "Luc Maes|Jan Vos|Luc Maes",
    ),
    (
        "The airline's chief pilot, Tim Rhys, said jets were safe.\n\nThe pilot said he flew one.",
        "Tim Rhys|The pilot",
        "Tim Rhys|Tim Rhys",
    ),
    (
        "Ana Ruiz, an economist at Orrin Capital, said growth slowed. The economist said rates would fall.",
        "Ana Ruiz|The economist",
        "Ana Ruiz|Ana Ruiz",
    ),
    (
        "Finland's prime minister, Aino Salo, said no. The prime minister said so. Salo said why.",
        "Aino Salo|The prime minister|Salo",
        "Aino Salo|Aino Salo|Aino Salo",
    ),
    (
        "Kim Larsen of Norden FC said it hurt. Otto Brandt, the club's coach, said so. The coach said more.",
        "Kim Larsen|Otto Brandt|The coach",
        "Kim Larsen|Otto Brandt|Otto Brandt",
    ),
    (
        "Jo Ek, 34, a nurse, said it was loud. Ek said she ran.",
        "Jo Ek|Ek|she",
        "Jo Ek|Jo Ek|Jo Ek",
    ),
]


@pytest.mark.parametrize(("text", "credits", "expected"), REPORTS)
def test_who_is_meant(text: str, credits: str, expected: str) -> None:
    found = sources(text, *credits.split("|"))
    assert [s.name if s is not None else None for s in found] == expected.split("|")
