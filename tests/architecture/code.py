"""The project's own code, parsed, for the tests of the house rules."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "training", "bench", "tests")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def place(self) -> str:
        """The path from the project's folder, with slashes."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def name(self) -> str:
        """The name that it is imported by: "hearsay.read.encode"."""
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        parts = parts[1:] if parts[0] == "src" else parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    def functions(self) -> Iterator[tuple[Function, ast.ClassDef | None]]:
        """Every function, nested ones too, each with the class whose method it is."""
        owners = {child: node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef) for child in node.body}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node, owners.get(node)

    def comments(self) -> Iterator[tuple[int, str]]:
        """Every comment with the number of its line."""
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The files of these folders of the project, all four without an argument."""
    found = []
    for folder in folders or FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            found.append(Module(path, text, ast.parse(text, filename=str(path))))
    return tuple(found)


def listed(faults: list[str]) -> str:
    """What a failing test prints."""
    return "\n" + "\n".join(faults)
