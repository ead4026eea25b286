"""Made-up reports of one wire and what becomes of them."""

import random
from dataclasses import replace

from hearsay.reconcile.copies.index import Memory
from hearsay.reconcile.copies.place import Placer
from hearsay.records.copying import Copy
from hearsay.records.document import Document


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text whose lines are broken anywhere."""
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


PARAGRAPHS = paragraphs("""
VALMORRA, June 3 (NSW) - A cable car carrying skiers down from the Monte Serro plateau stalled above
a ravine on Wednesday, leaving 43 people hanging in the wind for almost nine hours before mountain
crews brought them down.

Eleven passengers were treated for exposure and two for broken ribs, the provincial rescue service
said, after the last cabin had been emptied by rope shortly before dawn.

The operator, Funivie Serro, said that a bearing in the drive wheel had seized and that the
emergency motor had failed to engage within the four minutes that its licence allows.

"We followed every page of the manual, and the manual was not enough," the company's director,
Ilaria Bonfanti, told reporters at the valley station.

Inspectors from the transport ministry sealed the control room in the afternoon and took away the
maintenance log, which a union of lift workers says had not been signed since March.

The line opened in 1968 and was rebuilt in 1994, when its cabins were replaced by larger ones that
hold eight people each instead of four.

A similar halt in 2017 ended without injuries, but led the province to demand a second generator,
which was delivered late and, according to the inspectors, never connected.

Shopkeepers on the plateau, where some 600 guests spent the night on gymnasium floors, said that the
season was as good as over unless the line could run again by the weekend.

The ministry expects a first report within ten days. Until then all lifts of the same make, 31 in
the region, have to be run at half their speed.
""")
LOCAL = paragraphs("""
For the families of Castel Brenta, who had waited in the church hall since Wednesday evening, the
telephone rang at a quarter to six. Father Tullio said he had never heard such a silence break.

The school is to stay closed until Friday so that its buses can be used for the guests who are still
up there.
""")
OTHER = paragraphs("""
Nobody had told the waiters of the Rifugio Alto to stay, and all nine of them did.

They cooked for 200, handed out tablecloths as blankets and, towards three in the morning, sang.

Down in the valley the mayor kept the bars open and had tea carried to the foot of the pylons, where
relatives stood looking up at lamps that did not move.

What they want to know now is why a line that stopped once before was allowed to stop again.
""")
(SPEECH,) = paragraphs("""
"I have asked the prosecutor to look at every bolt, every signature and every euro that was saved on
this line, because people who buy a ticket to the top of a mountain are entitled to come down from
it again, and because those who run it have been warned more than once by men and women who work
there and whom nobody wished to hear. I shall not be satisfied with a report that blames the
weather," said the provincial president, Otto Ferrandi.
""")
(NOTICE,) = paragraphs("""
Subscribers who share their tickets help us to keep this newsroom independent; letters to the editor
are read on weekdays between nine and noon, and may be shortened before they are printed in any of
our editions.
""")
WIRE = Document(
    "wire",
    "\n\n".join(PARAGRAPHS),
    publisher="North South Wire",
    byline="Ada Lisi",
    published="2026-06-03T09:00:00+02:00",
)


def report(id: str, *paragraphs: str, **about: str | None) -> Document:
    """A report of another publisher, a day later unless told otherwise."""
    given: dict[str, str | None] = {"publisher": f"The {id} Gazette", "published": "2026-06-04T07:00:00+02:00"}
    return replace(Document(id, "\n\n".join(paragraphs)), **(given | about))  # type: ignore[arg-type]  # all are texts


def edited(paragraph: str, *, share: float, seed: int = 0) -> str:
    """The paragraph with this share of its words replaced."""
    dice = random.Random(seed)
    words = paragraph.split()
    for place in dice.sample(range(len(words)), round(share * len(words))):
        words[place] = f"other{seed}x{place}"
    return " ".join(words)


def placed(*documents: Document) -> dict[str, tuple[Copy, ...]]:
    """What is decided on these documents, which come in this order, by id."""
    index, placer = Memory(), Placer()
    for document in documents:
        placer.place(index.add(document), index)
    return {index.known[number].document.id: copies for number, copies in index.decided.items() if copies}
