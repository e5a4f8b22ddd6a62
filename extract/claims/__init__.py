"""Claims: what a sentence says of whom, by the frames of the ontology."""
