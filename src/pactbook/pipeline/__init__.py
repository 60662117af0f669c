"""The table of contents: read → clean → find → claim → store → resolve.

``extraction`` turns one source into what it states; ``crew`` does so for many, on all cores; ``intake`` puts the
results into a record; ``book`` is the record as an analyst handles it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactbook.pipeline.extraction import extract

__all__ = ["extract"]


def __getattr__(name: str) -> object:
    # Who asks a record reads no articles: what reads them is loaded when it is first asked for.
    if name != "extract":
        raise AttributeError(f"module 'pactbook.pipeline' has no attribute {name!r}")
    from pactbook.pipeline.extraction import extract  # noqa: PLC0415

    return extract
