"""The command as a process: pipes, signals, terminals, and how soon it is there."""

import os
import pty
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "tests.present.scripted"]
HEAVY = ("rich", "jinja2", "onnxruntime", "numpy", "tokenizers", "trafilatura", "lxml")


def environment(**more: str) -> dict[str, str]:
    barred = {"COLUMNS", "NO_COLOR", "FORCE_COLOR", "HEARSAY_DEBUG"}
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {k: v for k, v in os.environ.items() if k not in barred} | {"PYTHONPATH": path, "TERM": "xterm"} | more


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(**more),
        cwd=ROOT,
        timeout=60,
    )


def on_a_terminal(*arguments: str, **more: str) -> str:
    """What the command writes to a terminal, stdout and stderr together."""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=follower, stdout=follower, stderr=follower, env=environment(**more), cwd=ROOT
    ) as process:
        os.close(follower)
        parts = []
        os.set_blocking(leader, False)
        # Not every system tells that nobody has the other end open any more: the end of the process is the end.
        ended = False
        while not ended:
            ended = process.poll() is not None
            select.select([leader], [], [], 0.1)
            with suppress(OSError):
                while part := os.read(leader, 4096):
                    parts.append(part)
    os.close(leader)
    return b"".join(parts).decode()


def test_a_pipe_gets_no_escapes_and_a_terminal_colour() -> None:
    assert "\x1b" not in run("read", "bridge.html").stdout
    assert "\x1b[1m" in on_a_terminal("read", "bridge.html") or "\x1b[1;" in on_a_terminal("read", "bridge.html")


def test_no_color_and_a_dumb_terminal_switch_colour_off() -> None:
    assert "\x1b" not in on_a_terminal("read", "bridge.html", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal("read", "bridge.html", TERM="dumb")


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_reader_that_goes_away_ends_it_silently(form: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "read", "many-100", "--format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert said == b""


def test_a_bug_is_told_in_a_line() -> None:
    done = run("read", "bug")
    assert done.returncode == 70
    assert len(done.stderr.splitlines()) == 1
    assert "a bug in hearsay stopped it (KeyError: 'boom'); set HEARSAY_DEBUG=1" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "more"), [(["--debug", "read"], {}), (["read", "--debug"], {}), (["read"], {"HEARSAY_DEBUG": "1"})]
)
def test_debug_shows_where_a_bug_is(arguments: list[str], more: dict[str, str]) -> None:
    done = run(*arguments, "bug", **more)
    assert done.returncode == 70
    assert "Traceback" in done.stderr


def test_ctrl_c_is_a_line_and_130() -> None:
    done = run("read", "ctrl-c")
    assert (done.returncode, done.stderr) == (130, "hearsay: stopped\n")


def test_ctrl_c_from_the_keyboard_leaves_no_file_behind(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    with subprocess.Popen(
        [*COMMAND, "read", "many-1000000", "-o", str(target)], stderr=subprocess.PIPE, env=environment(), cwd=ROOT
    ) as process:
        assert process.stderr
        # The temporary file is there once it is at work.
        while not any(tmp_path.iterdir()):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == b"hearsay: stopped\n"
    assert not any(tmp_path.iterdir())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_a_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "read", "bridge.html"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=ROOT,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"hearsay: standard output cannot be written: no space left on device: check the ")
    assert done.stderr.count(b"\n") == 1


def test_a_locale_that_lacks_a_character_gets_a_question_mark() -> None:
    done = subprocess.run(
        [*COMMAND, "read", "bridge.html"],
        check=False,
        capture_output=True,
        env=environment(PYTHONIOENCODING="ascii"),
        cwd=ROOT,
    )
    assert done.returncode == 0
    assert b"Ana T?llez" in done.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["read", "bridge.html", "-f", "json"]])
def test_only_what_is_needed_is_loaded(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from hearsay.present.cli.main import main\n"
        "from tests.present.made import session\n"
        "try:\n    main(session())\nexcept SystemExit as end:\n"
        f"    print(end.code, [m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
        cwd=ROOT,
    )
    assert done.stderr == "0 []\n"
