"""What the package imports is what it says that it needs."""

import ast
import importlib.metadata
import re
import sys
import tomllib

from packaging.utils import canonicalize_name

from tests.architecture.code import ROOT, modules

FOR_OTHERS = {"lxml-html-clean"}
"""justext, which trafilatura imports, asks lxml for it by an extra that newer versions of lxml no longer have."""

EXTRAS = ("mcp", "parquet", "pdf", "postgresql", "serve")
"""What may be installed beside; pg8000 is loaded by SQLAlchemy, by its name in the ledger's address."""


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = declared_names(project["dependencies"])
    extras = declared_names([line for name in EXTRAS for line in project["optional-dependencies"][name]])
    names = set()
    for module in modules("src"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    packages = importlib.metadata.packages_distributions()
    foreign = names - sys.stdlib_module_names - {"hearsay"}
    needed = {canonicalize_name(packages.get(name, [name])[0]) for name in foreign}
    assert (needed - extras) | FOR_OTHERS == declared


def declared_names(lines: list[str]) -> set[str]:
    """The names in requirements."""
    return {canonicalize_name(re.split(r"[^\w.-]", line)[0]) for line in lines}
