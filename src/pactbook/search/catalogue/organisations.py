"""How organisations are read for a shelf, each under the id that stands for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, func, select

from pactbook.knowledge import gazetteer
from pactbook.search.catalogue.parts import Only, Postings, ask, new
from pactbook.search.catalogue.places import province_of
from pactbook.search.catalogue.shelf import Head, Kind, Shelf
from pactbook.store.entered import untold_parties
from pactbook.store.sameness import read_same
from pactbook.store.tables.agreements import agreement_parties, agreement_sectors
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies, body_names
from pactbook.text.grams import index_words

_BODY = bodies.c


def _heads(connection: Connection, only: Only) -> Iterator[Head]:
    """Every organisation that an article names, or an analyst as a party; its day is that of the last such article."""
    same = read_same(connection)
    last: dict[str, str] = {}
    asked = select(_BODY.body, func.max(articles.c.first)).join(articles).group_by(_BODY.body)
    for name, day in ask(connection, asked, _BODY.body, _members(same, only)):
        mine = same.get(name, name)
        last[mine] = max(last.get(mine, ""), day or "")
    for name in untold_parties(connection, _members(same, only)):
        last.setdefault(same.get(name, name), "")
    return (Head(name, None, day, day) for name, day in sorted(last.items()))


def _concerned(connection: Connection, touched: Collection[str]) -> set[str]:
    """The bodies touched, which may stand for themselves no longer, and those that stand for them now."""
    same = read_same(connection)
    return {*touched, *(same.get(name, name) for name in touched)}


def _members(same: Mapping[str, str], only: Only) -> Only:
    """The ids of bodies that the things of ``only`` stand for."""
    if only is None:
        return None
    stand = {same.get(name, name) for name in only}
    return stand | {body for body, other in same.items() if other in stand}


def _sources(connection: Connection, shelf: Shelf, only: Only) -> Mapping[int, int]:
    """The articles that name it."""
    same = read_same(connection)
    found: Counter[int] = Counter()
    asked = select(_BODY.body, func.count()).group_by(_BODY.body)
    for name, times in ask(connection, asked, _BODY.body, _members(same, only)):
        found[shelf.number[same.get(name, name)]] += times
    return found


def _names(connection: Connection, shelf: Shelf, only: Only) -> Mapping[int, tuple[str, ...]]:
    """All its names, those of the gazetteer too, folded into tokens with a space on both sides."""
    same = read_same(connection)
    found: dict[int, dict[str, None]] = defaultdict(dict)
    name = body_names.c
    members = _members(same, only)
    for body, called in ask(connection, select(name.body, name.name).distinct(), name.body, members):
        found[shelf.number[same.get(body, body)]][_tokens(called)] = None
    for body, untold in untold_parties(connection, members).items():
        found[shelf.number[same.get(body, body)]] |= dict.fromkeys(map(_tokens, untold.names))
    for key in gazetteer.bodies() if members is None else members:
        known, n = gazetteer.bodies().get(key), shelf.number.get(same.get(key, key))
        if known and n is not None:
            found[n] |= dict.fromkeys(map(_tokens, (*known.en, *known.vi, *known.ko, *known.acronyms, *known.short)))
    return {n: tuple(names) for n, names in found.items()}


def _tokens(name: str) -> str:
    return f" {index_words(name).tokens} "


def _kinds(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    """What most articles say; an article that does not tell the country counts less."""
    same = read_same(connection)
    said: dict[str, Counter[tuple[str, str | None]]] = defaultdict(Counter)
    asked = select(_BODY.body, _BODY.kind, _BODY.country, func.count()).group_by(_BODY.body, _BODY.kind, _BODY.country)
    for name, kind, country, times in ask(connection, asked, _BODY.body, _members(same, only)):
        said[same.get(name, name)][kind, country] += times
    for name, untold in untold_parties(connection, _members(same, only)).items():
        said[same.get(name, name)][untold.kind, untold.country] += 0
    kinds, countries, provinces = new(), new(), new()
    for name, counted in said.items():
        n = shelf.number[name]
        kind, country = min(counted, key=lambda k: (k[1] is None, -counted[k], k[0], k[1] or ""))
        kinds[kind].append(n)
        if country:
            countries[country].append(n)
        if province := province_of(name):
            provinces[province].append(n)
    return {"kind": kinds, "country": countries, "province": provinces}


def _agreements(connection: Connection, shelf: Shelf, only: Only) -> Mapping[str, Postings]:
    """The sectors of a body's agreements; its partners in them as the record shows them, and itself."""
    mine, theirs, sector = agreement_parties.c, agreement_parties.alias("theirs"), agreement_sectors.c
    partners, sectors = new(), new()
    for name in shelf.number if only is None else only:
        if name in shelf.number:
            partners[name].append(shelf.number[name])
    together = select(mine.party, theirs.c.party).distinct().join(theirs, theirs.c.agreement == mine.agreement)
    for name, other in ask(
        connection, together.where(mine.party != theirs.c.party, theirs.c.n.is_not(None)), mine.party, only
    ):
        if name in shelf.number:
            partners[other].append(shelf.number[name])
    asked = select(mine.party, sector.sector).distinct().join(agreement_sectors, sector.agreement == mine.agreement)
    for name, said in ask(connection, asked, mine.party, only):
        if name in shelf.number:
            sectors[said].append(shelf.number[name])
    return {"sector": sectors, "party": partners}


KIND = Kind(
    heads=_heads,
    concerned=_concerned,
    columns={"sources": _sources, "names": _names},
    loads={
        **dict.fromkeys(("kind", "country", "province"), _kinds),
        **dict.fromkeys(("sector", "party"), _agreements),
    },
)
