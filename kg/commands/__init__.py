"""The commands of ``kg``: one module each, with a click command named ``command``."""
