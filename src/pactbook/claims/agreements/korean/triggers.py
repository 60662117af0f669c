"""Where a Korean sentence speaks of a deal: the word for it, what is done with it, and the clause of both."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.korean.acts import DENIED, Act, acts_in, fits
from pactbook.claims.agreements.korean.deals import Deal, deals_in
from pactbook.claims.agreements.korean.names import placed_in
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.model.article import Sentence

#: How far an act may stand behind its deal, and a deal behind the act that describes it, in characters.
_REACH, _DESCRIBED = 90, 70
#: How far apart two deals of one list may stand.
_LISTED = 120
#: How near behind "이행을 위한" the deal stands that it is for.
_FOR = 24
#: How near behind "제공하는" the word for the paper stands.
_PAPER = 8
#: How near behind an act that tells a deal by itself a word for a deal may stand, and be its deal.
_ALONE = 20
#: Stages that a later verb of the sentence may bring a deal to.
_LATER = frozenset({"ended", "in_force", "completed"})


class Trigger(Struct, frozen=True, gc=False):
    """A deal as one clause (``start:end``) speaks of it.

    ``deal`` is None where the act tells it alone; ``act`` is what is done, ``described`` the act that stands before the
    deal ("2019년 맺은 협약"), ``later`` what became of it in the end ("... 파기했다"). ``shared`` marks an act that
    belongs to another deal of the list too, ``drafted`` that only the text of the deal is spoken of, ``settled`` that
    all have agreed to the act.
    """

    deal: Deal | None
    act: Act | None
    described: Act | None
    start: int
    end: int
    later: Act | None = None
    shared: bool = False
    drafted: bool = False
    settled: bool = False
    #: The range from the first to the last of deal and acts.
    core: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        """Find out once what is asked dozens of times."""
        parts = [p for p in (self.deal, self.act, self.described) if p is not None]
        force_setattr(self, "core", (min([p.start for p in parts]), max([p.end for p in parts])))

    @property
    def bare(self) -> bool:
        """Whether nothing says what became of the deal."""
        return self.act is None and self.described is None


def triggers(scene: Scene, sentence: Sentence) -> list[Trigger]:
    """The deals that ``sentence`` speaks of, each with its clause, in the order of the text."""
    start, end = sentence.start, sentence.end
    deals = deals_in(scene, start, end)
    acts = acts_in(scene, deals, start, end)
    if not (deals or acts):
        return []
    ends = clause_ends(scene, start, end)
    objects = [_object_act(scene, deals, i, acts, ends) for i in range(len(deals))]
    _share(scene, deals, objects)
    papers, grammar = _papers_of_loans(deals, objects), scene.words.korean.grammar
    found: list[Trigger] = []
    for i, deal in enumerate(deals):
        if i in papers:
            continue
        low = deals[i - 1].end if i else start
        described = _described_by(scene, deal, acts, low)
        act, shared = objects[i]
        later = _later(scene, acts, deals, i, act or described, ends)
        first = described.start if described and not act else deal.start
        bracket = grammar.bracket.match(scene.plain, deal.end, end)
        last = max(bracket.end() if bracket else deal.end, act.end if act and not shared else deal.end)
        low = low if i and _is_own_item(scene, deals[i - 1], deal) else _clause_start(ends, start, first)
        if i and (subject := _subject_described(scene, objects[i - 1][0], deal)) is not None:
            low = max(low, subject)
        drafted = grammar.draft_text.search(deal.span.text) is not None
        if drafted and act is not None:
            later = later or next((a for a in acts if a.start >= act.end and a.status in AHEAD), None)
        settled = act is not None and grammar.settled.match(scene.plain, act.end) is not None
        found.append(Trigger(deal, act, described, low, last, later, shared, drafted, settled))
        if (renewed := _renewed_behind(acts, act, deals[i + 1].start if i + 1 < len(deals) else end)) is not None:
            found.append(Trigger(deal, renewed, None, low, renewed.end))
    found.extend(_alone(scene, deals, acts, found, (start, end, ends)))
    return sorted(found, key=lambda t: t.core)


def clause_ends(scene: Scene, start: int, end: int) -> list[int]:
    """Where the clauses before the last one of a sentence end."""
    return [m.end() for m in scene.words.korean.grammar.clause_end.finditer(scene.plain, start, end)]


def _clause_start(ends: list[int], start: int, place: int) -> int:
    behind = bisect_right(ends, place)
    return ends[behind - 1] if behind else start


def widened(trigger: Trigger, start: int) -> Trigger:
    """The trigger with a clause that begins earlier in its sentence."""
    return replace(trigger, start=min(start, trigger.start))


def _object_act(scene: Scene, deals: list[Deal], i: int, acts: list[Act], ends: list[int]) -> tuple[Act | None, bool]:
    """The act that the deal is the object or the subject of: the first behind it in its clause."""
    grammar, deal = scene.words.korean.grammar, deals[i]
    ground = grammar.ground.match(scene.plain, deal.end)
    stop = next((e for e in ends if e > deal.end), len(scene.plain))
    after = [
        a for a in acts if deal.span.start <= a.start and a.end > deal.end and a.start < stop and fits(a, deal.kind)
    ]
    high = deals[i + 1].start if i + 1 < len(deals) else len(scene.plain)
    for act in after:
        near = i + 1 < len(deals) and act.describes and high - act.end < _DESCRIBED
        if act.status == DENIED and (ended := _ended_behind(after, act, high)) is not None:
            # "갱신하지 않아 작년 말로 끝났다"
            return ended, False
        if act.start >= high or (near and _is_of_next(scene, deal, act, high)):
            break
        gap = scene.plain[deal.end : act.start]
        names = sum(n.end - n.start for n in scene.named_in(deal.end, act.start))
        if len(gap) - names > _REACH:
            break
        if (ground and act.start > deal.end + 2) or (i + 1 < len(deals) and _is_for_next(scene, act, high)):
            break
        if act.start <= deal.end or not gap.strip() or _is_object(scene, gap):
            return act, False
        break
    return None, False


def _renewed_behind(acts: list[Act], ended: Act | None, high: int) -> Act | None:
    """The act by which a deal that ran out was renewed: "지난해 만료돼 5년짜리로 [갱신했다]"."""
    if ended is None or ended.entry.status != "ended" or ended.form != "stem" or not ended.plain:
        return None
    behind = (a for a in acts if ended.end <= a.start < high)
    return next((a for a in behind if a.entry.decides and a.plain and a.form in ("past", "stem")), None)


def _ended_behind(acts: list[Act], denied: Act, high: int) -> Act | None:
    """The act behind one that was not done by which the deal has ended."""
    behind = (a for a in acts if denied.end <= a.start < high)
    return next((a for a in behind if a.entry.status == "ended" and a.plain and a.form != "noun"), None)


def _is_object(scene: Scene, gap: str) -> bool:
    """Whether the words between deal and act let the act be the deal's: it has no other object."""
    grammar = scene.words.korean.grammar
    called = grammar.called.match(gap)
    gap = gap[called.end() :] if called else gap
    return bool(grammar.object_end.match(gap)) and not grammar.other_object.match(gap)


