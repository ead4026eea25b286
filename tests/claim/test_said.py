"""When something was said: sentences of our own, published on Wednesday 20 March 2024, marked by tests/claim/marked."""

from dataclasses import replace

import pytest

from hearsay.claim.said import said_on
from hearsay.normalise.when.find import find_times
from hearsay.records.document import Document, Part, PartKind
from hearsay.records.reading import Attribution, Reading
from hearsay.records.resolution import Resolution
from hearsay.records.span import Span
from tests.claim.marked import marked

PUBLISHED = "2024-03-20"


def moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def said(*sentences: str, who: str, dateline: str = "") -> list[str | None]:
    """What is found for marked sentences, one attribution each; "\\n\\n" before a sentence opens a paragraph."""
    text, attributions = dateline, []
    for sentence in sentences:
        gap = "" if not text or sentence.startswith("\n") else " "
        plain, one = marked(sentence)
        by = len(text) + len(gap)
        attributions.append(
            replace(
                one,
                source=tuple(moved(s, by) for s in one.source),
                cue=tuple(moved(s, by) for s in one.cue),
                content=tuple(moved(s, by) for s in one.content),
            )
        )
        text += gap + plain
    parts = (Part(PartKind.DATELINE, Span(0, len(dateline))),) if dateline.endswith("-") else ()
    document = Document(id="d", text=text, published=PUBLISHED, parts=parts)
    credited = tuple(None if w == "-" else w for w in who.split())
    reading = Reading("d", tuple(attributions), ())
    count = len(attributions)
    resolution = Resolution((), credited, ((),) * count, (1.0,) * count)
    return [s.value for s in said_on(document, reading, resolution=resolution, found=find_times(text, PUBLISHED))]


OWN = [
    ("[The coroner] <said> on Monday that {the fall was an accident}.", "2024-03-18"),
    ("[The coroner] <said> Monday {the fall was an accident}.", "2024-03-18"),
    ("On Tuesday, [the surgeon] <told> reporters that {the knee would heal}.", "2024-03-19"),
    ("{“The knee will heal,”} [the surgeon] <said> yesterday.", "2024-03-19"),
    ("[The airline] on Friday <denied> {cutting corners}.", "2024-03-15"),
    ("[The bank] <said> in a statement late on Sunday that {the data were safe}.", "2024-03-17"),
    ("[The governor] <wrote> in a post on X on Saturday: {“We will rebuild.”}", "2024-03-16"),
    ("Last week [the agency] <warned> that {rivers were rising}.", "2024-03-11/2024-03-17"),
    ("Earlier this month [the coach] <had praised> {the young winger}.", "2024-03"),
    ("[A report dated 4 March] <lists> {six faults}.", "2024-03-04"),
    ("[A letter published on Thursday] <says> {the dam is safe}.", "2024-03-14"),
    ("[The minister] <told> parliament on Tuesday that {exports fell in January}.", "2024-03-19"),
    ("[The regulator] <said> {the fine is due on Friday}.", None),
    ("[The regulator] <said> {it fined the bank last month}.", None),
    ("[Lopez, who was hurt on Saturday,] <said> {she would run again}.", None),
    ("[Lopez], who won Sunday's race, <said> {she would run again}.", None),
    ("[The union] <condemned> {Tuesday's ruling}.", None),
    ("[Doctors] <believe> {the outbreak began in February}.", None),
    ("[Analysts] <expect> {a rate cut next week}.", None),
    ("[She] <said> in an interview on Saturday that {the job was done}.", "2024-03-16"),
    ("In Tuesday's speech [the premier] <promised> {lower taxes}.", "2024-03-19"),
    ("[The premier] <promised> in Tuesday's speech that {taxes would fall}.", "2024-03-19"),
    (
        "[The lawyer], who attended Monday's hearing, <told> reporters afterwards that {they would appeal}.",
        "2024-03-18",
    ),
    ("[Police] <said> after the match on Sunday that {nine fans were held}.", "2024-03-17"),
    ("Since Monday, [the company] <has denied> {the charge}.", None),
    ("[The mayor] <said> this morning that {the bridge would open in May}.", "2024-03-20"),
    ("{The bridge will open in May,} [the mayor] <said> in a radio interview on March 12.", "2024-03-12"),
    ("In 2019, [the board] <pledged> {to halve emissions}.", "2019"),
    ("Workers walked out on Monday as [the union] <said> {talks had failed}.", "2024-03-18"),
    ("Three months ago [the club] <insisted> {the coach was safe}.", "2023-12"),
    ("On the eve of the vote, [an aide] <said> {turnout would be high}.", None),
]


