"""How sure a source is: sentences from courts, sport, markets, health, science, weather, elections, war."""

import pytest

from hearsay.claim.act import act
from hearsay.claim.certainty import certainty
from tests.claim.marked import marked

SENTENCES = {
    "certain": """
        [The referee] <said> {the goal had crossed the line}.
        [The airline] <announced> {it was cancelling all flights to Oslo}.
        [The auditor] <found> {the council had paid the same bill twice}.
        "{There is no doubt the ball was out}," [the umpire] <said>.
        [The forecaster] <said> {the storm will definitely reach the coast}.
        [The goalkeeper] <denied> {betting on the match}.
        [The prosecutor] <insisted> {the fingerprints were those of the accused}.
        [The lab] <confirmed> {the water was safe}.
        [The bank] <said> {closing the branches would save 4 million pounds a year}.
        [The ministry] <reported> {a deficit of 2.3 percent}.
        "{They were dead before we got there}," [the medic] <said>.
        [The senator] <accused> {the agency of hiding the memo}.
        [The surgeon] <stressed> {that the patient was out of danger}.
        [The envoy] <said> {talks would resume in Doha}.
        [The historian] <argued> {the treaty was a fake}.
        [The club] <ruled out> {a sale of its captain}.""",
    "probable": """
        [The forecaster] <said> {the storm was likely to reach the coast}.
        [Analysts] <expect> {the bank to cut rates}.
        [The detective] <believes> {the fire was set}.
        [The striker] <said> {he thought the penalty was soft}.
        [The study] <suggests> {the drug slows the disease}.
        [The coroner] <said> {the man had probably drowned}.
        [The bank] <estimates> {losses of 40 million dollars}.
        [The minister] <said> {the bill was expected to pass}.
        [The virus] <appears> {to have come from a farm}.
        "{I think we deserved a draw}," [the manager] <said>.
        [The lab] <said> {the bones appear to be those of a child}.
        [The pollster] <predicted> {a narrow win for the mayor}.
        [Officials] <said> {the pilot is believed to have ejected}.
        [Engineers] <said> {it was unlikely the bridge would reopen this year}.
        [The witness] <said> {it seemed that the driver had been asleep}.
        [The coach] <said> {she should be fit for the final}.
        [The insurer] <indicated> {that premiums would rise}.
        [Prosecutors] <suspect> {the books were burned}.""",
    "possible": """
        [The surgeon] <said> {he might never walk again}.
        [The club] <said> {the match could be called off}.
        [Doctors] <warned that> {the strain may spread through the wards}.
        [The ministry] <said> {it was possible that the ship had been hit by a drone}.
        [The volcanologist] <said> {the mountain could possibly erupt within days}.
        [Rescuers] <would not rule out> {more bodies being found}.
        "{Maybe the wind took it}," [the golfer] <said>.
        [The bank] <said> {rates may have to rise}.
        [Police] <said> {arson could not be ruled out}.
        [The court] <said> {perhaps the jury had been misled}.
        [Analysts] <said> {a merger was conceivable}.
        [The pilot] <said> {the engine might have swallowed a bird}.
        [The senator] <said> {there was a risk that the levee would break}.
        [The institute] <said> {the virus potentially infects cats}.
        [The army] <is not ruling out> {a ground attack}.
        [The union] <said> {there is a chance the strike will be put off}.""",
    "unstated": """
        [The mayor] <promised> {to rebuild the bridge within a year}.
        [The surgeon] <urged> {parents to vaccinate their children}.
        [The bank] <declined> {to comment}.
        [The senator] <asked whether> {the base had been warned}.
        [The captain] <praised> {the young defenders}.
        [Nurses] <fear> {the ward could close}.
        [The detective] <would not say> {whether a weapon might have been found}.
        "{We will appeal this verdict}," [her lawyer] <said>.
        [The forecaster] <said> {drivers should avoid the pass until Sunday}.
        "{Who is going to pay for all this?}" [the mayor] <said>.
        [The union] <welcomed> {the ruling}.
        [The rebels] <threatened> {to shell the port}.
        [The opposition] <demanded> {the minister's resignation}.
        "{I'm proud of every one of them}," [the coach] <said>.
        [The club] <refused to disclose> {the fee}.""",
}
SCOPE = {
    "certain": """
        [The diver] <said> {he could not see the wreck}.
        [Neighbours] <said> {they could hear shouting through the wall}.
        [The ministry] <said> {the road was closed so that lorries could turn}.
        [The court] <said> {a man who might have been the driver was in custody}.
        [The club] <said> {it would leave the league if fees could not be cut}.
        [The treasurer] <said> {the vote was held in May}.
        [The firm] <said> {crews were working as fast as possible}.
        [The governor] <said> {there was no chance of a pardon}.
        [The captain] <said> {nothing could have saved the ship}.
        [The lawyer] <said> {the judge had ignored evidence that could clear his client}.
        [The minister] <said> {prices rose more than expected}.
        [The editor] <said> {the magazine sent its probable line-up to nobody}.
        [The farmer] <said> {the fence fell because cows could lean on it}.
        [The police chief] <said> {those who thought the gang was gone were wrong}.
        [The driver] <said> {he did what he could}.
        [The nurse] <said> {the man would have died if help had come later}.
        [The bank] <denied> {that it might be sold}.""",
    "probable": """
        [The lab] <said> {the powder is not believed to be poisonous}.
        [The scout] <does not think> {the keeper will stay}.
        [The mayor] <said> {he doubted the stadium would be ready}.
        <Based on> [satellite pictures], {the column is likely to cross the river at night}.
        [The agency] <said> {reports suggest the village has fallen}.
        [The producer] <said> {the film would almost certainly open in May}.
        [The geologist] <said> {the slope is not likely to hold}.
        [The spokesman] <said> {the victims, who could not be named, were probably tourists}.
        [The general] <said> {we do not expect the enemy to attack}.
        [The broker] <said> {shares will in all likelihood fall again}.""",
    "possible": """
        [The lab] <said> {the powder may not be poisonous}.
        [The banker] <said> {it is likely that rates rise, and they could double}.
        [The scout] <thinks> {the keeper might leave}.
        [The vet] <said> {if the fever spreads, the herd could be culled}.
        [Police] <cannot rule out> {a link between the two fires}.
        [The agency] <suggested> {the pilot may have been asleep}.
        [The trader] <said> {it wasn't impossible that the peso would be devalued}.""",
}


