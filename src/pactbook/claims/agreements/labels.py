"""Deals that a label tells, as lists have them: "KAIST - Phenikaa: memorandum on chips", "an MoU (A, B)"."""

from __future__ import annotations

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.mention import CueMention

#: How far before a deal the names of its label begin, and how far behind it the bracket opens, in characters.
_BEFORE, _BEHIND = 200, 110
#: So many bodies make a deal, and so many a label names at most.
_TWO, _MANY = 2, 5


def labelled(scene: Scene, deal: CueMention) -> tuple[Named, ...]:
    """The bodies that a label gives the deal, in brackets or before or behind a colon; empty where there is none."""
    return _before(scene, deal) or _behind(scene, deal)


def is_verbless(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal opens a line that has no verb: "MoU on hydrogen between PV Gas and Doosan"."""
    sentence = scene.sentence_at(deal.span.start)
    if sentence is None or scene.grammar.has_verb.search(scene.plain, sentence.start, sentence.end):
        return False
    numbered = scene.grammar.numbered.match(scene.plain, sentence.start)
    if sentence.role != "item" and not numbered and scene.plain[sentence.end - 1] == ".":
        return False
    part = max(sentence.start, scene.plain.rfind(";", sentence.start, deal.span.start) + 1)
    return bool(scene.grammar.opens_label.fullmatch(scene.plain, part, deal.span.start))


def _before(scene: Scene, deal: CueMention) -> tuple[Named, ...]:
    grammar, end = scene.grammar, deal.span.start
    names = [n for n in scene.named_in(max(0, end - _BEFORE), end) if n.kind != STATE]
    if len(names) < _TWO or not grammar.label_to_deal.fullmatch(scene.plain, names[-1].end, end):
        return ()
    if scene.cues_in(names[-1].end, end, "deal", "deals"):
        return ()  # "A - B: memorandum on the [financing] of a plant"
    chain = _chained(scene, list(reversed(names)))[::-1]
    sentence = scene.sentence_at(end)
    if len(chain) < _TWO or sentence is None:
        return ()
    part = max(sentence.start, scene.plain.rfind(";", sentence.start, chain[0].start) + 1)
    return tuple(chain) if grammar.label_start.fullmatch(scene.plain, part, chain[0].start) else ()


def _behind(scene: Scene, deal: CueMention) -> tuple[Named, ...]:
    grammar, start = scene.grammar, deal.span.end
    opened = grammar.deal_to_label.match(scene.plain, start, start + _BEHIND)
    if opened is None or scene.cues_in(start, opened.end(), "deal", "deals"):
        return ()
    names = [n for n in scene.named_in(opened.end(), opened.end() + _BEFORE) if n.kind != STATE]
    if len(names) < _TWO or names[0].start - opened.end() > len("the "):
        return ()
    chain = _chained(scene, names)
    return tuple(chain) if len(chain) >= _TWO and grammar.label_end.match(scene.plain, chain[-1].end) else ()


def _chained(scene: Scene, names: list[Named]) -> list[Named]:
    """The first of ``names``, which stand in the order of the text or against it, and those that are joined to it."""
    chain = names[:1]
    for name in names[1:_MANY]:
        one, two = sorted((chain[-1], name), key=lambda n: n.start)
        if not scene.grammar.label_gap.fullmatch(scene.plain, one.end, two.start):
            break
        chain.append(name)
    return chain if len({n.id for n in chain}) == len(chain) else []
