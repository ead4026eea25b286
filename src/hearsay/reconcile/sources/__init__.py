"""One source for one source, whichever reports of a story name it."""
