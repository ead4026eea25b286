"""How the code is written: docstrings, names, suppressions, what it catches, what it leaves unsaid."""

import ast
import re

import pytest

from tests.architecture.code import Module, listed, modules

ENTRY_POINTS = {f"src/hearsay/present/{way}/main.py" for way in ("cli", "web", "mcp")}
GRAB_BAGS = {"util", "utils", "helper", "helpers", "common", "misc"}
UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X)\b")
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:|ruff:|mypy:|pyright:)")
REASONED = re.compile(
    r"#\s*noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*\s+\W*\w.{7,}"
    r"|#\s*type:\s*ignore\[[\w, -]+\]\s*#\s*\w.{7,}"
)


def undocumented(module: Module) -> list[str]:
    """The module and its public classes, functions and methods that have no docstring."""
    faults = [] if ast.get_docstring(module.tree) else [f"{module.place}: the module"]
    bodies: list[tuple[str, list[ast.stmt]]] = [("", module.tree.body)]
    while bodies:
        prefix, body = bodies.pop()
        for node in body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
                continue
            if ast.get_docstring(node) is None:
                faults.append(f"{module.place}:{node.lineno} {prefix}{node.name}")
            if isinstance(node, ast.ClassDef):
                bodies.append((f"{node.name}.", node.body))
    return faults


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Whether a handler stops every error; one that clears up and raises it again does not."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(c, ast.Name) and c.id in {"Exception", "BaseException"} for c in caught)


def test_each_module_and_public_name_has_a_docstring() -> None:
    faults = [fault for module in modules("src") for fault in undocumented(module)]
    assert not faults, listed(faults)


def test_only_the_entry_points_catch_everything() -> None:
    faults = [
        f"{module.place}:{node.lineno}"
        for module in modules("src", "training", "bench")
        if module.place not in ENTRY_POINTS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert not faults, listed(faults)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("except:\n    pass", True),
        ("except Exception as error:\n    raise ValueError from error", True),
        ("except (OSError, BaseException):\n    pass", True),
        ("except BaseException:\n    close()\n    raise", False),
        ("except OSError:\n    pass", False),
    ],
)
def test_what_catches_everything_is_found(code: str, found: bool) -> None:
    (handler,) = [
        node for node in ast.walk(ast.parse(f"try:\n    pass\n{code}")) if isinstance(node, ast.ExceptHandler)
    ]
    assert catches_everything(handler) is found


def test_each_suppression_has_its_code_and_reason() -> None:
    faults = [
        f"{module.place}:{line} {comment}"
        for module in modules()
        for line, comment in module.comments()
        if SUPPRESSION.match(comment) and not REASONED.match(comment)
    ]
    assert not faults, listed(faults)


def test_a_suppression_without_a_reason_is_found() -> None:
    bare = [
        "# noqa",
        "# noqa: S603",
        "# type: ignore",
        "# type: ignore[arg-type]",
        "# ruff: noqa",
        "# pragma: no cover",
    ]
    assert all(SUPPRESSION.match(c) and not REASONED.match(c) for c in bare)
    reasoned = ["# noqa: S603 - a list, never a shell", "# type: ignore[arg-type]  # the test gives it wrongly"]
    assert all(REASONED.match(c) for c in reasoned)


def test_no_module_is_a_grab_bag() -> None:
    faults = [m.place for m in modules() if GRAB_BAGS & set(m.name.rsplit(".", 1)[-1].split("_"))]
    assert not faults, listed(faults)


def test_nothing_is_left_to_be_done_in_the_code() -> None:
    faults = [
        f"{module.place}:{number} {line.strip()}"
        for module in modules()
        for number, line in enumerate(module.text.splitlines(), start=1)
        if UNFINISHED.search(line)
    ]
    assert not faults, listed(faults)
