"""Clients who walk a desk: which pages there are, by its own links, and how long each takes when many ask at once."""

import asyncio
import random
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice
from urllib.parse import urlencode

import httpx

from bench.made_up import questions

SHARES = {
    "/": 10,
    "/stories/ID": 15,
    "/questions/ID": 8,
    "/search?q=WORD": 12,
    "/search?source=NAME": 5,
    "/documents": 5,
    "/documents/ID": 20,
    "/statements/ID": 12,
    "/sources": 4,
    "/sources/ID": 8,
    "/review": 5,
    "/changes": 2,
    "/history": 2,
    "/add": 2,
}
"""How often each kind of page is asked for. Not measured: reading comes first, then looking things up."""
SEARCHES = 150
"""Searches whose results are where pages of single reports, sources and statements are looked for."""
_LINK = re.compile(r'(?:href|src)="(/[^"#]*)"')
_ONE = re.compile(r"^/(stories|questions|documents|statements|sources)/[^/?]+$")
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One page that was asked for."""

    kind: str
    seconds: float
    weight: int
    """Bytes as they were sent, with those of style and scripts."""
    is_well: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """How clients walk."""

    clients: int
    each: int
    """Pages that each of them asks for."""
    pause: float
    """Seconds between two pages, in the mean."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a desk: the addresses of each kind, and the bytes of what each page loads besides."""

    addresses: Mapping[str, Sequence[str]]
    beside: int
    looked_for: int
    """How many pages had to be asked for to find them."""


def kind_of(address: str) -> str | None:
    """What kind of page stands at an address that a page links to; None where it is not walked."""
    if found := _ONE.match(address):
        return f"/{found[1]}/ID"
    return address if address in SHARES else None


def links(page: str) -> list[str]:
    """The addresses of the desk itself in a page."""
    return [unescape(found) for found in _LINK.findall(page)]


async def found_in(desk: str) -> Pages:
    """What pages there are: those that the desk's first pages and many searches link to."""
    async with httpx.AsyncClient(base_url=desk, timeout=_SECONDS) as client:
        asked = list(islice(questions(SEARCHES), SEARCHES))
        named = (await client.get("/api/v1/sources", params={"limit": SEARCHES})).json()["items"]
        found = {
            "/search?q=WORD": ["/search?" + urlencode({"q": one.word}) for one in asked],
            "/search?source=NAME": [
                "/search?" + urlencode({"source": source["name"], "act": one.act})
                for source, one in zip(named, asked, strict=False)
            ],
        }
        first = await client.get("/")
        beside = [link for link in links(first.text) if link.startswith("/static/")]
        answers = [first, await client.get("/sources"), await client.get("/documents")]
        answers += [await client.get(address) for address in found["/search?q=WORD"]]
        stories = [link for link in dict.fromkeys(links(first.text)) if kind_of(link) == "/stories/ID"]
        answers += [await client.get(address) for address in stories[:10]]
        for link in dict.fromkeys(link for answer in answers for link in links(answer.text)):
            if kind := kind_of(link):
                found.setdefault(kind, []).append(link)
        weights = [(await client.get(address)).num_bytes_downloaded for address in beside]
        return Pages(found, sum(weights), len(answers))


async def walk(desk: str, pages: Pages, how: Walk) -> list[Asked]:
    """What all clients were answered."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_one(desk, pages, how, number=number)) for number in range(how.clients)]
    return [asked for task in tasks for asked in task.result()]


async def _one(desk: str, pages: Pages, how: Walk, *, number: int) -> list[Asked]:
    """What one client was answered; it has one connection, and asks the same in each run."""
    draw = random.Random(number)  # noqa: S311 - it must be the same each time, it guards nothing
    kinds = [kind for kind in SHARES if pages.addresses.get(kind)]
    shares = [SHARES[kind] for kind in kinds]
    found = []
    async with httpx.AsyncClient(base_url=desk, timeout=_SECONDS) as client:
        for _ in range(how.each):
            await asyncio.sleep(draw.uniform(0, 2 * how.pause))
            (kind,) = draw.choices(kinds, shares)
            address = draw.choice(pages.addresses[kind])
            begun = time.perf_counter()
            try:
                answer = await client.get(address)
            except httpx.HTTPError:
                found.append(Asked(kind, time.perf_counter() - begun, 0, is_well=False))
                continue
            seconds = time.perf_counter() - begun
            weight = answer.num_bytes_downloaded + pages.beside
            found.append(Asked(kind, seconds, weight, is_well=answer.status_code == 200))
    return found
