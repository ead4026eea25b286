"""Which words stand within quotation marks, as the reader sees them: a feature of the network's input."""

from hearsay.normalise.quotes import quoted_spans

__all__ = ["quoted_spans"]
