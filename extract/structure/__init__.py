"""What a document's blocks are: sections, voices, parties, dates, passages."""
