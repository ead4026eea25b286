"""The gate over made-up data: a folder of gold, a scorer that prints what it is told, an idle program as reader."""

import json
import stat
import sys
from pathlib import Path

import pytest

from bench import floors, gate
from bench.sets import measures

SCORER = "import json, sys; print(open(sys.argv[1].rsplit('/', 1)[0] + '/result.json').read())"
READER = "import pathlib, sys; pathlib.Path(sys.argv[sys.argv.index('-o') + 1]).write_text('{}')"


class Scene:
    """A folder of corpora with PolNeAR's place in it alone, and a program in hearsay's place."""

    def __init__(self, folder: Path) -> None:
        self.corpora, self.floors, self.program = folder / "corpora", folder / "floors.json", folder / "hearsay"
        self.gold = self.corpora / "polnear" / "dev.jsonl"
        self.gold.parent.mkdir(parents=True)
        self.gold.write_text(json.dumps({"id": "1", "text": "T", "title": None, "published": None}), encoding="utf-8")
        (self.corpora / "score").mkdir()
        (self.corpora / "score" / "score_polnear.py").write_text(SCORER, encoding="utf-8")
        self.program.write_text(f"#!{sys.executable}\n{READER}\n", encoding="utf-8")
        self.program.chmod(self.program.stat().st_mode | stat.S_IXUSR)
        self.scores(cue=70.0)

    def scores(self, **values: float) -> None:
        """What the scorer will print."""
        result = {name: {"p": 0.0, "r": 0.0, "f1": value} for name, value in values.items()}
        (self.gold.parent / "result.json").write_text(json.dumps(result), encoding="utf-8")

    def run(self, *arguments: str) -> int:
        """The gate's exit status."""
        places = [f"--corpora={self.corpora}", f"--floors={self.floors}", f"--hearsay={self.program}"]
        return gate.main([*arguments, *places])

    def held(self) -> dict[str, float]:
        """The floors as written."""
        return dict(floors.load(self.floors)["attributions"].floors)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_without_the_shared_folder_it_is_skipped_with_a_reason(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert gate.main([f"--corpora={tmp_path / 'none'}"]) == 0
    assert "skipped: there is no ../shared" in capsys.readouterr().out


def test_the_short_gate_leaves_out_what_is_long(scene: Scene, capsys: pytest.CaptureFixture) -> None:
    assert scene.run() == 0
    assert "crowd" in capsys.readouterr().out
    assert scene.run("--short") == 0
    out = capsys.readouterr().out
    assert "crowd" not in out
    assert "attributions" in out


def test_a_set_without_data_is_skipped_with_a_reason(scene: Scene, capsys: pytest.CaptureFixture) -> None:
    assert scene.run() == 0
    assert "stories: skipped, its data are not in ../shared" in capsys.readouterr().out


def test_floors_are_written_only_when_asked_for(scene: Scene) -> None:
    assert scene.run() == 0
    assert not scene.floors.exists()
    assert scene.run("--raise") == 0
    assert scene.held() == {"cue": 70.0}


def test_it_fails_under_a_floor_and_raising_does_not_help(scene: Scene, capsys: pytest.CaptureFixture) -> None:
    scene.run("--raise")
    scene.scores(cue=69.0)
    assert scene.run() == 1
    assert scene.run("--raise") == 1
    assert scene.held() == {"cue": 70.0}
    assert "FAILS: cue is 69.0, under its floor of 70.0" in capsys.readouterr().out


def test_it_fails_where_the_data_changed_until_they_are_taken_up_with_a_reason(scene: Scene) -> None:
    scene.run("--raise")
    scene.gold.write_text(scene.gold.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    scene.scores(cue=99.0)
    assert scene.run() == 1
    assert scene.run("--raise") == 1
    assert scene.held() == {"cue": 70.0}
    assert scene.run("--renew=attributions", "--reason=a line was added") == 0
    assert scene.held() == {"cue": 99.0}
    assert scene.run() == 0


def test_a_floor_is_lowered_to_what_was_measured_with_a_reason(scene: Scene) -> None:
    scene.run("--raise")
    scene.scores(cue=60.0)
    with pytest.raises(SystemExit):
        scene.run("--lower=attributions.cue")
    assert scene.run("--lower=attributions.cue", "--reason=a smaller network") == 0
    assert scene.held() == {"cue": 60.0}
    assert floors.load(scene.floors)["attributions"].lowered[0].reason == "a smaller network"


def test_a_program_that_fails_fails_the_gate(scene: Scene, capsys: pytest.CaptureFixture) -> None:
    scene.program.write_text(f"#!{sys.executable}\nraise SystemExit(70)\n", encoding="utf-8")
    assert scene.run() == 1
    assert "hearsay ended with 70" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nonsense"], ["--renew=nonsense", "--reason=x"], ["--lower=x.y", "--reason=x"]])
def test_a_set_that_is_not_known_is_refused(scene: Scene, arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        scene.run(*arguments)


def test_measures_are_numbers_and_the_f1_of_triples() -> None:
    printed = '{"cue": {"p": 1.0, "r": 2.0, "f1": 3.0}, "read": 0.5, "via": null, "worst": ["a"], "counts": {"x": 1}}'
    assert measures(printed) == {"cue": 3.0, "read": 0.5}
