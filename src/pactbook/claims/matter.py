"""What a deal is about: its subject in words, and its sectors."""

from __future__ import annotations

import re

from pactbook.claims.scene import Scene
from pactbook.knowledge.sectors import sector_patterns
from pactbook.model.article import Sentence
from pactbook.model.span import Span
from pactbook.text.level import tidy

_TOPIC = re.compile(r"\b(?:on|for|to|about|covering|concerning|regarding|under which|that)\s")
_STOP = re.compile(r"[.;:,](?:\s|$)|\s(?:signed|inked|in the presence of|witnessed|at a ceremony|while)\b|\s--\s")


def subject_of(scene: Scene, core: Span, sentence: Sentence) -> str:
    """A short phrase from the article: what stands after "on" or "for" behind the deal, else the deal's own words."""
    low = core.end
    for m in _TOPIC.finditer(scene.plain, low, sentence.end):
        if (
            scene.dates_in(m.start(), m.end() + 2)
            or scene.named_in(m.end(), m.end() + 40)[:1]
            and m.group().strip() != "on"
        ):
            continue
        phrase = scene.text[m.end() : sentence.end]
        stop = _STOP.search(phrase)
        words = tidy(phrase[: stop.start()] if stop else phrase)
        if len(words) > 8:
            return _shortened(words)
    return _shortened(tidy(core.text))


def _shortened(words: str, most: int = 120) -> str:
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0] + "…"


def sectors_of(scene: Scene, sentence: Sentence, subject: str) -> tuple[str, ...]:
    """The sectors that the words of the subject, and else of the sentence, show; at most three, most telling first."""
    near, wide = subject.lower(), scene.plain[sentence.start : sentence.end]
    scores: dict[str, float] = {}
    for sector, pattern in sector_patterns().items():
        score = 2.0 * len(pattern.findall(near)) + 0.6 * len(pattern.findall(wide))
        if score:
            scores[sector] = score
    best = sorted(scores, key=lambda s: -scores[s])
    return tuple(s for s in best if scores[s] >= max(scores.values()) * 0.5)[:3]
