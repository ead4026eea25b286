"""The desk: a ledger's pages and its API in the browser. Needs the extra ``hearsay[serve]``."""
