"""Reading -> who is who: mentions, names, coreference."""
