"""Where a sentence speaks of a deal: the word for it, what is done with it, and the clause of both."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pactbook.claims.agreements.acts import act_for, acts_in, stage_for
from pactbook.claims.agreements.apposed import without_apposed
from pactbook.claims.agreements.clauses import clauses_of
from pactbook.claims.agreements.deals import bears_two_names, deals_in, ground_of, is_ground, is_pair_name
from pactbook.claims.agreements.feats import acted, feat_for, feat_into, feat_upon
from pactbook.claims.agreements.labels import labelled
from pactbook.claims.agreements.replaced import one_replaced, outside_of
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.sharing import going_on, is_listed, sharing, sharing_back
from pactbook.claims.agreements.triggers import Trigger
from pactbook.claims.agreements.ventures import without_asides
from pactbook.model.article import Sentence
from pactbook.model.mention import CueMention

#: Roles of cues of which one has to stand in a sentence that tells a deal, but for a verb of signing.
_TELLING = ("deal", "deals", "list", "feat")
#: How near before its verb a subject ends, and how far behind it the deal may stand that it has after all.
_VERB, _OBJECT = 14, 90
#: How far before a stage its clause may begin, and how near behind it a deal stands that has come to its end.
_CLAUSE, _ENDED = 60, 40


def triggers(scene: Scene, sentence: Sentence) -> list[Trigger]:
    """The deals that ``sentence`` speaks of, each with its clause."""
    found: list[Trigger] = []
    start = sentence.start
    cues = scene.cues_in(start, sentence.end, *_TELLING)
    if not cues:
        return _signed_on(scene, start, sentence.end)  # most sentences name no deal
    breaks = [m.span() for m in scene.grammar.part_break.finditer(scene.plain, start, sentence.end)]
    for stop, resume in [*breaks, (sentence.end, sentence.end)]:
        here = scene.cues_in(start, stop, *_TELLING) if breaks else cues
        deals = without_apposed(scene, deals_in(scene, here, start), start) if here else []
        if deals or found:
            told = _of_words(scene, without_asides(scene, deals), found, start, stop)
        else:
            told = list(acted(scene, [], [], start, stop)) or _signed_on(scene, start, stop)
        if told:
            found.extend(clauses_of(scene, told, start, stop))
        start = resume
    return found


def _of_words(scene: Scene, deals: list[CueMention], found: list[Trigger], start: int, stop: int) -> list[Trigger]:
    """The deals of a part with words for deals, or behind one that has some; ``found`` are those of the parts before.

    Their clauses are still the whole part.
    """
    acts = acts_in(scene, start, stop)
    if deals and (replaced := one_replaced(scene, start, stop)):
        acts, deals = outside_of(replaced, acts), outside_of(replaced, deals)
    told = sharing_back(scene, list(_told(scene, deals, acts, start, stop))) if deals else []
    told = going_on(scene, told, found, start)
    told = [*told, *acted(scene, deals, told, start, stop)] or _signed_on(scene, start, stop)
    told.extend(_elliptic(scene, deals, acts, [*found, *told], start, stop))
    return told


def _signed_on(scene: Scene, start: int, end: int) -> list[Trigger]:
    """Verbs of signing that name the matter but no deal: "A [ký kết] với B về đào tạo"."""
    for act in scene.cues_in(start, end, "act"):
        if scene.grammar.signs_on.match(scene.plain, act.span.start):
            return [Trigger(None, act, None, start, end)]
    return []


def _told(scene: Scene, deals: list[CueMention], acts: list[CueMention], start: int, end: int) -> Iterator[Trigger]:
    """Deals that a word names, each with its act and its stage."""
    stages = _stages(scene, deals, start, end)
    if stages:
        # "[Partners since] 2009, A and B signed": so long their ties stand, not what they signed.
        told = scene.cues_in(start, end, "feat")
        ties = {f.span for f in told if f.value == "partnership" and f.form.startswith("in_force")}
        stages = [s for s in stages if s.span not in ties]
    if stages and (replaced := one_replaced(scene, start, end)):
        stages = outside_of(replaced, stages)
    last: Trigger | None = None
    for i, deal in enumerate(deals):
        act = act_for(scene, deals, i, acts, last.act if last else None) or feat_for(scene, deal, start)
        act = act or feat_into(scene, deal) or _own_act(scene, deal) or feat_upon(scene, deal)
        stage = stage_for(scene, deal, deals, stages)
        trigger = Trigger(deal, act, stage, start, end, ground=ground_of(scene, deals, i))
        if last is not None:
            trigger = sharing(scene, trigger, last, deals[i - 1])
            if deals[i - 1].role == "deals" and last.act is not None and _is_first_of(scene, deals[i - 1], deal):
                trigger = replace(trigger, act=last.act, shared=True)
        ground = is_ground(scene, deal)
        if ground and last is not None and last.act is not None and trigger.act is last.act:
            # "The protocol amending the agreement was signed": the protocol was.
            trigger = replace(trigger, act=None)
        more = i + 1 < len(deals) and is_listed(scene, deal, deals[i + 1])
        if deal.form != "weak" or not trigger.bare or ground or more or _tells_by_itself(scene, deal):
            follows = trigger.act is None and last is not None and last.act is not None
            last = replace(trigger, act=last.act) if follows and last else trigger
            yield trigger


def _stages(scene: Scene, deals: list[CueMention], start: int, end: int) -> list[CueMention]:
    """The stages of a part of a sentence that can be those of its deals."""
    grammar = scene.grammar
    told = [s for s in scene.cues_in(start, end, "stage") if not grammar.not_stage_at.match(scene.plain, s.span.start)]
    kept: list[CueMention] = []
    for stage in told:
        ended = any(s.value == "ended" for s in kept)
        if ended and grammar.from_when.match(scene.plain, stage.span.start):
            continue  # "terminated its contract with A, effective June 30"
        if len(told) > 1 and stage.value == "ended" and _is_elsewhere(scene, stage, deals):
            continue
        kept.append(stage)
    return kept


def _is_elsewhere(scene: Scene, stage: CueMention, deals: list[CueMention]) -> bool:
    """Whether somebody else has ended something else: "eyes the contract after Japan [withdrew] from the project"."""
    if not scene.grammar.elsewhere.search(scene.before(stage.span.start, _CLAUSE)):
        return False
    near = any(0 <= d.span.start - stage.span.end < _ENDED for d in deals)
    return not near and not scene.grammar.from_it.match(scene.plain, stage.span.end)


def _tells_by_itself(scene: Scene, deal: CueMention) -> bool:
    """Whether a word that is weak tells a deal without act or stage: in a headline, by its names, terms or label."""
    grammar, end = scene.grammar, deal.span.end
    if grammar.tied.match(scene.plain, end) or grammar.has_terms.match(scene.plain, end):
        return True
    sentence = scene.sentence_at(deal.span.start)
    if sentence is not None and sentence.role == "headline":
        return True
    return is_pair_name(scene, deal) or bears_two_names(scene, deal) or bool(labelled(scene, deal))


def _is_first_of(scene: Scene, many: CueMention, deal: CueMention) -> bool:
    """Whether a list of what was counted begins with the deal: "trao các văn kiện gồm: [Bản ghi nhớ] giữa ..."."""
    return bool(scene.grammar.opens_list.fullmatch(scene.plain, many.span.end, deal.span.start))


def _own_act(scene: Scene, deal: CueMention) -> CueMention | None:
    """The verb that the word for an approval begins with: "Bộ đã [chấp thuận] nguyên tắc việc ..."."""
    if deal.value != "licence" or not scene.grammar.done.search(scene.before(deal.span.start, 24)):
        return None
    acts = scene.cues_in(deal.span.start, deal.span.end, "act")
    return next((a for a in acts if a.span.start == deal.span.start), None)


def _elliptic(
    scene: Scene, deals: list[CueMention], acts: list[CueMention], told: list[Trigger], start: int, end: int
) -> Iterator[Trigger]:
    """Verbs of signing that go without their deal, which was named before: "A ký bản ghi nhớ với B, C [ký] với D"."""
    made = [t for t in told if t.act is not None and t.deal is not None and not t.stage] if acts else []
    for act in acts if made else ():
        with_ = scene.grammar.signs_with.match(scene.plain, act.span.start)
        if with_ is None or act.span.start < made[0].core[1] or any(t.act is act for t in told):
            continue
        other = scene.next_named(with_.end())
        subjects = [
            n for n in scene.named_in(max(start, made[0].core[1]), act.span.start) if act.span.start - n.end < _VERB
        ]
        later = any(0 <= d.span.start - act.span.end < _OBJECT for d in deals)
        if other is not None and other.start == with_.end() and subjects and not later:
            yield Trigger(None, act, None, start, end)
