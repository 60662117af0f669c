"""What a deal is about: its subject in words, and its sectors."""

from __future__ import annotations

from pactbook.claims.agreements.scene import Scene
from pactbook.knowledge.sectors import sector_patterns
from pactbook.model.article import Sentence
from pactbook.model.span import Span
from pactbook.text.level import tidy

#: How far behind the deal its topic may begin, in characters.
_REACH = 150


def subject_of(scene: Scene, deal: Span, sentence: Sentence) -> str:
    """A short phrase from the article: what stands after "on" or "for" behind the deal, else the deal in its own words."""
    grammar = scene.grammar
    for m in grammar.topic.finditer(scene.plain, deal.end, min(sentence.end, deal.end + _REACH)):
        named = scene.named_in(m.end(), m.end() + 40) and not grammar.topic_on.match(m.group())
        if named or scene.dates_in(m.start(), m.end() + 2):
            continue
        phrase = scene.text[m.end() : sentence.end]
        stop = grammar.topic_end.search(phrase)
        words = tidy(phrase[: stop.start()] if stop else phrase)
        if len(words) > 8 and " " in words and not grammar.no_topic.match(words.lower()):
            return _shortened(words)
    return _in_own_words(scene, deal)


def _in_own_words(scene: Scene, deal: Span) -> str:
    """The deal with the adjectives before it: "administrative arrangement"."""
    before = scene.before(deal.start, 40)
    own = scene.grammar.own_words.search(before)
    start = deal.start - (len(own.group()) if own else 0)
    return _shortened(tidy(scene.text[start : deal.end]))


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


def place_of(scene: Scene, sentence: Sentence) -> str | None:
    """The city of the signing as the sentence says it: a capital named behind "in"; None where it says none."""
    for name in scene.named_in(sentence.start, sentence.end):
        if name.form == "capital" and scene.grammar.in_place.search(scene.before(name.start, 12)):
            return name.span.text
    return None
