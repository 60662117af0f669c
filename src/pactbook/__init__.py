"""pactbook: who agreed what with whom, when, for how much — and which sentence says so.

    sources ──► articles ──► mentions ──► claims ──► record ──► search, export
    (anything)  (clean text)  (spans)     (one article) (all articles)

    import pactbook

    for found in pactbook.extract("pages/"):               what each article states, without a record
        print(found.article.title, found.agreements)

    with pactbook.open_record("deals.pactbook") as record:  one file with all that was read
        record.add("pages/")
        for hit in record.search("smart grid", party="KOICA", status="signed"):
            print(hit.record.date, hit.record.subject, hit.evidence.sentence.text)
        record.export("agreements", "xlsx", "agreements.xlsx")

Every error that pactbook raises on purpose is a PactbookError.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from pactbook.errors import (
    EvidenceError,
    NotAnArticle,
    PactbookError,
    QueryError,
    QuerySyntaxError,
    RecordError,
    SourceError,
    UnreadableSource,
)

if TYPE_CHECKING:
    from pactbook.model.claim import Extraction
    from pactbook.model.source import Source
    from pactbook.pipeline.book import Record, open_record
    from pactbook.pipeline.entrance import extract
    from pactbook.pipeline.intake import Summary

__all__ = [
    "EvidenceError",
    "Extraction",
    "NotAnArticle",
    "PactbookError",
    "QueryError",
    "QuerySyntaxError",
    "Record",
    "RecordError",
    "Source",
    "SourceError",
    "Summary",
    "UnreadableSource",
    "extract",
    "open_record",
]

# The verbs bring parsers and a database with them; they are loaded when first asked for.
_VERBS = {
    "Extraction": "pactbook.model.claim",
    "Record": "pactbook.pipeline.book",
    "Source": "pactbook.model.source",
    "Summary": "pactbook.pipeline.intake",
    "extract": "pactbook.pipeline.entrance",
    "open_record": "pactbook.pipeline.book",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("importlib.metadata").version("pactbook")
    if name not in _VERBS:
        raise AttributeError(f"module 'pactbook' has no attribute {name!r}")
    return getattr(import_module(_VERBS[name]), name)
