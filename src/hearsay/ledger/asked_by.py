"""Which figure a question's id was made from: ids of questions are digests, which cannot be read backwards."""

from array import array
from threading import Lock

from sqlalchemy import select

from hearsay.ledger.schema import documents, figures, readings
from hearsay.ledger.view import View
from hearsay.records.identity import make_id

KIND = "question"
_DIGITS = 16


class FigureIndex:
    """All figures by the question that each would begin; 16 bytes a figure, kept up as figures are added.

    Safe for several threads. A question whose first figure has come to answer another one is found as well.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._digests = array("Q")
        self._readings = array("Q")
        self._lock = Lock()

    def places(self, question: str) -> list[tuple[str, str]]:
        """The Figure.id from which this id was made, each time with the lineage of a report that has the figure."""
        wanted = _number(question)
        if wanted is None:
            return []
        self.catch_up()
        with self._lock:
            found = [self._readings[n] for n, digest in enumerate(self._digests) if digest == wanted]
        if not found:
            return []
        query = (
            select(figures.c.id, documents.c.lineage)
            .join(readings, readings.c.number == figures.c.reading)
            .join(documents, documents.c.number == readings.c.document)
            .where(figures.c.reading.in_(found[-10:]))
            .order_by(figures.c.reading.desc())
        )
        with self._view.asking() as connection:
            rows = connection.execute(query).all()
        return list(dict.fromkeys((row.id, row.lineage) for row in rows if make_id(KIND, row.id) == question))

    def catch_up(self) -> None:
        """Take in the figures that have been added; the first time these are all."""
        with self._lock, self._view.asking() as connection:
            last = self._readings[-1] if self._readings else 0
            query = (
                select(figures.c.reading, figures.c.id)
                .where(figures.c.reading > last, figures.c.revision == 0)
                .order_by(figures.c.reading)
            )
            for row in connection.execute(query):
                self._digests.append(_number(make_id(KIND, row.id)) or 0)
                self._readings.append(row.reading)


def _number(question: str) -> int | None:
    """The digest in an id; None for what is no id of a question."""
    kind, _, digits = question.partition("-")
    if kind != KIND or len(digits) != _DIGITS or not set(digits) <= set("0123456789abcdef"):
        return None
    return int(digits, 16)
