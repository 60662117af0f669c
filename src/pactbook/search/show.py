"""Show all that is known of one thing."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from pactbook.errors import QueryError
from pactbook.model.views import AgreementView, ArticleView, BodyView, FigureView
from pactbook.record.identity import figure_ids, tellings
from pactbook.record.lineage import predecessors, successors
from pactbook.search.pointing import point
from pactbook.store.agreements import read_agreements
from pactbook.store.bodies import read_bodies
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads, read_some
from pactbook.store.figure_bodies import read_beside
from pactbook.store.figures import read_figure_records
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.tables.agreements import agreement_parties
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies
from pactbook.store.views import read_views


def show(record: RecordFile, key: str) -> AgreementView | BodyView | FigureView | ArticleView:
    """All that is known of an agreement, an organisation, a figure or an article.

    ``key`` is the id of an agreement, of any claim that ever belonged to one, of an organisation, of a figure or of an
    article; the unique beginning of an id; or a name of an organisation. Raises QueryError when nothing
    or more than one thing fits, EvidenceError when a stored quote no longer stands in its text.
    """
    with record.reading() as connection:
        kind, name = point(connection, key.strip())
        if kind == "agreement":
            return read_views(connection, [name])[0]
        if kind == "article":
            return _article(connection, name)
        if kind == "figure" and (found := _figure(connection, name)):
            return found
        if kind in ("claim", "figure"):
            raise QueryError(
                f'{name} is a {kind} that was rejected; "pactbook review log" says by whom, and "undo" takes it back'
            )
        return _body(connection, name)


def _figure(connection: Connection, name: str) -> FigureView | None:
    """The figure opened; None where it was rejected."""
    for key, found in read_figure_records(connection, [name]):
        head, article = read_heads(connection, [key])[key], read_articles(connection, [key])[key]
        [evidence] = open_evidence(head, article, [found.claim.span])
        named = read_beside(connection, [name])[name]
        return FigureView(found, head, evidence, named, names_of(connection, named))
    return None


def _article(connection: Connection, name: str) -> ArticleView:
    article = articles.c
    key = connection.execute(select(article.key).where(article.id == name)).scalar_one()
    extraction, head = read_some(connection, [key])[0], read_heads(connection, [key])[key]
    text = extraction.article.text
    quoted = [m for b in extraction.organisations for m in b.mentions]
    quoted += [f.span for f in extraction.figures] + [d.span for d in extraction.dates]
    quoted += [e for a in extraction.agreements for e in a.evidence]
    for span in quoted:
        span.check(text)
    original = head.copy_of or name
    sums = [found for _, found in read_figure_records(connection, figure_ids(extraction))]
    group = select(article.id).where(or_(article.copy_of == original, article.id == original), article.id != name)
    return ArticleView(
        head=head,
        article=extraction.article,
        bodies=extraction.organisations,
        agreements=tellings(extraction, head.copy_of),
        figures=tuple(found.claim for found in sums),
        dates=extraction.dates,
        copies=tuple(connection.scalars(group.order_by(article.id))),
        sums=tuple(sums),
    )


def _body(connection: Connection, name: str) -> BodyView:
    [whole] = read_bodies(connection, [name])
    name, ids = whole.id, [whole.id, *whole.also]
    body, article = bodies.c, articles.c
    dated = select(article.key).join(bodies, body.article == article.key).where(body.body.in_(ids)).distinct()
    keys = connection.scalars(dated.order_by(article.first.is_(None), article.first.desc(), article.id)).all()
    heads = read_heads(connection, keys)
    of = select(agreement_parties.c.agreement).where(agreement_parties.c.party == name)
    agreements = [record for record, _ in read_agreements(connection, connection.scalars(of)).values()]
    agreements.sort(key=lambda a: (a.date or "", a.id), reverse=True)
    before, after = predecessors(name), successors(name)
    names = names_of(connection, {p for a in agreements for p in a.parties} | {*ids, *before, *after})
    return BodyView(
        body=whole,
        agreements=tuple(agreements),
        articles=tuple(heads[k] for k in keys),
        names=names,
        also=whole.also,
        predecessors=before,
        successors=after,
    )
