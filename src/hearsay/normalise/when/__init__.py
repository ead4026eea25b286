"""Expressions of a calendar date or a clock time in English news, and their values in EDTF (ISO 8601-2:2019)."""
