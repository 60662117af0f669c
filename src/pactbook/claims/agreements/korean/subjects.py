"""What a Korean deal is about: the words before its word."""

from __future__ import annotations

import re

from pactbook.claims.agreements.korean.deals import Deal, deals_in
from pactbook.claims.agreements.korean.names import placed_in
from pactbook.claims.agreements.scene import Scene
from pactbook.model.span import Span

#: How far before a deal its topic may begin, and how short it may be, in characters.
_REACH, _SHORTEST = 90, 2
#: How many objects before a deal are tried.
_OBJECTS = 3
#: A number that says nothing alone.
_NUMBER = re.compile(r"[\d.,]+%?")
_QUOTES = ("'", '"')
_TRIM = "'\"△▲▷▶◇◆□■○●·-=,:()[]… "


def topic_of(scene: Scene, deal: Deal, start: int) -> Span | None:
    """A short phrase: what stands between the last name or particle and the deal, without "에 관한"; None for none."""
    grammar = scene.words.korean.grammar
    if title := _title(scene, deal, start):
        return title
    if done := _done_with(scene, deal, max(start, deal.start - _REACH)):
        return done
    low = max(start, deal.start - _REACH)
    low = max([low, _open_quote(scene, low, deal.start), *(d.end for d in deals_in(scene, low, deal.start))])
    end = deal.start
    link = grammar.topic_link.search(scene.plain[low:end])
    if link:
        end = low + link.start()
    joint = grammar.listed.match(scene.plain, low, end)
    low, end = _phrase(scene, joint.end() if joint else low, end)
    end = _closed(scene, low, end)
    head = grammar.topic_head.match(scene.plain, deal.start, deal.span.end + 1)
    if head and low < end and not scene.plain[end : deal.start].strip():
        end = head.end()
    if _names_states(scene, low, end):
        end = deal.span.end
    return Span.of(scene.text, low, end) if end - low >= _SHORTEST else None


def _title(scene: Scene, deal: Deal, start: int) -> Span | None:
    """The words of a title that the deal's word closes: "'교역 1000억달러 달성 [액션플랜]'"."""
    low = _open_quote(scene, max(start, deal.start - _REACH), deal.start)
    shut = scene.plain[deal.span.end : deal.span.end + 1] in _QUOTES and scene.plain[low - 1 : low] in _QUOTES
    if not shut or low >= deal.start or scene.words.korean.grammar.topic_stop.search(scene.plain[low : deal.start]):
        return None
    link = scene.words.korean.grammar.topic_link.search(scene.plain[low : deal.start])
    end = low + link.start() if link else deal.start
    return Span.of(scene.text, low, end) if end - low >= _SHORTEST else None


def _done_with(scene: Scene, deal: Deal, low: int) -> Span | None:
    """What a verb before the deal does something with: "[감자·사과] 250만달러어치를 3년에 걸쳐 공급하는 계약"."""
    grammar = scene.words.korean.grammar
    found = [m for m in grammar.object_mark.finditer(scene.plain, low, deal.start) if m["object"]][-_OBJECTS:]
    done = (m.start() for m in reversed(found) if grammar.does_it.fullmatch(scene.plain, m.end(), deal.start))
    end = next(done, None)
    if end is None or deals_in(scene, end - 8, end) or any(n.end >= end - 1 for n in scene.named_in(end - 20, end)):
        return None
    start, end = _phrase(scene, low, end)
    sums = [f.span.start for f in scene.figures_in(low, end + 1) if f.span.end >= end]
    if end - start < _SHORTEST and sums:
        start, end = _phrase(scene, low, _without_particle(scene, low, sums[-1]))
    return Span.of(scene.text, start, end) if end - start >= _SHORTEST else None


def _without_particle(scene: Scene, low: int, end: int) -> int:
    """Where the phrase before a sum ends: "관개 사업[에] 1억달러를"."""
    marks = [m for m in scene.words.korean.grammar.object_mark.finditer(scene.plain, low, end) if m.end() == end]
    return marks[-1].start() if marks else end


def object_of(scene: Scene, start: int, act: int) -> Span | None:
    """What an act that tells a deal by itself is done with: the words before its last object particle."""
    found = list(scene.words.korean.grammar.object_mark.finditer(scene.plain, start, act))
    if not found:
        return None
    objects = [m for m in found if m["object"]]
    end = (objects or found)[-1].start()
    low = max(start, end - _REACH)
    sums = [f.span.start for f in scene.figures_in(low, end)]
    if sums and scene.words.korean.grammar.leftover.search(scene.plain[sums[-1] : end]):
        # "양파즙 40만달러어치를"
        end = sums[-1]
    first = low
    low, end = _phrase(scene, low, end)
    if scene.words.korean.grammar.hollow.fullmatch(scene.plain, low, end):
        low = _described(scene, first, low)
    if _NUMBER.fullmatch(scene.text, low, end):
        # "지분 20%를": the share says more with its word
        low = scene.text.rfind(" ", start, max(start, low - 1)) + 1 or low
    return Span.of(scene.text, low, end) if end - low >= _SHORTEST else None


