"""Telling of changes as they happen: what has been told, signed webhooks, a feed."""
