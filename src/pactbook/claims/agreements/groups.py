"""The bodies that "the three companies", "its two partners" or "the consortium" stand for."""

from __future__ import annotations

from collections.abc import Iterable

from pactbook.claims.agreements.parties import LOCAL
from pactbook.claims.agreements.scene import Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention

#: How many sentences, and how many characters, back the members of a group may have been named.
_SENTENCES, _REACH = 8, 1200
#: So many bodies named in one sentence make a consortium.
_CONSORTIUM = 3
#: How far before its act a number without a noun may stand: "The four on Monday [signed]".
_NEAR = 25
#: Kinds whose bodies such words stand for.
_KINDS = LOCAL - {"subnational"}


def group_meant(scene: Scene, trigger: Trigger) -> tuple[Named, ...]:
    """The members of the group that takes part in the deal of ``trigger``, in the order of the text, or nothing."""
    for cue in scene.cues_in(trigger.start, trigger.end, "group"):
        if not _takes_part(scene, trigger, cue):
            continue
        own = _subject(scene, cue) if cue.form == "partners" else None
        members = _members(scene, cue, {own.id} if own else set())
        if members and (own or cue.form != "partners"):
            return (own, *members) if own else members
    return ()


def _takes_part(scene: Scene, trigger: Trigger, cue: CueMention) -> bool:
    """Whether the words are the subject of the act, or stand behind "with" or "by"."""
    anchor = trigger.act or trigger.stage or trigger.deal
    if anchor is None or scene.grammar.not_pair.search(scene.before(cue.span.start, 30)):
        return False
    if scene.grammar.with_single.search(scene.before(cue.span.start, 8)):
        return True
    if cue.span.text.count(" ") < 2 and cue.form == "counted":
        # "The four" are bodies where a verb follows at once.
        return bool(scene.cues_in(cue.span.end, cue.span.end + _NEAR, "act", "feat", "ahead", "stage"))
    return 0 <= anchor.span.start - cue.span.end < _REACH


def _subject(scene: Scene, cue: CueMention) -> Named | None:
    """Whose partners they are: the first body of the sentence."""
    here = scene.sentence_at(cue.span.start)
    found = scene.named_in(here.start, cue.span.start) if here else []
    return next((n for n in found if n.kind in _KINDS), None)


def _members(scene: Scene, cue: CueMention, but: set[str]) -> tuple[Named, ...]:
    """As many bodies as the words count, named together in one of the last sentences or in a few of them."""
    count = int(cue.value)
    low = max(0, cue.span.start - _REACH)
    earlier = [s for s in scene.article.sentences if low <= s.start < cue.span.start and s.role != "headline"]
    together: dict[str, Named] = {}
    for sentence in reversed(earlier[-_SENTENCES:]):
        here = _each(scene.named_in(sentence.start, min(sentence.end, cue.span.start)), but)
        if len(here) >= _CONSORTIUM if not count else len(here) == count:
            return tuple(here.values())
        together = here | together
        if count and len(together) == count:
            return tuple(sorted(together.values(), key=lambda n: n.start))
    return ()


def _each(names: Iterable[Named], but: set[str]) -> dict[str, Named]:
    """Each body once, the first of its names."""
    found: dict[str, Named] = {}
    for name in names:
        if name.kind in _KINDS and name.id not in but:
            found.setdefault(name.id, name)
    return found
