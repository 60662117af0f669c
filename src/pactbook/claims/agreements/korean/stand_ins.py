"""Words that stand for parties named elsewhere: "양국", "두 은행", "군은"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.names import placed_in
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


def echoes_in(scene: Scene, start: int, end: int) -> list[Named]:
    """The bodies that common nouns between ``start`` and ``end`` stand for, each at the place of the noun."""
    finder, echoes = korean_finders().echoes, scene.words.korean.echoes
    found: list[Named] = []
    for m in finder.pattern.finditer(scene.plain, start, end):
        if korean_finders().particles.match(scene.plain, m.end(), end) is None:
            continue
        if scene.words.korean.grammar.no_echo.search(scene.before(m.start(), 10)):
            continue
        body = _referent(scene, echoes[finder.entry(m.group())], m.group(), m.start())
        if body is not None:
            found.append(Named.at(Span.of(scene.text, m.start(), m.end()), body.id, body.kind, body.country))
    return found


def has_unknown_echo(scene: Scene, start: int, end: int, behind: re.Pattern[str]) -> bool:
    """Whether a common noun with the particle ``behind`` stands for a body that no one knows."""
    finder = korean_finders().echoes
    known = {n.start for n in echoes_in(scene, start, end + 4)}
    found = [m for m in finder.pattern.finditer(scene.plain, start, end) if behind.match(scene.plain, m.end())]
    return any(m.start() not in known and not scene.named_in(m.start(), m.end()) for m in found)


def _referent(scene: Scene, echo: Echo, word: str, place: int) -> Named | None:
    """The last body before ``place`` whose name ends in the word, or whose kind is that of the word."""
    endings = tuple(echo.endings) or (() if echo.kinds else (word,))
    low = place - _REACH if not echo.near else _paragraph_start(scene, place)
    found: list[Named] = []
    for name in scene.named_before(place):
        if name.start < low:
            break
        fits = name.span.text.endswith(endings) if endings else name.kind in echo.kinds
        if fits and name.kind != STATE:
            found.append(name)
    if echo.kinds and not endings and found:
        return _told_of(scene, found, near=echo.near)
    # "시는" is the town that the paper writes for.
    return next((n for n in found if endings and n.country == "KR"), None) or next(iter(found), None)


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


def pair_in(scene: Scene, start: int, end: int, behind: re.Pattern[str]) -> tuple[Echo, Span] | None:
    """The last word between ``start`` and ``end`` that stands for both parties and has ``behind`` behind it."""
    finder, pairs = korean_finders().pairs, scene.words.korean.pairs
    found = [m for m in finder.pattern.finditer(scene.plain, start, end) if behind.match(scene.plain, m.end())]
    if not found:
        return None
    last = found[-1]
    return pairs[finder.entry(last.group())], Span.of(scene.text, last.start(), last.end())


def both(scene: Scene, pair: Echo, span: Span, before: Sequence[Draft]) -> tuple[Named, ...]:
    """The parties that the word stands for: of the last deal told, else the last of each side."""
    if STATE in pair.kinds:
        return states_before(scene, span)
    if pair.count > _PAIR and (named := _last_named(scene, span.start, pair.count, before)):
        return named
    for draft in reversed(before):
        names = draft.parties.names
        fits = not pair.kinds or all(n.kind in pair.kinds for n in names)
        if len({n.country for n in names}) == 2 == len(draft.ids) and fits and all(n.kind != STATE for n in names):
            return names
    return _last_two(scene, span.start, pair.kinds) or (() if pair.kinds else nearest_pair(scene, span.start))


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
