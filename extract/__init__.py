"""Reading: documents in, claims with their evidence out. Knows nothing of RDF."""
