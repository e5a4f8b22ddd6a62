"""Training of the language pipelines the project ships; not part of the package."""
