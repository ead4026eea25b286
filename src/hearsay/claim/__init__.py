"""From a reading and who is who to statements."""
