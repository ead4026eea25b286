"""The shipped weights are what their manifest says, and damage is told."""

import json
import shutil
from pathlib import Path

import pytest

from hearsay.errors import WeightsError
from hearsay.read.manifest import WEIGHTS, calibration, check, manifest
from hearsay.read.shipped import DocumentReader

MOST = 30_000_000


def test_the_shipped_weights_are_whole_and_small() -> None:
    check()
    assert manifest()["version"]
    assert calibration()[0] > 0
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < MOST


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))


def test_a_changed_file_is_told(copy: Path) -> None:
    (copy / "cues.txt").write_text("said\n")
    with pytest.raises(WeightsError, match=r"cues\.txt"):
        check(copy)


@pytest.mark.parametrize("name", ["reader.onnx", "cued.onnx", "tokenizer.json", "transitions.npy", "cues.txt"])
@pytest.mark.parametrize("damage", [None, b"", b"not weights"])
def test_damaged_weights_are_told(copy: Path, name: str, damage: bytes | None) -> None:
    if damage is None:
        (copy / name).unlink()
    elif name == "cues.txt":
        pytest.skip("any text is a list of words")
    else:
        (copy / name).write_bytes(damage)
    with pytest.raises(WeightsError):
        DocumentReader.load(copy)


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"calibration": ["a", 1]})])
def test_a_damaged_manifest_is_told(copy: Path, text: str) -> None:
    (copy / "manifest.json").write_text(text)
    with pytest.raises(WeightsError):
        DocumentReader.load(copy)
