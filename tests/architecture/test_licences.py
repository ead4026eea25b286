"""What hearsay installs can be used in any program: nothing under the GPL, the LGPL or the AGPL alone."""

import importlib.metadata
import re
from collections.abc import Iterator
from itertools import chain

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BARRED = re.compile(r"\bA?L?GPL|GNU (?:Affero |Lesser |Library or Lesser )?General Public", re.IGNORECASE)
EXCEPTIONS: dict[str, str] = {}
"""Distribution -> why it is allowed although its licence is barred. Only the LGPL can be excused so."""

EXTRAS = (
    *("argon2-cffi", "authlib", "fastapi", "httpx", "joserfc", "python-multipart", "uvicorn"),
    *("mcp", "pg8000", "pyarrow", "typst"),
)
"""What extras bring along."""


def closure(name: str) -> Iterator[importlib.metadata.Distribution]:
    """What an installation of ``name`` without extras brings along on this machine."""
    waiting, seen = [name], set()
    while waiting:
        wanted = canonicalize_name(waiting.pop())
        if wanted in seen:
            continue
        seen.add(wanted)
        distribution = importlib.metadata.distribution(wanted)
        yield distribution
        for line in distribution.requires or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)


def licences(distribution: importlib.metadata.Distribution) -> list[str]:
    """What the distribution says of its licence; each entry holds by itself."""
    metadata = distribution.metadata
    expressions = metadata.get_all("License-Expression")
    if expressions:
        return list(expressions)
    classifiers = [c.removeprefix("License :: ") for c in metadata.get_all("Classifier") or [] if "License ::" in c]
    return [*classifiers, *(stated.strip() for stated in metadata.get_all("License") or [] if stated.strip())]


def is_barred(licence: str) -> bool:
    """Whether every choice that an SPDX expression leaves ("A OR B") is barred."""
    return all(BARRED.search(choice) for choice in re.split(r"\bOR\b", licence))


def test_nothing_that_is_installed_is_under_the_gpl() -> None:
    faults = []
    for distribution in chain.from_iterable(map(closure, ("hearsay", *EXTRAS))):
        name = canonicalize_name(distribution.name)
        stated = licences(distribution)
        if not stated:
            faults.append(f"{name}: says nothing of its licence")
        elif any(is_barred(licence) for licence in stated) and name not in EXCEPTIONS:
            faults.append(f"{name}: {stated}")
    assert not faults, faults


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "LGPL-2.1-or-later", "AGPL-3.0", "OSI Approved :: GNU General Public License v3"]
)
def test_the_gpl_is_known_by_its_names(licence: str) -> None:
    assert is_barred(licence)


@pytest.mark.parametrize("licence", ["MPL-1.1 OR GPL-2.0-only", "Apache-2.0", "BSD-3-Clause AND MIT"])
def test_a_choice_beside_the_gpl_will_do(licence: str) -> None:
    assert not is_barred(licence)
