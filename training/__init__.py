"""Training of the reader network; nothing of it is needed to use hearsay."""
