"""Who may use a desk: accounts, their sessions and their tokens, in tables of their own beside the ledger's."""
