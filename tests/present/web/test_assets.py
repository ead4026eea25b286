"""What was not written here is what it is said to be."""

import hashlib
import json
from pathlib import Path

import pytest

import hearsay.present.web

SHIPPED = Path(hearsay.present.web.__file__).parent / "static"
FOR_TESTS = Path(__file__).parent / "assets"


@pytest.mark.parametrize("folder", [SHIPPED, FOR_TESTS], ids=["shipped", "for tests"])
def test_each_asset_is_the_one_that_is_recorded(folder: Path) -> None:
    for asset in json.loads((folder / "assets.json").read_text(encoding="utf-8")):
        assert hashlib.sha256((folder / asset["file"]).read_bytes()).hexdigest() == asset["sha256"]
        assert asset["licence"] in ("0BSD", "MIT", "MPL-2.0")


def test_each_script_that_is_shipped_is_recorded_or_ours() -> None:
    recorded = {asset["file"] for asset in json.loads((SHIPPED / "assets.json").read_text(encoding="utf-8"))}
    assert {path.name for path in SHIPPED.iterdir()} == recorded | {"assets.json", "desk.css", "desk.js", "icon.svg"}
