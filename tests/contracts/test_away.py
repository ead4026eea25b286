"""A PostgreSQL that stops in the middle: one clear line, nothing lost, and it goes on when it is back."""

import pytest
from typer.testing import CliRunner

from bench.made_up import readings
from hearsay.errors import LedgerAway
from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.present.cli.main import app
from tests.ledger.scripted import session
from tests.postgresql import NoServer, own_server

MADE = list(readings(20))


def test_a_server_that_stops_is_a_line_and_nothing_is_lost() -> None:
    try:
        with own_server() as server:
            store = Store(server.url, create=True)
            writer, view = Writer(store), View(store)
            for entries, fetched in MADE[:10]:
                writer.add(entries, reader="scripted", fetched=fetched)
            asking = view.documents()
            next(asking)
            server.stop_at_once()
            with pytest.raises(LedgerAway):
                writer.add(MADE[10][0], reader="scripted")
            with pytest.raises(LedgerAway):
                list(view.documents())
            done = CliRunner().invoke(app, ["add", "made-up-20", "--ledger", server.url], obj=session())
            assert done.exit_code == 1
            assert len(done.stderr.splitlines()) == 1
            assert done.stderr.endswith("its server runs; nothing that was added is lost\n")
            server.start()
            assert list(check(store)) == []
            assert list(view.ledgers()) == [entries for entries, _ in MADE[:10]]
            for number, (entries, fetched) in enumerate(MADE):
                outcome = writer.add(entries, reader="scripted", fetched=fetched).outcome
                assert outcome is (Outcome.KNOWN if number < 10 else Outcome.ADDED)
            assert list(view.ledgers()) == [entries for entries, _ in MADE]
            store.close()
    except NoServer as reason:
        pytest.skip(str(reason))
