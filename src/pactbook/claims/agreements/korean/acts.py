"""What is done with deals in a part of a Korean sentence, and the stage that endings and following words make of it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pactbook.claims.agreements.korean.deals import Deal
from pactbook.claims.agreements.scene import Scene
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.in_turn import InTurn
from pactbook.knowledge.korean_agreements import ActStems
from pactbook.model.span import Span

#: The stage of an act that was not done.
DENIED = "denied"
_FORMS = ("past", "done", "will", "stem")
#: How far before a verb its object begins.
_OBJECT = 50
#: The form of an act → the pattern of the grammar behind which it describes a noun.
_DESCRIBES = {"stem": "describes", "noun": "light", "past": "recalled"}


class Act(Struct, frozen=True, gc=False):
    """A verb or a noun for what is done. ``form`` is past, done, will, stem or noun; ``describes`` that a noun follows.

    ``status`` is the codebook stage or ``denied``; ``plain`` that no ending or word changed the stage of the verb.
    """

    span: Span
    #: Where the act begins, and where its ending ends.
    start: int
    end: int
    form: str
    status: str
    plain: bool
    describes: bool
    entry: ActStems

    @property
    def rule(self) -> str:
        """The TOML entry that found it."""
        return f"ko/agreements/acts.toml:acts.{self.entry.status}"


def acts_in(scene: Scene, deals: list[Deal], start: int, end: int) -> list[Act]:
    """The acts between ``start`` and ``end``, in order; words inside the word for a deal are none.

    Where there is no deal, only acts that tell one by themselves are of interest: without one there are none.
    """
    known = scene.words.korean.acts
    said = scene.korean.acts(start, end)
    if not said or not (deals or any(known[n].alone for _, n, _ in said)):
        return []
    ends = {end for d in deals for end in (d.span.end, d.end)}
    kinds = {d.kind for d in deals}
    free: list[Act] = []
    for form, n, word in said:
        entry = known[n]
        if entry.touching and word.start() not in ends:
            continue
        if entry.kinds and not entry.alone and kinds.isdisjoint(entry.kinds):
            continue
        if entry.works and entry.asked and not _has_object(scene, entry, word, start):
            continue
        act = _act(scene, entry, form, word, end)
        if act is not None and not [d for d in deals if d.start <= act.start and act.end <= d.end]:
            free.append(act)
    kept: list[Act] = []
    for act in sorted(free, key=_rank) if len(free) > 1 else free:
        if not kept or act.start >= kept[-1].end:
            kept.append(act)
    return kept


def _has_object(scene: Scene, entry: ActStems, word: re.Match[str], start: int) -> bool:
    """Whether the works that were done stand before the verb: "공사를 지난 15일 [마쳤]다"."""
    asked: re.Pattern[str] = getattr(scene.words.korean.grammar, entry.asked)
    return asked.search(scene.plain, max(start, word.start() - _OBJECT), word.end()) is not None


def _rank(act: Act) -> tuple[int, int, bool]:
    """In the order of the text; of those that begin together the longest first, then who tells a deal alone."""
    return act.start, -act.end, not act.entry.alone


def fits(act: Act, kind: str) -> bool:
    """Whether the act is done with deals of this kind."""
    return not act.entry.kinds or kind in act.entry.kinds


def _act(scene: Scene, entry: ActStems, form: str, word: re.Match[str], end: int) -> Act | None:
    """The act with its ending and the stage that the words behind it make of it; None for a noun that is none."""
    start, stop = word.span()
    text, grammar = scene.plain, scene.words.korean.grammar
    if entry.touching and form == "stem" and not grammar.touch.match(text, stop, end):
        return None
    if form == "noun":
        if grammar.no_act.match(text, start, end):
            return None
        if (ending := _endings().first(text, stop, end)) is not None:
            form, stop = ending[0], ending[1].end()
    outlook = _outlooks(form, entry.status).first(text, stop, end)
    plain = outlook is None or outlook[0] == "done"
    status = entry.status if outlook is None or plain else outlook[0]
    describes = form in ("done", "will")
    if not describes and (describing := _describing(form).first(text, stop, end)) is not None:
        describes, stop = True, describing[1].end()
    return Act(Span(start, stop, scene.text[start:stop]), start, stop, form, status, plain, describes, entry)


@cache
def _describing(form: str) -> InTurn[None]:
    """What makes a stem or a noun describe the noun that follows: "체결하는 협정", "협상 중인 협정"."""
    return InTurn([(getattr(agreement_words("ko").korean.grammar, _DESCRIBES[form]), None)])


@cache
def _endings() -> InTurn[str]:
    """The endings that make a verb of an act's noun, and the form of that verb."""
    grammar = agreement_words("ko").korean.grammar
    return InTurn((getattr(grammar, form), form) for form in _FORMS)


@cache
def _outlooks(form: str, status: str) -> InTurn[str]:
    """What words behind an act of this form and status may make of it, and the status that they give it."""
    known = agreement_words("ko").korean.outlooks
    return InTurn((o.pattern, o.status) for o in known if form in o.forms and (not o.of or status in o.of))
