"""Where a sentence speaks of a deal: the word for it, what is done with it, and the clause of both."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from pactbook.claims.agreements.acts import AHEAD, act_for, acts_in, stage_for
from pactbook.claims.agreements.deals import bears_two_names, deals_in, ground_of, is_ground, is_member, is_pair_name
from pactbook.claims.agreements.labels import labelled
from pactbook.claims.agreements.proof import is_proved
from pactbook.claims.agreements.replaced import one_replaced, outside_of
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.ventures import without_asides
from pactbook.knowledge.asking import FOR_OTHER
from pactbook.model.article import Sentence
from pactbook.model.mention import CueMention

#: How near behind a verb that tells a deal by itself its object stands, in characters.
_RIGHT_BEHIND = 3
#: How near before its verb a subject ends, and how far behind it the deal may stand that it has after all.
_VERB, _OBJECT = 14, 90
#: How far behind talks stands what is talked over, in characters.
_TALKED = 110
#: How far before a deal the verb begins that has it for its object, in characters.
_UPON = 80
#: How near behind the verb that ends it the plan stands: "dropped its [plan to buy ...]".
_PLAN = 12
#: So near the word for a deal, a verb tells that deal and no other, in characters.
_CLOSE = 40


class Trigger(Struct, frozen=True, gc=False):
    """A deal as one clause (``start:end``) speaks of it.

    ``deal`` is None where the act alone tells ("teamed up with"); ``shared`` marks an act that belongs to an earlier
    deal of the sentence too; ``ground`` is the deal that this one amends.
    """

    deal: CueMention | None
    act: CueMention | None
    stage: CueMention | None
    start: int
    end: int
    shared: bool = False
    ground: CueMention | None = None
    #: The range from the first to the last of deal, act and stage.
    core: tuple[int, int] = (0, 0)
    #: Whether the deal is a plural.
    many: bool = False
    #: Whether "one" or "another" stands for the deal.
    member: bool = False
    #: Whether neither act nor stage says what became of the deal.
    bare: bool = False

    def __post_init__(self) -> None:
        """Find out once what is asked dozens of times."""
        deal, act, stage = self.deal, self.act, self.stage
        first, last = sys.maxsize, 0
        for cue in (deal, stage) if self.shared else (deal, act, stage):
            if cue is not None:
                start, end = cue.span.start, cue.span.end
                first, last = start if start < first else first, end if end > last else last
        force_setattr(self, "core", (first, last))
        force_setattr(self, "many", deal is not None and deal.role == "deals")
        force_setattr(self, "member", deal is not None and is_member(deal))
        force_setattr(self, "bare", act is None and stage is None)

    @property
    def elliptic(self) -> bool:
        """Whether a verb goes without the deal that was named before it: "A ký bản ghi nhớ với B, C [ký] với D"."""
        return self.deal is None and self.act is not None and self.act.role == "act"


def triggers(scene: Scene, sentence: Sentence) -> list[Trigger]:
    """The deals that ``sentence`` speaks of, each with its clause."""
    found: list[Trigger] = []
    start = sentence.start
    cues = scene.cues_in(start, sentence.end, "deal", "deals", "list", "feat")
    if not cues:
        return _signed_on(scene, start, sentence.end)  # most sentences name no deal
    named = cues[0].role != "feat" or any(c.role != "feat" for c in cues)
    breaks = [m.span() for m in scene.grammar.part_break.finditer(scene.plain, start, sentence.end)]
    for stop, resume in [*breaks, (sentence.end, sentence.end)]:
        deals = deals_in(scene, start, stop) if named else []
        if deals or found:
            told = _of_words(scene, without_asides(scene, deals), found, start, stop)
        else:
            told = list(_acted(scene, [], [], start, stop)) or _signed_on(scene, start, stop)
        if told:
            found.extend(_clauses(scene, told, start, stop))
        start = resume
    return found


def _of_words(scene: Scene, deals: list[CueMention], found: list[Trigger], start: int, stop: int) -> list[Trigger]:
    """The deals of a part with words for deals, or behind one that has some; ``found`` are those of the parts before.

    Their clauses are still the whole part.
    """
    acts = acts_in(scene, start, stop)
    if deals and acts and (replaced := one_replaced(scene, start, stop)):
        acts = outside_of(replaced, acts)
    told = _sharing_back(scene, list(_told(scene, deals, acts, start, stop))) if deals else []
    told = _going_on(scene, told, found, start)
    told = [*told, *_acted(scene, deals, told, start, stop)] or _signed_on(scene, start, stop)
    told.extend(_elliptic(scene, deals, acts, [*found, *told], start, stop))
    return told


def _signed_on(scene: Scene, start: int, end: int) -> list[Trigger]:
    """Verbs of signing that name the matter but no deal: "A [ký kết] với B về đào tạo"."""
    for act in scene.cues_in(start, end, "act"):
        if scene.grammar.signs_on.match(scene.plain, act.span.start):
            return [Trigger(None, act, None, start, end)]
    return []


def _going_on(scene: Scene, told: list[Trigger], before: list[Trigger], start: int) -> list[Trigger]:
    """Hand the act on to the list items behind it: "exchanged a memorandum ...; a letter ...; and an agreement ..."."""
    if not told or not before or not told[0].bare or not told[0].deal or not before[-1].act or not before[-1].deal:
        return told
    act, last, first = before[-1].act, before[-1].deal, told[0].deal
    if act.span.start > last.span.start or is_ground(scene, first):
        return told
    if not scene.grammar.item_start.fullmatch(scene.plain, start, first.span.start):
        return told
    return [replace(told[0], act=act, shared=True), *told[1:]]


def _told(scene: Scene, deals: list[CueMention], acts: list[CueMention], start: int, end: int) -> Iterator[Trigger]:
    """Deals that a word names, each with its act and its stage."""
    stages = [
        s for s in scene.cues_in(start, end, "stage") if not scene.grammar.not_stage_at.match(scene.plain, s.span.start)
    ]
    if stages and (replaced := one_replaced(scene, start, end)):
        stages = outside_of(replaced, stages)
    last: Trigger | None = None
    for i, deal in enumerate(deals):
        act = act_for(scene, deals, i, acts, last.act if last else None) or _feat_for(scene, deal, start)
        act = act or _feat_into(scene, deal) or _own_act(scene, deal) or _feat_upon(scene, deal)
        stage = stage_for(scene, deal, deals, stages)
        trigger = Trigger(deal, act, stage, start, end, ground=ground_of(scene, deals, i))
        if last is not None:
            trigger = _sharing(scene, trigger, last, deals[i - 1])
            if deals[i - 1].role == "deals" and last.act is not None and _is_first_of(scene, deals[i - 1], deal):
                trigger = replace(trigger, act=last.act, shared=True)
        ground = is_ground(scene, deal)
        if ground and last is not None and last.act is not None and trigger.act is last.act:
            # "The protocol amending the agreement was signed": the protocol was.
            trigger = replace(trigger, act=None)
        more = i + 1 < len(deals) and _is_listed(scene, deal, deals[i + 1])
        if deal.form != "weak" or not trigger.bare or ground or more or _tells_by_itself(scene, deal):
            follows = trigger.act is None and last is not None and last.act is not None
            last = replace(trigger, act=last.act) if follows and last else trigger
            yield trigger


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


def _feat_for(scene: Scene, deal: CueMention, start: int) -> CueMention | None:
    """What was done under a deal, where that tells the deal: "has leased the land under a 44-year contract"."""
    feats = scene.cues_in(start, deal.span.start, "feat") if is_ground(scene, deal) else []
    return next((f for f in reversed(feats) if f.value == deal.value), None)


def _feat_into(scene: Scene, deal: CueMention) -> CueMention | None:
    """The verb that runs into the word for the deal: "[trao quyết định] chủ trương đầu tư"."""
    feats = scene.cues_in(max(0, deal.span.start - 20), deal.span.end, "feat")
    return next((f for f in feats if f.span.start < deal.span.start < f.span.end and f.value == deal.value), None)


def _feat_upon(scene: Scene, deal: CueMention) -> CueMention | None:
    """The verb that would tell a deal by itself and has the word for one as its object: "[has landed] an order"."""
    low = max(0, deal.span.start - _UPON)
    feats = reversed(scene.cues_in(low, deal.span.start, "feat"))
    # Those that need a second body say too little by themselves: "there will be nothing [left] but an accord".
    feat = next((f for f in feats if ":two" not in f.form or is_proved(scene, f, low)), None)
    if feat is None:
        return None
    agreed_on = scene.grammar.agrees_on.fullmatch(scene.plain, feat.span.start, feat.span.end)
    if not agreed_on and feat.value not in (deal.value, "contract" if deal.value == "any" else deal.value):
        return None
    gap = scene.grammar.object_gap.fullmatch(scene.plain, feat.span.end, deal.span.start)
    return feat if gap else None


def _own_act(scene: Scene, deal: CueMention) -> CueMention | None:
    """The verb that the word for an approval begins with: "Bộ đã [chấp thuận] nguyên tắc việc ..."."""
    if deal.value != "licence" or not scene.grammar.done.search(scene.before(deal.span.start, 24)):
        return None
    acts = scene.cues_in(deal.span.start, deal.span.end, "act")
    return next((a for a in acts if a.span.start == deal.span.start), None)


def _sharing(scene: Scene, trigger: Trigger, last: Trigger, before: CueMention) -> Trigger:
    """Hand the act, or the plan, of the deal before on to a deal that is coordinated with it."""
    deal = trigger.deal
    if deal is None:
        return trigger
    act, stage = trigger.act, trigger.stage
    if stage is not None and act is last.act:
        act = None
    shared = act is not None and act is last.act
    alone = act is None and stage is None and last.act is not None
    if alone and not is_ground(scene, deal) and _is_coordinated(scene, before, deal):
        act, shared = last.act, True
    if act is None and stage is None and last.stage is not None and last.stage.value in AHEAD:
        stage = last.stage if _is_coordinated(scene, before, deal) else None
    if act is trigger.act and stage is trigger.stage and shared == trigger.shared:
        return trigger
    return replace(trigger, act=act, stage=stage, shared=shared)


def _sharing_back(scene: Scene, told: list[Trigger]) -> list[Trigger]:
    """Hand an act behind coordinated deals back to the first: "an agreement and a memorandum were signed"."""
    for i in range(len(told) - 2, -1, -1):
        one, two = told[i], told[i + 1]
        if not (one.bare and one.deal and two.deal and two.act) or is_ground(scene, one.deal):
            continue
        listed = _is_listed(scene, one.deal, two.deal) or _is_among(scene, one.deal, two.deal)
        if two.act.span.start >= two.deal.span.end and listed:
            told[i] = replace(one, act=two.act, shared=True)
    return told


def _is_told_by(deal: CueMention, told: list[Trigger]) -> bool:
    """Whether the word tells a deal of its own here: a weak one without act or stage leaves that to the verb."""
    return deal.form != "weak" or any(t.deal is deal for t in told)


def _acted(scene: Scene, deals: list[CueMention], told: list[Trigger], start: int, end: int) -> Iterator[Trigger]:
    """Deals that an act tells on its own, where no word for a deal stands near; ``told`` are those that words tell."""
    feats = scene.cues_in(start, end, "feat")
    if not feats:
        return
    deals = [d for d in deals if _is_told_by(d, told)]
    taken = {t.stage.span for t in told if t.stage}
    stages = [s for s in scene.cues_in(start, end, "stage") if s.span not in taken]
    last: CueMention | None = None
    used = [_feat_for(scene, d, start) for d in deals]
    for feat in feats:
        if last is not None and _is_said_already(scene, last, feat):
            continue
        if deals and (feat in used or _is_of_deal(scene, feat, deals, start)):
            continue
        if is_proved(scene, feat, start):
            last = feat
            yield Trigger(None, feat, stage_for(scene, feat, [feat], stages), start, end)


def _is_said_already(scene: Scene, last: CueMention, feat: CueMention) -> bool:
    """Whether the verb is the last one again, or what that one says is agreed or asked for."""
    if feat.span == last.span and (feat.value == last.value or feat.form.endswith(FOR_OTHER)):
        return True
    return _is_said_on(scene, last, feat)


def _is_of_deal(scene: Scene, feat: CueMention, deals: list[CueMention], start: int) -> bool:
    """Whether the verb only tells what a word for a deal tells: it stands close by, or among its terms."""
    place = feat.span
    terms = any(d.span.end <= place.start for d in deals)
    if terms and scene.grammar.under_which.search(scene.plain, start, place.start):
        return True
    # A deal that is named has among its terms what one does for the other, however far it stands.
    near = sys.maxsize if feat.form.endswith(FOR_OTHER) else _CLOSE
    close = [d for d in deals if min(abs(d.span.start - place.end), abs(place.start - d.span.end)) < near]
    return not all(_leads_to(scene, d, feat) or _is_next_done(scene, feat, d) for d in close)


def _leads_to(scene: Scene, deal: CueMention, feat: CueMention) -> bool:
    """Whether the sentence only goes on from a deal told before: "Cùng với [thỏa thuận nói trên], A đặt B ..."."""
    if "," not in scene.plain[deal.span.end : feat.span.start]:
        return False
    return scene.grammar.one_more.search(scene.plain, max(0, deal.span.start - 30), feat.span.start) is not None


def _is_said_on(scene: Scene, last: CueMention, feat: CueMention) -> bool:
    """Whether the verb only says what is agreed or asked for: "nhất trí [cùng xây]", "đề nghị Posco [cùng xây]"."""
    between = scene.plain[last.span.end : feat.span.start]
    if last.value == "licence" and feat.value == "contract" and last.form.startswith("signed"):
        return len(between) < _OBJECT and not set(",;") & set(between)  # "chấp thuận cho A mua 10% vốn của B"
    reach = _OBJECT if last.form.startswith("proposed") else _PLAN if last.form.startswith("ended") else 2
    if last.form.startswith("planned") and scene.grammar.talks.search(last.span.text.lower()):
        reach = _TALKED  # "đang đàm phán với A về việc [mua] 20% cổ phần"
    return feat.value == last.value and len(between) < reach and not set(",;") & set(between)


def _is_next_done(scene: Scene, feat: CueMention, deal: CueMention) -> bool:
    """Whether the deal is the object of a verb of its own: "kết nghĩa với A năm 1997 và [ký] bản ghi nhớ với B"."""
    acts = scene.cues_in(feat.span.end, deal.span.start, "act") if feat.span.end < deal.span.start else []
    return bool(acts) and bool(scene.grammar.anew.search(scene.plain[feat.span.end : acts[-1].span.start]))


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


def _is_listed(scene: Scene, first: CueMention, second: CueMention) -> bool:
    """Whether two deals stand in one list: coordinated, and with no colon between them."""
    return ":" not in scene.plain[first.span.end : second.span.start] and _is_coordinated(scene, first, second)


def _is_among(scene: Scene, deal: CueMention, many: CueMention) -> bool:
    """Whether the deal is one of those counted behind it: "the memorandum was [among] the documents signed"."""
    return many.role == "deals" and bool(scene.grammar.is_among.search(scene.plain, deal.span.end, many.span.start))


def _is_coordinated(scene: Scene, first: CueMention, second: CueMention) -> bool:
    """Whether two deals share one verb: "an MoU and an agreement", "one on trade ... and another on coal"."""
    if scene.grammar.and_with.match(scene.plain, second.span.start):
        return True
    between = scene.plain[first.span.end : second.span.start]
    return len(between) < 160 and bool(scene.grammar.coordinated.search(between))


def _clauses(scene: Scene, cores: list[Trigger], start: int, end: int) -> list[Trigger]:
    """Give each trigger the part of the segment that is its own."""
    if not cores:
        return []
    if len(cores) == 1:
        return [_within(cores[0], start, end)]
    cores.sort(key=lambda t: t.core)
    cuts = [start, *(_cut(scene, one, two) for one, two in pairwise(cores)), end]
    return _around_ground([_within(t, a, b) for t, (a, b) in zip(cores, pairwise(cuts), strict=True)])


def _within(trigger: Trigger, start: int, end: int) -> Trigger:
    """The trigger with this part for its clause, and at least with its own words."""
    start, end = min(start, trigger.core[0]), max(end, trigger.core[1])
    same = start == trigger.start and end == trigger.end
    return trigger if same else replace(trigger, start=start, end=end)


def _around_ground(found: list[Trigger]) -> list[Trigger]:
    """A deal inside the clause of the one that amends it ends before the outer act; the outer clause goes on."""
    for i, (one, two) in enumerate(pairwise(found)):
        if not (two.deal and one.act and one.deal) or (one.shared and not two.shared):
            continue  # "an agreement and a treaty were signed": the act is the second's as well
        if one.deal.span.end <= two.deal.span.start < one.act.span.start:
            found[i] = replace(one, end=max(one.end, two.end))
            found[i + 1] = replace(two, end=max(one.act.span.start, two.core[1]))
    return found


def _cut(scene: Scene, one: Trigger, two: Trigger) -> int:
    """Where the clause of ``two`` begins: before the subject that its act follows."""
    low, high = one.core[1], two.core[0]
    if low >= high or two.member:
        return high
    place, grammar = high, scene.grammar
    for name in reversed(scene.named_in(low, high)):
        if grammar.never_party.fullmatch(scene.plain, name.start, name.end):
            continue
        if one.deal is None and name.start - low < _RIGHT_BEHIND:
            break  # "A bắt tay [B] làm phần mềm, sau thỏa thuận ký hồi tháng 5"
        gap = scene.plain[name.end : place]
        other = grammar.with_next.search(scene.plain, low, name.start)
        if other and place == high and grammar.next_deal.fullmatch(scene.plain, name.end, high):
            return other.end() - len(other.group().lstrip(",; "))
        if len(gap) > 70 or any(c in gap for c in '":;') or grammar.not_subject.search(gap):
            break
        if grammar.object_of.search(scene.plain[max(one.start, low - 10) : name.start]):
            if two.shared or two.act is None:
                # "a memorandum between A and B, and a loan": B is no subject of what has no verb of its own.
                place = high
            break
        place = name.start
        if not grammar.subject_list.search(scene.plain[low:place]):
            break
    joints = [m.end() for m in grammar.clause_joint.finditer(scene.plain, low, place)]
    return joints[-1] if joints else place
