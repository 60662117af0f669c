"""What a deal is about: its subject in words, and its sectors."""

from __future__ import annotations

import re

from pactbook.claims.scene import Scene
from pactbook.claims.triggers import Trigger
from pactbook.knowledge.sectors import sector_patterns
from pactbook.text.level import tidy

_TOPIC = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?,?\s*(?:on|for|to|about|covering|concerning|regarding|under which|that|aimed at|in)\s"
)
_STOP = re.compile(r"[.;:,](?:\s|$)|\s(?:signed|inked|in the presence of|witnessed|at a ceremony|while)\b|\s--\s")


def subject_of(scene: Scene, trigger: Trigger) -> str:
    """A short phrase from the article: what stands after "on" or "for" behind the deal, else the deal's own words."""
    anchor = trigger.deal or trigger.act
    if anchor is None:
        return ""
    low = max(
        anchor.span.end, trigger.act.span.end if trigger.act and trigger.act.span.start - anchor.span.end < 3 else 0
    )
    for m in re.finditer(
        r"\b(?:on|for|to|about|covering|concerning|under which|that)\s", scene.plain[low : trigger.end]
    ):
        phrase = scene.text[low + m.start() : trigger.end]
        if not scene.dates_in(low + m.start(), low + m.end() + 2) and not scene.named_in(
            low + m.end(), low + m.end() + 1
        ):
            stop = _STOP.search(phrase)
            words = tidy(phrase[: stop.start()] if stop else phrase)
            if len(words) > 8:
                return _shortened(words)
    start = max(trigger.start, anchor.span.start - 40)
    head = scene.text[start : anchor.span.end]
    return _shortened(tidy(head.split(",")[-1]))


def _shortened(words: str, most: int = 120) -> str:
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0] + "…"


def sectors_of(scene: Scene, start: int, end: int, subject: str) -> tuple[str, ...]:
    """The sectors that the words of the subject, and else of the clause, show; at most four, most telling first."""
    near, wide = subject.lower(), scene.plain[start:end]
    scores: dict[str, float] = {}
    for sector, pattern in sector_patterns().items():
        score = 2.0 * len(pattern.findall(near)) + 0.6 * len(pattern.findall(wide))
        if score:
            scores[sector] = score
    best = sorted(scores, key=lambda s: -scores[s])
    return tuple(s for s in best if scores[s] >= max(scores.values()) * 0.5)[:3]
