"""What an analyst says of copies, followed to the origin of the origin."""

from itertools import permutations

import pytest

from hearsay.reconcile.copies.decide import Said
from hearsay.reconcile.copies.follow import place
from hearsay.reconcile.copies.index import Memory
from hearsay.reconcile.copies.place import Placer
from hearsay.records.document import Document
from tests.reconcile.copies.made import OTHER, PARAGRAPHS, WIRE, report

REPRINT = report("reprint", *PARAGRAPHS)
TOLD = report("told", *OTHER)


def origins(*documents: Document, said: Said) -> dict[str, str]:
    """Whose account each of these documents carries, which come in this order."""
    index, placer = Memory(), Placer()
    for document in documents:
        place(placer, index.add(document), index=index, said=said)
    return {index.known[number].document.id: copies[0].of for number, copies in index.decided.items() if copies}


ORDERS = list(permutations((WIRE, REPRINT, TOLD)))


@pytest.mark.parametrize("order", ORDERS, ids=[", ".join(one.id for one in order) for order in ORDERS])
def test_a_copy_of_a_copy_carries_the_account_of_its_origin(order: tuple[Document, ...]) -> None:
    assert origins(*order, said={}) == {"reprint": "wire"}
    assert origins(*order, said={("told", "reprint"): True}) == {"reprint": "wire", "told": "wire"}


def test_what_is_said_itself_is_before_what_follows() -> None:
    said = {("told", "reprint"): True, ("told", "wire"): False}
    assert "told" not in origins(WIRE, REPRINT, TOLD, said=said)


def test_two_that_are_said_to_carry_one_another_come_to_an_end() -> None:
    said = {("told", "reprint"): True, ("wire", "told"): True, ("reprint", "wire"): True}
    found = origins(WIRE, REPRINT, TOLD, said=said)
    assert not set(found.values()) & set(found)
