"""A ledger that an earlier hearsay has kept is brought up to date when it is opened, and loses nothing."""

from sqlalchemy import create_engine, inspect

from hearsay.ledger import check
from hearsay.ledger.address import url_of
from hearsay.ledger.connect import Store, migrate
from hearsay.ledger.schema import RECONCILED, documents
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.reconcile.ask import Stories
from hearsay.reconcile.place import Placer
from tests.present.made import BRIDGE, QUIET


def test_an_earlier_ledger_is_opened_and_its_reports_are_placed(where: str) -> None:
    url = url_of(where)
    engine = create_engine(url)
    with engine.begin() as connection:
        migrate(connection, "0001")
        assert not set(inspect(connection).get_table_names()) & {table.name for table in RECONCILED}
    engine.dispose()
    store = Store(where, create=False)
    writer = Writer(store)
    for made in (BRIDGE, QUIET):
        writer.add(made, reader="1")
    assert list(View(store).ledgers()) == [BRIDGE, QUIET]
    assert list(Placer(store).catch_up()) == ["bridge-1", "quiet"]
    assert sum(one.documents for one in Stories(View(store)).summaries().items) == 2
    assert list(check.check(store)) == []
    store.close()


def test_migrations_come_to_what_a_new_ledger_has(store: Store) -> None:
    with store.reading.connect() as connection:
        assert {t.name for t in documents.metadata.sorted_tables} <= set(inspect(connection).get_table_names())
