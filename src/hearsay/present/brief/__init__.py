"""A brief: a story on one or two pages that a desk can hand on, every sentence with its reference."""
