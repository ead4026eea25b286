"""The sources of one document: those whom its attributions credit, and those whom only its figures do."""

from bisect import insort

from hearsay.records.document import Document
from hearsay.records.identity import make_id
from hearsay.records.reading import Reading
from hearsay.records.resolution import Resolution
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.resolve.coreference import Coreference
from hearsay.resolve.profile import Entity, Profiles
from hearsay.resolve.side import Sides


class Resolver:
    """Knows who is who in one document, first from its reading, then from each further mention that it is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._coreference = Coreference(document)
        self._outlets: frozenset[str] = frozenset()
        self._made: dict[str, Source] = {}
        """By id, in the order in which they came up; those mentioned since they were made are left out."""

    def run(self, reading: Reading) -> Resolution:
        """Tell who is behind each attribution of ``reading``; to be called once, before any ``credit``."""
        who = self._coreference
        credited: list[Entity | None] = []
        through: list[tuple[Entity, ...]] = []
        confidences: list[float] = []
        for attribution in reading.attributions:
            entity = who.source_of(attribution, before=credited, reading=reading)
            if entity is not None:
                who.recent.append((attribution.cue[0].start, entity))
            credited.append(entity)
            confidences.append(0.0 if entity is None else who.sure)
            told = [who.entity(who.outlet(span)) for span in attribution.through]
            via = tuple(v for v in told if v is not None and not who.is_publisher(v))
            through.append(via or who.carried(credited, through=through, reading=reading))
        self._outlets = frozenset(
            e.name.lower() for group in through for e in group if e.named and who.names.kind(e.name) is None
        )
        return Resolution(
            sources=self.sources,
            credited=tuple(None if e is None else self._id(e) for e in credited),
            through=tuple(tuple(map(self._id, group)) for group in through),
            confidences=tuple(confidences),
        )

    def credit(self, span: Span) -> str | None:
        """The Source.id of whom the words at ``span`` name; None where they name nobody who could tell anything.

        Who is not known yet becomes a source too, and a source that is known has these words as an alias.
        """
        entity = self._coreference.entity(span)
        if entity is None or (entity.kind is None and not entity.named):
            return None
        insort(self._coreference.recent, (span.start, entity), key=lambda told: told[0])
        id = self._id(entity)
        self._made.pop(id, None)
        return id

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source known so far, in the order in which they came up."""
        who = self._coreference
        sides = Sides(self._document.text, who.names, who.setting, who.called)
        profiles = Profiles(self._document.text, who.names, sides, self._outlets)
        known = {self._id(entity): entity for entity in who.entities.values()}
        self._made = {id: self._made.get(id) or profiles.source(id, entity) for id, entity in known.items()}
        return tuple(self._made.values())

    def _id(self, entity: Entity) -> str:
        return make_id("source", self._document.id, entity.name)
