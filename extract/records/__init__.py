"""The fields of a record as claims about the person whom it is about."""

from extract.records.fields import field_claims, record_date

__all__ = ["field_claims", "record_date"]
