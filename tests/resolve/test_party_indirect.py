"""For whom a source speaks where its body is only described, or named elsewhere in the report."""

import pytest

from tests.resolve.credited import source

OFFICES = [
    (
        "Fire swept the Maule region of Chile on Sunday. Governor Elisa Toro said 40 homes burned.",
        "Governor Elisa Toro",
        "Maule",
    ),
    (
        "Rains hit the Oromia region in Ethiopia. The region's governor, Tolosa Bekele, said roads were cut.",
        "The region's governor, Tolosa Bekele",
        "Oromia",
    ),
    (
        "A ferry sank off Mindoro province. Governor Leah Abad said 12 were missing. She said the search went on.",
        "She",
        "Mindoro",
    ),
    ("Vera Lund, who governs the Skåne region, said buses would run.", "Vera Lund", "Skåne"),
    ("Floods hit the town of Ocotlan. Mayor Rita Solis said the bridge was gone.", "Mayor Rita Solis", "Ocotlan"),
    (
        "Kerala's government will appeal. The chief minister's office said a date was not set.",
        "The chief minister's office",
        "Kerala",
    ),
    (
        "The Maule region of Chile burned. The governor's office said 40 homes were lost.",
        "The governor's office",
        "Maule",
    ),
    (
        "A spokeswoman for the president said in Nairobi that Kenya would pay.",
        "A spokeswoman for the president",
        "Kenya",
    ),
    ("Kenya will pay, said an aide to the prime minister in Nairobi.", "an aide to the prime minister", "Kenya"),
    (
        "Police in Odense are looking. A police sergeant at the scene said nobody was hurt.",
        "A police sergeant at the scene",
        "Odense police",
    ),
    (
        "The national police of Bolivia sealed the road. A police captain at the gate said so.",
        "A police captain at the gate",
        "Bolivia",
    ),
    (
        "Dockers struck in Denmark. National mediator Jens Toft said talks would go on.",
        "National mediator Jens Toft",
        "Denmark",
    ),
    (
        "Talks in Finland broke down. Mediator Aino Rask, who was named by the labour ministry, said so.",
        "Mediator Aino Rask",
        "Finland",
    ),
    ("Prime Minister Oto Kallas of Estonia will go, his office said.", "his office", "Estonia"),
    ("Defence Minister Ana Prek of Slovenia flew out. Her office said she would return.", "Her office", "Slovenia"),
    ("Senator Bill Orr will not run, his office said.", "his office", None),
]
"""Offices whose region, town or country stands elsewhere."""

OF_A_BODY = [
    (
        "Northvale Trust runs six schools. Personnel director Bo Hale said 20 posts would go.",
        "Personnel director Bo Hale",
        "Northvale Trust",
    ),
    (
        "The trust, Northvale Learning, will close a school. Finance director Amy Pell said costs had doubled.",
        "Finance director Amy Pell",
        "Northvale Learning",
    ),
    (
        "Miners at Copperhill walked out, the union Sindimin said. Union leader Raul Paz said 900 took part.",
        "Union leader Raul Paz",
        "Sindimin",
    ),
    (
        "Bus drivers belong to the Transport Guild. The union's chief, Ines Roa, said pay was poor.",
        "The union's chief, Ines Roa",
        "Transport Guild",
    ),
    (
        "Vattra closed its pipeline. Its chief engineer, Omar Haik, said a weld had failed.",
        "Its chief engineer, Omar Haik",
        "Vattra",
    ),
    ("Lise Dorn, chief geologist of the operator, Kobalt Nord, said the shaft held.", "Lise Dorn", "Kobalt Nord"),
    (
        "Water rose behind the Tamsin dam. Lise Dorn, safety head of the operator, Rivona, said the wall held.",
        "Lise Dorn",
        "Rivona",
    ),
    ("Paul Reyes, who negotiated for Delmar Lines, said it was over.", "Paul Reyes", "Delmar Lines"),
    ("Maja Holt, a teacher who heads the list Open Town, said so.", "Maja Holt", "Open Town"),
    (
        "An economist advising the Civic Union said taxes would rise.",
        "An economist advising the Civic Union",
        "Civic Union",
    ),
    ("A lawyer for Petromar said no date was set.", "A lawyer for Petromar", "Petromar"),
    (
        "A consultant working for Bright Harbour said the piles were short.",
        "A consultant working for Bright Harbour",
        "Bright Harbour",
    ),
    ("The chairman of the Kilby Rail board, Ned Poe, said so.", "Ned Poe", "Kilby Rail"),
    (
        "The opposition party Nova Via was angry. Its leader, deputy Ema Lis, said the bill was dead.",
        "Its leader, deputy Ema Lis",
        "Nova Via",
    ),
    ("A receptionist at Kilby Rail said nobody was in.", "A receptionist at Kilby Rail", "Kilby Rail"),
]
"""People of a body that is described or named elsewhere."""

