"""The words that credit a source, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.records.source import SourceKind
from hearsay.resolve.mention import Form, mention, names_in, person_name, short


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Health Minister Ida Holm", "Ida Holm"),
        ("Capt. Jan Vos", "Jan Vos"),
        ("Ida Holm, the Danish health minister", "Ida Holm"),
        ("its chief economist, Bo Lind", "Bo Lind"),
        ("Bo Lind of Nordsee Bank", "Bo Lind"),
        ("Sen. Ana Ruiz, D-N.M.", "Ana Ruiz"),
        ("Mr. Vos", "Vos"),
        ("FC Norden striker Otto Brandt", "Otto Brandt"),
        ("the Department of Health and Human Services", "Department of Health and Human Services"),
        ("The Met Office", "Met Office"),
        ("U.N.", "U.N."),
        ("the Norden club's", "Norden club"),
        ("two people briefed on the trial", "two people briefed on the trial"),
        ("a court document seen by the Courier", "court document"),
    ],
)
def test_the_name_in_a_phrase(phrase: str, name: str) -> None:
    assert mention(phrase).name == name


@pytest.mark.parametrize(
    ("phrase", "form", "kind"),
    [
        ("She", Form.PRONOUN, SourceKind.PERSON),
        ("it", Form.PRONOUN, SourceKind.ORGANIZATION),
        ("Officials", Form.DESCRIPTION, SourceKind.GROUP),
        ("a nurse", Form.DESCRIPTION, SourceKind.PERSON),
        ("court records", Form.DESCRIPTION, SourceKind.DOCUMENT),
        ("the insurer", Form.DESCRIPTION, SourceKind.ORGANIZATION),
        ("One of the doctors", Form.DESCRIPTION, SourceKind.PERSON),
        ("the coach and the captain", Form.DESCRIPTION, SourceKind.GROUP),
        ("WHO", Form.PRONOUN, None),
        ("NATO", Form.NAME, SourceKind.ORGANIZATION),
        ("coach Otto Brandt", Form.NAME, SourceKind.PERSON),
    ],
)
def test_form_and_kind(phrase: str, form: Form, kind: SourceKind | None) -> None:
    found = mention(phrase)
    assert (found.form, found.kind) == (form, kind)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Friday Ida Holm left.", ["Ida Holm"]),
        ("It rained on Saturday. Bo Lind stayed.", ["Bo Lind"]),
        ("Ida Holm and Bo Lind met.", ["Ida Holm", "Bo Lind"]),
        ("The Bank of Norden rose.", ["Bank of Norden"]),
        ("Bo Lind of Nordsee Bank sold.", ["Bo Lind", "Nordsee Bank"]),
        ("nothing here", []),
        ("Norden  Bank and Ida\nBo Lind", ["Norden  Bank", "Ida", "Bo Lind"]),
    ],
)
def test_names_in_a_text(text: str, names: list[str]) -> None:
    found = names_in(text)
    assert [name for _, name in found] == names
    assert all(text.startswith(name, start) for start, name in found)


@pytest.mark.parametrize(("phrase", "name"), [("Judge Elena Marsh", "Elena Marsh"), ("the World Bank of Art", None)])
def test_a_persons_name(phrase: str, name: str | None) -> None:
    assert person_name(phrase) == name


@given(st.text(alphabet=st.sampled_from(list("Ab. ,\n'’éÉ-&1"))))
def test_any_text_has_names_where_they_stand(text: str) -> None:
    for start, name in names_in(text):
        assert name.strip()
        assert text.startswith(name, start)
    mention(text)


def test_a_known_ones_description_is_known_without_what_follows() -> None:
    assert short("the ministry in Oslo") == "ministry"
    assert short("two people close to the board") is None
