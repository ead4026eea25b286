"""An article's page, piece by piece: its tree, its metadata, its body."""
