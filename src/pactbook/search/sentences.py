"""The sentences behind figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactbook.model.record import Evidence
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_figures, read_heads
from pactbook.store.file import RecordFile
from pactbook.store.nearby import named_within


def figure_bodies(record: RecordFile, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Figure id → the organisations that its sentence names; an id that is no figure is left out."""
    with record.reading() as connection:
        figures = read_figures(connection, ids)
        keys = {article for _, article, _ in figures}
        heads, texts = read_heads(connection, keys), read_articles(connection, keys)
        places = [(key, open_evidence(heads[key], texts[key], [claim.span])[0].sentence) for _, key, claim in figures]
        return dict(zip((name for name, _, _ in figures), named_within(connection, places), strict=True))


def figure_sentences(record: RecordFile, ids: Iterable[str]) -> Mapping[str, Evidence]:
    """Figure id → the sentence that says it, with its article; an id that is no figure is left out.

    Raises EvidenceError for a quote that no longer fits its text.
    """
    with record.reading() as connection:
        figures = read_figures(connection, ids)
        keys = {article for _, article, _ in figures}
        heads, texts = read_heads(connection, keys), read_articles(connection, keys)
        return {name: open_evidence(heads[key], texts[key], [claim.span])[0] for name, key, claim in figures}
