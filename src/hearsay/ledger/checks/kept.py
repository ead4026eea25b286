"""Whether documents are as they were added: their texts, the bytes that they were made from, their versions."""

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from hearsay.ledger import rows
from hearsay.ledger.checks.fault import Fault
from hearsay.ledger.odd import put_back
from hearsay.ledger.schema import documents, raws

AT_ONCE = 1_000
"""Digests that are fetched at once; the bytes come one by one."""


def document_faults(row: Mapping[str, Any]) -> Iterator[Fault]:
    """Whether a row of ``documents`` holds the text that its digest was made from, and reads as a document."""
    where = f"document {row['id']}"
    try:
        text = put_back(row["text"], row["odd"])
        document = rows.document_of(row)
        again = rows.document_row(document)
    except (LookupError, TypeError, ValueError) as error:
        yield Fault(where, f"it cannot be read: {error}")
        return
    if rows.digest(text) != row["digest"]:
        yield Fault(where, "its text is not the one that its digest was made from")
    for part in document.parts:
        if part.span.end > len(text):
            yield Fault(where, f"its {part.kind} runs past its text, to {part.span.end}")
    differing = [name for name, value in again.items() if name != "digest" and row[name] != value]
    if differing:
        yield Fault(where, f"{', '.join(differing)}: not as hearsay writes it")


def raw_faults(connection: Connection) -> Iterator[Fault]:
    """Whether the bytes as fetched can be unpacked, and are those that their digests were made from."""
    last = ""
    while True:
        page = select(raws.c.digest).where(raws.c.digest > last).order_by(raws.c.digest).limit(AT_ONCE)
        digests = connection.execute(page).scalars().all()
        for digest in digests:
            kept = connection.execute(select(raws.c.bytes, raws.c.size).where(raws.c.digest == digest)).one()
            try:
                body = zlib.decompress(kept.bytes)
            except zlib.error as error:
                yield Fault(f"raw bytes {digest}", f"they cannot be unpacked: {error}")
                continue
            if hashlib.sha256(body).hexdigest() != digest or len(body) != kept.size:
                yield Fault(f"raw bytes {digest}", "they are not those that the digest was made from")
        if len(digests) < AT_ONCE:
            return
        last = digests[-1]


def version_faults(connection: Connection) -> Iterator[Fault]:
    """Whether the versions of each report are chained, and one reading of each report is shown."""
    before = documents.alias("before")
    chained = (
        select(documents.c.id, documents.c.version, documents.c.lineage, before.c.lineage, before.c.version)
        .outerjoin(before, before.c.number == documents.c.previous)
        .order_by(documents.c.number)
    )
    broken = ((documents.c.version == 1) & documents.c.previous.is_not(None)) | (
        (documents.c.version != 1)
        & (
            before.c.number.is_(None)
            | (before.c.lineage != documents.c.lineage)
            | (before.c.version != documents.c.version - 1)
        )
    )
    for id, version, *_ in connection.execute(chained.where(broken)):
        yield Fault(f"document {id}", f"as version {version} it does not follow on the one before")
    yield from _shown_faults(connection)


def _shown_faults(connection: Connection) -> Iterator[Fault]:
    counted = (
        "SELECT d.lineage, sum(CASE WHEN r.number IS NOT NULL AND s.reading IS NULL THEN 1 ELSE 0 END) AS shown "
        "FROM documents AS d LEFT JOIN readings AS r ON r.document = d.number "
        "LEFT JOIN superseded AS s ON s.reading = r.number GROUP BY d.lineage "
        "HAVING sum(CASE WHEN r.number IS NOT NULL AND s.reading IS NULL THEN 1 ELSE 0 END) <> 1"
    )
    for lineage, shown in connection.exec_driver_sql(counted):
        yield Fault(f"report {lineage}", f"{shown} of its readings are shown, and not one")
