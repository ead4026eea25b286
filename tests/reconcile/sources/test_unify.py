import pytest

from hearsay.reconcile.sources.unify import unified
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement

PERSON, BODY, GROUP, PAPER = (
    SourceKind.PERSON,
    SourceKind.ORGANIZATION,
    SourceKind.GROUP,
    SourceKind.DOCUMENT,
)


def source(
    name: str, kind: SourceKind, party: str | None = None, *, anonymous: bool = False, aliases: str = ""
) -> Source:
    called = tuple(aliases.split("; ")) if aliases else ()
    return Source(id=name, name=name, kind=kind, party=party, anonymous=anonymous, aliases=called)


def reports(*every: tuple[Source, ...], says: str | None = None, publishers: tuple[str, ...] = ()) -> list[Ledger]:
    """One ledger a report; where ``says`` is given, each source says it in each."""
    ledgers = []
    for number, sources in enumerate(every):
        here = tuple(Source(f"{number}/{s.id}", s.name, s.kind, s.party, s.anonymous, s.aliases) for s in sources)
        text = says or "Nothing."
        publisher = publishers[number] if publishers else None
        document = Document(id=f"report-{number}", text=text, publisher=publisher)
        spans = Spans((), (), (Span(0, len(text)),))
        said = tuple(
            Statement(f"s-{s.id}", document.id, s.id, (), spans, (), Mode.INDIRECT, 1.0)
            for s in here
            if says is not None
        )
        ledgers.append(Ledger(documents=(document,), sources=here, statements=said))
    return ledgers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (source("Pedro Lim", PERSON), source("Lim", PERSON)),
        (source("Pedro Lim", PERSON), source("Capt. Pedro Lim", PERSON)),
        (source("Pedro A. Lim", PERSON), source("Pedro Lim", PERSON)),
        (source("Noemí Insfrán", PERSON), source("Noemi Insfran", PERSON)),
        (source("Lund Police", BODY, "Lund"), source("police", BODY)),
        (source("the coast guard", BODY, "Philippines"), source("Philippine Coast Guard", BODY, "Philippines")),
        (source("Department of Transportation", BODY, "Philippines"), source("DOTr", BODY)),
        (source("Department of Transportation", BODY), source("The transport department", BODY, "Philippines")),
        (source("Marlow Shipping Lines", BODY), source("Marlow Shipping", BODY, "Marlow Shipping")),
        (source("Verdi", BODY, "Verdi"), source("the Verdi union", BODY, "Verdi")),
        (source("Bright Lantern", BODY, "Bright Lantern"),
         source("A group calling itself Bright Lantern", BODY, "Bright Lantern")),
        (source("economists at the lender Alpbank", GROUP, "Alpbank", anonymous=True),
         source("Economists at Alpbank", GROUP, "Alpbank", anonymous=True)),
        (source("the clerk of the federal court in Lund", PERSON, anonymous=True),
         source("the clerk of the federal court in Lund", PERSON, anonymous=True)),
    ],
    ids=lambda s: s.name,
)  # fmt: skip
def test_one_source_under_two_names(one: Source, other: Source) -> None:
    known, sources = unified(reports((one,), (other,)))
    assert len(sources) == 1
    assert sources[0].id == f"0/{one.id}"
    assert set(known) == {f"0/{one.id}", f"1/{other.id}"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (source("Pedro Lim", PERSON), source("Maria Lim", PERSON)),
        (source("Pedro Lim", PERSON, "Peru"), source("a coast guard official", PERSON, "Peru", anonymous=True)),
        (source("the defence ministry", BODY, "Denmark"), source("the defence ministry", BODY, "Ukraine")),
        (source("Ford", BODY, "Ford"), source("Ford Foundation", BODY, "Ford Foundation")),
        (source("an official", PERSON, "Peru", anonymous=True), source("an official", PERSON, "Peru", anonymous=True)),
        (source("residents", GROUP, anonymous=True), source("residents", GROUP, anonymous=True)),
        (source("the report", PAPER), source("the report", PAPER)),
        (source("the company", BODY), source("the company", BODY)),
    ],
    ids=lambda s: f"{s.name}, {s.party}",
)  # fmt: skip
def test_two_sources(one: Source, other: Source) -> None:
    _, sources = unified(reports((one,), (other,)))
    assert len(sources) == 2


def test_a_last_name_that_two_people_have_is_neither_s() -> None:
    two = (source("Pedro Lim", PERSON), source("Maria Lim", PERSON))
    _, sources = unified(reports(two, (source("Lim", PERSON),)))
    assert len(sources) == 3


def test_an_unnamed_source_that_says_the_same_in_a_reprint_is_one() -> None:
    official = source("an official", PERSON, anonymous=True)
    _, sources = unified(reports((official,), (official,), says="the ship had no licence for that route"))
    assert len(sources) == 1


def test_a_common_noun_is_the_one_body_that_other_reports_call_so() -> None:
    named = source("Marlow Shipping Lines", BODY, "Marlow Shipping Lines", aliases="the operator")
    known, sources = unified(reports((named,), (source("the operator", BODY),)))
    assert known["1/the operator"] is sources[0]


def test_what_one_report_tells_is_told_of_all() -> None:
    short = source("Lim", PERSON)
    full = source("Pedro Lim", PERSON, "Marlow", aliases="Marlow spokesman Pedro Lim")
    bodies = source("Marlow Shipping Lines", BODY, "Marlow Shipping Lines"), source("Marlow", BODY, "Marlow")
    known, _ = unified(reports((short,), (full,), bodies[:1], bodies[1:]))
    lim = known["0/Lim"]
    assert (lim.id, lim.name, lim.party) == ("0/Lim", "Pedro Lim", "Marlow Shipping Lines")
    assert lim.aliases == ("Lim", "Marlow spokesman Pedro Lim")


def test_a_publisher_of_the_story_speaks_for_nobody() -> None:
    wire = source("Visby Press Service", BODY, "Visby")
    _, sources = unified(reports((wire,), (), publishers=("The Echo", "Visby Press Service")))
    assert sources[0].party is None


def test_analysts_join_and_part() -> None:
    first, second = reports((source("Pedro Lim", PERSON),), (source("the spokesman", PERSON, anonymous=True),))
    pair = ("0/Pedro Lim", "1/the spokesman")
    assert len(unified([first, second], same=[pair])[1]) == 1
    twice = reports((source("Pedro Lim", PERSON),), (source("Pedro Lim", PERSON),))
    pair = ("1/Pedro Lim", "0/Pedro Lim")
    assert len(unified(twice, apart=[pair])[1]) == 2
    assert len(unified(twice, same=[pair], apart=[pair])[1]) == 2


def test_a_noun_that_two_bodies_have_in_their_names_is_neither() -> None:
    lund, malmo = source("Lund Police", BODY), source("Malmö Police", BODY)
    _, sources = unified(reports((lund, malmo), (source("police", BODY),)))
    assert len(sources) == 3


def test_a_copy_has_the_source_that_its_origin_names() -> None:
    origin = (source("Aerovela", BODY, "Aerovela"), source("ANAC", BODY))
    pairs = {("1/the company", "0/Aerovela"), ("1/officials", "0/ANAC")}
    copy = (source("the company", BODY), source("officials", GROUP, anonymous=True))
    known, _ = unified(reports(origin, copy), carried=pairs)
    assert known["1/the company"].name == "Aerovela"
    assert known["1/officials"] is not known["0/ANAC"]
