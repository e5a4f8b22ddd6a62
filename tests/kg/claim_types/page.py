"""Prints the page of the claim types as JSON."""

import json

from ontology import ontology
from ontology.reference import reference

if __name__ == "__main__":
    print(json.dumps(reference(ontology())))
