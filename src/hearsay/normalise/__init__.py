"""Words -> values, without knowing of documents: numbers, quantities, units, times, acts, certainty."""
