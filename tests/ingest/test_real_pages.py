"""The real pages beside the project, where they are: what the scorer says of them must not fall."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay.errors import ForeignReport
from hearsay.ingest import documents
from hearsay.records.document import Document
from hearsay.settings import Settings

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PAGES = SHARED / "pages"
SCORER = SHARED / "score" / "score_pages.py"

FLOORS = {"read": 1.0, "refused": 1.0, "title": 0.94, "date": 1.0, "author": 1.0, "words_f1": 0.975}
"""Reached with trafilatura 2.3.1; trafilatura by itself: 1.0, 0, 0.69, 0.94, 0.97, 0.947."""


@pytest.mark.skipif(not SCORER.exists(), reason="there is no ../shared beside the project")
def test_the_real_pages_score_no_less_than_they_did(tmp_path: Path) -> None:
    found = list(documents([PAGES / "html"], settings=Settings()))
    assert {type(item) for item in found} == {Document, ForeignReport}
    ledger = tmp_path / "ledger.json"
    rows = [dataclasses.asdict(item) for item in found if isinstance(item, Document)]
    ledger.write_text(json.dumps({"documents": rows}), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(PAGES / "dev.jsonl"), str(ledger)]
    scores = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert all(scores[name] >= floor for name, floor in FLOORS.items()), scores
