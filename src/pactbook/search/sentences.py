"""The sentences behind figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactbook.model.told import Evidence
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_figures, read_heads
from pactbook.store.file import RecordFile


def figure_sentences(record: RecordFile, ids: Iterable[str]) -> Mapping[str, Evidence]:
    """Figure id → the sentence that says it, with its article; an id that is no figure is left out.

    Raises EvidenceError for a quote that no longer fits its text.
    """
    with record.reading() as connection:
        figures = read_figures(connection, ids)
        keys = {article for _, article, _ in figures}
        heads, texts = read_heads(connection, keys), read_articles(connection, keys)
        return {name: open_evidence(heads[key], texts[key], [claim.span])[0] for name, key, claim in figures}
