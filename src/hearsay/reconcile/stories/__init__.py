"""Which documents are about one developing event."""