def paid_for(scene: Scene, start: int, end: int) -> Span | None:
    """What the first sum of a clause is for: "[상수도 확장사업]에 3500만달러를 빌려준다"."""
    sums = [f.span.start for f in scene.figures_in(start, end)]
    if not sums:
        return None
    low, high = _phrase(scene, start, _without_particle(scene, start, sums[0]))
    return Span.of(scene.text, low, high) if high - low >= _SHORTEST else None


def right_before(scene: Scene, start: int, act: int) -> Span | None:
    """What stands right before an act that grants it: "[냐베 신도시 개발사업] 승인을 받았다"."""
    low, end = _phrase(scene, max(start, act - _REACH), act)
    return Span.of(scene.text, low, end) if end - low >= _SHORTEST else None


def _described(scene: Scene, first: int, low: int) -> int:
    """Where a phrase begins whose noun at ``low`` says nothing alone: "[임상시험을 함께하는] 방안"; else ``low``."""
    grammar = scene.words.korean.grammar
    found = [m for m in grammar.object_mark.finditer(scene.plain, first, low) if m["object"]]
    if not found or not grammar.does_it.fullmatch(scene.plain, found[-1].end(), low):
        return low
    start, end = _phrase(scene, first, found[-1].start())
    return start if end - start >= _SHORTEST else low


def _closed(scene: Scene, low: int, end: int) -> int:
    """The end of a phrase that stood in quotation marks, without what is glued on: "'염해 대응 사업' 이행[약정]"."""
    for mark in ("'", '"'):
        if scene.plain[low:end].count(mark) == 1 and scene.plain.find(mark, low, end) - low >= _SHORTEST:
            return scene.plain.find(mark, low, end)
    return end


def object_behind(scene: Scene, act: int, end: int, *, goes_on: bool) -> Span | None:
    """What an act that describes it was done with, or what follows: "수주한 [발전소]를", "손잡고 [매장]을 연다"."""
    grammar = scene.words.korean.grammar
    m = (grammar.next_object if goes_on else grammar.done_object).match(scene.plain, act, min(end, act + _REACH))
    return Span.of(scene.text, m.start("object"), m.end("object")) if m else None


def _names_states(scene: Scene, low: int, end: int) -> bool:
    """Whether the words before the deal only name two states or a bloc: "한·베트남 [FTA]"."""
    return low < end and bool(scene.words.korean.grammar.pair_name.fullmatch(scene.plain, low, end))


def _phrase(scene: Scene, low: int, high: int) -> tuple[int, int]:
    """The phrase that ends at ``high``, without marks at its ends; a sum at its end is left out."""
    start, end = _backwards(scene, low, high), high
    if scene.words.korean.grammar.leftover.match(scene.plain[start:end].strip()):
        sums = [f.span.start for f in scene.figures_in(low, high)]
        end = sums[-1] if sums else end
        start = _backwards(scene, low, end)
    while start < end and scene.text[start] in _TRIM:
        start += 1
    while start < end and scene.text[end - 1] in _TRIM:
        end -= 1
    halved = scene.plain[start - 1 : start] in _QUOTES and scene.plain[start:end].count(scene.plain[start - 1]) % 2
    return start - halved, end


def _open_quote(scene: Scene, low: int, high: int) -> int:
    """Behind a quotation mark that is still open at ``high``, else ``low``."""
    place = max(scene.plain.rfind("'", low, high), scene.plain.rfind('"', low, high))
    closed = place >= 0 and scene.plain[low:high].count(scene.plain[place]) % 2 == 0
    return low if place < 0 or closed else place + 1


def _backwards(scene: Scene, low: int, high: int) -> int:
    """Where the topic begins: read back word by word to a particle, a verb, a party, a date or a sum."""
    grammar, text = scene.words.korean.grammar, scene.plain
    walls = [d.span.end for d in scene.dates_in(low, high)]
    walls += [f.span.end for f in scene.figures_in(low, high) if text[f.span.start - 1] != "("]
    placed = placed_in(scene, scene.named_in(low, high), high + 2)
    walls += [p.end for p in placed if p.part and p.part != "stake"]
    low = max(walls, default=low)
    place = high
    while place > low:
        space = text.rfind(" ", low, place - 1)
        word = text[space + 1 if space >= 0 else low : place].strip()
        quoted = word[:1] in _QUOTES and word[-1:] in _QUOTES
        if not quoted and grammar.topic_stop.search(word) and not grammar.topic_word.search(word):
            return place
        if space < 0:
            return low
        place = space
    return low
