"""Which act and which stage belong to which deal of a part of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.agreements.deals import is_ground
from pactbook.claims.agreements.scene import Scene
from pactbook.model.mention import CueMention

#: How far an act may stand from its deal, in characters.
_REACH = 130
#: What an act behind the deal, an act that has a deal already, and each word that parts the two count for.
_BEHIND, _TAKEN, _PARTED = 15, 60, 40
#: How near before its deal a verb stands that only qualifies it, and how far before that an article.
_RIGHT_BEFORE, _WORDS = 3, 16
#: How far before a deal the words begin for what it grows out of, in characters.
_LED = 45
#: How far before its last word the name of a body begins at most, in characters.
_NAME = 90
#: How far before an act the word that opens its clause may stand, in characters.
_OPENS = 70
AHEAD = frozenset({"planned", "proposed"})


def acts_in(scene: Scene, start: int, end: int) -> list[CueMention]:
    """The acts of a part of a sentence: verbs, not nouns that look like them."""
    verbs = scene.verbs_in(start, end)
    if not verbs:
        return []
    # "hoàn tất đàm phán" ends talks, it does not end a deal.
    longer = [s.span for s in scene.cues_in(start, end, "stage") if s.value in AHEAD]
    if longer:
        verbs = [c for c in verbs if not any(s.start <= c.span.start and c.span.end < s.end for s in longer)]
    verbs = [c for c in verbs if c.form != "base" or _is_led(scene, c, start)]
    bare = {(c.span.start, c.span.end) for c in verbs if c.form == "base"}
    # "will set up" is no past, though "set up" may be one.
    return [c for c in verbs if c.form != "past" or (c.span.start, c.span.end) not in bare] if bare else verbs


def act_for(
    scene: Scene, deals: Sequence[CueMention], i: int, acts: Sequence[CueMention], taken: CueMention | None
) -> CueMention | None:
    """The act nearest to the i-th deal with no deal between them, one before the deal preferred; None where too far.

    ``taken`` is the act of the deal before.
    """
    deal = deals[i]
    acts = [a for a in acts if not a.kinds or deal.value in a.kinds]
    if not acts:
        return None
    if is_ground(scene, deal):
        # "Under the memorandum, [signed] on Thursday" is the memorandum's; past a comma another clause begins.
        comma = scene.plain.startswith(",", deal.span.end)
        behind = [a for a in acts if a.span.start >= deal.span.end]
        acts = [a for a in behind if not comma or a.span.start - deal.span.end == 2]
        acts = [a for a in acts if not _is_of_next(scene, deal, a, deals[i + 1 : i + 2])]
    if scene.grammar.led_to.search(scene.before(deal.span.start, _LED)):
        acts = [
            a for a in acts if a.span.start >= deal.span.end
        ]  # "a memorandum, signed in May, will lead to a contract"
    if not acts:
        return None
    low = deals[i - 1].span.end if i else 0
    high = next((d.span.start for d in deals[i + 1 :] if _keeps_act(scene, d)), len(scene.plain))
    far = {a: _distance(scene, deal, a, low, high) + _TAKEN * (a is taken) for a in acts}
    best = min(far, key=far.__getitem__)
    if far[best] >= _REACH:
        return None
    return _made_anew(scene, deal, far, best) or _main_verb(scene, deal, far, best) or best


def _is_of_next(scene: Scene, deal: CueMention, act: CueMention, behind: Sequence[CueMention]) -> bool:
    """Whether the act opens a clause of the next deal: "runs it under a venture, and last year it [signed] a pact"."""
    if not behind or behind[0].span.start < act.span.end:
        return False
    return bool(scene.grammar.clause_joint.search(scene.plain[deal.span.end : act.span.start]))


def _main_verb(scene: Scene, deal: CueMention, far: dict[CueMention, int], best: CueMention) -> CueMention | None:
    """The verb before an act that only qualifies the deal right behind it: "[received] an amended certificate"."""
    if not 0 < deal.span.start - best.span.end < _RIGHT_BEFORE:
        return None
    if not scene.grammar.qualifying.search(scene.before(best.span.start, _WORDS)):
        return None
    before = [a for a in far if a.span.end < best.span.start and far[a] < _REACH]
    return min(before, key=far.__getitem__, default=None)


def _made_anew(scene: Scene, deal: CueMention, far: dict[CueMention, int], best: CueMention) -> CueMention | None:
    """The act upon the deal where the nearest only tells how it once came about: "[extend] the pact they signed"."""
    if best.span.start < deal.span.end or "," in scene.plain[deal.span.end : best.span.start]:
        return None
    upon = [a for a in far if a.span.end <= deal.span.start and far[a] < _REACH]
    upon = [a for a in upon if not scene.grammar.parting.search(scene.plain, a.span.end, deal.span.start)]
    return next((a for a in reversed(upon) if scene.grammar.upon_old.match(scene.plain, a.span.start)), None)


def _keeps_act(scene: Scene, deal: CueMention) -> bool:
    """Whether an act behind ``deal`` is not that of a deal before: it amends none, or has a clause of its own."""
    return not is_ground(scene, deal) or bool(scene.grammar.own_clause.match(scene.plain, deal.span.end))


def stage_for(
    scene: Scene, deal: CueMention, deals: Sequence[CueMention], stages: Sequence[CueMention]
) -> CueMention | None:
    """The stage that is said of this deal: wishes and plans stand before their deal, the rest behind it."""
    if not stages:
        return None
    fit = [s for s in stages if (not s.kinds or deal.value in s.kinds) and not s.span.overlaps(deal.span)]
    own = [s for s in fit if _owner(s, deals) is deal and _reaches(scene, s, deal) and not _is_term(scene, s, deal)]
    if len(own) < 2:
        return own[0] if own else None
    failed = [s for s in own if s.value == "ended" and s.span.start >= deal.span.end]
    if failed and all(s.value == "planned" and s.span.end <= deal.span.start for s in own if s not in failed):
        # "Talks on a contract fell through".
        return failed[0]
    standing = [s for s in own if s not in failed]
    if failed and standing and scene.grammar.infinitive.search(scene.before(failed[-1].span.start, 28)):
        return standing[0]  # "the memorandum dates from 2003 and was to expire in December"
    if failed and all(s.value == "in_force" for s in standing):
        return failed[-1]  # "the agreement, in place since 2011, ended by mutual consent"
    return min(own, key=lambda s: abs(s.span.start - deal.span.start), default=None)


def _is_term(scene: Scene, stage: CueMention, deal: CueMention) -> bool:
    """Whether it is the deal that asks for something: "the contract between A and B [calls for] 40 sets"."""
    if stage.span.start < deal.span.end or not scene.grammar.term.fullmatch(stage.span.text.lower()):
        return False
    return not scene.grammar.not_term.search(scene.plain, deal.span.end, stage.span.start)


def _reaches(scene: Scene, stage: CueMention, deal: CueMention) -> bool:
    """Whether a stage before the deal has it for its object: "withdrew the staff that was sent under a [contract]"."""
    if stage.value != "ended" or stage.span.end > deal.span.start:
        return True
    return not scene.grammar.not_undone.search(scene.plain, stage.span.end, deal.span.start)


def _is_led(scene: Scene, act: CueMention, start: int) -> bool:
    """Whether a bare "sign" is a verb: after "will" or "to", after "saw them", or behind its subject."""
    grammar = scene.grammar
    if any(act.span.start < n.end for n in scene.named_in(max(start, act.span.start - _NAME), act.span.start)):
        return False  # "the Ministry of Industry and [Trade]"
    window = scene.plain[max(start, act.span.start - 28) : act.span.start]
    if grammar.infinitive.search(window) or grammar.seen.search(scene.plain, start, act.span.start):
        return True
    return _has_subject(scene, act)


def _has_subject(scene: Scene, act: CueMention) -> bool:
    """Whether a bare "sign" tells what several do: "KOICA, Hue [ink] deal", "the two rectors [sign] a memorandum"."""
    sentence = scene.sentence_at(act.span.start)
    named = next(scene.named_before(act.span.start), None)
    behind_name = named is not None and act.span.start - named.end == 1
    if behind_name and sentence is not None and sentence.role == "headline":
        return True
    if not scene.grammar.objects.match(scene.plain, act.span.start):
        return False
    return behind_name or bool(scene.grammar.plural_subject.search(scene.before(act.span.start, 24)))


def _distance(scene: Scene, deal: CueMention, act: CueMention, low: int, high: int) -> int:
    """Characters between act and deal with what is added to them; past the reach where a deal stands between."""
    if act.span.end <= deal.span.start and act.span.start >= low - 40:
        first, last, gap = act.span.end, deal.span.start, deal.span.start - act.span.end
    elif act.span.start >= deal.span.end and act.span.end <= high:
        if high < len(scene.plain) and scene.grammar.anew.search(scene.before(act.span.start, 24)):
            return _REACH
        first, last, gap = deal.span.end, act.span.start, act.span.start - deal.span.end + _BEHIND
    else:
        return _REACH
    if act.span.end <= low and gap > 60:
        return _REACH
    if act.span.end == first and "," in scene.plain[first:last] and _is_in_relative(scene, act):
        return _REACH
    # Names between the two may be as long as they like, and so may what is put in between commas.
    between = scene.plain[first:last]
    own = scene.grammar.aside.sub(" ", between) if "," in between else between
    if len(own) < len(between):
        return gap - (len(between) - len(own)) + _PARTED * len(scene.grammar.parting.findall(own))
    gap -= sum(n.end - n.start for n in scene.named_in(first, last))
    return gap + _PARTED * len(scene.grammar.parting.findall(between))


def _is_in_relative(scene: Scene, act: CueMention) -> bool:
    """Whether the act belongs to whom the text has just named: "Kim, [who signed] for the bank, hopes ..."."""
    return bool(scene.grammar.in_relative.search(scene.before(act.span.start, _OPENS)))


def _owner(stage: CueMention, deals: Sequence[CueMention]) -> CueMention | None:
    behind = next((d for d in deals if d.span.start >= stage.span.end), None)
    before = next((d for d in reversed(deals) if d.span.end <= stage.span.start), None)
    if stage.value in AHEAD:
        return behind if behind and behind.span.start - stage.span.end < 90 else before
    return before or behind
