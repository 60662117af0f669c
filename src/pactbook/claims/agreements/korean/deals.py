"""The words for deals in a part of a Korean sentence."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.agreements.scene import Scene
from pactbook.knowledge.korean_agreements import DealHeads
from pactbook.knowledge.korean_finders import korean_finders
from pactbook.model.span import Span

#: The kind of words as loose as "협약", which a word beside them makes stricter.
_LOOSE = ("agreement", "any")
#: How much of the text before a deal tells whether it has been told before.
_BACK = 24


class Deal(Struct, frozen=True):
    """A word for a deal and its entry. ``end`` lies behind the brackets and the quotation mark that follow the word."""

    span: Span
    #: Where the word begins.
    start: int
    end: int
    head: DealHeads
    #: The codebook kind, or ``any``.
    kind: str
    matter: str
    local: bool

    @property
    def rule(self) -> str:
        """The TOML entry that found it."""
        return f"ko/agreements/deals.toml:deals.{self.head.kind}"


def deals_in(scene: Scene, start: int, end: int) -> list[Deal]:
    """The deals spoken of between ``start`` and ``end``, in order; two words for one deal are one."""
    words, grammar = scene.words.korean, scene.words.korean.grammar
    finder = korean_finders().deals
    found: list[Deal] = []
    for m in scene.korean.found(finder, start, end):
        if found and m.start() < found[-1].end:
            continue
        if grammar.no_deal.match(scene.plain, m.end(), end) or _is_name(scene, m.start(), m.end()):
            continue
        stop = _end(scene, m.end(), end)
        head = _head(scene, words.deals[finder.entry(m.group())], m.end(), stop)
        span = Span.of(scene.text, m.start(), m.end())
        deal = Deal(span, m.start(), stop, head, head.kind, head.matter, head.local)
        gap = scene.plain[found[-1].end : m.start()] if found else ""
        if found and (gap in ("", " ") or grammar.amends.fullmatch(gap)):
            found[-1] = _joined(scene, found[-1], deal)
        elif found and grammar.raised.fullmatch(scene.plain, found[-1].end, m.start()):
            one = found[-1]
            found[-1] = replace(one, span=Span.of(scene.text, one.start, m.end()), end=stop)
        else:
            found.append(deal)
    return found


def _head(scene: Scene, head: DealHeads, start: int, end: int) -> DealHeads:
    """The entry of the word, or of a stricter word in its brackets: "학술교류협정(MOU)"."""
    finder = korean_finders().deals
    inside = scene.korean.found(finder, start, end) if head.kind in _LOOSE else ()
    return scene.words.korean.deals[finder.entry(inside[0].group())] if inside else head


def is_back(scene: Scene, deal: Deal) -> bool:
    """Whether the word speaks of a deal told before: "이번 협약"."""
    return bool(scene.words.korean.grammar.back.search(scene.before(deal.start, _BACK)))


def is_apart(scene: Scene, deal: Deal) -> bool:
    """Whether the words set the deal apart from those before: "별도의 협약"."""
    return bool(scene.words.korean.grammar.apart.search(scene.before(deal.start, _BACK)))


def is_older(scene: Scene, deal: Deal) -> bool:
    """Whether the words set an older deal apart from a new one: "기존 협약"."""
    return bool(scene.words.korean.grammar.older.search(scene.before(deal.start, _BACK)))


def is_same(scene: Scene, deal: Deal) -> bool:
    """Whether the deal is of the content and kind of the one before: "같은 내용의 협약"."""
    return bool(scene.words.korean.grammar.same_as.search(scene.before(deal.start, _BACK)))


def _end(scene: Scene, place: int, end: int) -> int:
    """The end of the word with the bracket and the quotation mark behind it; a bracket that names parties stays out."""
    grammar = scene.words.korean.grammar
    aside = grammar.aside.match(scene.plain, place, end)
    if aside is None or aside.end() == place:
        return place
    names_others = scene.named_in(place, aside.end()) or grammar.ditto.search(aside.group())
    return place if names_others else aside.end()


def _is_name(scene: Scene, start: int, end: int) -> bool:
    """Whether the word is a part of a body's name; no body's name ends in it."""
    return any(n.start <= start and end < n.end for n in scene.named_in(max(0, start - 40), end + 20))


def _joined(scene: Scene, one: Deal, two: Deal) -> Deal:
    """Two words side by side: "이중과세방지협정 개정의정서". The last tells the kind unless it is the looser."""
    carried = scene.words.korean.grammar.carries_out.match(scene.plain, two.start) is not None
    leads = two if carried or (one.kind in _LOOSE and two.kind != "any") or two.kind not in _LOOSE else one
    span, matter = Span.of(scene.text, one.start, two.span.end), one.matter or two.matter
    return replace(leads, span=span, start=one.start, end=two.end, matter=matter, local=one.local or two.local)
