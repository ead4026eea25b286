"""The command ``hearsay``: what it takes from a shell and writes back to it."""
