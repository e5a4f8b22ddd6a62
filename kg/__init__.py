"""The graph: identity across documents, RDF, questions, views, exports and the command line."""
