"""The deal whose place a new one takes, where only "one" stands for it: "It replaces [one signed in 2008]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.drafts import Draft, Telling, beside
from pactbook.claims.agreements.scene import Scene
from pactbook.model.article import Sentence
from pactbook.model.claim import Because
from pactbook.model.mention import CueMention
from pactbook.model.span import Span


def one_replaced(scene: Scene, start: int, end: int) -> re.Match[str] | None:
    """The words for the deal that went before: "replaces one signed in 2008, which expired last year"."""
    if (start, end) in scene.replaced:
        return scene.replaced[start, end]
    told = scene.replaced[start, end] = scene.grammar.replaced_one.search(scene.plain, start, end)
    return told


def outside_of(told: re.Match[str], cues: Sequence[CueMention]) -> list[CueMention]:
    """The acts or stages that are said of the new deal, and not of the one replaced."""
    return [c for c in cues if not told.start() <= c.span.start < told.end()]


def replaced_by(new: Draft, sentence: Sentence, scene: Scene) -> Draft | None:
    """The deal that ``sentence`` says the new one takes the place of; None where it says so of none."""
    if not new.ids or new.many or new.status == "ended":
        return None
    told = one_replaced(scene, sentence.start, sentence.end)
    if told is None:
        return None
    start, end = told.span("one")
    if new.sentence is not sentence and not scene.grammar.paper.fullmatch(scene.plain, sentence.start, told.start()):
        return None  # "The building replaces one that burnt down"
    ended = next((s for s in scene.cues_in(start, end, "stage") if s.value == "ended"), None)
    # "It builds on one signed in 2008" does not say how that one stands.
    # While the new one is only to come, the old one goes on.
    status = "signed" if ended is None and (told["builds"] or new.status in AHEAD) else "ended"
    day = next((d for d in scene.dates_in(start, end) if d.value and "/" not in d.value), None)
    told_by = Because("status", *((ended.span, ended.rule) if ended else (_span(scene, told, "by"), "replaced")))
    old = beside(new, status, told_by, day, Telling(None, sentence, start, end))
    deal = next((d for d in scene.cues_in(start, end, "deal") if d.value != "any"), None)
    if deal is not None:
        because = [*(b for b in old.because if b.cell != "kind"), Because("kind", deal.span, deal.rule)]
        old = replace(old, kind=deal.value, because=because)
    return replace(
        old,
        span=_span(scene, told, "one"),
        recalled=True,
        weak_status=False,
        apart=True,
        evidence=[Span.of(scene.text, sentence.start, sentence.end)],
    )


def _span(scene: Scene, told: re.Match[str], part: str) -> Span:
    return Span.of(scene.text, *told.span(part))
