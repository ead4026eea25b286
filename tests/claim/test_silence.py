"""What tells that nothing was said is no statement; a refusal is one."""

import pytest

from hearsay.claim.silence import is_silence
from tests.claim.marked import marked

SILENT = """
    [The club] <did not say> {whether the coach would stay}.
    [The bank] <did not respond to> {requests for comment}.
    [The ministry] <has not commented on> {the strike}.
    [The lab] <had no immediate comment>{.}
    [Her lawyer] <could not be reached> {for comment}.
    <It was not clear> {who had fired first}.
    <It was not immediately clear> {how many were on board}.
    [Police] <did not specify> {the charge}.
    [The airline] did not immediately <respond> {to questions}.
    [The governor] never <mentioned> {the flood}.
    [The pilot] spoke <without saying> {where he had been}.
    [The army] <has yet to comment> {on the raid}.
    [The firm] <gave no details> {of the sale}.
    [The judge] <did not elaborate> {on the delay}.
    [The agency] <has not disclosed> {the cost}.
    [The mayor] <did not confirm> {the figure}.
"""
SAID = """
    [The club] <declined to say> {whether the coach would stay}.
    [The club] <would not say> {whether the coach would stay}.
    [The lab] <could not confirm> {the result}.
    [The scout] <does not think> {the keeper will stay}.
    [The bank] <has not ruled out> {a sale}.
    [The dealer] <did not deny> {meeting the minister}.
    [The senator] <said> {it was not clear who had fired first}.
    [The coach] <had no comment> {on the transfer}.
    [The general] <refused to answer> {questions}.
    [The referee] <said> {the goal had not crossed the line}.
"""


@pytest.mark.parametrize("sentence", [s.strip() for s in SILENT.strip().splitlines()])
def test_silence(sentence: str) -> None:
    assert is_silence(*marked(sentence))


@pytest.mark.parametrize("sentence", [s.strip() for s in SAID.strip().splitlines()])
def test_a_statement_is_no_silence(sentence: str) -> None:
    assert not is_silence(*marked(sentence))
