"""Bytes to documents: text, HTML pages and JSON Lines, from files, folders and standard input."""

from hearsay.ingest.html import from_html
from hearsay.ingest.rows import from_row
from hearsay.ingest.stream import documents, gathered
from hearsay.ingest.text import from_text

__all__ = ["documents", "from_html", "from_row", "from_text", "gathered"]
