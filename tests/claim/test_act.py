"""What a source does by saying it: sentences from courts, sport, markets, health, science, weather, elections, war."""

import pytest

from hearsay.claim.act import act
from tests.claim.marked import marked

SENTENCES = {
    "assert": """
        [The referee] <said> {the goal had crossed the line}.
        [A court clerk] <confirmed> {the hearing had been moved to June}.
        [The airline] <announced> {it was cancelling all flights to Oslo}.
        [The auditor] <found> {the council had paid the same bill twice}.
        [Doctors] <warned that> {the strain could spread through the wards before winter}.
        [Her coach] <told reporters> {she had torn a ligament in training}.
        [The survey] <shows> {two in three nurses work unpaid overtime}.
        [The prosecutor] <alleged> {the mayor took bribes from a builder}.
        "{The pitch was like concrete}," [Okafor] <said>.
        [The health ministry] <put> {the death toll at 41}.
        [The geological survey] <put> {the magnitude at 6.2}.
        [The bank] <said> {it plans to open 12 branches in Wales}.
        [The senator] <accused> {the agency of hiding the memo}.
        [Rescuers] <would not rule out> {more bodies being found under the snow}.
        [The treasurer] <agreed that> {spending had been too high}.
        <According to> [the transcript], {the pilot asked for a longer runway}.
        "{It will rain before noon}," [the forecaster] <said>.
        [The striker] <admitted> {he had been offside}.
        [The minister] <said> {nobody was hurt and the road would reopen at six}.
        [The lab] <reported> {a second case of the fever}.""",
    "estimate": """
        [The insurer] <estimates> {the hail did $40 million of damage}.
        [Analysts] <expect> {profit of about 300 million pounds}.
        [Economists polled by a news agency] <had forecast> {growth of 2.1 percent}.
        [Organisers] <put> {the crowd at 90,000}.
        [The hospital's director] <believes> {some 200 patients were given the wrong dose}.
        [The biologist] <reckons> {fewer than 60 lynx are left in the hills}.
        [The navy] <said> {the tanker had probably spilled 4,000 tonnes of oil}.
        [The pollster] <predicts> {a turnout of 61%}.
        [The ministry] <said> {an estimated 15,000 homes were without power}.
        [The union] <puts> {the cost of the dispute at £3m a day}.
        [Aid workers] <think> {at least 700 families are still on the island}.
        <By> [his] <own estimate> {the glacier loses 30 metres a year}.
        [The bank] <projected> {inflation of 4.5 percent in the spring}.""",
    "deny": """
        [The goalkeeper] <denied> {betting on the match}.
        [The ministry] <rejected> {the claim that prisoners were beaten}.
        [The senator] <dismissed> {the report} as {a smear}.
        [The club] <ruled out> {a sale of its captain in January}.
        "{That is a lie}," [the broker] <said>.
        [The army] <said> {there was no truth in reports of a mutiny}.
        [The actress] <has repeatedly denied> {any wrongdoing}.
        [The nurse] <insists> {she did nothing wrong}.
        [The airline] <called> {the story completely false}.
        [The general] <disputed> {that his men had fired first}.
        [The dealer] <pleaded not guilty to> {three counts of fraud}.
        [The company] <said> {the allegations were baseless}.
        [The president] <refuted> {suggestions that he was ill}.
        "{I have never taken a banned substance}," [the sprinter] <told> the panel.
        [The mayor] <said> {he had nothing to do with the contract}.""",
    "decline": """
        [A palace aide] <declined to comment> {on the king's health}.
        [The bank] <declined> {to comment}.
        [The detective] <would not say> {whether a weapon had been found}.
        [The trainer] <refused to say> {if the horse would run}.
        [The embassy] <would neither confirm nor deny> {the arrest}.
        [The lab] <could not confirm> {the second result}.
        [Her lawyer] <had no comment> {on the verdict}.
        [The club] <refused to disclose> {the fee}.
        [The company] <would not be drawn on> {the timing of the sale}.
        [The general] <said> {he could not discuss troop movements}.
        "{I am not going to comment on that}," [the coach] <said>.
        [The board] <said> {it does not comment on individual cases}.
        [The pilot] <wouldn't reveal> {who had been on board}.
        [The sheriff] <has declined to identify> {the victims}.
        [The court's] <refusal to discuss> {the leak}, which angered editors, went on.""",
    "urge": """
        [The surgeon] <urged> {parents to vaccinate their children}.
        [The bishop] <called for> {a ceasefire before Easter}.
        [The union] <called on> {the council to reopen talks}.
        [Police] <warned people to> {stay away from the river}.
        [The judge] <ordered> {the firm to hand over the emails}.
        [The opposition] <demanded> {the minister's resignation}.
        [The forecaster] <said> {drivers should avoid the pass until Sunday}.
        "{Please stay indoors}," [the governor] <said>.
        [The charity] <appealed for> {blankets and tents}.
        [She] <asked> {the court to stay the ruling}.
        [The referee] <told> {the captain to calm his players}.
        [The commission] <recommended> {a ban on night flights}.
        "{The government must act before winter}," [the farmers' leader] <said>.
        [The coach] <wants> {the league to review the tackle}.
        "{Don't drink the tap water}," [the officer] <told> residents.
        [The watchdog] <advised> {customers to change their passwords}.
        [The senator's] <call for> {an inquiry} was ignored.
        [The paper] <suggested> {that the coach should resign}.""",
    "promise": """
        [The mayor] <promised> {to rebuild the bridge within a year}.
        [The champion] <vowed> {to return next season}.
        [The chancellor] <pledged> {an extra 2 billion pounds for schools}.
        [The airline] <agreed to> {refund every ticket}.
        [The rebels] <threatened> {to shell the port}.
        [The bank] <said> {it would repay customers by Friday}.
        "{We will appeal this verdict}," [her lawyer] <said>.
        [The company] <guaranteed> {delivery before Christmas}.
        [The prime minister] <committed to> {a vote in the autumn}.
        [The union] <said> {its members would walk out on Monday}.
        [The senator] <offered> {to testify in public}.
        "{I'll be back for the final}," [the keeper] <promised>.
        [The drugmaker's] <pledge> {to cut prices} came too late.
        [The minister] <said> {she would resign if the vote failed}.
        [The ferry line] <undertook> {to inspect all its ships}.""",
    "question": """
        [The senator] <asked whether> {the base had been warned}.
        [Fans] <wondered> {why the keeper was dropped}.
        "{Who is going to pay for all this?}" [the mayor] <said>.
        [The judge] <asked> {if the witness had been paid}.
        "{Where was the lifeguard?}" <asked> [her father].
        [Critics] <questioned> {whether the vaccine had been tested enough}.
        [The panel] <wanted to know> {how the file was lost}.
        [The lawyer] <asked how> {the bullet came to be in the car}.
        "{Do you regret it?}" [the prosecutor] <asked> him.
        [Investors] <are asking> {when the dividend will return}.
        [The committee] <inquired whether> {the pilots had slept}.
        "{What do they want us to burn, our chairs?}" [the pensioner] <said>.""",
    "express": """
        [The captain] <praised> {the young defenders}.
        [The ambassador] <expressed> {regret over the shooting}.
        [The Red Cross] <voiced> {alarm at the number of wounded}.
        [Nurses] <fear> {the ward will close}.
        [The president] <condemned> {the bombing of the market}.
        [The union] <welcomed> {the ruling}.
        [The chairman] <apologised for> {the delays}.
        "{I'm proud of every one of them}," [the coach] <said>.
        "{We are deeply saddened by this loss}," [the airline] <said>.
        [The senator] <criticised> {the budget as too timid}.
        [The bishop] <said> {the verdict was a disgrace}.
        [Traders] <hope> {the bank will cut rates}.
        [The mayor] <thanked> {the firefighters}.
        [The watchdog] <slammed> {the bank's handling of complaints}.
        [The poet] <called> {the statue "hideous"}.
        [Residents'] <concerns about> {the dam} went unheard.
        [The candidate] <said> {he was delighted with the result}.
        [The teacher] <said> {the cuts were unacceptable}.
        [The treasurer] <is worried about> {the pension fund}.""",
}
CASES = [(line.strip(), kind) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "kind"), CASES)
def test_act(sentence: str, kind: str) -> None:
    assert act(*marked(sentence)).act == kind


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("[The referee] <said> {the goal had crossed the line}.", None),
        ("[The goalkeeper] <has denied> {betting on the match}.", "denied"),
        ("[The bishop] <called for> {a ceasefire}.", "called for"),
        ("[The forecaster] <said> {drivers should avoid the pass}.", "should"),
        ("[The detective] <would not say> {whether a weapon had been found}.", "would not say"),
        ("[The ambassador] <expressed> {regret over the shooting}.", "expressed regret"),
    ],
)
def test_the_words_that_decide_are_kept(sentence: str, words: str | None) -> None:
    text, attribution = marked(sentence)
    found = act(text, attribution).words
    assert (found.of(text) if found else None) == words