def _is_for_next(scene: Scene, act: Act, high: int) -> bool:
    """Whether the act's noun only says what the next deal is for: "협정 이행을 위한 행동계획"."""
    m = scene.words.korean.grammar.for_next.match(scene.plain, act.end) if act.form == "noun" else None
    return m is not None and high - m.end() < _FOR


def _is_of_next(scene: Scene, deal: Deal, act: Act, high: int) -> bool:
    """Whether the act describes the next deal: "MOU, A와 B가 갱신한 MOU", "이번 협약은 작년에 맺은 의향서의 ..."."""
    grammar = scene.words.korean.grammar
    if scene.named_in(deal.end, act.start):
        return True
    return bool(
        grammar.pair_topic.match(scene.plain, deal.end) and grammar.own_noun.fullmatch(scene.plain, act.end, high)
    )


def _subject_described(scene: Scene, act: Act | None, deal: Deal) -> int | None:
    """Where the subject begins that another deal describes: "B와 협약을 맺은 [A는] C와도 협약을 맺었다"; else None."""
    if act is None or act.form != "done" or act.end > deal.start:
        return None
    name = scene.next_named(act.end)
    if name is None or name.start - act.end > 1 or name.end > deal.start:
        return None
    return name.start if placed_in(scene, [name], deal.start)[0].part in ("topic", "subject") else None


def _is_own_item(scene: Scene, one: Deal, two: Deal) -> bool:
    """Whether a deal of a list has parties of its own: "A와 B의 MOU, C와 D가 갱신한 MOU"."""
    listed = scene.words.korean.grammar.listed.match(scene.plain, one.end, two.start)
    return bool(listed) and any(n.kind != STATE for n in scene.named_in(one.end, two.start))


def _share(scene: Scene, deals: list[Deal], objects: list[tuple[Act | None, bool]]) -> None:
    """Hand an act back to the deals that stand in one list with its deal: "협정과 양해각서를 맺었다"."""
    for i in range(len(deals) - 2, -1, -1):
        gap = scene.plain[deals[i].end : deals[i + 1].start]
        if objects[i][0] is None and len(gap) < _LISTED and scene.words.korean.grammar.listed.match(gap):
            objects[i] = (objects[i + 1][0], objects[i + 1][0] is not None)


def _papers_of_loans(deals: list[Deal], objects: list[tuple[Act | None, bool]]) -> set[int]:
    """The loose words for the paper that a loan is given by: "금융한도를 제공하는 [약정]을 맺었다"."""
    found = set()
    for i in range(1, len(deals)):
        act = objects[i - 1][0]
        given = deals[i - 1].kind == "loan" and act is not None and act.describes and act.form == "stem"
        near = act is not None and 0 <= deals[i].start - act.end <= _PAPER
        if given and near and deals[i].kind in ("agreement", "contract", "any") and objects[i][0] is not None:
            objects[i - 1] = objects[i]
            found.add(i)
    return found


