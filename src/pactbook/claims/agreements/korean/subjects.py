"""What a Korean deal is about: the words before its word."""

from __future__ import annotations

from pactbook.claims.agreements.korean.deals import Deal
from pactbook.claims.agreements.scene import Scene
from pactbook.model.span import Span

#: How far before a deal its topic may begin, and how short it may be, in characters.
_REACH, _SHORTEST = 90, 2
_TRIM = "'\"△▲▷▶◇◆□■○●·-=,:()[]… "


def topic_of(scene: Scene, deal: Deal, start: int) -> Span | None:
    """A short phrase: what stands between the last name or particle and the deal, without "에 관한"; None for none."""
    low = max(start, deal.start - _REACH)
    low = max(low, _open_quote(scene, low, deal.start))
    end = deal.start
    link = scene.words.korean.grammar.topic_link.search(scene.plain[low:end])
    if link:
        end = low + link.start()
    low = max(low, _last_break(scene, low, end))
    while low < end and scene.text[low] in _TRIM:
        low += 1
    while low < end and scene.text[end - 1] in _TRIM:
        end -= 1
    return Span.of(scene.text, low, end) if end - low >= _SHORTEST else None


def _open_quote(scene: Scene, low: int, high: int) -> int:
    """Behind a quotation mark that is still open at ``high``, else ``low``."""
    place = max(scene.plain.rfind(mark, low, high) for mark in ("'", '"'))
    closed = place >= 0 and scene.plain[low:high].count(scene.plain[place]) % 2 == 0
    return low if place < 0 or closed else place + 1


def _last_break(scene: Scene, low: int, high: int) -> int:
    """Where the topic begins: behind the last particle, sum, date or party before it."""
    grammar = scene.words.korean.grammar
    ends = [m.end() for m in grammar.topic_start.finditer(scene.plain, low, high)]
    ends += [d.span.end for d in scene.dates_in(low, high)]
    ends += [low + n + 1 for n, c in enumerate(scene.plain[low:high]) if c in ",;…"]
    return max([e for e in ends if high - e >= 2], default=low)
