"""The house numbers: lines in a file and in a function, parameters, and how they are given."""

import ast

import pytest

from tests.architecture.code import ROOT, Function, Module, listed, modules

FILE_LINES = 400
FUNCTION_LINES = 60
PARAMETERS = 7
POSITIONAL = 2


def parameters(function: Function, owner: ast.ClassDef | None) -> tuple[list[str], list[str]]:
    """Names of what may be given by position and of what may be given by keyword alone; self and cls left out."""
    given = function.args
    positional = [a.arg for a in given.posonlyargs + given.args]
    decorators = {d.id for d in function.decorator_list if isinstance(d, ast.Name)}
    if owner is not None and positional and "staticmethod" not in decorators:
        positional = positional[1:]
    return positional, [a.arg for a in given.kwonlyargs]


def is_special(function: Function) -> bool:
    """Whether Python itself fixes the parameters: __exit__, __set_name__ and their like, but not __init__."""
    return function.name.startswith("__") and function.name.endswith("__") and function.name != "__init__"


def is_protocol(owner: ast.ClassDef | None) -> bool:
    """Whether a class only describes what others bring along, such as the network of onnxruntime."""
    bases = owner.bases if owner else []
    return any(isinstance(b, ast.Name) and b.id == "Protocol" for b in bases)


def long_files(found: tuple[Module, ...]) -> list[str]:
    counts = [(m.place, len(m.text.splitlines())) for m in found]
    return [f"{place}: {count} lines" for place, count in counts if count > FILE_LINES]


def long_functions(found: tuple[Module, ...]) -> list[str]:
    faults = []
    for module in found:
        for function, _ in module.functions():
            count = (function.end_lineno or function.lineno) - function.lineno + 1
            if count > FUNCTION_LINES:
                faults.append(f"{module.place}:{function.lineno} {function.name}: {count} lines")
    return faults


def wide_functions(found: tuple[Module, ...]) -> list[str]:
    faults = []
    for module in found:
        for function, owner in module.functions():
            positional, keyword = parameters(function, owner)
            if len(positional) + len(keyword) > PARAMETERS:
                faults.append(f"{module.place}:{function.lineno} {function.name}: {[*positional, *keyword]}")
    return faults


def positional_functions(found: tuple[Module, ...]) -> list[str]:
    faults = []
    for module in found:
        for function, owner in module.functions():
            positional, _ = parameters(function, owner)
            if len(positional) > POSITIONAL and not is_special(function) and not is_protocol(owner):
                faults.append(f"{module.place}:{function.lineno} {function.name}: {positional}")
    return faults


def test_a_file_has_at_most_400_lines() -> None:
    faults = long_files(modules())
    assert not faults, listed(faults)


def test_a_function_has_at_most_60_lines() -> None:
    faults = long_functions(modules())
    assert not faults, listed(faults)


def test_a_function_has_at_most_7_parameters() -> None:
    faults = wide_functions(modules())
    assert not faults, listed(faults)


def test_parameters_after_the_second_are_given_by_keyword() -> None:
    faults = positional_functions(modules("src"))
    assert not faults, listed(faults)


@pytest.mark.parametrize(
    ("check", "code"),
    [
        (long_files, "\n" * 401),
        (long_functions, "def f():\n" + "    pass\n" * 60),
        (wide_functions, "def f(a, b, *, c, d, e, f, g, h): ..."),
        (positional_functions, "def f(a, b, c): ..."),
        (positional_functions, "class C:\n    def f(self, a, b, c): ..."),
        (positional_functions, "class C:\n    @staticmethod\n    def f(a, b, c): ..."),
    ],
)
def test_each_check_finds_what_it_is_for(check: type, code: str) -> None:
    assert check((Module(ROOT / "src/made_up.py", code, ast.parse(code)),))


@pytest.mark.parametrize(
    "code",
    [
        "def f(a, b, *, c): ...",
        "class C:\n    def __exit__(self, a, b, c): ...",
        "class C:\n    @classmethod\n    def f(cls, a, b): ...",
        "class C(Protocol):\n    def f(self, a, b, c): ...",
    ],
)
def test_what_keeps_the_rule_passes(code: str) -> None:
    assert not positional_functions((Module(ROOT / "src/made_up.py", code, ast.parse(code)),))
