"""Act and certainty together, on sentences as they stand in reports of markets, wars, storms, courts, health, sport."""

import pytest

from hearsay.claim.act import act
from hearsay.claim.certainty import certainty
from tests.claim.marked import marked

SENTENCES = """
assert certain     The quake hit at dawn, <according to> [the seismology institute], {and was felt in Lima}.
assert certain     [Brokers] <said> {the sell-off began after the jobs report}.
assert certain     [Her agent] <told> The Stage {the tour had been planned for two years}.
assert certain     [Colonel Reyes] <said>: "{The convoy came under fire from both sides}."
assert certain     [The mine's owner] <acknowledged> {that two alarms had been switched off}.
assert certain     [The tribunal] <heard> {that the nurse had filed the report late}.
assert certain     [The report] <blames> {poor welding for the collapse}.
assert certain     [The carrier] <confirmed> {a request for state aid}.
assert certain     [Dr Osei] <explained> {that the virus does not pass through the air}.
assert certain     [The central bank] <says> {it will publish its forecast on Tuesday}.
assert certain     [The mayor] <said> {the bridge would have to close for repairs}.
assert certain     [The firm] <said> {it would need another month to count the stock}.
assert certain     [Moyo] <said> {he had never seen such a flood}.
assert certain     "{We lost everything in the fire}," <said> [Ana Lopes], a baker.
assert certain     [A survey by the ministry] <found> {that wages had fallen}.
assert certain     [The chancellor] <announced> {a cut in fuel duty}.
assert certain     [The keeper] <said> {there was no time to close the gates}.
assert probable    [Scientists] <believe> {the slide was set off by melting ice}.
assert probable    [Traders] <expect> {the pound to weaken}.
assert probable    [The inquest] <heard> {that the climber had probably slipped}.
assert probable    [The envoy] <hinted> {that sanctions would be eased}.
assert probable    [The archive] <suggests> {the painting was stolen in wartime}.
assert probable    "{I don't think the roof will hold}," [the engineer] <said>.
assert probable    [Forecasters] <say> {the drought is likely to deepen}.
assert probable    [Aides] <said> {the premier was expected to call an election}.
assert probable    [The team doctor] <said> {he should be able to play on Sunday}.
assert possible    [The regulator] <warned> {that some lenders could fail}.
assert possible    [Pathologists] <said> {the bones might be older than the church}.
assert possible    [The operator] <said> {flights may be delayed}, which upset passengers.
assert possible    [The governor] <did not rule out> {a second curfew}.
assert possible    "{It's possible he fell asleep}," [the trucker's wife] <said>.
assert possible    [Investigators] <have not excluded> {sabotage}.
assert possible    [Hydrologists] <warned of> {flash floods}.
estimate probable  [The broker] <expects> {earnings of $1.30 a share}.
estimate probable  [The relief agency] <believes> {as many as 900 people fled}.
estimate probable  [The council] <put> {the repair bill at nearly £4m}.
estimate probable  [Demographers] <say> {the town has probably lost a third of its people}.
estimate probable  [Fishery officers] <estimated> {the catch at 12,000 tonnes}.
estimate probable  [The institute] <forecasts> {a deficit of 3.1 percent}.
estimate probable  [The bank] <sees> {oil at $90 a barrel by summer}.
estimate possible  [The insurer] <estimates> {claims could reach $2 billion}.
deny certain       [The envoy] <denied> {that talks had broken down}.
deny certain       [The school] <rejects> {the accusation}.
deny certain       [The airline's chief] <dismissed> {the rumours of a merger}.
deny certain       [The premier] <has ruled out> {early elections}.
deny certain       "{I did not leak that file}," [the aide] <said>.
deny certain       [The charity] <described> {the report as completely untrue}.
deny certain       [The militia] <said> {it had nothing to do with the bombing}.
deny certain       [The singer] <maintains> {she is innocent}.
decline unstated   [The bank's] spokeswoman <declined to say> {how many accounts were hit}.
decline unstated   [The coroner] <would not discuss> {the cause of death}.
decline unstated   [The league] <said> {it would not comment on the inquiry}.
decline unstated   [The consul] <refused to confirm> {the arrests}.
decline unstated   [The lawyer] <declined an> {interview}.
decline unstated   "{I'm not going to speculate}," [the sheriff] <said>.
urge unstated      [The union] <is demanding> {a pay rise of 7 percent}.
urge unstated      [The consulate] <advised> {its nationals to leave the city}.
urge unstated      [Doctors] <warned> {against mixing the two drugs}.
urge unstated      [The pope] <appealed to> {both sides to lay down their arms}.
urge unstated      [The court] <ordered> {the ministry to release the tapes}.
urge unstated      "{Get out while you can}," [the fire chief] <told> residents.
urge unstated      [The ombudsman] <said> {the rules should be rewritten}.
urge unstated      [The watchdog] <recommends> {that the licence be withdrawn}.
urge unstated      [The governor] <told> {people in low-lying areas to move inland}.
promise unstated   [The retailer] <said> {it would refund every customer}.
promise unstated   [The coach] <vowed> {his side would attack}.
promise unstated   "{We will not negotiate with hijackers}," [the minister] <said>.
promise unstated   [The two states] <agreed> {to reopen the border}.
promise unstated   [The developer] <pledged> {500 affordable homes}.
promise unstated   [The rebels] <threatened to> {execute the hostages}.
promise unstated   "{I will fight these charges}," [the banker] <told> reporters.
question unstated  [Senators] <asked> {why the recall took so long}.
question unstated  [The widow] <wants to know> {who gave the order}.
question unstated  "{How can they sleep at night?}" <asked> [Marta Diaz].
question unstated  [The panel] <queried> {whether the scans had been read}.
express unstated   [The striker] <said> {he was gutted to miss the final}.
express unstated   [The king] <offered> {his condolences to the families}.
express unstated   [Farmers] <complained> {that the subsidy came too late}.
express unstated   [The envoy] <lamented> {the failure of the talks}.
express unstated   "{This is an outrage}," [the bishop] <said>.
express unstated   [The captain] <said> {it was a privilege to serve}.
express unstated   [Investors] <are worried> {that the firm has grown too fast}.
express unstated   [The premier] <welcomed> {the ceasefire}.
express unstated   "{Our thoughts are with the families}," [the airline] <said>.
express unstated   [The museum] <thanked> {its donors}.
"""
CASES = [line.split(maxsplit=2) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("kind", "sure", "sentence"), CASES)
def test_act_and_certainty(kind: str, sure: str, sentence: str) -> None:
    text, attribution = marked(sentence)
    found = act(text, attribution)
    assert (found.act, certainty(text, attribution, act=found.act).certainty) == (kind, sure)
