"""No import goes in a circle, and ``import hearsay`` stays light. The layers themselves are held by import-linter."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from tests.architecture.code import ROOT, Module, modules

HEAVY = ("torch", "onnxruntime", "trafilatura", "htmldate", "lxml", "typer", "rich", "jinja2", "tokenizers", "numpy")


def imported(module: Module, known: set[str]) -> Iterator[str]:
    """The project's modules that a module names in an import, in a function or for types alone included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                if full in known:
                    yield full
                elif node.module in known:
                    yield node.module


def cycle(found: tuple[Module, ...]) -> list[str]:
    """One circle of imports, or nothing."""
    known = {module.name for module in found}
    graph = {module.name: set(imported(module, known)) for module in found}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def made_up(name: str, code: str) -> Module:
    return Module(ROOT / "src" / f"{name.replace('.', '/')}.py", code, ast.parse(code))


def test_no_import_goes_in_a_circle() -> None:
    assert not cycle(modules("src", "training", "bench"))


def test_a_circle_is_found_even_where_it_is_only_for_types_or_in_a_function() -> None:
    first = made_up("a.one", "if TYPE_CHECKING:\n    from a.two import x")
    second = made_up("a.two", "def f():\n    from a import one")
    assert set(cycle((first, second))) == {"a.one", "a.two"}


def test_importing_hearsay_is_light() -> None:
    code = f"import hearsay, sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
