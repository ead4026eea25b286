"""Where a hedge, a negation or a call stands in a sentence decides what it bears on."""

import pytest

from hearsay.claim.act import act
from hearsay.claim.certainty import certainty
from tests.claim.marked import marked

SENTENCES = """
assert certain     [The curator] <said> {the vase, which may be a copy, was sold on Friday}.
assert certain     [The skipper] <said> {he turned back before the storm could hit}.
assert certain     [The minister] <said> {people who think the tax is likely to go are mistaken}.
assert certain     [The guard] <said> {he ran as fast as he could}.
assert certain     [The coroner] <said> {no one could have survived the fall}.
assert certain     [The warden] <said> {the inmate was moved so he could see a doctor}.
assert certain     [The teller] <said> {she did everything she could to calm the man}.
assert certain     [The pilot] <said> {it was not possible to land in such wind}.
assert certain     [The bank] <said> {it had not asked for help}.
assert certain     [The judge] <found> {that the officer should have called a doctor}.
assert certain     [The envoy] <said> {the army had promised to withdraw by noon}.
assert certain     [The coach] <said> {fans had urged the club to keep him}.
assert certain     [The mayor] <never promised> {a new stadium}.
assert certain     [The nurse] <said> {her patient could not breathe}.
assert certain     [The firm] <said> {sales were worse than analysts expected}.
assert certain     [The editor] <said> {the paper would have run the story if it had known}.
assert certain     [The diver] <told> {a court that he could see nothing}.
assert certain     [The broker] <said> {the offer was made without conditions}.
assert certain     [The minister] <said> {reporters had asked whether he would resign}.
assert probable    [The vet] <said> {the herd was probably infected by a calf that may have come from abroad}.
assert probable    [The chemist] <said> {she did not believe the spill was harmful}.
assert probable    [The lawyer] <said> {it looked as if the will had been forged}.
assert probable    [The scout] <said> {the boy seems certain to sign}.
assert probable    [The general] <said> {it is unlikely that the town will fall before winter}.
assert probable    [Early results] <suggest> {the party won the coast}.
assert probable    [Doctors] <say> {the fever is thought to come from bats}.
assert probable    [A spokesman] <said> {North Rail expects to reopen the line by June}.
assert probable    [The dean] <said> {Harlow College was expecting to rehire the staff}.
assert possible    [The trader] <said> {the crop might fail if rain does not come}.
assert possible    [The pathologist] <said> {poison could not be excluded}.
assert possible    [The captain] <does not rule out> {playing on}.
assert possible    [The agency] <said> {there was a danger the wall would give way}.
assert possible    [The dealer] <did not deny> {that he had met the minister}.
assert possible    [The firm] <said> {that it might not open the plant}.
assert possible    [The ministry] <says> {perhaps a fifth of the crop was lost}.
decline unstated   [The coach] <would not be drawn on> {whether he might resign}.
decline unstated   [The bank] <refused to comment on> {reports that it could be sold}.
urge unstated      [The judge] <told> {jurors not to read about the case}.
urge unstated      [The union] <is calling on> {members who may be affected to come forward}.
promise unstated   [The club] <promised> {that fans would probably get their money back}.
express unstated   [The dean] <regretted> {that the exam could not be held}.
question unstated  [The widow] <asked if> {the pilot might have been drunk}.
deny certain       [The club] <denied> {it could go bankrupt}.
"""
CASES = [line.split(maxsplit=2) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("kind", "sure", "sentence"), CASES)
def test_scope(kind: str, sure: str, sentence: str) -> None:
    text, attribution = marked(sentence)
    found = act(text, attribution)
    assert (found.act, certainty(text, attribution, act=found.act).certainty) == (kind, sure)