def cases(sentences: dict[str, str]) -> list[tuple[str, str]]:
    return [(line.strip(), kind) for kind, lines in sentences.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("sentence", "kind"), cases(SENTENCES))
def test_certainty(sentence: str, kind: str) -> None:
    text, attribution = marked(sentence)
    assert certainty(text, attribution, act=act(text, attribution).act).certainty == kind


@pytest.mark.parametrize(("sentence", "kind"), cases(SCOPE))
def test_negation_and_scope(sentence: str, kind: str) -> None:
    text, attribution = marked(sentence)
    assert certainty(text, attribution, act=act(text, attribution).act).certainty == kind


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("[The referee] <said> {the goal had crossed the line}.", []),
        ("[The surgeon] <said> {he might never walk again}.", ["might"]),
        ("[Analysts] <expect> {the bank to cut rates}.", ["expect"]),
        ("[The scout] <thinks> {the keeper might leave}.", ["thinks", "might"]),
        ("[The mayor] <promised> {to rebuild the bridge}.", []),
        ("[Police] <said> {arson could not be ruled out}.", ["could not be ruled out"]),
    ],
)
def test_the_words_that_decide_are_kept(sentence: str, words: list[str]) -> None:
    text, attribution = marked(sentence)
    found = certainty(text, attribution, act=act(text, attribution).act)
    assert [s.of(text) for s in found.words] == words
