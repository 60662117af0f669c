"""Verbs that tell a deal by themselves: "has leased the land", "teamed up with"."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pactbook.claims.agreements.acts import stage_for
from pactbook.claims.agreements.deals import is_ground
from pactbook.claims.agreements.proof import is_proved
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.asking import FOR_OTHER
from pactbook.model.mention import CueMention

#: How far behind a word that asks for something, or allows it, the verb for it begins, in characters.
_ASKED = 90
#: How far behind talks stands what is talked over, in characters.
_TALKED = 110
#: How far before a deal the verb begins that has it for its object, in characters.
_UPON = 80
#: How near behind the verb that ends it the plan stands: "dropped its [plan to buy ...]".
_PLAN = 12
#: So near the word for a deal, a verb tells that deal and no other, in characters.
_CLOSE = 40


def feat_for(scene: Scene, deal: CueMention, start: int) -> CueMention | None:
    """What was done under a deal, where that tells the deal: "has leased the land under a 44-year contract"."""
    feats = scene.cues_in(start, deal.span.start, "feat") if is_ground(scene, deal) else []
    return next((f for f in reversed(feats) if f.value == deal.value), None)


def feat_into(scene: Scene, deal: CueMention) -> CueMention | None:
    """The verb that runs into the word for the deal: "[trao quyết định] chủ trương đầu tư"."""
    feats = scene.cues_in(max(0, deal.span.start - 20), deal.span.end, "feat")
    return next((f for f in feats if f.span.start < deal.span.start < f.span.end and f.value == deal.value), None)


def feat_upon(scene: Scene, deal: CueMention) -> CueMention | None:
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


def _is_told_by(deal: CueMention, told: list[Trigger]) -> bool:
    """Whether the word tells a deal of its own here: a weak one without act or stage leaves that to the verb."""
    return deal.form != "weak" or any(t.deal is deal for t in told)


def acted(scene: Scene, deals: list[CueMention], told: list[Trigger], start: int, end: int) -> Iterator[Trigger]:
    """Deals that an act tells on its own, where no word for a deal stands near; ``told`` are those that words tell."""
    feats = scene.cues_in(start, end, "feat")
    if not feats:
        return
    deals = [d for d in deals if _is_told_by(d, told)]
    taken = {t.stage.span for t in told if t.stage}
    stages = [s for s in scene.cues_in(start, end, "stage") if s.span not in taken]
    last: CueMention | None = None
    used = [feat_for(scene, d, start) for d in deals]
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
    # A deal that is named has among its terms what one does for the other, however far it stands.
    near = sys.maxsize if feat.form.endswith(FOR_OTHER) else _CLOSE
    terms = False
    for deal in deals:
        close = -near < deal.span.start - place.end < near or -near < place.start - deal.span.end < near
        if close and not (_leads_to(scene, deal, feat) or _is_next_done(scene, feat, deal)):
            return True
        terms = terms or deal.span.end <= place.start
    return terms and scene.grammar.under_which.search(scene.plain, start, place.start) is not None


def _leads_to(scene: Scene, deal: CueMention, feat: CueMention) -> bool:
    """Whether the sentence only goes on from a deal told before: "Cùng với [thỏa thuận nói trên], A đặt B ..."."""
    if "," not in scene.plain[deal.span.end : feat.span.start]:
        return False
    return scene.grammar.one_more.search(scene.plain, max(0, deal.span.start - 30), feat.span.start) is not None


def _is_said_on(scene: Scene, last: CueMention, feat: CueMention) -> bool:
    """Whether the verb only says what is agreed or asked for: "nhất trí [cùng xây]", "đề nghị Posco [cùng xây]"."""
    between = scene.plain[last.span.end : feat.span.start]
    if last.value == "licence" and feat.value == "contract" and last.form.startswith("signed"):
        return len(between) < _ASKED and not set(",;") & set(between)  # "chấp thuận cho A mua 10% vốn của B"
    reach = _ASKED if last.form.startswith("proposed") else _PLAN if last.form.startswith("ended") else 2
    if last.form.startswith("planned") and scene.grammar.talks.search(last.span.text.lower()):
        reach = _TALKED  # "đang đàm phán với A về việc [mua] 20% cổ phần"
    return feat.value == last.value and len(between) < reach and not set(",;") & set(between)


def _is_next_done(scene: Scene, feat: CueMention, deal: CueMention) -> bool:
    """Whether the deal is the object of a verb of its own: "kết nghĩa với A năm 1997 và [ký] bản ghi nhớ với B"."""
    acts = scene.cues_in(feat.span.end, deal.span.start, "act") if feat.span.end < deal.span.start else []
    if not acts:
        return False
    # "[Twinned since 2005], the pair signed a plan"
    stood = feat.value == "partnership" and scene.grammar.stood_since.match(scene.plain, feat.span.end)
    return bool(stood or scene.grammar.anew.search(scene.plain[feat.span.end : acts[-1].span.start]))
