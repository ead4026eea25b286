"""A ledger as one page: reports as text first, marks second, each statement linked to its words and back."""

from hearsay.present.page.render import write_page

__all__ = ["write_page"]
