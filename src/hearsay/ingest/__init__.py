"""Bytes to documents: text, HTML pages and JSON Lines, from files, folders, standard input and addresses."""

from hearsay.ingest.html import from_html
from hearsay.ingest.rows import from_row
from hearsay.ingest.stream import documents, gathered, gathered_or_fetched
from hearsay.ingest.text import from_text

__all__ = ["documents", "from_html", "from_row", "from_text", "gathered", "gathered_or_fetched"]
