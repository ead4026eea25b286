import pytest

from hearsay.reconcile.accounts.denials import denials
from hearsay.records.account import Relation
from hearsay.records.source import Source
from hearsay.records.statement import Act
from tests.reconcile.accounts.told import body, person, report, said

PORT = body("Harbour Company")
CHIEF = person("Ada Holm", "Harbour Company")
UNION = body("Dockers' Union")


def test_a_denial_is_paired_with_what_it_denies_in_another_report() -> None:
    one = report("post", "The union said managers had switched off the fire alarms.", "2026-03-02")
    two = report(
        "echo", "Nobody was hurt.\n\nThe company denied that managers had switched off the alarms.", "2026-03-03"
    )
    affirmed = said(one, "managers had switched off the fire alarms", UNION)
    denied = said(two, "that managers had switched off the alarms", PORT, act=Act.DENY)
    (found,) = denials([affirmed, denied])
    assert (found.affirmed, found.denial) == (affirmed, denied)
    assert found.judgement.relation is Relation.DENIES
    assert "managers, switched, alarms" in found.judgement.reason


def test_a_denial_is_of_what_stands_right_before_it_where_it_calls_it_the_claim() -> None:
    text = "The union said half the cranes were unsafe. The company dismissed the claim as nonsense."
    here = report("post", text, "2026-03-02")
    affirmed = said(here, "half the cranes were unsafe", UNION)
    (found,) = denials([affirmed, said(here, "the claim as nonsense", PORT, act=Act.DENY)])
    assert found.affirmed is affirmed


@pytest.mark.parametrize(
    ("affirmed", "by", "denied"),
    [
        ("managers had switched off the fire alarms", CHIEF, "that managers had switched off the fire alarms"),
        ("the harbour will open again on Monday", UNION, "that managers had switched off the fire alarms"),
        ("two families filed applications for asylum", UNION, "the applications for asylum"),
    ],
    ids=["its own side", "another thing", "a refusal"],
)
def test_what_is_no_denial_of_it_is_left_alone(affirmed: str, by: Source, denied: str) -> None:
    one = report("post", f"We heard that {affirmed}.", "2026-03-02")
    two = report("echo", f"The company denied {denied}.", "2026-03-03")
    assert denials([said(one, affirmed, by), said(two, denied, PORT, act=Act.DENY)]) == ()
