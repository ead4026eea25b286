"""Which documents carry the account of another one: found by signatures, decided by comparison."""
