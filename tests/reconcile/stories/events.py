"""Reports of three events, two of them of one kind, written for the tests."""

from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind

FERRY = ["ferry-night", "ferry-owner", "ferry-divers"]
"""A ferry that sinks off Bantayo."""
OTHER_FERRY = ["lake-ferry", "lake-inquiry"]
"""Another, elsewhere and four weeks later."""
DAM = ["dam-crack", "dam-families"]
"""A dam that may break."""
ROUNDUP = "roundup"
"""Somebody else's weather."""

_REPORTS = {
    "ferry-night": (
        "Ferry sinks off Bantayo, eleven dead",
        "2025-02-03T09:00:00+08:00",
        "Teofilo Gante",
        (
            "PORT OSMENA - The passenger ferry MV Star of Bantayo capsized and sank in high waves on Monday "
            "night, killing at least eleven people, the coast guard said.\n\n"
            "The ship left Port Osmena for Bantayo with 204 passengers, according to Captain Teofilo Gante, a "
            "spokesman for the coast guard. Dozens were missing, and fishing boats searched for survivors.\n\n"
            "The owner, Kalayo Lines, said that everyone had been given a life jacket."
        ),
    ),
    "ferry-owner": (
        "Kalayo Lines suspended after Bantayo sinking",
        "2025-02-04T11:00:00+08:00",
        "Imelda Roque",
        (
            "The licence of Kalayo Lines was suspended on Tuesday, a day after its ferry, the MV Star of Bantayo,"
            " sank.\n\n"
            "Transport secretary Imelda Roque said that the ship had carried more passengers than it was licensed"
            " for. Gante, of the coast guard, put the dead at fourteen.\n\n"
            "Kalayo Lines declined to comment. Relatives waited at the pier of Port Osmena."
        ),
    ),
    "ferry-divers": (
        "Divers reach wreck of Star of Bantayo",
        "2025-02-06T08:00:00+08:00",
        "Teofilo Gante",
        (
            "Navy divers reached the wreck of the Star of Bantayo on Thursday and brought up six bodies, Captain "
            "Teofilo Gante said.\n\n"
            "The toll stood at twenty, he told reporters at Port Osmena. Secretary Roque promised an inquiry into"
            " Kalayo Lines."
        ),
    ),
    "lake-ferry": (
        "Ferry capsizes on Lake Mburo",
        "2025-03-02T07:00:00+03:00",
        "Joel Okumu",
        (
            "A passenger ferry capsized and sank in high waves on Lake Mburo on Saturday night, killing at least "
            "thirty people, police said.\n\n"
            "The MV Neema had left Kisanga with about 90 passengers, according to Inspector Joel Okumu, a "
            "spokesman for the marine police. Dozens were missing, and fishing boats searched for survivors."
        ),
    ),
    "lake-inquiry": (
        "Inquiry into Lake Mburo sinking",
        "2025-03-04T07:00:00+03:00",
        "Joel Okumu",
        (
            "The MV Neema carried twice the passengers that it was built for, Inspector Joel Okumu said on "
            "Tuesday.\n\n"
            "The ferry sank on Lake Mburo after leaving Kisanga. Its owner was arrested, and the coast guard "
            "looked for the missing."
        ),
    ),
    "dam-crack": (
        "Thousands told to leave as crack opens in Harrow dam",
        "2025-02-03T18:00:00+00:00",
        "Dilys Penhale",
        (
            "Some 3,000 people were told to leave Lower Harrow on Monday after a crack opened in the wall of the "
            "Harrow reservoir.\n\n"
            "Dilys Penhale, of Northmoor Water, said that the dam could fail if the rain went on. The fire "
            "service pumped water out of the reservoir."
        ),
    ),
    "dam-families": (
        "Harrow families spend second night in school",
        "2025-02-05T08:00:00+00:00",
        "Dilys Penhale",
        (
            "Families from Lower Harrow spent a second night in a school on Tuesday while engineers of Northmoor "
            "Water worked on the dam.\n\n"
            "Penhale said that the level of the Harrow reservoir had fallen by two metres. She would not say when"
            " people could go home."
        ),
    ),
    "roundup": (
        "Weather roundup",
        "2025-02-05T08:00:00+00:00",
        "Anselm Tropp",
        (
            "Snow closed the road over the Tauern on Wednesday, and Anselm Tropp of the motoring club told "
            "drivers to stay at home."
        ),
    ),
}


def entries(name: str) -> Ledger:
    """A report as it would be read, as far as grouping looks."""
    title, published, speaker, text = _REPORTS[name]
    source = Source(f"{name}-1", speaker, SourceKind.PERSON, anonymous=False)
    return Ledger((Document(name, text, title=title, published=published),), (source,))