def _described_by(scene: Scene, deal: Deal, acts: list[Act], low: int) -> Act | None:
    """The act before the deal that describes it: "2019년 맺은 협약", "발효된 한·베트남 FTA"."""
    before = [a for a in acts if low <= a.start and a.end <= deal.start and a.describes and fits(a, deal.kind)]
    if not before:
        return None
    act = before[-1]
    gap = scene.plain[act.end : deal.start]
    if scene.words.korean.grammar.no_noun.match(gap):
        return None
    if act.form == "stem" and act.entry.status == "ended":
        # "업무협약이 내년에 끝나는 만큼 새 협약을"
        return None
    if act.entry.status == "completed" and scene.words.korean.grammar.into.search(gap):
        # "준공한 공장에 쓸 변압기 계약"
        return None
    near = len(gap) <= _DESCRIBED and scene.words.korean.grammar.own_noun.fullmatch(gap)
    return act if near else None


def _is_brought_to(scene: Scene, act: Act, later: Act) -> bool:
    """Whether the clause goes on to its end: "수주해 준공했다", "수주한 공사를 끝냈다", "따낸 공사는 해지됐다"."""
    if later.entry.status == "ended" and act.form == "done" and act.entry.alone == "contract":
        return scene.words.korean.grammar.ended_work.fullmatch(scene.plain, act.end, later.start) is not None
    if later.entry.status != "completed" or act.entry.status != "signed":
        return False
    gap, grammar = (scene.plain, act.end, later.start), scene.words.korean.grammar
    if act.form == "stem":
        return grammar.goes_on.match(scene.plain, act.end - 1) is not None
    return act.form == "done" and act.entry.alone == "contract" and grammar.own_work.fullmatch(*gap) is not None


def _later(scene: Scene, acts: list[Act], deals: list[Deal], i: int, act: Act | None, ends: list[int]) -> Act | None:
    """What a later clause of the sentence says has become of the deal: "맺었으나 ... 파기했다"."""
    if act is None:
        return None
    high = deals[i + 1].start if i + 1 < len(deals) else 10**9
    for later in acts:
        done = later.plain and later.form in ("past", "done", "stem") and later.entry.status in _LATER
        if not (act.end < later.start < high and done):
            continue
        if _is_other_purchase(scene, act, deals[i] if deals else None, later, ends):
            continue
        if any(act.end <= e <= later.start for e in ends) or _is_brought_to(scene, act, later):
            return later
    return None


def _is_other_purchase(scene: Scene, act: Act, deal: Deal | None, later: Act, ends: list[int]) -> bool:
    """Whether a later clause tells what else was bought: "협약을 맺었고, 작년에는 B의 회사채를 인수했다"."""
    if deal is None or later.entry.alone != "contract" or later.entry.works or later.entry.status != "completed":
        return False
    low = max([e for e in ends if e <= act.start], default=0)
    bought = scene.words.korean.grammar.of_buying.search(scene.plain, max(low, deal.start - _REACH), deal.end)
    return bought is None


def _says_what(scene: Scene, act: Act, low: int) -> bool:
    """Whether the clause says what talks are over, or which licence is asked for, where the act does not say it."""
    grammar, place = scene.words.korean.grammar, (scene.plain, max(low, act.start - _REACH), act.start)
    if act.entry.over:
        return bool(grammar.over.search(*place) or grammar.over_loan.search(*place))
    asked: re.Pattern[str] | None = getattr(grammar, act.entry.asked) if act.entry.asked else None
    return asked is None or asked.search(scene.plain, place[1], act.end) is not None


def _alone(
    scene: Scene, deals: list[Deal], acts: list[Act], told: list[Trigger], clauses: tuple[int, int, list[int]]
) -> list[Trigger]:
    """Deals that an act tells by itself, where no word for a deal stands near."""
    start, stop, ends = clauses
    speaking = [a for a in acts if a.entry.alone and a.status != DENIED]
    if not speaking:
        return []
    used = [a for t in told for a in (t.act, t.later)]
    found = []
    for act in speaking:
        if act in used:
            continue
        low = _clause_start(ends, start, act.start)
        # What is sold in one clause is no part of the deal of the next.
        high = next((e for e in ends if e >= act.end), stop) if act.entry.trade else stop
        near = [d for d in deals if low <= d.start < min(act.end + _ALONE, high)]
        if any(not scene.words.korean.grammar.stake_of.match(scene.plain, d.end) for d in near):
            continue
        if act.entry.agreed and not scene.words.korean.grammar.agreed.match(scene.plain, act.end):
            continue
        if not _says_what(scene, act, low):
            continue
        bare = act.form == "noun" and not act.entry.talks and act.status != "ended"
        if bare and not scene.words.korean.grammar.noun_end.match(scene.plain, act.end, stop):
            continue
        later = _later(scene, acts, [], 0, act, ends)
        used.append(later)
        found.append(Trigger(None, act, None, low, act.end, later))
    return found
