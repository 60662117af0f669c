"""The sentences behind figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from pactbook.model.span import Span
from pactbook.model.told import Evidence
from pactbook.store.chunks import chunks
from pactbook.store.evidence import read_pieces
from pactbook.store.file import RecordFile
from pactbook.store.tables.figures import figure_claims


def figure_sentences(record: RecordFile, ids: Iterable[str]) -> Mapping[str, Evidence]:
    """Figure id → the sentence that says it, with its article; an id that is no figure is left out.

    Raises EvidenceError for a quote that no longer fits its text.
    """
    figure = figure_claims.c
    asked = select(figure.id, figure.article, figure.start, figure.end, figure.text)
    with record.reading() as connection:
        rows = [row for part in chunks(ids) for row in connection.execute(asked.where(figure.id.in_(part)))]
        pieces = read_pieces(connection, [(article, Span(*place)) for _, article, *place in rows])
        return {name: piece for (name, *_), piece in zip(rows, pieces, strict=True)}