DESCRIBED = [
    (
        "Northvale Trust runs six schools near Leeds. The trust said a school would close.",
        "The trust",
        "Northvale Trust",
    ),
    (
        "Smoke rose from the Kestrel Point refinery. The operator, Petromar, shut it. The company said so.",
        "The company",
        "Petromar",
    ),
    (
        "The Tamsin dam leaked. Rivona, which runs it, opened the gates. The operator said the wall held.",
        "The operator",
        "Rivona",
    ),
    (
        "The Lindqvist Institute tested the water. The institute said it was clean.",
        "The institute",
        "Lindqvist Institute",
    ),
    (
        "Two boats of the Solvig Line hit a pier. The line's owner, Solvig Group, said so. The group said more.",
        "The group",
        "Solvig Group",
    ),
    (
        "Members of the Harbour Workers' Union walked out. The union said 300 had joined.",
        "The union",
        "Harbour Workers' Union",
    ),
    (
        "Egil Fors leads Sjukvard Nu. The party said it would vote no. Sjukvard Nu, a small party, has four seats.",
        "The party",
        "Sjukvard Nu",
    ),
    (
        "A fire broke out at Queen Maud Hospital. The hospital said wards were safe.",
        "The hospital",
        "Queen Maud Hospital",
    ),
]
"""Descriptions of a named body."""

THEMSELVES = [
    ("Helse Midtby said it would appeal.", "Helse Midtby", "Helse Midtby"),
    ("The Kenya Red Cross said 200 had fled. The Red Cross said more would.", "The Red Cross", "Kenya Red Cross"),
    ("The Bangladesh Red Crescent said 200 had fled.", "The Bangladesh Red Crescent", "Bangladesh Red Crescent"),
    (
        "The Norwegian Nurses Organisation said so.",
        "The Norwegian Nurses Organisation",
        "Norwegian Nurses Organisation",
    ),
    ("The Swedish Football Association said so.", "The Swedish Football Association", "Swedish Football Association"),
    ("The Danish Chamber of Commerce said so.", "The Danish Chamber of Commerce", "Danish Chamber of Commerce"),
    (
        "Fishermen's league asks for aid, it said. Fishermen's League said so.",
        "Fishermen's League",
        "Fishermen's League",
    ),
    ("Korean Air said so.", "Korean Air", "Korean Air"),
    ("The University of Chile said so.", "The University of Chile", "University of Chile"),
    ("Karolin Hospital said so.", "Karolin Hospital", "Karolin Hospital"),
]
"""Bodies that speak for themselves, nations in their names included."""

