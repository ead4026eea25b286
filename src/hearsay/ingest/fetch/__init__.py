"""Addresses on the Web to bytes: politely, and never to a private address unless that was allowed."""
