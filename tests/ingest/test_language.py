import pytest

from hearsay.errors import ForeignReport
from hearsay.ingest.language import require_english


@pytest.mark.parametrize(
    "text",
    [
        "Revenue rose 5%.",
        "Okonjo.",
        "Nkosinathi Mthobisi Sithole praised Thandeka Dlamini.",
        "Salah Abu-Hamdan, Sahar Qassem, Ghassan Abu-Hamdan and Reem As-Sayegh were honoured.",
        "PORT ELWYN BEATS HARTWICK ROVERS 3-1 AFTER EXTRA TIME, OKONJO SCORES TWICE",
        "Le board said yes.",
        "Привет, said Okonjo.",
        "The minister, Андрій Коваленко, said on Monday that nobody had been hurt in the fire.",
        "42",
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell_passes(text: str) -> None:
    require_english(text, origin="here")


@pytest.mark.parametrize(
    "text",
    [
        "La policía dijo que tres personas murieron en el accidente ocurrido el lunes por la noche.",
        "Der Minister sagte am Montag in Berlin, die Zahl der Opfer sei auf zwölf gestiegen.",
        "De minister zei maandag dat het aantal doden in de provincie is gestegen tot twaalf.",
        "Waziri alisema Jumatatu kwamba idadi ya waliofariki imefikia kumi na mbili katika mkoa huo.",
        "UMphathiswa uthe ngoMvulo inani labantu abaswelekileyo linyukile laya kutsho kwishumi elinambini kwiphondo.",
        "UNgqongqoshe uthe ngoMsombuluko inani labantu abashonile selikhuphukele kwabayishumi nambili esifundazweni.",
        "मंत्री ने सोमवार को कहा कि मरने वालों की संख्या बढ़कर बारह हो गई है।",
        "Министр сообщил в понедельник, что число погибших выросло до двенадцати.",
        "部长周一表示，死亡人数已上升至十二人，救援工作仍在继续。",
        "قال الوزير يوم الاثنين إن عدد القتلى ارتفع إلى اثني عشر شخصا.",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(ForeignReport) as caught:
        require_english(text, origin="here")
    assert "\n" not in str(caught.value)
    assert caught.value.origin == "here"
