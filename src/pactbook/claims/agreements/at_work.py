"""Who does what for whom under a deal, where nobody is said to have made it: "A sells coal to B under a contract"."""

from __future__ import annotations

import re

from pactbook.claims.agreements.deals import is_ground, points_back
from pactbook.claims.agreements.links import is_attached, link
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.topic import topic_of
from pactbook.claims.agreements.triggers import Trigger

#: Kinds of bodies that only say where something is done, where a word of place stands before them.
_PLACES = frozenset({"subnational", "zone"})
#: Kinds of bodies that take in the people of others.
_HOSTS = frozenset({"education", "hospital", "research", "company", "agency", "other", "media", "association"})
#: Kinds of deals that are told so.
_KINDS = frozenset({"contract", "agreement", "memorandum", "any", "loan", "grant"})
#: How many take part, and how far before a deal the words begin that set it under what is done.
_TWO, _UNDER = 2, 60


def at_work(scene: Scene, trigger: Trigger, kind: str, *, alone: bool, told: frozenset[str]) -> tuple[Named, ...]:
    """The only two bodies of the clause before the deal under which they work, or behind one that opens it.

    ``alone`` says that the sentence tells no other deal; ``told`` are the parties of deals to which "the contract"
    may point back.
    """
    deal = trigger.deal
    if deal is None or deal.role != "deal" or kind not in _KINDS or not is_ground(scene, deal):
        return ()
    under = scene.grammar.rests_on.search(scene.before(deal.span.start, _UNDER))
    if under is None or scene.named_in(deal.span.end, trigger.core[1]):
        return ()
    here = scene.sentence_at(deal.span.start)
    opens = here is not None and deal.span.start - here.start <= len(under.group())
    first = here.start if here is not None and alone else trigger.start
    start, end = (deal.span.end, trigger.end) if opens else (first, deal.span.start)
    found = [n for n in scene.named_in(start, end) if n.kind not in (STATE, "media") and not is_attached(scene, n)]
    bodies = {n.id: n for n in reversed(found)}
    if len(bodies) == 1 and _is_host(scene, trigger, found[0]) and (topic := topic_of(scene, found[0].start, found[0])):
        return (topic, found[0])
    if len(bodies) != _TWO or any(_is_place(scene, trigger, n) for n in bodies.values()):
        return ()
    if points_back(scene, deal) and not (opens and told.isdisjoint(bodies)):
        return ()
    return tuple(sorted(bodies.values(), key=lambda n: n.start))


def _is_place(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the body only says where: "in Binh Duong", "at the park of Long Hau"."""
    return name.kind in _PLACES and link(scene, trigger, name)[0] in scene.words.linking.place


def _is_host(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether somebody's people are with the body: "Doctors train at [A]", "Students spend a term with [B]"."""
    return name.kind in _HOSTS and bool(scene.grammar.people_with.search(scene.plain[trigger.start : name.start]))


def works_with(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the one body that is named is whom somebody works with: "works with [KDI] under an accord"."""
    return link(scene, trigger, name)[0] in scene.words.linking.party[:1]


def role_of(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the verbless clause gives the body a role, or says whose role it is: "[A], its agent since 2015"."""
    act = trigger.act
    if act is None or act.role != "feat" or not scene.grammar.role.fullmatch(act.span.text.lower()):
        return False
    if name.end <= act.span.start:
        own = bool(scene.grammar.role_before.fullmatch(scene.plain, name.end, act.span.start))
        return own or _is_owner(scene, trigger, name, act.span.start)
    behind: re.Match[str] | None = scene.grammar.role_behind.fullmatch(scene.plain, act.span.end, name.start)
    return behind is not None


def _is_owner(scene: Scene, trigger: Trigger, name: Named, end: int) -> bool:
    """Whether the body is the one that "its" stands for: "the biscuits of [A] are sold by B, its distributor"."""
    told = {n.id: n for n in scene.named_in(trigger.start, end) if n.kind != STATE}
    if len(told) != _TWO or name not in told.values():
        return False
    last = max(told.values(), key=lambda n: n.end)
    own = scene.grammar.role_before.fullmatch(scene.plain, last.end, end)
    return name is not last and bool(own and scene.grammar.whose_role.match(own.group()))
