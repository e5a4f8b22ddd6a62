"""From lines on pages to blocks in reading order: what is common to all formats.

A format gives a :class:`~extract.layout.blocks.Layout`; :func:`~extract.layout.flow.flow`
makes running text of it.
"""
