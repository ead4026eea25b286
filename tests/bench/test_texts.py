"""The benches' texts: from beside the project or from the examples, always the same."""

import json
from pathlib import Path

import pytest

from bench.texts import LEAST_WORDS, load_texts, of_length, short_reports, write_jsonl

PARAGRAPHS = [f"Paragraph {n} has ten words and then a few more of them." for n in range(6)]
TEXTS = ["\n\n".join(PARAGRAPHS[:3]), "\n\n".join(PARAGRAPHS[3:])]


def test_the_articles_beside_the_project_come_first(tmp_path: Path) -> None:
    (tmp_path / "polnear").mkdir()
    write_jsonl(tmp_path / "polnear" / "dev.jsonl", TEXTS)
    assert load_texts(corpora=tmp_path) == ("the articles of PolNeAR dev", TEXTS)


def test_the_examples_are_repeated_until_they_last(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "reports.jsonl", TEXTS)
    origin, found = load_texts(corpora=tmp_path / "none", examples=tmp_path)
    assert origin == "the example reports, repeated"
    assert set(found) == set(TEXTS)
    assert sum(len(text.split()) for text in found) >= LEAST_WORDS


def test_without_any_texts_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_texts(corpora=tmp_path, examples=tmp_path)


def test_a_report_has_about_the_length_that_was_asked_for() -> None:
    assert 800 <= len(of_length(TEXTS, 800).split()) < 800 + 13


def test_short_reports_differ_and_are_the_same_each_time() -> None:
    first, second = list(short_reports(TEXTS, 50)), list(short_reports(TEXTS, 50))
    assert first == second
    assert len(set(first)) > 25


def test_documents_are_written_one_a_line_and_their_words_counted(tmp_path: Path) -> None:
    path = tmp_path / "documents.jsonl"
    assert write_jsonl(path, TEXTS) == sum(len(text.split()) for text in TEXTS)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [row["text"] for row in rows] == TEXTS
    assert len({row["id"] for row in rows}) == len(rows)
