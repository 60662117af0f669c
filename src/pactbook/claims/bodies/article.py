"""One entry per organisation of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pactbook.claims.bodies.sameness import Names, placeless, same, stateless
from pactbook.model.article import Article
from pactbook.model.claim import Because, Body
from pactbook.model.mention import BodyMention, Mentions
from pactbook.text.fold import fold_name

#: Rules that mark a name which is no body by itself.
_SILENT = frozenset({"place", "title"})


def claim_bodies(article: Article, mentions: Mentions) -> tuple[Body, ...]:
    """Group the mentions of bodies: full form, acronym, short form and translations of one body are one entry.

    The entries stand in the order in which the article first names them. A minister's title is no mention of the
    ministry, and a place in which things merely happen is no body.
    """
    groups: dict[str, list[BodyMention]] = {}
    for mention in mentions.bodies:
        if mention.rule != "title":
            groups.setdefault(_identity(mention), []).append(mention)
    merged = _merge(list(groups.values()), article.language)
    found = [_body(group, rule, article.language) for group in merged if (rule := _rule_of(group)) is not None]
    return tuple(sorted(found, key=lambda body: body.mentions[0]))


def _rule_of(group: Sequence[BodyMention]) -> str | None:
    """The first rule that names the body; None where nothing does but what only goes with others."""
    for mention in group:
        if mention.rule not in _SILENT:
            return mention.rule
    return None


def _identity(mention: BodyMention) -> str:
    return mention.body or fold_name(mention.full or mention.name)


def _merge(groups: list[list[BodyMention]], language: str) -> list[list[BodyMention]]:
    """Join groups that name one body in different words."""
    merged: list[tuple[Names, list[BodyMention]]] = []
    for group in groups:
        names = Names.of(group, language)
        for home, (other, known) in enumerate(merged):
            if not (names.keys and other.keys) and same(other, names):
                together = sorted([*known, *group], key=lambda m: m.span)
                merged[home] = (Names.of(together, language), together)
                break
        else:
            merged.append((names, group))
    return [group for _, group in merged]


def _body(group: Sequence[BodyMention], rule: str, language: str) -> Body:
    known = None
    for mention in group:
        if mention.body:
            known = mention.body
            break
    said = {(m.name, m.kind, m.also): m for m in group}.values()
    names = tuple(dict.fromkeys(n for m in said for n in (*_names(m, language), *m.also)))
    own = [m for m in group if m.body == known]
    kind = _first([m.kind for m in own]) or _first([m.kind for m in group]) or "company"
    country = _first([m.country for m in own]) or _common(m.country for m in group)
    because = tuple([Because("name", m.span, m.rule) for m in group])
    return Body(known or _id(group, country), names, kind, country, tuple([m.span for m in group]), rule, because)


def _names(mention: BodyMention, language: str) -> Iterator[str]:
    """The name, and what it is without the state or the place before it: 베트남 산업무역부, 꽝빈성 레투이현."""
    yield mention.name
    bare = stateless(mention.name, language)
    if bare != mention.name:
        yield bare
    if mention.kind == "subnational" and (place := placeless(bare, language)) != bare:
        yield place


def _first(values: Iterable[str | None]) -> str | None:
    for value in values:
        if value is not None:
            return value
    return None


def _common(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v is not None)
    return counted.most_common(1)[0][0] if counted else None


def _id(group: Sequence[BodyMention], country: str | None) -> str:
    """An id for a body that the gazetteer does not know: the same for the same country and full name."""
    return unlisted(max((m.full or m.name for m in group), key=len), country)


def unlisted(name: str, country: str | None) -> str:
    """The id of a body of that country (ISO code, None where it is not told) that the gazetteer does not know.

    >>> unlisted("Công ty Hoa Sen", "VN")
    'vn.cong-ty-hoa-sen'
    """
    return f"{(country or 'xx').lower()}.{fold_name(name).replace(' ', '-')}"


def bodies_between(bodies: Sequence[Body], start: int, end: int) -> list[Body]:
    """The bodies that are named within ``start:end``, each once, in the order of the text."""
    within = sorted((m.start, n) for n, b in enumerate(bodies) for m in b.mentions if start <= m.start and m.end <= end)
    return [bodies[n] for n in dict.fromkeys(n for _, n in within)]
