"""``hearsay mcp`` as a program of its own: over its standard streams, and over HTTP."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from tests.present.asked import ledger_at
from tests.present.mcp.test_server import data

PROGRAM = str(Path(sys.executable).with_name("hearsay"))
TOOLS = {"search_statements", "get_statement", "compare_question", "story", "changes_since", "expectations"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return ledger_at(tmp_path / "desk.db")


@pytest.fixture
def address(path: Path) -> Iterator[str]:
    """Where the program answers over HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    process = subprocess.Popen([PROGRAM, "mcp", "--http", "--port", str(port), "--ledger", str(path)])
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/mcp"
    process.terminate()
    process.wait(20)


def answered(server: Any) -> str:
    """What a statement is told as, by a client that has asked first what there is to be asked."""

    async def asked() -> Any:
        async with Client(server) as client:
            assert {tool.name for tool in (await client.list_tools()).tools} >= TOOLS
            return await client.call_tool("get_statement", {"id": "bridge-1-s4"})

    answer = anyio.run(asked)
    assert not answer.is_error, answer
    return str(answer.content[0].text)


def test_it_answers_over_its_standard_streams(path: Path) -> None:
    told = answered(StdioServerParameters(command=PROGRAM, args=["mcp", "--ledger", str(path)]))
    assert data(told)["content"] == "repairs will cost 40 million crowns"


def test_it_answers_over_http(address: str) -> None:
    assert data(answered(address))["content"] == "repairs will cost 40 million crowns"
