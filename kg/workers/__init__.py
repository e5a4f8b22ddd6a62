"""Documents from outside are read in processes of their own, within limits, without a network.

A worker keeps the language pipelines that it has loaded and reads one document after the other;
what breaks a limit is ended with its process, and named. Nothing of a document but its bytes
goes in, nothing but text comes out.
"""

from kg.workers.limits import LIMITS, Limits
from kg.workers.pool import Given, Read, each_read

__all__ = ["LIMITS", "Given", "Limits", "Read", "each_read"]
