"""Figures of one story that answer the same thing: questions with a label, and which of them are parts of others."""
