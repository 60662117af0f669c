"""Show all that is known of one thing."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from pactbook.errors import QueryError
from pactbook.model.record import AgreementView, ArticleView, BodyView
from pactbook.record.identity import tellings
from pactbook.search.naming import bodies_like
from pactbook.store import tables as t
from pactbook.store.agreements import read_agreements
from pactbook.store.bodies import read_bodies
from pactbook.store.extractions import read_heads, read_some
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.views import read_views

#: The beginning of an id must be this long to stand for it.
_SHORTEST = 4
#: So many fitting things are named when more than one fits.
_NAMED = 10


def show(record: RecordFile, key: str) -> AgreementView | BodyView | ArticleView:
    """All that is known of an agreement, an organisation or an article.

    ``key`` is the id of an agreement, of any claim that ever belonged to one, of an organisation or of an article; the
    unique beginning of an id; or a name of an organisation. Raises QueryError when nothing or more than one thing
    fits, EvidenceError when a stored quote no longer stands in its text.
    """
    with record.reading() as connection:
        kind, name = _resolve(connection, key.strip())
        if kind == "agreement":
            return read_views(connection, [name])[0]
        if kind == "article":
            return _article(connection, name)
        return _body(connection, name)


def _resolve(connection: Connection, key: str) -> tuple[str, str]:
    """What ``key`` stands for: its kind and its whole id."""
    found = _exactly(connection, key) or _beginning(connection, key) or _named(connection, key)
    if not found:
        raise QueryError(f"nothing in the record is called {key!r}")
    if len(found) > 1:
        more = ", ..." if len(found) > _NAMED else ""
        fitting = ", ".join(f"{name} ({kind})" for kind, name in found[:_NAMED])
        raise QueryError(f"{key!r} may mean any of these: {fitting}{more}")
    return found[0]


def _exactly(connection: Connection, key: str) -> list[tuple[str, str]]:
    agreement = connection.scalar(select(t.agreement_claims.c.record).where(t.agreement_claims.c.id == key))
    article = connection.scalar(select(t.articles.c.id).where(t.articles.c.id == key))
    figure = connection.scalar(select(t.articles.c.id).join(t.figure_claims).where(t.figure_claims.c.id == key))
    body = connection.scalar(select(t.bodies.c.body).where(t.bodies.c.body == key).limit(1))
    found = (("agreement", agreement), ("article", article), ("article", figure), ("organisation", body))
    return [(kind, name) for kind, name in found if name][:1]


def _beginning(connection: Connection, key: str) -> list[tuple[str, str]]:
    if len(key) < _SHORTEST:
        return []
    claim, article = t.agreement_claims.c, t.articles.c
    claims = connection.scalars(select(claim.record).where(claim.id.startswith(key, autoescape=True)))
    articles = connection.scalars(select(article.id).where(article.id.startswith(key, autoescape=True)))
    return sorted({("agreement", name) for name in claims} | {("article", name) for name in articles})


def _named(connection: Connection, key: str) -> list[tuple[str, str]]:
    """Organisations of the record that are called so; an organisation's id may be begun too."""
    ids = bodies_like(connection, key)
    present = connection.scalars(select(t.bodies.c.body).distinct().where(t.bodies.c.body.in_(ids)))
    return [("organisation", name) for name in sorted(present)]


def _article(connection: Connection, name: str) -> ArticleView:
    article = t.articles.c
    key = connection.execute(select(article.key).where(article.id == name)).scalar_one()
    extraction, head = read_some(connection, [key])[0], read_heads(connection, [key])[key]
    text = extraction.article.text
    quoted = [m for b in extraction.organisations for m in b.mentions]
    quoted += [f.span for f in extraction.figures] + [d.span for d in extraction.dates]
    quoted += [e for a in extraction.agreements for e in a.evidence]
    for span in quoted:
        span.check(text)
    original = head.copy_of or name
    group = select(article.id).where(or_(article.copy_of == original, article.id == original), article.id != name)
    return ArticleView(
        head=head,
        article=extraction.article,
        bodies=extraction.organisations,
        agreements=tellings(extraction, head.copy_of),
        figures=extraction.figures,
        dates=extraction.dates,
        copies=tuple(connection.scalars(group.order_by(article.id))),
    )


def _body(connection: Connection, name: str) -> BodyView:
    body, article = t.bodies.c, t.articles.c
    dated = select(article.key).join(t.bodies, body.article == article.key).where(body.body == name)
    keys = connection.scalars(dated.order_by(article.first.is_(None), article.first.desc(), article.id)).all()
    heads = read_heads(connection, keys)
    claim, party = t.agreement_claims.c, t.claim_parties.c
    of = select(claim.record).distinct().join(t.claim_parties, party.claim == claim.key).where(party.party == name)
    agreements = [record for record, _ in read_agreements(connection, connection.scalars(of)).values()]
    agreements.sort(key=lambda a: (a.date or "", a.id), reverse=True)
    names = names_of(connection, {p for a in agreements for p in a.parties} | {name})
    record = read_bodies(connection, [name])[0]
    return BodyView(record, tuple(agreements), tuple(heads[k] for k in keys), names)
