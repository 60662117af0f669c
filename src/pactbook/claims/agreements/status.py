"""The stage of a deal, read from its act, the words before the act, and the words that tell how it stands."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.dating import own_date
from pactbook.claims.agreements.due import due_date
from pactbook.claims.agreements.event import is_old
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.edtf import bounds
from pactbook.model.mention import CueMention

#: How far before its act a wish stands, without the names between, in characters.
_WISHED = 90
#: How near behind its act the day of an old deal stands: "ký hồi tháng 3".
_DATED = 10
#: How many characters stand at least between talks and the verb that says that they have not ended.
_YET = 3
#: How near behind a stage stands the verb whose stage it is, and how near behind talks what they are about.
_NEXT, _TALKS = 12, 80
#: How far before an act the words may begin that deny it, and those that say that somebody met to do it.
_DENIED, _MET = 160, 90


def status_of(scene: Scene, trigger: Trigger, kind: str) -> tuple[str, CueMention | None]:
    """The codebook status of the deal and the cue that says so.

    A deal that is only mentioned is ``in_force``; a statement or a plan is ``signed``: it has been made.
    """
    renews = trigger.act is not None and bool(scene.grammar.renews.match(trigger.act.span.text.lower()))
    if renews and trigger.act is not None and is_denied(scene, trigger.act):
        if trigger.stage is None:
            return "ended", trigger.act
        # "it runs out in June, and we shall not [renew] it"
        trigger, renews = replace(trigger, act=None), False
    trigger = _not_yet(scene, trigger)
    stage = trigger.stage
    if stage and _is_yet_to_come(scene, trigger, stage):
        return stage.value, stage
    if renews and trigger.act is not None:
        return _status_of_act(scene, replace(trigger, stage=None) if stage else trigger, trigger.act, kind)
    if stage and stage.value in ("ended", "completed") and (end := _end_of(scene, trigger, stage)):
        return end, stage
    if trigger.act is not None:
        if _is_recalled(scene, trigger, trigger.act):
            return trigger.act.value, trigger.act
        return _status_of_act(scene, trigger, trigger.act, kind)
    if stage is None:
        return ("signed" if kind in ("declaration", "action_plan") else "in_force"), None
    if stage.value == "in_force" and (ahead := _is_ahead(scene, trigger, stage)):
        return "planned", ahead
    return stage.value, stage


def _is_yet_to_come(scene: Scene, trigger: Trigger, stage: CueMention) -> bool:
    """Whether the signing has been put off, is still talked over, or only the talks have ended."""
    put_off = scene.grammar.put_off.fullmatch(stage.span.text.lower())
    return bool(put_off) or is_in_talks(scene, trigger) or _ends_talks(scene, trigger)


def _end_of(scene: Scene, trigger: Trigger, stage: CueMention) -> str | None:
    """Whether the deal has ended, or is in force because its end is yet to come; None where the act tells more."""
    ahead = _is_ahead(scene, trigger, stage)
    if stage.value == "ended" and _is_later(scene, stage):
        return "in_force"  # "hết hạn ngày 31/12 tới"
    if ahead is None or scene.grammar.agreed.fullmatch(ahead.span.text.lower()):
        return stage.value  # what both agreed to end has ended
    if trigger.act is None or scene.grammar.upon_old.match(trigger.act.span.text.lower()):
        return "in_force"  # what will expire is in force
    return None


def _is_later(scene: Scene, stage: CueMention) -> bool:
    """Whether the day right behind the stage is yet to come."""
    now = bounds(scene.article.published) if scene.article.published else None
    near = scene.dates_in(stage.span.end, stage.span.end + _DATED)
    day = bounds(near[0].value) if near and near[0].value else None
    return bool(now and day and day[0] > now[1])


def is_in_talks(scene: Scene, trigger: Trigger) -> bool:
    """Whether what is not yet settled is being talked over: "đang thương thảo với A, vẫn chưa chốt"."""
    act, stage = trigger.act, trigger.stage
    if act is None or stage is None or act.form != "base" or stage.value != "planned":
        return False
    return stage.span.end + _YET < act.span.start and is_denied(scene, act)


def _not_yet(scene: Scene, trigger: Trigger) -> Trigger:
    """The trigger without a stage that begins later: "signed yesterday, [in force] from August 1"."""
    stage, published = trigger.stage, scene.article.published
    if stage is None or trigger.act is None or stage.value != "in_force":
        return trigger
    if published is None or bounds(published) is None:
        return trigger
    lasts = scene.grammar.lasting.match(scene.plain, stage.span.start)
    if lasts is not None and lasts.end() >= stage.span.end:
        made = own_date(scene, replace(trigger, stage=None), "signed")
        news = made is not None and made.value is not None and not is_old(made.value, published or "")
        return replace(trigger, stage=None) if news else trigger  # "signed on Monday and valid until 2030"
    dates = [d for d in scene.dates_in(stage.span.end, stage.span.end + _DATED) if d.value]
    if not dates or not scene.grammar.begins.search(scene.plain, stage.span.start, dates[0].span.end):
        return trigger
    return replace(trigger, stage=None) if _is_later(scene, stage) else trigger


def _ends_talks(scene: Scene, trigger: Trigger) -> bool:
    """Whether only the talks have come to their end: "talks on a free trade pact have been concluded"."""
    act, stage = trigger.act, trigger.stage
    if (
        act is None
        or stage is None
        or stage.value != "planned"
        or not scene.grammar.talks.match(stage.span.text.lower())
    ):
        return False
    return act.role == "act" and bool(scene.grammar.ends_talks.fullmatch(act.span.text.lower()))


def _is_recalled(scene: Scene, trigger: Trigger, act: CueMention) -> bool:
    """Whether the deal is one of a day gone by: "đề nghị sớm phê chuẩn hiệp định [ký] năm 2021"."""
    if trigger.deal is None or act.role != "act" or act.form != "base" or act.span.start < trigger.deal.span.end:
        return False
    now = bounds(scene.article.published) if scene.article.published else None
    if not now:
        return False
    if scene.grammar.upon_old.match(scene.plain, act.span.start):
        return False
    stage = trigger.stage
    if stage and stage.value == "in_force" and stage.span.start > act.span.end:
        return False  # "được ký năm 2015 và có hiệu lực từ"
    if stage and stage.value == "in_force" and stage.span.end <= trigger.deal.span.start:
        return False  # "đang thực hiện hợp đồng với A ký năm 2012"
    behind = [bounds(d.value) for d in scene.dates_in(act.span.end, act.span.end + _DATED) if d.value]
    return bool(behind and behind[0] and behind[0][1] < now[0])


def is_renewed(scene: Scene, trigger: Trigger) -> bool:
    """Whether the deal is made anew, be it expired, and is not said not to be."""
    act = trigger.act
    if act is None or not scene.grammar.renews.match(act.span.text.lower()):
        return False
    return not is_denied(scene, act)


def is_denied(scene: Scene, act: CueMention) -> bool:
    """Whether an act is said not to be done: "will not [renew] its licence", "was not [extended]"."""
    return bool(scene.grammar.denied.search(scene.before(act.span.start, _DENIED)))


def _status_of_act(scene: Scene, trigger: Trigger, act: CueMention, kind: str) -> tuple[str, CueMention | None]:
    stage = trigger.stage
    ahead = _outlook(scene, trigger, act)
    if ahead is None and act.value == "signed" and act.form == "base" and due_date(scene, trigger):
        return "planned", act  # "nhất trí soạn thỏa thuận, sẽ ký vào tháng 9"
    if ahead is not None:
        # "agreed to lift relations" lifts them; "agreed to sign" only plans to.
        lifts = kind == "partnership" or scene.grammar.decided.match(act.span.text.lower())
        agreed = scene.grammar.agreed.search(scene.plain, trigger.start, act.span.start) if lifts else None
        talks = agreed and scene.grammar.talks.search(scene.plain, agreed.end(), act.span.start)
        later = agreed and scene.grammar.lifts_later.search(
            scene.plain, agreed.end(), min(trigger.end, act.span.end + _WISHED)
        )
        if agreed and not talks and not later and not due_date(scene, trigger):
            return "signed", act
        # What is being negotiated is more than hoped for: "are negotiating a contract, hoping to sign it in May".
        begun = stage if stage and stage.value == "planned" and stage.span.end <= ahead.span.start else ahead
        return begun.value, begun
    if stage is not None and _counts_more(scene, trigger, stage, act):
        return stage.value, stage
    if kind != "licence" and _is_nod_of_board(scene, act):
        return "planned", act
    return (act.form.partition(":")[0] if act.role == "feat" else act.value), act


def _counts_more(scene: Scene, trigger: Trigger, stage: CueMention, act: CueMention) -> bool:
    """Whether the stage tells how the deal stands, and not the act, which has been done."""
    said = stage.span.text.lower()
    if stage.value in AHEAD and act.form == "gerund" and _is_of_signing(stage, act):
        return True
    grammar = scene.grammar
    if act.span.within(stage.span) and (grammar.not_yet.search(said) or grammar.conditional.fullmatch(said)):
        return True  # "[once signed], the contract would give A the site", "have [not yet agreed on] a price"
    if scene.grammar.draft.fullmatch(said) and _is_only_shown(scene, act):
        return True
    if act.span.end <= stage.span.start and scene.grammar.drafted.fullmatch(said):
        return True  # "trao cho phía bạn dự thảo hiệp định"
    if stage.value in AHEAD and act.role == "feat" and _leads_on(scene, stage, act):
        return True
    return stage.value == "in_force" and not _is_ahead(scene, trigger, stage)


def _is_nod_of_board(scene: Scene, act: CueMention) -> bool:
    """Whether only the board or the shareholders of one side say yes: "the board [approved] a loan from KDB"."""
    grammar = scene.grammar
    if act.role == "feat":
        return bool(grammar.nodded.search(scene.before(act.span.start, _WISHED)))  # "HĐQT thông qua việc [phát hành]"
    if act.role != "act" or not grammar.nods.fullmatch(act.span.text.lower()):
        return False
    behind = grammar.by_board.match(scene.plain, act.span.end)
    return bool(behind or grammar.board.search(scene.before(act.span.start, _WISHED)))


def _is_only_shown(scene: Scene, act: CueMention) -> bool:
    """Whether the act does not bring a deal about: a draft that is "handed to" somebody is a draft still."""
    return act.role == "act" and not scene.grammar.signs.fullmatch(act.span.text.lower())


def _is_of_signing(stage: CueMention, act: CueMention) -> bool:
    """Whether the stage is that of the signing: "plans for signing", "[the signing] of a pact is due in May"."""
    return stage.span.start < act.span.start or stage.value == "planned"


def _leads_on(scene: Scene, stage: CueMention, act: CueMention) -> bool:
    """Whether the stage is that of the act behind it: "hoàn tất đàm phán với A về việc [bán] 24,9% cổ phần"."""
    between = scene.plain[stage.span.end : act.span.start] if act.span.start >= stage.span.end else ","
    talks = scene.grammar.talks.search(stage.span.text.lower())
    return len(between) < (_TALKS if talks and "," not in between else _NEXT) and act.span.start >= stage.span.end


def _outlook(scene: Scene, trigger: Trigger, act: CueMention) -> CueMention | None:
    """The words that put the act in the future or into a wish, or None where it has been done."""
    grammar, near = scene.grammar, scene.plain[max(trigger.start, act.span.start - 24) : act.span.start]
    if act.form == "base" and grammar.met_to.search(scene.before(act.span.start, _MET)):
        return None
    if grammar.unreal.search(near):
        return _is_ahead(scene, trigger, act)
    if act.form == "base" and grammar.done.search(near) and not grammar.passive.search(near):
        return None
    proved = act.role == "feat" and scene.proof_of(act) is not None
    loose = proved or grammar.loose_feat.fullmatch(act.span.text.lower())
    if loose and grammar.done.search(near):
        return None
    if act.value == "in_force" and grammar.to_have.search(near):
        return _wish(scene, trigger, act) or _is_ahead(scene, trigger, act)  # "would like to [have a] treaty"
    if not loose and (act.form in ("past", "present") or act.role == "feat"):
        if not grammar.passive.search(near) or grammar.done.search(near):
            return None
        return _is_ahead(scene, trigger, act) or _wish(scene, trigger, act)
    wish = _wish(scene, trigger, act)
    return wish if wish or act.form == "gerund" else _is_ahead(scene, trigger, act)


def _wish(scene: Scene, trigger: Trigger, act: CueMention) -> CueMention | None:
    """A wish before the act: "asked Seoul to sign"."""
    ahead = scene.cues_in(trigger.start, act.span.start, "ahead")
    wishes = [c for c in ahead if c.value == "proposed" and _is_near(scene, c, act)]
    wishes = [c for c in wishes if not scene.grammar.asks_after.match(scene.plain, c.span.end)]
    return wishes[-1] if wishes else None


def _is_near(scene: Scene, wish: CueMention, act: CueMention) -> bool:
    """Whether the wish is that for the act; the names of those between the two may be as long as they like."""
    named = sum(n.end - n.start for n in scene.named_in(wish.span.end, act.span.start))
    return act.span.start - wish.span.end - named < _WISHED


def _is_ahead(scene: Scene, trigger: Trigger, cue: CueMention) -> CueMention | None:
    """A word shortly before ``cue`` that puts it into the future."""
    low = max(trigger.start, cue.span.start - 45)
    if not scene.plain[trigger.start : cue.span.start].strip():
        # The clause begins with its act: "sẽ có hiệu lực sau khi hai bên phê chuẩn và [ký] thêm ..."
        low = max(0, cue.span.start - 60)
    grammar = scene.grammar
    for word in reversed(scene.cues_in(low, cue.span.start, "ahead")):
        if word.value != "planned" or not grammar.ahead_gap.fullmatch(scene.plain, word.span.end, cue.span.start):
            continue
        if not grammar.chance.search(scene.before(word.span.start, 40)):  # "used the occasion [to] sign": they did
            return word
    return None