NATIONAL = [
    ("The Swedish Board of Agriculture said so.", "The Swedish Board of Agriculture", "Sweden"),
    (
        "The Volcanological Observatory of Costa Rica said so.",
        "The Volcanological Observatory of Costa Rica",
        "Costa Rica",
    ),
    (
        "A geologist at the Geological Survey of Finland said so.",
        "A geologist at the Geological Survey of Finland",
        "Finland",
    ),
    ("The Icelandic Meteorological Office said so.", "The Icelandic Meteorological Office", "Iceland"),
    ("The Danish Patient Safety Authority said so.", "The Danish Patient Safety Authority", "Denmark"),
    ("The Norwegian Labour Inspection Authority said so.", "The Norwegian Labour Inspection Authority", "Norway"),
    ("The Dutch Safety Board said so.", "The Dutch Safety Board", "Netherlands"),
    ("Statistics Norway said so.", "Statistics Norway", "Norway"),
    ("The Philippine Institute of Volcanology said so.", "The Philippine Institute of Volcanology", "Philippines"),
    (
        "The National Statistics Bureau said prices fell in Kenya, where Kenyan inflation is low.",
        "The National Statistics Bureau",
        "Kenya",
    ),
    (
        "The quake shook Quito and much of Ecuador. The civil protection agency Segur said 12 died.",
        "The civil protection agency Segur",
        "Ecuador",
    ),
    ("Kolmet, the national weather service, forecast snow in Poland. Kolmet said so.", "Kolmet", "Poland"),
    (
        "Rain fell on Ecuador. The national meteorological institute, Inamet, said more would come.",
        "The national meteorological institute, Inamet",
        "Ecuador",
    ),
    ("The Kenya Red Cross came to Kenya's coast. The army said 300 troops helped.", "The army", "Kenya"),
    ("The coast guard said the boat sank off Portugal.", "The coast guard", "Portugal"),
    (
        "A seismologist at the state observatory said Chile had been lucky.",
        "A seismologist at the state observatory",
        "Chile",
    ),
]
"""Public bodies of a nation."""

PAPERS = [
    (
        "Petromar shut its refinery on Monday. The company's website said it would open in May.",
        "The company's website",
        "Petromar",
    ),
    (
        "Figures from the Transport Guild showed that 200 had left.",
        "Figures from the Transport Guild",
        "Transport Guild",
    ),
    ("An internal Petromar memo warned of rust.", "An internal Petromar memo", "Petromar"),
    (
        "Northvale Trust runs six schools. A letter from the trust said one would close.",
        "A letter from the trust",
        "Northvale Trust",
    ),
    ("Northvale Trust wrote to parents. A letter said one school would close.", "A letter", None),
    ("Two midwives said they were tired. Nordland Hospital was full.", "Two midwives", None),
    ("Farmers said it was late. Nordland Hospital was full.", "Farmers", None),
    ("Economists at Nordsee Bank said rates would fall.", "Economists at Nordsee Bank", "Nordsee Bank"),
    ("Organisers of the march in Quito said 3,000 came.", "Organisers of the march in Quito", None),
    ("The organisers said 3,000 came to the march by the Transport Guild.", "The organisers", None),
    ("A letter of the labour ministry of Ghana said so.", "A letter of the labour ministry of Ghana", "Ghana"),
]
"""Documents by who issued them, and groups that speak for nobody."""

APPOSITION = [
    ("Lararfacket, the union, said so.", "Lararfacket", "Lararfacket"),
    ("The pilots' union, Cockpit Nord, said so.", "The pilots' union, Cockpit Nord", "Cockpit Nord"),
    ("The nurses' union, Sykepleien, called a strike. The union said 400 were out.", "The union", "Sykepleien"),
    ("The chipmaker Siltron said so.", "The chipmaker Siltron", "Siltron"),
    ("Ny Vei, a small party on the left, said no. The party said so twice.", "The party", "Ny Vei"),
    ("Dagfrid Moen of Lararfacket, the teachers' union, said so.", "Dagfrid Moen", "Lararfacket"),
]
"""Bodies introduced by apposition."""

