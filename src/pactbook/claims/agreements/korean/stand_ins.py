"""Words that stand for parties named elsewhere: "양국", "두 은행", "군은"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.names import Placed, placed_in
from pactbook.claims.agreements.pairs import nearest_pair
from pactbook.claims.agreements.parties import HOME
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.korean_agreements import Echo
from pactbook.knowledge.korean_finders import korean_finders
from pactbook.model.span import Span

#: How far back a common noun reaches for its body, in characters.
_REACH = 900
#: The parts of names that sign: "A는 B, C와", "A, B, C가".
_ACTING = frozenset({"topic", "subject", "with", "along"})
#: How many a pair are; how near those stand whom "세 기관" takes up.
_PAIR, _CLOSE = 2, 500
#: The parts of a name that is the other side of whoever the sentence speaks of.
_OTHERS = frozenset({"with", "along", "to", "from", "place"})


def echoes_in(scene: Scene, start: int, end: int) -> list[Named]:
    """The bodies that common nouns between ``start`` and ``end`` stand for, each at the place of the noun."""
    finder = korean_finders().echoes
    found: list[Named] = []
    for m in scene.korean.found(finder, start, end):
        particle = korean_finders().parts.first(scene.plain, m.end(), end)
        if particle is None:
            continue
        if scene.words.korean.grammar.no_echo.search(scene.before(m.start(), 10)):
            continue
        other = particle[0] in _OTHERS
        body = _referent(scene, scene.words.korean.echoes[finder.entry(m.group())], m.group(), m.start(), other=other)
        if body is not None:
            found.append(Named.at(Span.of(scene.text, m.start(), m.end()), body.id, body.kind, body.country))
    return found


def with_echoes(scene: Scene, named: list[Named], start: int, end: int) -> list[Named]:
    """The names between ``start`` and ``end`` with what common nouns there stand for, in order."""
    echoes = echoes_in(scene, start, end)
    return sorted([*named, *echoes], key=lambda n: (n.start, -n.end)) if echoes else named


def has_unknown_echo(scene: Scene, start: int, end: int, behind: re.Pattern[str]) -> bool:
    """Whether a common noun with the particle ``behind`` stands for a body that no one knows."""
    finder = korean_finders().echoes
    known = {n.start for n in echoes_in(scene, start, end + 4)}
    found = [m for m in scene.korean.found(finder, start, end) if behind.match(scene.plain, m.end())]
    return any(m.start() not in known and not scene.named_in(m.start(), m.end()) for m in found)


def _referent(scene: Scene, echo: Echo, word: str, place: int, *, other: bool) -> Named | None:
    """The last body before ``place`` whose name ends in the word, or whose kind is that of the word.

    ``other`` where the particle makes it the other side of whoever the sentence speaks of: "A는 이 병원과".
    """
    endings = tuple(echo.endings) or (() if echo.kinds else (word,))
    low = place - _REACH if not echo.near else _paragraph_start(scene, place)
    before = _paragraph_before(scene, low) if echo.near else low
    found: list[Named] = []
    for name in scene.named_before(place):
        if name.start < low and (name.start < before or (found and found[0].start >= low)):
            break
        fits = name.span.text.endswith(endings) if endings else name.kind in echo.kinds
        if fits and name.kind != STATE:
            found.append(name)
    if echo.kinds and not endings and found:
        if echo.near:
            # "이 연구소의" is a 연구소 where one has been named.
            called = [n for n in found if n.span.text.endswith(word.rpartition(" ")[2])]
            found = called or found
        if echo.near and other:
            acting = _acting(scene, place)
            return next((n for n in found if n.id not in acting), None)
        return _told_of(scene, found, near=echo.near)
    # "시는" is the town that the paper writes for.
    return next((n for n in found if endings and n.country == "KR"), None) or next(iter(found), None)


def _acting(scene: Scene, place: int) -> frozenset[str]:
    """Whom the text speaks of right before ``place``: the last topic, with whoever stands beside it in its sentence."""
    topic = scene.words.korean.grammar.pair_topic
    here = scene.sentence_at(place)
    told: set[str] = set()
    for name in scene.named_before(place):
        if place - name.end > _REACH or (told and (here is None or name.start < here.start)):
            break
        if topic.match(scene.plain, name.end) and name.kind != STATE:
            told.add(name.id)
    return frozenset(told)


def _told_of(scene: Scene, found: Sequence[Named], *, near: bool) -> Named:
    """Whom "회사는" means: the last that the text speaks of, at home before abroad; "이 회사는" the last at hand."""
    grammar = scene.words.korean.grammar
    topics = [n for n in found if grammar.pair_topic.match(scene.plain, n.end)]
    if near:
        return next(iter(topics), found[0])
    return next((n for n in topics if n.country == "KR"), None) or next(iter(topics), found[0])


def _paragraph_start(scene: Scene, place: int) -> int:
    here = scene.sentence_at(place)
    if here is None:
        return place
    return next(s.start for s in scene.article.sentences if s.paragraph == here.paragraph)


def _paragraph_before(scene: Scene, start: int) -> int:
    """Where the paragraph before the one that begins at ``start`` begins."""
    before = [s for s in scene.article.sentences if s.end <= start]
    last = max((s.start for s in before), default=start)
    return _paragraph_start(scene, last) if before else start


def pair_in(scene: Scene, start: int, end: int, behind: re.Pattern[str]) -> tuple[Echo, Span] | None:
    """The last word between ``start`` and ``end`` that stands for both parties and has ``behind`` behind it."""
    finder = korean_finders().pairs
    for last in reversed(scene.korean.found(finder, start, end)):
        if behind.match(scene.plain, last.end()):
            pair = scene.words.korean.pairs[finder.entry(last.group())]
            return pair, Span.of(scene.text, last.start(), last.end())
    return None


def both(scene: Scene, pair: Echo, span: Span, before: Sequence[Draft]) -> tuple[Named, ...]:
    """The parties that the word stands for: of the last deal told, else the last of each side."""
    if STATE in pair.kinds:
        return states_before(scene, span)
    if pair.count > _PAIR and (named := _last_named(scene, span.start, pair.count, before)):
        return named
    # Whose deal has ended is spoken of last: "... 중단됐다. 양 기관은 내년 본계약을 맺는다"
    newest = before[::-1]
    for draft in sorted(newest, key=lambda d: d.status == "ended" and d.sentence.end <= span.start):
        names = draft.parties.names
        fits = not pair.kinds or all(n.kind in pair.kinds for n in names)
        if len({n.country for n in names}) == 2 == len(draft.ids) and fits and all(n.kind != STATE for n in names):
            return names
    return _last_two(scene, span.start, pair.kinds) or (() if pair.kinds else nearest_pair(scene, span.start))


def one_side(scene: Scene, pair: Echo, span: Span, partner: Named, before: Sequence[Draft]) -> tuple[Named, ...]:
    """The two that have a third as their partner, of the last deal or a list: "B, C가 빌려준다. 두 은행은 A와"."""
    if STATE in pair.kinds or pair.count > _PAIR:
        return ()
    last = before[-1] if before else None
    if last is not None and last.ids and partner.id not in last.ids:
        names = last.parties.names
        if len(last.ids) == _PAIR and all(not pair.kinds or n.kind in pair.kinds for n in names):
            return tuple(Named.at(span, n.id, n.kind, n.country) for n in names)
    for sentence in reversed([s for s in scene.article.sentences if span.start - _CLOSE < s.end <= span.start]):
        placed = placed_in(scene, scene.named_in(sentence.start, sentence.end), sentence.end)
        for one, two in pairwise(placed):
            alike = one.named.country == two.named.country != partner.country and one.named.id != two.named.id
            if one.listed and not two.listed and one.part == two.part and alike and _are_of(pair, one, two):
                return tuple(Named.at(span, p.named.id, p.named.kind, p.named.country) for p in (one, two))
        if any(p.part in _ACTING for p in placed):
            return ()
    return ()


def _are_of(pair: Echo, *placed: Placed) -> bool:
    """Whether the bodies may be those that the word means: a bank of the state is a bank too."""
    return not pair.kinds or all(p.named.kind in pair.kinds or p.named.kind == "agency" for p in placed)


def _last_named(scene: Scene, place: int, count: int, before: Sequence[Draft]) -> tuple[Named, ...]:
    """The parties of the last deal of so many; else just so many bodies of both countries, named close by."""
    for draft in reversed(before):
        if len(draft.ids) == count:
            return draft.parties.names
    acting: dict[str, Named] = {}
    named: dict[str, Named] = {}
    for sentence in reversed([s for s in scene.article.sentences if place - _CLOSE < s.end and s.start < place]):
        stop = min(sentence.end, place)
        for placed in placed_in(scene, scene.named_in(sentence.start, stop), stop):
            if placed.named.kind not in (STATE, "media"):
                named.setdefault(placed.named.id, placed.named)
                if placed.part in _ACTING:
                    acting.setdefault(placed.named.id, placed.named)
        for found in (acting, named):
            if len(found) == count and len({n.country for n in found.values()}) >= _PAIR:
                return tuple(sorted(found.values(), key=lambda n: n.start))
    return ()


def _last_two(scene: Scene, place: int, kinds: Sequence[str]) -> tuple[Named, ...]:
    """The last two bodies of the kinds that belong to different countries, named before ``place``."""
    found: list[Named] = []
    for name in scene.named_before(place):
        if place - name.end > _REACH or len(found) == 2:
            break
        if name.kind in kinds and all(name.id != f.id and name.country != f.country for f in found):
            found.append(name)
    return tuple(reversed(found)) if len(found) == 2 else ()


def states_before(scene: Scene, span: Span) -> tuple[Named, ...]:
    """Korea and the state that the sentence speaks of, Vietnam where it speaks of none."""
    sentence = scene.sentence_at(span.start)
    named = scene.named_in(sentence.start if sentence else span.start, span.start)
    others = [n for n in named if n.kind == STATE and n.id != "KR" and n.form != "capital"]
    other = others[-1] if others else state("VN", span)
    return state("KR", span), other


def state(code: str, span: Span) -> Named:
    """A state that other words stand for, at their place."""
    return Named.at(span, code, STATE, code, "name")


def home(span: Span) -> tuple[Named, ...]:
    """Korea and Vietnam, as understood."""
    return tuple(state(code, span) for code in HOME)
