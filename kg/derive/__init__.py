"""What follows from the claims, thrown away and rebuilt: events, custody, conflicts, origins."""

from kg.derive.events import Event, events
from kg.derive.quads import derived_quads
from kg.derive.status import StatusRow, status_on

__all__ = ["Event", "StatusRow", "derived_quads", "events", "status_on"]
