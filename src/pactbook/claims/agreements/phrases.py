"""Phrases of the text that may say what a deal is about, cut where their words end."""

from __future__ import annotations

from msgspec import Struct

from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.model.claim import Because
from pactbook.model.span import Span
from pactbook.text.level import tidy

#: How long a subject may be, in characters.
_LONGEST = 120
#: What a list sets before its items, and what is no part of a phrase at its ends.
_BULLETS, _EDGES = "-–—•*· ", " ,;:.\"'“”‘’"
_OUTSIDE = _EDGES + _BULLETS
#: Marks that come in twos: one alone is cut out.
_PAIRED = (('"', '"'), ("“", "”"), ("‘", "’"), ("(", ")"))
#: What may stand before a name that is all of a phrase: "Seoul's".
LEAD = 10
#: How telling a subject is by how it was found; of equals the first told counts.
OBJECT, ON, NAME, FOR, MADE, OWN, FAR, PURPOSE, NOTHING = 8, 7, 6, 5, 4, 3, 2, 1, 0


class Subject(Struct, frozen=True):
    """A phrase for the table, where it stands, and how it was found.

    ``strength`` is 0 for words that hardly say more than what kind of deal it is; ``renews`` is True where they say
    that an older one goes on ("the renewal"), ``slight`` where they say a little ("joint venture").
    """

    words: str
    span: Span
    strength: int
    rule: str
    renews: bool = False
    slight: bool = False

    @property
    def because(self) -> Because:
        """Why the cell holds these words."""
        return Because("subject", self.span, self.rule)


def subject_at(scene: Scene, span: Span, strength: int, rule: str) -> Subject:
    """The subject whose words stand at ``span``; ``rule`` names the pattern that found it."""
    words = tidy(span.text).strip(_EDGES).lstrip(_BULLETS)
    for opened, closed in _PAIRED:
        if opened not in words and closed not in words:
            continue
        odd = words.count(opened) % 2 if opened == closed else words.count(opened) != words.count(closed)
        if odd:
            words = words.replace(opened, "").replace(closed, "")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + "…"
    place = f"{scene.article.language}/agreements/grammar.toml:grammar.{rule}"
    if strength != NOTHING:
        return Subject(words, span, strength, place)
    renews = bool(scene.grammar.renewal.fullmatch(scene.plain, span.start, span.end))
    slight = bool(scene.grammar.tells_little.fullmatch(scene.plain, span.start, span.end))
    return Subject(words, span, strength, place, renews, slight)


def phrase(scene: Scene, start: int, end: int) -> Span | None:
    """The phrase from ``start`` to where its words end."""
    start = begun(scene, start, end)
    stop = _end_of(scene, start, end)
    for name in scene.named_in(start + 1, stop):
        if name.kind == STATE:
            continue
        led = scene.grammar.topic_party.search(scene.plain[start : name.start])
        if led is not None and led.start() > 3:
            stop = start + led.start()
            break
    for day in scene.dates_in(start + 1, stop):
        if day.value and "/" not in day.value:
            stop = day.span.start
            break
    return trimmed(scene, start, stop)


def _end_of(scene: Scene, start: int, end: int) -> int:
    """Where the phrase ends: behind a list, at the punctuation behind a clause, else where something new begins."""
    grammar = scene.grammar
    listed = grammar.topic_list.match(scene.plain, start, end)
    if listed is not None:
        return listed.end()
    if grammar.topic_clause.match(scene.plain, start):
        return min((p for p in (scene.plain.find(mark, start, end) for mark in ".;:,") if p > 0), default=end)
    # Some languages tell a name by its capital: those patterns need the text as it is printed.
    ends = (grammar.topic_end.search(scene.plain, start + 1, end), grammar.topic_end.search(scene.text, start + 1, end))
    return min([m.start() for m in ends if m], default=end)


def begun(scene: Scene, start: int, end: int) -> int:
    """Where the phrase begins behind marks, bullets and articles."""
    while start < end and scene.text[start] in _OUTSIDE:
        start += 1
    article = scene.grammar.article.match(scene.plain, start, end)
    return article.end() if article else start


def trimmed(scene: Scene, start: int, end: int) -> Span | None:
    """Cut articles, bullets and loose ends off, but no dot of a name; None where nothing is left."""
    start = begun(scene, start, end)
    for _ in range(3):
        while end > start and scene.text[end - 1] in _EDGES:
            end -= 1
        tail = scene.grammar.topic_tail.search(scene.text[start:end])  # "Long An" ends with no article
        if tail is None:
            break
        end = start + tail.start()
    cut = [n.end for n in scene.named_in(start, end + 1) if n.start < end < n.end]
    return Span.of(scene.text, start, max([end, *cut])) if end - start > 1 else None


def is_topic(scene: Scene, span: Span, sure: bool) -> bool:
    """Whether the phrase may be what a deal is about; ``sure`` where the words before it lead to nothing else."""
    long = (len(span.text) > 8 and " " in span.text) or (sure and len(span.text) > 1)
    if not long or scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        return False
    return sure or not is_name(scene, span)


def is_name(scene: Scene, span: Span) -> bool:
    """Whether the phrase is no more than the name of a body, or a part of it."""
    names = [n for n in scene.named_in(span.start - 1, span.end + 100) if n.kind != STATE]
    return any(n.start - span.start < LEAD and n.end >= span.end - 1 for n in names)