OWN += [
    ("Prices rose; last month [the grocer] <blamed> {fuel}.", "2024-02"),
    ("[A study published by a Dutch institute last year] <found> {no link}.", "2023"),
    ("[The mayor] <recalled> {a 2007 flood that ruined the mill}.", None),
    ("[The singer] <said> in a Thursday interview {she would rest}.", "2024-03-14"),
    ("Speaking in Geneva on Monday, [the envoy] <said> {the truce was holding}.", "2024-03-18"),
    ("[The hospital] <confirmed> late Tuesday that {a nurse had died}.", "2024-03-19"),
    ("[The court] <put> {the damages at $4 million} on Friday.", "2024-03-15"),
    ("[The weather service] <issued a warning> on Sunday {of gales along the coast}.", "2024-03-17"),
    ("{Nobody was hurt}, [a police spokesman] <said> on Saturday night.", "2024-03-16"),
    ("{Nobody was hurt}, <said> [Ana Ruiz, the fire chief], on Saturday.", "2024-03-16"),
    ("[The firm] <told> investors last month {it would break even}.", "2024-02"),
    ("[Health officials] <reported> {40 new cases} on Tuesday.", "2024-03-19"),
    ("[The senator] <announced> Thursday {he would not run}.", "2024-03-14"),
    ("In an interview published on Sunday, [the actor] <admitted> {he had lied}.", "2024-03-17"),
    ("<According to> [a memo dated Feb. 2], {the valve was faulty}.", "2024-02-02"),
    ("<According to> [the coroner], {she died on Monday}.", None),
    ("[The striker] <said> {he felt fine} after Saturday's match.", None),
    ("At a hearing on Tuesday, [the judge] <asked> {why the files were lost}.", "2024-03-19"),
    ("Two days ago [the ministry] <denied> {any shortage}.", "2024-03-18"),
    ("[Fans] <fear> {the club will be sold this summer}.", None),
    ("[The president] on Wednesday <called for> {calm}.", "2024-03-20"),
    ("[The bank's chief], in Davos on Monday, <warned> {of a crash}.", "2024-03-18"),
    ("[He] <tweeted> at 3 a.m. on Sunday: {“It is over.”}", "2024-03-17"),
    ("[The airport] <said> flights would resume, {though Friday's schedule was thin}.", None),
    ("Before Monday's vote [the whip] <predicted> {a narrow win}.", None),
    ("[A source] <said> {the raid took place at dawn on Friday}.", None),
    ("[Residents] <complained> for weeks {of a smell before the blast on Sunday}.", None),
    ("[The council], which met on Monday, <rejected> {the charge}.", None),
    ("The fleet sailed on Saturday, [the navy] <said> on Sunday.", "2024-03-17"),
    ("[The minister] <had told> parliament in February that {the funds were safe}.", "2024-02"),
    ("In January, [the same court] <ruled> {the ban illegal}.", "2024-01"),
    ("[The company] <cut> {its forecast to $2 a share} on Monday.", "2024-03-18"),
    ("[Police] <urged> {drivers to stay at home on Thursday}.", None),
    ("[The union] <threatened> {to strike on Friday}.", None),
]


