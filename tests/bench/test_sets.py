"""The sets that go through a ledger, with a program in hearsay's place that files reports by their first word."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.sets import DataSet, Hearsay, run, score_crowd, score_reconciled, score_wires

PROGRAM = """
import json, pathlib, sys
words = sys.argv
def path(option): return pathlib.Path(words[words.index(option) + 1])
if words[1] == "add":
    path("--ledger").write_bytes(pathlib.Path(words[-1]).read_bytes())
else:
    rows = [json.loads(line) for line in path("--ledger").read_text(encoding="utf-8").splitlines()]
    documents = [{"id": r["id"], "story": r["text"].split()[0], "copy_of": None, "given": r} for r in rows]
    figures = [{"document": d["id"], "question": d["story"]} for d in documents]
    path("-o").write_text(json.dumps({"documents": documents, "figures": figures}), encoding="utf-8")
"""
SCORER = "import json, sys; print(json.dumps({'parts': len(sys.argv[1:]), 'ledgers': len(set(sys.argv[2::2]))}))"


def write(path: Path, *rows: dict[str, Any]) -> None:
    """Documents, one a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def hearsay(tmp_path: Path) -> Hearsay:
    program, made = tmp_path / "hearsay", tmp_path / "made"
    program.write_text(f"#!{sys.executable}\n{PROGRAM}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    made.mkdir()
    return Hearsay(str(program), made)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    write(folder / "stories" / "fire" / "documents.jsonl", {"id": "a", "text": "fire one"}, {"id": "b", "text": "fire"})
    write(folder / "stories" / "flood" / "documents.jsonl", {"id": "c", "text": "flood"})
    for story in ("fire", "flood"):
        (folder / "stories" / story / "gold.json").write_text("{}", encoding="utf-8")
    write(folder / "polnear" / "train.jsonl", {"id": "p", "text": "vote", "attributions": ["gold"]})
    write(
        folder / "times" / "tbaq-dev.jsonl", *({"id": id, "text": "crash", "times": []} for id in ("w", "x", "other"))
    )
    known = {"stories": {"w": "crash", "x": "crash"}, "copies": [["w", "x"]], "either_way": []}
    write(folder / "times" / "aquaint-stories.json", known)
    (folder / "score").mkdir()
    (folder / "score" / "score_story.py").write_text(SCORER, encoding="utf-8")
    return folder


def test_the_stories_are_scored_against_one_ledger(corpora: Path, tmp_path: Path, hearsay: Hearsay) -> None:
    assert score_reconciled(corpora, tmp_path, hearsay) == {"parts": 4.0, "ledgers": 1.0}


def test_wires_are_those_whose_story_is_known(corpora: Path, tmp_path: Path, hearsay: Hearsay) -> None:
    assert score_wires(corpora, tmp_path, hearsay) == {"story_b3_f1": 1.0, "copy_f1": 0.0}


def test_the_crowd_holds_all(corpora: Path, tmp_path: Path, hearsay: Hearsay) -> None:
    assert score_crowd(corpora, tmp_path, hearsay) == {"story_b3_f1": 1.0, "questions_kept_apart": 1.0}


def test_a_set_is_whole_or_not_there(corpora: Path) -> None:
    assert len(DataSet("crowd", ("stories/*/documents.jsonl", "polnear/*"), score_crowd, 0.0).files(corpora)) == 3
    assert not DataSet("crowd", ("stories/*/documents.jsonl", "none/*"), score_crowd, 0.0).files(corpora)


def test_the_program_is_told_nothing_of_what_is_known(corpora: Path, tmp_path: Path, hearsay: Hearsay) -> None:
    score_crowd(corpora, tmp_path, hearsay)
    (exported,) = hearsay.folder.glob("*.json")
    given = [row["given"] for row in json.loads(exported.read_text(encoding="utf-8"))["documents"]]
    assert sorted(row["id"] for row in given) == ["a", "b", "c", "p"]
    assert all(set(row) == {"id", "text"} for row in given)


@pytest.mark.parametrize(("status", "counts"), [(0, True), (1, True), (70, False)])
def test_what_was_made_counts_where_the_program_did_not_break_off(tmp_path: Path, status: int, counts: bool) -> None:
    made = tmp_path / "made"
    command: list[str | Path] = [sys.executable, "-c", f"open({str(made)!r}, 'w'); raise SystemExit({status})"]
    if counts:
        run(command, makes=made)
        assert made.exists()
    else:
        with pytest.raises(RuntimeError, match="ended with 70"):
            run(command, makes=made)
