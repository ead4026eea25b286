"""A ledger for language models, read-only: the Model Context Protocol. Needs the extra ``hearsay[mcp]``."""
