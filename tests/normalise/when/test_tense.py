"""Past or future by the words around: sentences of our own, published on Wednesday 20 March 2024."""

import pytest

from hearsay.normalise.when.find import find_times

PUBLISHED = "2024-03-20"

CASES = [
    ("The jury convicted her on Friday.", "2024-03-15"),
    ("The jury will hear closing arguments on Friday.", "2024-03-22"),
    ("The minister said on Monday that taxes would fall.", "2024-03-18"),
    ("The union agreed to meet mediators on Monday.", "2024-03-25"),
    ("Nurses are due to walk out on Thursday.", "2024-03-21"),
    ("The rocket is scheduled to lift off on Saturday.", "2024-03-23"),
    ("The keeper was taken to hospital on Saturday.", "2024-03-16"),
    ("Tuesday's ruling surprised investors.", "2024-03-19"),
    ("Thousands are expected at Sunday's rally.", "2024-03-24"),
    ("Police stepped up patrols ahead of Sunday's election.", "2024-03-24"),
    ("The mayor could not be reached for comment on Monday.", "2024-03-18"),
    ("The board opens its annual meeting on Monday.", "2024-03-25"),
    ("The senator has until Friday to reply.", "2024-03-22"),
    ("He declined to testify on Thursday.", "2024-03-14"),
    ("The crew was forced to turn back on Sunday.", "2024-03-17"),
    ("Aid convoys could cross the border as early as Sunday.", "2024-03-24"),
    ("By Friday, 40 homes had been destroyed.", "2024-03-15"),
    ("The suspect must be freed by Friday.", "2024-03-22"),
    ("On Tuesday, the company reported a loss.", "2024-03-19"),
    ("On Tuesday, the company will report a loss.", "2024-03-26"),
    ("The outbreak began on Feb. 25.", "2024-02-25"),
    ("The trial is set for April 8.", "2024-04-08"),
    ("The dividend will be paid on Jan. 15.", "2025-01-15"),
    ("The ferry sank on Jan. 15.", "2024-01-15"),
    ("The champion may have broken a rib on Saturday.", "2024-03-16"),
    ("Doctors predicted Monday that the curve would flatten.", "2024-03-18"),
    ("Analysts expect a rate cut on Thursday.", "2024-03-21"),
    ("The army vowed to retake the town by Saturday.", "2024-03-23"),
    ("The airline cancelled 300 flights on Monday.", "2024-03-18"),
    ("The pope travels to Lisbon on Monday.", "2024-03-25"),
    ("The strike, announced on Saturday, will go ahead.", "2024-03-16"),
    ("Since Monday the airport has been shut.", "2024-03-18"),
    ("Rescuers who arrived on Sunday found no survivors.", "2024-03-17"),
    ("The House voted to approve the bill on Thursday.", "2024-03-14"),
    ("A hearing was set for Friday.", "2024-03-22"),
    ("The governor won't sign the bill until Monday.", "2024-03-25"),
    ("Wildfires killed nine people in February.", "2024-02"),
    ("The festival will return in August.", "2024-08"),
]


CASES += [
    ("Negotiators reached a deal Saturday after all-night talks.", "2024-03-16"),
    ("A jury is to be chosen on Monday.", "2024-03-25"),
    ("Rain is likely on Friday.", "2024-03-22"),
    ("The storm made landfall near Tampa on Friday.", "2024-03-15"),
    ("The bank said it would cut 900 jobs by June.", "2024-06"),
    ("The team had flown home on Sunday.", "2024-03-17"),
    ("The tribunal found on Thursday that he was dismissed unfairly.", "2024-03-14"),
    ("A vote is planned for Tuesday.", "2024-03-26"),
    ("He goes on trial on April 15.", "2024-04-15"),
    ("The striker, who turned 30 on Saturday, is out for a month.", "2024-03-16"),
    ("Schools are to reopen in September.", "2024-09"),
    ("She was elected in September.", "2023-09"),
    ("The merger, expected in October, faces scrutiny.", "2024-10"),
    ("The quarantine, imposed in October, was lifted.", "2023-10"),
    ("The court ordered the firm to pay the fine by Friday.", "2024-03-22"),
    ("The shares fell 3% Tuesday.", "2024-03-19"),
    ("The report comes days before Sunday's runoff.", "2024-03-24"),
    ("Dozens have been killed since Thursday.", "2024-03-14"),
    ("Ahead of the trial's start on Monday, lawyers filed motions.", "2024-03-25"),
]


@pytest.mark.parametrize(("sentence", "value"), CASES)
def test_the_words_around_decide_the_side(sentence: str, value: str) -> None:
    assert [w.value for w in find_times(sentence, PUBLISHED)] == [value]
