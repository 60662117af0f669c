"""Whom the text speaks of: the subjects of its sentences, and the body of a trade that "the lender" stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.reading import NEVER
from pactbook.model.mention import CueMention

#: How far before a name stand the words that govern it, in characters.
_GOVERNED = 45
#: How many sentences back somebody may have been spoken of.
_SENTENCES = 5


def spoken_of(
    scene: Scene, single: CueMention, fit: Sequence[Named], again: Callable[[CueMention], Named | None]
) -> Named | None:
    """The one of ``fit`` (the nearest first) that the sentences before speak of, None where the language has no words.

    It is the subject of the last sentence that has one of them; a rival that is only compared with it is none. The same
    words stand for the body that they stood for before (``again``), unless another has since been a subject.
    """
    if scene.grammar.governed is NEVER or not fit or scene.grammar.this_one.search(single.span.text.lower()):
        return None  # "bộ này" is the one named last, whoever the subject is
    place, ids = single.span.start, {n.id for n in fit}
    for start, end in sentences_before(scene, place):
        first = subject_in(scene, start, end)
        if first is not None and first.id in ids:
            return first
        same = next((c for c in scene.cues_in(start, end, "single") if _say_the_same(scene, c, single)), None)
        meant = again(same) if same and end != place else None
        if meant is not None and meant.id in ids:
            return meant
        named = [n for n in fit if start <= n.start < end and not is_aside(scene, n)]
        if named and end != place:
            return named[0]
    return None


def _say_the_same(scene: Scene, one: CueMention, two: CueMention) -> bool:
    """Whether the same words stand for a body twice, or words that tell no trade: "the company" and "the firm"."""
    first, second = one.span.text.lower(), two.span.text.lower()
    if first == second or one.value != two.value:
        return first == second
    trades = {noun for trade in scene.words.pairs.trades for noun in trade.nouns}
    return not {first.partition(" ")[2], second.partition(" ")[2]} & trades and not (one.form or two.form)


def sentences_before(scene: Scene, place: int) -> list[tuple[int, int]]:
    """The part of the sentence before ``place``, and the sentences before it, the last first."""
    here = scene.sentence_at(place)
    if here is None:
        return []
    earlier = [s for s in scene.article.sentences if s.end <= here.start and s.role not in ("headline", "caption")]
    return [(here.start, place), *((s.start, s.end) for s in reversed(earlier[-_SENTENCES:]))]


def subject_in(scene: Scene, start: int, end: int) -> Named | None:
    """The first body between ``start`` and ``end`` that nothing governs and that is not only compared with another."""
    for name in scene.named_in(start, end):
        before = scene.plain[max(start, name.start - _GOVERNED) : name.start]
        if name.kind == STATE or scene.grammar.governed.search(before) or is_aside(scene, name):
            continue
        return name
    return None


def is_aside(scene: Scene, name: Named) -> bool:
    """Whether the body is named only beside the one that the text speaks of: "its rival [Jin Air]"."""
    return bool(scene.grammar.aside_name.search(scene.before(name.start, _GOVERNED)))


def of_trade(scene: Scene, noun: str, fit: Sequence[Named]) -> list[Named]:
    """Those of ``fit`` whose names tell the trade of the noun; where none does, those whose names tell no other."""
    trades = scene.words.pairs.trades
    own = next((t for t in trades if noun in t.nouns), None)
    if own is None:
        return list(fit)
    named = [(n, _names_of(scene, n)) for n in fit]
    alike = [n for n, names in named if any(own.names.search(said) for said in names)]
    if alike:
        return alike
    others = [t for t in trades if t is not own]
    return [n for n, names in named if not any(t.names.search(said) for said in names for t in others)]


def _names_of(scene: Scene, name: Named) -> tuple[str, ...]:
    """What the article calls the body, in lower case."""
    body = scene.bodies.get(name.id)
    return tuple(n.lower() for n in body.names) if body else (scene.plain[name.start : name.end],)
