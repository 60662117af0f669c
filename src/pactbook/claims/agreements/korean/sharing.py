"""Clauses that tell several deals at once: "A는 B와, C는 D와", "A는 B, C와 각각", "X, Y에 관한 MOU를 각각"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.korean.clauses import SUBJECTS, Clause
from pactbook.claims.agreements.korean.context import Context
from pactbook.claims.agreements.korean.names import Placed
from pactbook.claims.agreements.korean.triggers import Trigger
from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.model.span import Span


def shares_of(trigger: Trigger, clause: Clause, draft: Draft, context: Context) -> list[Parties]:
    """The pairs of "A는 B와, C는 D와", "A는 B, C와 각각" and "A와 B는 C와 각각"; empty where there is one deal."""
    if draft.parties.how != "named" or draft.kind in BETWEEN_STATES:
        return []
    own = [p for p in clause.placed if p.named.kind != STATE and p.named in draft.parties.names]
    subjects, withs = [p for p in own if p.part in SUBJECTS], [p for p in own if p.part == "with"]
    order = "".join("s" if p.part in SUBJECTS else "w" for p in own if p.part in (*SUBJECTS, "with"))
    if order in ("swsw", "swswsw", "swswswsw"):
        return [Parties((s.named, w.named), "named") for s, w in zip(subjects, withs, strict=True)]
    scene = context.scene
    inside = _with_brackets(scene, subjects)
    if len(inside) > 1:
        return inside
    each = scene.words.korean.grammar.each.search(scene.plain, trigger.start, trigger.end)
    if each and len({w.named.id for w in withs}) == 1 and len({s.named.id for s in subjects}) > 1:
        return [Parties((s.named, withs[0].named), "named") for s in subjects]
    several = len({w.named.id for w in withs}) > 1 and (each or any(w.parted for w in withs) or _apart(withs))
    if not several:
        return []
    firsts = tuple(n for n in draft.parties.names if n not in [w.named for w in withs])
    return [Parties((*firsts, w.named), "named") for w in withs] if firsts else []


def _with_brackets(scene: Scene, subjects: Sequence[Placed]) -> list[Parties]:
    """The pairs of "A(B·연구), C(D·연수)가": each subject with the body of another country in its bracket."""
    found: list[Parties] = []
    for one in subjects:
        partners = [
            n
            for n in scene.named_in(one.named.end, one.tail)
            if n.kind != STATE and n.id != one.named.id and n.country != one.named.country
        ]
        found.extend(Parties((one.named, n), "named") for n in partners[:1])
    return found


def _apart(withs: Sequence[Placed]) -> bool:
    """Whether the partners stand apart, each with its own particle: "B와는 ..., C와는 ..."."""
    return len(withs) > 1 and not any(w.listed for w in withs)


def subjects_of(trigger: Trigger, clause: Clause, draft: Draft, scene: Scene) -> list[Span]:
    """The subjects of several deals with one partner: "B와 무역 협력, 광물 협력에 관한 MOU를 각각"; none for one."""
    deal, act, grammar = trigger.deal, trigger.act, scene.words.korean.grammar
    if (
        deal is None
        or act is None
        or draft.subject is None
        or not grammar.each.search(scene.plain, deal.end, act.start)
    ):
        return []
    low = max([p.end for p in clause.placed if p.part and p.end < deal.start], default=trigger.start)
    high = draft.subject.end
    cuts = [low - 1, *(n for n in range(low, high) if scene.plain[n] == ","), high]
    parts = [(a + 1, b) for a, b in pairwise(cuts)]
    spans = [Span.of(scene.text, *_trimmed(scene.text, a, b)) for a, b in parts if scene.text[a:b].strip()]
    return spans if len(spans) > 1 and not scene.dates_in(low, high) else []


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start] in " \n":
        start += 1
    while text[end - 1] in " \n":
        end -= 1
    return start, end