SECOND = [
    (
        "The port of Durres shut. The dockers' union, Bashkimi, said 700 were out. Union chief Arben Hoxha said so.",
        "Union chief Arben Hoxha",
        "Bashkimi",
    ),
    (
        "The clinic operator Medivia will close two wards. Its medical director, Eva Klim, said staff were short.",
        "Eva Klim",
        "Medivia",
    ),
    (
        "Gunmen raided the Tillabéri region of Niger. Governor Ibra Maïga said nine died.",
        "Governor Ibra Maïga",
        "Tillabéri",
    ),
    (
        "A landslide blocked the road to La Paz in Bolivia. The army said 60 soldiers were digging.",
        "The army",
        "Bolivia",
    ),
    ("The Hungarian Red Cross sent blankets to Pécs. The police said the road was shut.", "The police", "Hungary"),
    (
        "The Austrian Institute of Economic Research said growth would slow.",
        "The Austrian Institute of Economic Research",
        "Austria",
    ),
    (
        "The American Petroleum Institute said stocks fell.",
        "The American Petroleum Institute",
        "American Petroleum Institute",
    ),
    ("The Danish Refugee Council said 4,000 had fled.", "The Danish Refugee Council", "Danish Refugee Council"),
    ("Dion Falk, who chairs the tenants' group Roof First, said rents were too high.", "Dion Falk", "Roof First"),
    ("Finance Minister Ilze Kalna of Latvia will speak, her office said.", "her office", "Latvia"),
    (
        "Rail Baltika Nord cut 40 trains. Finance director Jon Eide said demand had fallen.",
        "Finance director Jon Eide",
        "Rail Baltika Nord",
    ),
    ("The broadcaster Kanal Fem said so.", "The broadcaster Kanal Fem", None),
    ("Sixty nurses walked out in Tampere. Nurses said they were tired.", "Nurses", None),
    (
        "The grid operator, Energinord, cut power to Lyon. A spokesman for the operator said it would be back by noon.",
        "A spokesman for the operator",
        "Energinord",
    ),
    ("Norsk Folkehjelp said it had cleared 40 mines.", "Norsk Folkehjelp", "Norsk Folkehjelp"),
    (
        "The flood reached Kratie in Cambodia. Prek Toal, the national disaster agency, said two died.",
        "Prek Toal",
        "Cambodia",
    ),
    (
        "A ferry of Blue Fjord Lines ran aground. The company's lawyers said no date was set.",
        "The company's lawyers",
        "Blue Fjord Lines",
    ),
    ("Water covered the Red River delta in Vietnam. The company said nothing had leaked.", "The company", None),
    (
        "A spokeswoman for the finance minister said in Lisbon that Portugal would pay.",
        "A spokeswoman for the finance minister",
        "Portugal",
    ),
    ("Hanne Lie, a midwife at Nordland Hospital, said she was tired.", "Hanne Lie", None),
    (
        "Teachers' union members marched in Accra. The teachers' union said 900 came.",
        "The teachers' union",
        "teachers' union",
    ),
    (
        "The Geological and Nuclear Institute of New Zealand said so.",
        "The Geological and Nuclear Institute of New Zealand",
        "New Zealand",
    ),
    (
        "Deputy Governor Sami Bakr said water was back. The Sohag province of Egypt had none for a week.",
        "Deputy Governor Sami Bakr",
        "Sohag",
    ),
    (
        "The national price regulator, Prisvakt, sits in Sweden. The regulator said prices rose.",
        "The regulator",
        "Sweden",
    ),
]
"""Written once the rules for those above were settled."""


@pytest.mark.parametrize(
    ("text", "credit", "party"),
    [*OFFICES, *OF_A_BODY, *DESCRIBED, *THEMSELVES, *NATIONAL, *PAPERS, *APPOSITION, *SECOND],
)
def test_for_whom_a_source_speaks_indirectly(text: str, credit: str, party: str | None) -> None:
    assert source(text, credit).party == party
