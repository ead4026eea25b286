"""Floors rise with what was measured, and fall only with a reason."""

import datetime
import json
from pathlib import Path

import pytest

from bench.floors import Floors, digest_of, load, save

DAY = datetime.date(2026, 11, 23)
HELD = Floors("d1", {"cue": 70.0, "source": 80.0})


def test_what_reaches_its_floors_has_no_faults() -> None:
    assert HELD.faults({"cue": 70.0, "source": 81.5, "new": 1.0}, digest="d1") == []


def test_what_is_under_its_floor_is_named() -> None:
    assert HELD.faults({"cue": 69.9, "source": 80.0}, digest="d1") == ["cue is 69.9, under its floor of 70.0"]


def test_the_tolerance_is_how_far_under_a_measure_may_be() -> None:
    assert HELD.faults({"cue": 69.8, "source": 80.0}, digest="d1", tolerance=0.25) == []
    assert HELD.faults({"cue": 69.7, "source": 80.0}, digest="d1", tolerance=0.25)


def test_a_measure_that_is_gone_is_a_fault() -> None:
    assert HELD.faults({"cue": 75.0}, digest="d1") == ["source has a floor of 80.0 and was not measured"]


def test_other_data_are_a_fault_however_good_the_measures() -> None:
    (fault,) = HELD.faults({"cue": 99.0, "source": 99.0}, digest="d2")
    assert "not those that the floors were measured on" in fault


def test_raising_lifts_and_never_lowers() -> None:
    raised = HELD.raised({"cue": 60.0, "source": 85.0, "content": 50.0})
    assert raised.floors == {"cue": 70.0, "source": 85.0, "content": 50.0}


def test_lowering_records_the_reason_and_the_day() -> None:
    lowered = HELD.lower("cue", 65.0, reason="the annotation was mended", day=DAY)
    assert lowered.floors == {"cue": 65.0, "source": 80.0}
    (note,) = lowered.lowered
    assert (note.measure, note.before, note.after) == ("cue", 70.0, 65.0)
    assert (note.reason, note.date) == ("the annotation was mended", "2026-11-23")


@pytest.mark.parametrize(
    ("measure", "value", "reason"), [("cue", 65.0, " "), ("cue", 71.0, "a reason"), ("content", 1.0, "a reason")]
)
def test_lowering_needs_a_reason_a_floor_and_a_lower_value(measure: str, value: float, reason: str) -> None:
    with pytest.raises(ValueError, match=r"floor|holds"):
        HELD.lower(measure, value, reason=reason, day=DAY)


def test_floors_move_to_other_data_with_a_reason_alone() -> None:
    renewed = HELD.renewed("d2", {"cue": 50.0}, reason="a longer dev part", day=DAY)
    assert (renewed.digest, renewed.floors) == ("d2", {"cue": 50.0})
    assert renewed.lowered[-1].reason == "new data: a longer dev part"
    with pytest.raises(ValueError, match="reason"):
        HELD.renewed("d2", {}, reason="", day=DAY)


def test_floors_are_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    every = {"attributions": HELD.lower("cue", 65.0, reason="a reason", day=DAY), "pages": Floors("d3")}
    save(path, every)
    assert load(path) == every
    assert list(json.loads(path.read_text(encoding="utf-8"))["attributions"]["lowered"][0]) == [
        "measure",
        "from",
        "to",
        "reason",
        "date",
    ]


def test_what_cannot_be_done_yet_has_no_floor() -> None:
    assert Floors("d", {"held": 0.5}).raised({"held": 0.0, "new": 0.0, "able": 0.1}).floors == {
        "held": 0.5,
        "able": 0.1,
    }


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert load(tmp_path / "floors.json") == {}


def test_the_digest_tells_contents_and_names_apart_and_not_folders(tmp_path: Path) -> None:
    one, two, same = (tmp_path / folder / name for folder, name in (("x", "a"), ("x", "b"), ("y", "a")))
    for path in (one, two, same):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"text")
    assert digest_of([one]) == digest_of([same]) != digest_of([two])
    assert digest_of([one, two]) == digest_of([two, one])
    digest = digest_of([one])
    one.write_bytes(b"text!")
    assert digest_of([one]) != digest
