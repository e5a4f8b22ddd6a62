"""Which mentions, of all documents, are one entity, and why.

Nothing here is kept between builds: the decisions follow from the documents alone, so that every
merge can be undone by changing what it rests on.
"""

from kg.identity.entities import Entity, Member, entities, entity_of

__all__ = ["Entity", "Member", "entities", "entity_of"]
