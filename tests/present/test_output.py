"""A file is there whole or not at all."""

import os
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.errors import HearsayError
from hearsay.present.cli.main import app
from hearsay.present.cli.output import opened
from tests.present.made import session


def test_a_file_is_written_with_the_usual_rights(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with opened(target) as stream:
        stream.write("é\n")
        assert not target.exists()
    assert target.read_bytes() == "é\n".encode()
    beside = tmp_path / "beside.txt"
    beside.touch()
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["beside.txt", "out.txt"]


def test_what_was_there_stays_when_anything_fails(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    target.chmod(0o640)
    with pytest.raises(ZeroDivisionError), opened(target) as stream:
        stream.write(f"half {1 / 0}")
    assert target.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]
    with opened(target) as stream:
        stream.write("after")
    assert target.read_text() == "after"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_text("before")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    with opened(link) as stream:
        stream.write("after")
    assert link.is_symlink()
    assert real.read_text() == "after"


def test_a_device_is_written_as_it_is() -> None:
    with opened(Path(os.devnull)) as stream:
        stream.write("gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("name", "said"), [("no/such/x.txt", "no such file or directory"), (".", "is a directory")])
def test_what_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(HearsayError, match=f"cannot be written: {said}"), opened(tmp_path / name):
        pytest.fail("it went on all the same")
    done = CliRunner().invoke(app, ["read", "bug", "-o", str(tmp_path / name)], obj=session())
    assert done.exit_code == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is write-protected against root")
def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("before")
    target.chmod(0o444)
    with pytest.raises(HearsayError, match="permission denied"), opened(target):
        pytest.fail("it went on all the same")


@pytest.mark.parametrize(("name", "start"), [("a.json", "{"), ("a.html", "<!DOCTYPE"), ("a.out", "Swing")])
def test_the_ending_tells_the_format(tmp_path: Path, name: str, start: str) -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "-o", str(tmp_path / name)], obj=session())
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_format_goes_before_the_ending(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    CliRunner().invoke(app, ["read", "bridge.html", "-f", "text", "-o", str(target)], obj=session())
    assert target.read_text(encoding="utf-8").startswith("Swing")


def test_a_dash_is_standard_output() -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "-o", "-"], obj=session())
    assert done.stdout.startswith("Swing")
