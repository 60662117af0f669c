"""The organisations as a shelf, each under the id that stands for it, with its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from pactbook.knowledge import gazetteer
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Postings, Shelf, new
from pactbook.store import tables as t
from pactbook.store.sameness import read_same
from pactbook.text.grams import index_words


@dataclass
class Names(Shelf):
    """``names`` are all names of each body, those of the gazetteer too, as the index holds words."""

    names: list[tuple[str, ...]] = field(default_factory=list)


def read(connection: Connection) -> Names:
    """Every organisation that an article names or an agreement has; its sources are its articles."""
    body, article = t.bodies.c, t.articles.c
    same = read_same(connection)
    articles: Counter[str] = Counter()
    last: dict[str, str] = {}
    asked = select(body.body, func.count(), func.max(article.first)).join(t.articles, article.key == body.article)
    for name, times, day in connection.execute(asked.group_by(body.body)):
        mine = same.get(name, name)
        articles[mine] += times
        last[mine] = max(last.get(mine, ""), day or "")
    ids = sorted(articles)
    called = _names(connection, same)
    return Names(
        ids=ids,
        first=[last[name] for name in ids],
        last=[last[name] for name in ids],
        dollars=[None] * len(ids),
        sources=[articles[name] for name in ids],
        loads={
            **dict.fromkeys(("kind", "country"), _kinds),
            "province": _provinces,
            **dict.fromkeys(("sector", "party"), _agreements),
        },
        read_rows=lambda _, __: {},
        names=[tuple(called.get(name, ())) for name in ids],
    )


def _names(connection: Connection, same: Mapping[str, str]) -> dict[str, list[str]]:
    """Id → its names, folded into tokens with a space on both sides."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    name = t.body_names.c
    for body, called in connection.execute(select(name.body, name.name).distinct()):
        found[same.get(body, body)][f" {index_words(called).tokens} "] = None
    for key, known in gazetteer.bodies().items():
        if (mine := same.get(key, key)) in found:
            for called in (*known.en, *known.vi, *known.ko, *known.acronyms, *known.short):
                found[mine][f" {index_words(called).tokens} "] = None
    return {body: list(names) for body, names in found.items()}


def _kinds(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    """What most articles say; an article that does not tell the country counts less."""
    body, same = t.bodies.c, read_same(connection)
    said: dict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    asked = select(body.body, body.kind, body.country, func.count()).group_by(body.body, body.kind, body.country)
    for name, kind, country, times in connection.execute(asked):
        said[same.get(name, name)][kind, country] += times
    kinds, countries = new(), new()
    for name, counted in said.items():
        if (n := shelf.number.get(name)) is not None:
            kind, country = min(counted, key=lambda k: (k[1] is None, -counted[k], k[0], k[1] or ""))
            kinds[kind].append(n)
            if country:
                countries[country].append(n)
    return {"kind": kinds, "country": countries}


def _provinces(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    provinces = new()
    for n, name in enumerate(shelf.ids):
        if province := province_of(name):
            provinces[province].append(n)
    return {"province": provinces}


def _agreements(connection: Connection, shelf: Shelf) -> Mapping[str, Postings]:
    """The sectors of a body's agreements; its partners in them, and itself."""
    party, sector = t.agreement_parties.c, t.agreement_sectors.c
    partners: dict[str, set[int]] = defaultdict(set)
    sectors: dict[str, set[int]] = defaultdict(set)
    among: dict[str, list[str]] = defaultdict(list)
    for agreement, name in connection.execute(select(party.agreement, party.party)):
        among[agreement].append(name)
    for names in among.values():
        inside = {n for name in names if (n := shelf.number.get(name)) is not None}
        for name in names:
            partners[name] |= inside
    for agreement, name in connection.execute(select(sector.agreement, sector.sector)):
        sectors[name] |= {n for p in among[agreement] if (n := shelf.number.get(p)) is not None}
    for n, name in enumerate(shelf.ids):
        partners[name].add(n)
    return {"sector": _sorted(sectors), "party": _sorted(partners)}


def _sorted(sets: Mapping[str, set[int]]) -> Postings:
    return {value: sorted(numbers) for value, numbers in sets.items()}
