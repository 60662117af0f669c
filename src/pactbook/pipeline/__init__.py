"""The table of contents: read → clean → find → claim → store → resolve.

``extraction`` turns one source into what it states; ``crew`` does so for many, on all cores; ``intake`` puts the
results into a record; ``book`` is the record as an analyst handles it.
"""

from pactbook.pipeline.extraction import extract

__all__ = ["extract"]
