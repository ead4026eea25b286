"""The public names. A new one changes ``__all__``, this test and docs/reference/python.md in one commit."""

import importlib.metadata
import subprocess
import sys

import hearsay

PUBLIC = [
    "Document",
    "Expectation",
    "Figure",
    "HearsayError",
    "Ledger",
    "Marks",
    "Question",
    "Settings",
    "Source",
    "Span",
    "Statement",
    "Time",
    "__version__",
    "add",
    "correct",
    "open_ledger",
    "read",
    "stories",
]


def test_the_public_names_are_these() -> None:
    assert sorted(hearsay.__all__) == PUBLIC


def test_each_public_name_is_there() -> None:
    missing = [name for name in PUBLIC if not hasattr(hearsay, name)]
    assert not missing


def test_the_version_is_the_packages() -> None:
    assert hearsay.__version__ == importlib.metadata.version("hearsay")


def test_read_stays_the_function_when_the_package_of_that_name_is_loaded() -> None:
    code = "import hearsay, hearsay.read.quotes; print(callable(hearsay.read))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
