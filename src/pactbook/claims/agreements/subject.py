"""The subject of a deal: the shortest phrase of the article that tells what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pactbook.claims.agreements.acts import acts_in
from pactbook.claims.agreements.deals import matter_of
from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.model.claim import Because
from pactbook.model.mention import CueMention
from pactbook.model.span import Span
from pactbook.text.level import tidy

#: How far behind the deal its topic may begin, and how long a subject may be, in characters.
_REACH, _LONGEST = 150, 120
#: What a list sets before its items, and what is no part of a phrase at its ends.
_BULLETS, _EDGES = "-–—•*· ", " ,;:.\"'“”‘’"
#: Marks that come in twos: one alone is cut out.
_PAIRED = (('"', '"'), ("“", "”"), ("‘", "’"), ("(", ")"))
#: How telling a subject is by how it was found; of equals the first told counts.
_OBJECT, _ON, _NAME, _FOR, _OWN, _FAR, _PURPOSE, _NOTHING = 7, 6, 5, 4, 3, 2, 1, 0
#: A topic farther than this from its deal, or behind a comma, is told by the way.
_NEAR, _APART = 80, ", "
#: What may stand before a name that is all of a phrase: "Seoul's".
_LEAD = 10
#: A name that begins a phrase behind "for" or "to" within so many characters is what the phrase is about: a party.
_HEADED = 25
#: How near a deal stands behind the words that tell more of it.
_BESIDE = 3
#: Kinds whose name says what they are about: a strategic partnership, a free trade agreement.
_NAMED = frozenset({"partnership", "declaration"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A phrase for the table, where it stands, and how it was found."""

    words: str
    span: Span
    strength: int
    rule: str

    @property
    def because(self) -> Because:
        """Why the cell holds these words."""
        return Because("subject", self.span, self.rule)


def subject_of(scene: Scene, draft: Draft) -> Subject:
    """The most telling subject among all the clauses that tell the deal, unless its reader has found it."""
    if draft.subject is not None and (span := _refined(scene, draft, draft.subject)):
        return _subject(scene, span, _ON, "topic")
    found = [s for t in draft.tellings for s in _candidates(scene, draft, t)]
    return max(found, key=lambda s: s.strength, default=None) or _whole(scene, draft)


def _refined(scene: Scene, draft: Draft, found: Span) -> Span | None:
    """The words that the reader found before a deal, without loose ends; with the deal where its name tells more."""
    shut = "(" in found.text and scene.text[found.end : found.end + 1] == ")"
    span = _trimmed(scene, found.start, found.end + shut)
    if span is None or scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        return None
    behind = [t.deal for t in draft.tellings if t.deal and 0 <= t.deal.start - span.end <= _BESIDE]
    leans = scene.grammar.topic_leans.search(scene.plain[span.start : span.end])
    named = bool(draft.matter or leans) or draft.kind in _NAMED
    return Span.of(scene.text, span.start, behind[0].end) if behind and named else span


def _candidates(scene: Scene, draft: Draft, telling: Telling) -> Iterator[Subject]:
    cue = _cue_at(scene, telling)
    yield from _behind(scene, telling)
    if cue is not None and cue.role == "list":
        yield from _counted(scene, telling, cue)
    if telling.deal is None:
        yield from _of_item(scene, draft, telling) if cue is None else _object(scene, telling, cue)
    else:
        yield from _before(scene, telling, telling.deal)
        yield _in_own_words(scene, draft, telling.deal, cue)
    yield from _purpose(scene, telling)


def _cue_at(scene: Scene, telling: Telling) -> CueMention | None:
    """The deal word, or the act that tells the deal on its own."""
    if telling.deal is not None:
        found = scene.cues_in(telling.deal.start, telling.deal.end, "deal", "deals", "list")
    else:
        found = scene.cues_in(telling.start, telling.end, "feat")
    return found[0] if found else None


def _behind(scene: Scene, telling: Telling) -> Iterator[Subject]:
    """What stands after "on", "for" and the like behind the deal, or behind the act that tells it."""
    grammar, act = scene.grammar, _cue_at(scene, telling)
    if act is None:
        return
    start, stop = act.span.end, _limit(scene, telling, act)
    for m in grammar.topic.finditer(scene.plain, start, stop):
        sure = bool(grammar.topic_on.match(m.group()))
        span = _phrase(scene, m.end(), telling.sentence.end)
        if span is None or scene.dates_in(m.start(), m.end() + 2):
            continue
        if not sure and any(n.start - span.start < _HEADED for n in scene.named_in(m.end(), span.end + _LEAD)):
            continue
        gap = _between_names(scene, start, m.start()) if sure else scene.plain[start : m.start()]
        if _is_topic(scene, span, sure or not gap.strip()):
            near = len(gap) < _NEAR and (_APART not in gap or scene.cues_in(start, m.start(), "act"))
            yield _subject(scene, span, (_ON if sure else _FOR) if near else _FAR, "topic")
            return


