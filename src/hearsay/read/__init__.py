"""Document -> Reading: the network, its decoding, and the rules around it."""
