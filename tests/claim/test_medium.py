"""How something was said, in the report's words."""

import pytest

from hearsay.claim.medium import medium
from tests.claim.marked import marked

SENTENCES = """
    [The club] <said> in a statement {the coach had resigned}. -> a statement
    [The club] <said in a statement on Friday> {the coach had resigned}. -> a statement
    [The minister] <wrote in a post on X> {that talks had failed}. -> a post on X
    [She] <told reporters> {the bill was dead}. -> reporters
    [The general] <told> broadcaster NHK {the drill was over}. -> broadcaster NHK
    "{We lost}," [he] <said> at a news conference in Lima. -> a news conference in Lima
    [The bank] <said> in a regulatory filing {it had cut 300 jobs}. -> a regulatory filing
    [The senator] <said> in an interview with Le Figaro {he would vote no}. -> an interview with Le Figaro
    [Her lawyer] <said> by phone {the appeal was ready}. -> phone
    [The union] <said> in an email to members {the ballot was void}. -> an email to members
    [The governor] <said> on Twitter {schools would close}. -> Twitter
    [The witness] <said> in sworn testimony {the light was red}. -> sworn testimony
    [The president] <told parliament> {the war was lost}. -> parliament
    [The court] <said> in its ruling {the law was void}. -> its ruling
    [The agency] <said> in a report published Monday {ice was thinning}. -> a report
    [The chief executive] <told analysts> on a conference call {sales had slowed}. -> a conference call
    [The coach] <told a press conference> {the keeper was fit}. -> a press conference
    [The ministry] <announced> on its website {that exams were off}. -> its website
    [The captain] <said> over the radio {the deck was on fire}. -> the radio
    [The pope] <said> in a letter to bishops {reform was needed}. -> a letter to bishops
    [The mayor] <said> in a televised address {the curfew would stay}. -> a televised address
    [The rapper] <posted> on Instagram {that the tour was off}. -> Instagram
    {The deal is done}, [he] <wrote> on the messaging app Telegram. -> the messaging app Telegram
    [The airline] <said> in a memo to staff {bonuses were gone}. -> a memo to staff
    [Police] <said> in a press release {the man was armed}. -> a press release
    [The referee] <said> {the goal had crossed the line}. -> None
    [The analyst] <said> {the firm would publish a statement on Monday}. -> None
    <According to> [the inspector], {the door was open}. -> None
    [The singer] <said> in a video message {she was ill}. -> a video message
    [The senator] <tweeted> {the bill was dead}. -> tweeted
    [The dean] <said> in a text message {the lab was safe}. -> a text message
    [The minister] <said> during a visit to the mine {it would stay open}. -> None
    [The economist] <wrote> in a note to clients {the peso would fall}. -> a note to clients
    [The firm] <issued a statement saying> {the plant was safe}. -> a statement
    [The deputy] <told the newspaper El Clarin> {the vote was bought}. -> the newspaper El Clarin
    [The champion] <said> in the documentary {he had been ill}. -> the documentary
"""
CASES = [tuple(line.strip().split(" -> ")) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "words"), CASES)
def test_medium(sentence: str, words: str) -> None:
    assert str(medium(*marked(sentence))) == words