@pytest.mark.parametrize(("sentence", "value"), OWN)
def test_the_time_words_of_the_cue_tell(sentence: str, value: str | None) -> None:
    assert said(sentence, who="a") == [value]


@pytest.mark.parametrize(
    ("sentences", "who", "values"),
    [
        (["[Ng] <said> on Monday {it was over}.", "[He] <added> {he was tired}."], "ng ng", ["2024-03-18"] * 2),
        (["[Ng] <said> on Monday {it was over}.", "[Ray] <added> {he was tired}."], "ng ray", ["2024-03-18", None]),
        (["[Ng] <said> on Monday {it was over}.", "\n\n[He] <said> {he was tired}."], "ng ng", ["2024-03-18"] * 2),
        (
            ["[Ng] <said> on Monday {it was over}.", "\n\n[Ray] <said> {no}.", "\n\n[Ng] <said> {yes}."],
            "ng ray ng",
            ["2024-03-18", None, None],
        ),
        (["[Ng] <said> on Monday {it was over}.", "[He] <had denied> {any role}."], "ng ng", ["2024-03-18", None]),
        (["[Ng] <said> on Monday {it was over}.", "[He] <said> Tuesday {no}."], "ng ng", ["2024-03-18", "2024-03-19"]),
        (["[Ng] <said> {it was over}.", "[He] <said> {no}."], "ng ng", [None, None]),
        (["[Ng] <said> on Monday {it was over}.", "[She] <said> {no}."], "- -", ["2024-03-18", None]),
        (
            ["[Ng] <said> on Monday {it was over}.", "In an interview [he] <has said> {no}."],
            "ng ng",
            ["2024-03-18", None],
        ),
    ],
)
def test_a_statement_goes_on_where_the_same_source_speaks(sentences: list[str], who: str, values: list[str]) -> None:
    assert said(*sentences, who=who) == values


@pytest.mark.parametrize(
    ("before", "sentence", "value"),
    [
        ("Keller spoke to reporters on Monday.", "[He] <said> {the knee would heal}.", "2024-03-18"),
        ("The agency issued a bulletin on Tuesday.", "[It] <said> {rivers would crest}.", "2024-03-19"),
        ("Dr. Ana Ruiz testified on Friday.", "[Ruiz] <said> {the scan was clear}.", "2024-03-15"),
        ("Dr. Ana Ruiz testified on Friday.", "[Keller] <said> {the scan was clear}.", None),
        ("Keller was arrested on Monday.", "[He] <said> {he was framed}.", None),
        ("Keller spoke to reporters on Monday.", "[He] <has denied> {the charge}.", None),
        ("Keller gave evidence at a trial that opened Monday and ended Friday.", "[He] <said> {no}.", None),
        ("Keller held talks after Monday's vote.", "[He] <said> {it was close}.", None),
    ],
)
def test_the_sentence_before_may_tell_of_the_occasion(before: str, sentence: str, value: str | None) -> None:
    assert said(sentence, who="k", dateline=before) == [value]


def test_a_dateline_is_not_when_it_was_said() -> None:
    assert said("[The ministry] <said> {it would act}.", who="m", dateline="LIMA, March 19 (Agency) -") == [None]


def test_what_stands_within_another_statement_was_said_when_that_was() -> None:
    text = "The ministry said on Monday that Keller was suspected of fraud."
    outer = Attribution((Span(0, 12),), (Span(13, 17),), (Span(33, 63),), 1.0)
    inner = Attribution((), (Span(44, 53),), (Span(54, 62),), 1.0, within=0)
    reading = Reading("d", (outer, inner), ())
    resolution = Resolution((), ("m", None), ((), ()), (1.0, 0.0))
    document = Document(id="d", text=text, published=PUBLISHED)
    found = said_on(document, reading, resolution=resolution, found=find_times(text, PUBLISHED))
    assert [s.value for s in found] == ["2024-03-18", "2024-03-18"]
