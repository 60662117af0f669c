"""The subjects of an article's deals: one that says nothing itself may be about what the deal before it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.phrases import NOTHING, OWN, Subject, phrase, subject_at
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.agreements.subject import subject_of
from pactbook.knowledge.reading import Pattern
from pactbook.model.edtf import compatible

#: How far before and behind the word for a deal its likeness to another is told, in characters.
_BEFORE, _BEHIND = 40, 45
#: How many paragraphs from a deal another of the same parties tells what it is about.
_NEAR = 2
#: How short what the next sentence says may be, in characters.
_SHORTEST = 4
#: Kinds that one matter goes through: first a memorandum, then an agreement.
_PAPERS = frozenset({"memorandum", "agreement", "any"})


def subjects_of(scene: Scene, drafts: Sequence[Draft]) -> list[Subject]:
    """The subject of each draft; without words where the article says no more than what kind of deal it is."""
    found = [subject_of(scene, d) for d in drafts]
    return [s if s.strength else _understood(scene, n, drafts, found) for n, s in enumerate(found)]


def _understood(scene: Scene, n: int, drafts: Sequence[Draft], found: Sequence[Subject]) -> Subject:
    """What the deal ``n`` is about, taken from the deal that it is like, renews or follows."""
    bare, like = found[n], _is_said(scene.grammar.like_deal, scene, drafts[n])
    apart = not like and _is_said(scene.grammar.own_matter, scene, drafts[n])
    for m in _nearest(n, drafts) if not apart else ():
        other = found[m]
        if other.strength >= OWN and (_is_same_matter(drafts[n], drafts[m], bare.renews) or (like and m < n)):
            words = f"{bare.words}: {other.words}" if bare.renews else other.words
            return replace(other, words=words, strength=0, rule=bare.rule.rpartition(".")[0] + ".like_deal")
    if (told := _told_next(scene, n, drafts)) is not None:
        return told
    return bare if bare.renews or bare.slight else replace(bare, words="")


def _told_next(scene: Scene, n: int, drafts: Sequence[Draft]) -> Subject | None:
    """What the sentence behind the only deal of its sentence says it is about: "Under the memorandum they will ..."."""
    here = drafts[n].sentence
    if any(d.sentence == here for m, d in enumerate(drafts) if m != n):
        return None
    behind = scene.sentence_at(here.end + 1) or scene.sentence_at(here.end + 2)
    if behind is None or behind.paragraph - here.paragraph > 1 or any(d.sentence == behind for d in drafts):
        return None
    found = scene.grammar.follow_up.match(scene.plain[behind.start : behind.end])
    if found is None:
        return None
    span = phrase(scene, behind.start + found.start("topic"), behind.start + found.end("topic"))
    if span is None or len(span.text) < _SHORTEST or scene.grammar.no_topic.match(scene.plain, span.start, span.end):
        return None
    return replace(subject_at(scene, span, OWN, "follow_up"), strength=NOTHING)


def _nearest(n: int, drafts: Sequence[Draft]) -> Iterator[int]:
    """The other drafts: those of its kind before the others, those before it before those behind, the nearest first."""
    others = [*range(n - 1, -1, -1), *range(n + 1, len(drafts))]
    yield from sorted(others, key=lambda m: drafts[m].kind != drafts[n].kind)


def _is_same_matter(one: Draft, other: Draft, renews: bool) -> bool:
    """Whether deals of the same bodies, told close together but not side by side, are about one thing."""
    if one.ids != other.ids or all(n.kind == STATE for n in one.parties.names) or one.sentence == other.sentence:
        return False
    dated = not renews and one.own_date and other.own_date and not compatible(one.date, other.date)
    near = abs(one.sentence.paragraph - other.sentence.paragraph) <= _NEAR
    alike = one.kind == other.kind or {one.kind, other.kind} <= _PAPERS
    return near and alike and not dated and not (one.listed or other.listed)


def _is_said(words: Pattern, scene: Scene, draft: Draft) -> bool:
    """Whether ``words`` stand beside the deal: "a similar memorandum", "같은 내용의 협약"."""
    spans = (t.deal for t in draft.tellings if t.deal)
    return any(words.search(scene.plain, max(0, d.start - _BEFORE), d.end + _BEHIND) for d in spans)
