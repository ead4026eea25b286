"""A question as a picture: who gives which number, by time, on one scale."""
