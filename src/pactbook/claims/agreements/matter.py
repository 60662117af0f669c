"""What a deal is about: its subject in words, and its sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.sectors import sector_patterns
from pactbook.model.article import Sentence
from pactbook.model.span import Span
from pactbook.text.level import tidy

#: What a word of the deal, a word of its sentences and the kind of its parties count; the share of the most that does.
_NEAR, _WIDE, _PARTY, _SHARE = 2.0, 1.0, 1.5, 0.45
#: Kind of body → how many of them show the sector.
_PARTY_SECTORS = {"subnational": (2, "local"), "education": (1, "education"), "hospital": (1, "health")}
#: How far behind the deal its topic may begin, in characters.
_REACH = 150
#: What a list sets before its items.
_BULLETS = "-–—•*· "


def subject_of(scene: Scene, deal: Span, sentence: Sentence) -> str:
    """A short phrase from the article: what stands after "on" or "for" behind the deal, else the deal's words.

    Where the deal's word only stands in for it ("one", "another"), the words of the sentence instead.
    """
    grammar = scene.grammar
    for m in grammar.topic.finditer(scene.plain, deal.end, min(sentence.end, deal.end + _REACH)):
        named = scene.named_in(m.end(), m.end() + 40) and not grammar.topic_on.match(m.group())
        if named or scene.dates_in(m.start(), m.end() + 2):
            continue
        phrase = scene.text[m.end() : sentence.end]
        stop = grammar.topic_end.search(phrase)
        words = tidy(phrase[: stop.start()] if stop else phrase)
        topical = (len(words) > 8 and " " in words) or (len(words) > 4 and grammar.topic_on.match(m.group()))
        if topical and not grammar.no_topic.match(words.lower()):
            return _shortened(words)
    if scene.plain[deal.start : deal.end] in scene.words.lists.members:
        return _shortened(tidy(scene.text[sentence.start : sentence.end]).lstrip(_BULLETS))
    return _in_own_words(scene, deal)


def _in_own_words(scene: Scene, deal: Span) -> str:
    """The deal with the adjectives before it: "administrative arrangement"."""
    if behind := scene.grammar.own_behind.match(scene.plain, deal.end):
        return _shortened(tidy(scene.text[deal.start : behind.end()]))
    before = scene.before(deal.start, 40)
    own = scene.grammar.own_words.search(before)
    start = deal.start - (len(own.group()) if own else 0)
    return _shortened(tidy(scene.text[start : deal.end]).lstrip(_BULLETS))


def _shortened(words: str, most: int = 120) -> str:
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0] + "…"


def sectors_of(scene: Scene, parties: Sequence[Named], evidence: Sequence[Span], words: str) -> tuple[str, ...]:
    """The sectors that the words of the deal, its sentences and its parties show; at most three, most telling first.

    Names of bodies do not count as words of the sentences: a trade ministry signs more than trade deals.
    """
    scores: dict[str, float] = dict.fromkeys(_of_parties(parties), _PARTY)
    names = [(n.start, n.end) for e in evidence for n in scene.named_in(e.start, e.end) if n.kind != STATE]
    for sector, pattern in sector_patterns().items():
        found = [m.start() for e in evidence for m in pattern.finditer(scene.plain, e.start, e.end)]
        free = sum(not any(start <= place < end for start, end in names) for place in found)
        told = _NEAR * len(pattern.findall(words.lower())) + _WIDE * min(free, 2)
        scores[sector] = scores.get(sector, 0) + told
    if not any(scores.values()):
        wide = " ".join(e.text.lower() for e in evidence)
        scores = {s: float(len(p.findall(wide))) for s, p in sector_patterns().items()}
    least = max(scores.values(), default=0) * _SHARE
    best = sorted((s for s, score in scores.items() if score and score >= least), key=lambda s: -scores[s])
    return tuple(best[:3])


def _of_parties(parties: Sequence[Named]) -> list[str]:
    """The sector that bodies of one kind make a deal of: two towns a local one, a university one of education."""
    kinds = Counter({n.id: n.kind for n in parties}.values())
    return [sector for kind, (least, sector) in _PARTY_SECTORS.items() if kinds[kind] >= least]


def place_of(scene: Scene, sentence: Sentence) -> str | None:
    """The city of the signing as the sentence says it: a capital named behind "in"; None where it says none."""
    for name in scene.named_in(sentence.start, sentence.end):
        if name.form == "capital" and scene.grammar.in_place.search(scene.before(name.start, 12)):
            return name.span.text
    return None