def _between_names(scene: Scene, start: int, end: int) -> str:
    """The words from ``start`` to ``end`` without names: from "a memo between [A] and [B]" to "on" is no long way."""
    words, at = "", start
    for name in scene.named_in(start, end):
        words += scene.plain[at : max(at, name.start)]
        at = max(at, name.end)
    return words + scene.plain[at:end]


def _limit(scene: Scene, telling: Telling, cue: CueMention) -> int:
    """How far the topic may begin: in the clause; "one" and "another" have theirs before the next of them."""
    far = min(telling.sentence.end, cue.span.end + _REACH)
    if cue.role != "list":
        return min(telling.end, far)
    members = [c.span.start for c in scene.cues_in(cue.span.end, far, "list") if c.value == "member"]
    return min([far, *members])


def _counted(scene: Scene, telling: Telling, member: CueMention) -> Iterator[Subject]:
    """For "one" and "another" what the deals counted before are about: "three memorandums on coal: one with ..."."""
    many = scene.cues_in(telling.sentence.start, member.span.start, "deals")
    if not many:
        return
    whole = Telling(many[-1].span, telling.sentence, many[-1].span.start, member.span.start)
    for found in (*_behind(scene, whole), _subject(scene, many[-1].span, _NOTHING, "deal")):
        yield replace(found, strength=min(found.strength, _PURPOSE))


def _before(scene: Scene, telling: Telling, deal: Span) -> Iterator[Subject]:
    """A subject that stands before the deal: "... is the matter of the memorandum"."""
    found = scene.grammar.topic_before.search(scene.plain[telling.sentence.start : deal.start])
    if found is None:
        return
    start, end = (telling.sentence.start + place for place in found.span("topic"))
    span = _trimmed(scene, start, end)
    if span is not None and _is_topic(scene, span, sure=True):
        yield _subject(scene, span, _ON, "topic_before")


def _object(scene: Scene, telling: Telling, act: CueMention) -> Iterator[Subject]:
    """What was bought or agreed to: the words behind an act that tells a deal on its own, else those before it."""
    span = _phrase(scene, act.span.end, telling.sentence.end)
    led = scene.plain[act.span.start : act.span.end].split(" ")[-1]
    if led in {*scene.words.linking.party, *scene.words.linking.giver}:
        span = None  # "teamed up with", "ordered from": a party follows
    if span is not None and not scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        if scene.figures_in(span.start, span.start + 1):
            verb = max(act.span.start, scene.plain.rfind(" ", act.span.start, act.span.end) + 1)
            span = Span.of(scene.text, verb, span.end)
        headed = any(n.start == span.start and n.kind != STATE for n in scene.named_in(span.start, span.end))
        if len(span.text) > 3 and not headed:
            yield _subject(scene, span, _OBJECT, "object")
            return
    own = scene.grammar.own_words.search(scene.plain[max(telling.start, act.span.start - 40) : act.span.start])
    start = act.span.start - len(own.group()) if own is not None else act.span.start
    if start < act.span.start and not _is_name(scene, before := Span.of(scene.text, start, act.span.start - 1)):
        yield _subject(scene, before, _NOTHING, "own_words")


def _of_item(scene: Scene, draft: Draft, telling: Telling) -> Iterator[Subject]:
    """A list item without a word for the deal: what stands behind its names, or before them."""
    names = [n for n in draft.parties.names if telling.start <= n.start < telling.end]
    if not names:
        return
    first, last = min(n.start for n in names), max(n.end for n in names)
    before = first - telling.start > _LEAD
    span = _phrase(scene, telling.start, first) if before else _phrase(scene, last, telling.end)
    if span is not None and len(span.text) > 3:
        yield _subject(scene, span, _OBJECT, "item")


def _in_own_words(scene: Scene, draft: Draft, deal: Span, cue: CueMention | None) -> Subject:
    """The deal with the adjectives before it: "administrative arrangement", "ASEAN-Korea pact"."""
    if cue is not None and cue.role == "list":
        return _subject(scene, deal, _NOTHING, "deal")
    verbs = [c.span.end for c in (*acts_in(scene, deal.start - 60, deal.start), *_others(scene, deal))]
    names = [n.end for n in scene.named_in(deal.start - 60, deal.start) if n.kind not in (STATE, "international")]
    low = max([deal.start - 40, 0, *verbs, *names])
    own = scene.grammar.own_words.search(scene.plain[low : deal.start])
    start = deal.start - (len(own.group()) if own else 0)
    for name in reversed(scene.named_in(max(low, start - 40), start)):
        if scene.grammar.pair_gap.fullmatch(scene.plain, name.end, start) is None:
            break
        start = name.start
    behind = scene.grammar.own_behind.match(scene.plain, deal.end)
    end = behind.end() if behind else deal.end
    span = Span.of(scene.text, start, end)
    if scene.grammar.tells_nothing.fullmatch(scene.plain, start, end):
        return _subject(scene, span, _NOTHING, "deal")
    telling = cue is not None and (matter_of(cue) or draft.kind in _NAMED)
    return _subject(scene, span, _NAME if telling else _OWN, "deal")


