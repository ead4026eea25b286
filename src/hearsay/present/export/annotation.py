"""W3C Web Annotations: each statement an annotation of its words, in JSON-LD.

After the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): one AnnotationCollection with one
AnnotationPage. Each piece of a statement is a target of its own, found by its place, in code points of the text that
was read and half open, as the model has it, and by its words with what stands around them. Ids are UUIDs made from
content (RFC 9562, version 5), so that a statement has the same one in every file.
"""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from hearsay.present.words import UNTOLD
from hearsay.records.document import Document
from hearsay.records.identity import make_id
from hearsay.records.ledger import Ledger
from hearsay.records.plain import json_line
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Statement

AROUND = 32
"""Characters before and after the words that a quote is told with."""

VOCABULARY = f"{uuid.uuid5(uuid.NAMESPACE_OID, 'hearsay vocabulary 1').urn}#"
"""What the terms of our own stand in. It names no address: it must mean the same however long the project lives."""

CONTEXT = (
    "http://www.w3.org/ns/anno.jsonld",
    {
        "hearsay": VOCABULARY,
        "hearsay:via": {"@id": f"{VOCABULARY}via", "@container": "@list"},
    },
)

_SPACE = uuid.uuid5(uuid.NAMESPACE_OID, "hearsay annotation 1")
_IRI = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff]+", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_TYPES = {
    SourceKind.PERSON: "Person",
    SourceKind.ORGANIZATION: "Organization",
    SourceKind.GROUP: "hearsay:Group",
    SourceKind.DOCUMENT: "hearsay:Document",
}

Node = dict[str, object]


def write_annotation(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write the statements of ``ledgers`` to ``stream`` as they come, an annotation a line.

    Raises ValueError for a span that runs past its document's text.
    """
    digest = hashlib.sha256()
    count = 0
    stream.write(f'{{"@context": {json.dumps(CONTEXT)},\n"type": "AnnotationCollection",\n')
    stream.write('"first": {"type": "AnnotationPage", "startIndex": 0, "items": [')
    for ledger in ledgers:
        for annotation in _annotations(ledger):
            line = json_line(annotation)
            digest.update(line.encode())
            stream.write(",\n" if count else "\n")
            stream.write(line)
            count += 1
    # What names the whole is made from all that is in it, and so stands last.
    whole, page = _urn("collection", digest.hexdigest()), _urn("page", digest.hexdigest())
    stream.write(f'\n], "id": "{page}", "partOf": "{whole}"}},\n')
    stream.write(f'"last": "{page}", "total": {count}, "id": "{whole}"}}\n')


def _annotations(ledger: Ledger) -> Iterator[Node]:
    documents = {document.id: document for document in ledger.documents}
    sources = {source.id: source for source in ledger.sources}
    for statement in ledger.statements:
        document = documents[statement.document]
        yield {
            "id": _urn("annotation", document.id, statement.id),
            "type": "Annotation",
            "motivation": "describing",
            "body": [
                _stated(statement, document, sources=sources),
                _told(statement, document, sources=sources),
            ],
            "target": _targets(statement, document),
        }


def _stated(statement: Statement, document: Document, *, sources: Mapping[str, Source]) -> Node:
    """The statement itself."""
    source = None if statement.source is None else sources[statement.source]
    return _known(
        {
            "id": _urn("statement", document.id, statement.id),
            "type": "hearsay:Statement",
            "hearsay:id": statement.id,
            "hearsay:document": document.id,
            "hearsay:published": document.published,
            "hearsay:source": _credited(source, document) if source else None,
            "hearsay:via": [_credited(sources[id], document) for id in statement.via],
            "hearsay:mode": statement.mode,
            "hearsay:act": statement.act,
            "hearsay:certainty": statement.certainty,
            "hearsay:said_on": statement.said_on,
            "hearsay:medium": statement.medium,
            "hearsay:confidence": round(float(statement.confidence), 4),
            "hearsay:source_confidence": round(float(statement.source_confidence), 4),
        }
    )


def _credited(source: Source, document: Document) -> Node:
    kind = [_TYPES[source.kind]] if source.kind else []
    return _known(
        {
            "id": _urn("source", document.id, source.id),
            "type": [*kind, "hearsay:Source"],
            "name": source.name,
            "hearsay:id": source.id,
            "hearsay:party": source.party,
            "hearsay:anonymous": source.anonymous,
            "hearsay:role": source.role,
            "hearsay:anonymity": source.anonymity,
        }
    )


def _told(statement: Statement, document: Document, *, sources: Mapping[str, Source]) -> Node:
    """The statement for programs that show text alone: who, and what."""
    who = UNTOLD if statement.source is None else sources[statement.source].name
    what = " … ".join(span.of(document.text) for span in statement.spans.content)
    language = document.language if document.language and _TAG.fullmatch(document.language) else None
    return _known(
        {
            "type": "TextualBody",
            "value": f"{who}: {what}" if what else who,
            "format": "text/plain",
            "language": language,
            "purpose": "describing",
        }
    )


def _targets(statement: Statement, document: Document) -> Node | list[Node] | str:
    """The pieces of source, cue and content, each with what it is; the document where there are none."""
    where = document.url if document.url and _IRI.fullmatch(document.url) else _urn("document", document.id)
    spans = statement.spans
    found: list[Node] = [
        {
            "type": "SpecificResource",
            "hearsay:piece": piece,
            "source": where,
            "selector": [_position(span), _quote(span, document.text)],
        }
        for piece, pieces in (("source", spans.source), ("cue", spans.cue), ("content", spans.content))
        for span in pieces
    ]
    return found or where


def _position(span: Span) -> Node:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _quote(span: Span, text: str) -> Node:
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }


def _urn(kind: str, *parts: object) -> str:
    return uuid.uuid5(_SPACE, make_id(kind, *parts)).urn


def _known(node: Node) -> Node:
    """``node`` without what is not known: JSON-LD leaves out where ledger JSON says null."""
    return {name: value for name, value in node.items() if value is not None and value != []}