def _others(scene: Scene, deal: Span) -> list[CueMention]:
    return scene.cues_in(deal.start - 60, deal.start, "feat", "stage")


def _purpose(scene: Scene, telling: Telling) -> Iterator[Subject]:
    """What the parties will do, where the sentence says only by the way that they signed something."""
    found = scene.grammar.purpose.search(scene.plain, telling.sentence.start, telling.sentence.end)
    if found is None:
        return
    span = _phrase(scene, found.start("topic"), found.end("topic"))
    if span is None or len(span.text) <= 8 or scene.cues_in(span.start, span.end, "deal", "deals"):
        return
    if not scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        yield _subject(scene, span, _PURPOSE, "purpose")


def _whole(scene: Scene, draft: Draft) -> Subject:
    """The words of the clause that told the deal, where nothing else is to be had."""
    start = _begun(scene, draft.span.start, draft.span.end)
    return _subject(scene, Span.of(scene.text, start, draft.span.end), _NOTHING, "clause")


def _phrase(scene: Scene, start: int, end: int) -> Span | None:
    """The phrase from ``start`` to where its words end."""
    start = _begun(scene, start, end)
    stop = _end_of(scene, start, end)
    for name in scene.named_in(start + 1, stop):
        led = scene.grammar.topic_party.search(scene.plain[start : name.start])
        if led is not None and name.kind != STATE and led.start() > 3:
            stop = start + led.start()
            break
    days = [d.span.start for d in scene.dates_in(start + 1, stop) if d.value and "/" not in d.value]
    return _trimmed(scene, start, min([stop, *days]))


def _end_of(scene: Scene, start: int, end: int) -> int:
    """Where the phrase ends: behind a list, at the punctuation behind a clause, else where something new begins."""
    grammar = scene.grammar
    listed = grammar.topic_list.match(scene.plain, start, end)
    if listed is not None:
        return listed.end()
    if grammar.topic_clause.match(scene.plain, start):
        return min((p for p in (scene.plain.find(mark, start, end) for mark in ".;:,") if p > 0), default=end)
    # Some languages tell a name by its capital: those patterns need the text as it is printed.
    ends = [grammar.topic_end.search(text, start + 1, end) for text in (scene.plain, scene.text)]
    return min((m.start() for m in ends if m), default=end)


def _begun(scene: Scene, start: int, end: int) -> int:
    """Where the phrase begins behind marks, bullets and articles."""
    while start < end and scene.text[start] in _EDGES + _BULLETS:
        start += 1
    article = scene.grammar.article.match(scene.plain, start, end)
    return article.end() if article else start


def _trimmed(scene: Scene, start: int, end: int) -> Span | None:
    """Cut articles, bullets and loose ends off, but no dot of a name; None where nothing is left."""
    start = _begun(scene, start, end)
    for _ in range(3):
        while end > start and scene.text[end - 1] in _EDGES:
            end -= 1
        tail = scene.grammar.topic_tail.search(scene.text[start:end])  # "Long An" ends with no article
        if tail is None:
            break
        end = start + tail.start()
    cut = [n.end for n in scene.named_in(start, end + 1) if n.start < end < n.end]
    return Span.of(scene.text, start, max([end, *cut])) if end - start > 1 else None


def _is_topic(scene: Scene, span: Span, sure: bool) -> bool:
    long = (len(span.text) > 8 and " " in span.text) or (sure and len(span.text) > 1)
    if not long or scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        return False
    return sure or not _is_name(scene, span)


def _is_name(scene: Scene, span: Span) -> bool:
    """Whether the phrase is no more than the name of a body, or a part of it."""
    names = [n for n in scene.named_in(span.start - 1, span.end + 100) if n.kind != STATE]
    return any(n.start - span.start < _LEAD and n.end >= span.end - 1 for n in names)


def _subject(scene: Scene, span: Span, strength: int, rule: str) -> Subject:
    words = tidy(span.text).strip(_EDGES).lstrip(_BULLETS)
    for opened, closed in _PAIRED:
        odd = words.count(opened) % 2 if opened == closed else words.count(opened) != words.count(closed)
        if odd:
            words = words.replace(opened, "").replace(closed, "")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    place = f"{scene.article.language}/agreements.toml:grammar.{rule}"
    return Subject(words, span, strength, place)
