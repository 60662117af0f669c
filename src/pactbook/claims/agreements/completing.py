"""The parties of a draft: those of its clause, completed by what the sentences around it tell."""

from __future__ import annotations

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.at_work import at_work
from pactbook.claims.agreements.context import Context
from pactbook.claims.agreements.deals import (
    is_apart,
    is_ground,
    is_indefinite,
    points_back,
)
from pactbook.claims.agreements.frames import Frame
from pactbook.claims.agreements.kinds import OFFICES
from pactbook.claims.agreements.links import is_attached
from pactbook.claims.agreements.named_parties import named_parties
from pactbook.claims.agreements.pairs import home_states, nearest_pair, pair_beside, pair_within, who_agreed
from pactbook.claims.agreements.parties import HOME, NOBODY, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.settling import kinds_agree
from pactbook.claims.agreements.singles import singles_meant
from pactbook.claims.agreements.stand_ins import understood, with_other_side
from pactbook.claims.agreements.triggers import Trigger

#: How far before a licence the firm that holds it may have been spoken of, in characters.
_SPOKEN = 400
#: How many paragraphs behind licences that an office hands out a firm's own may be told.
_LIST = 2
#: How near behind the words that open its terms the first party of a deal stands, and how many there have to be.
_OPENS, _TWO = 30, 2
#: Bodies that lend and borrow; how far before a name the word that says that it is a bank begins.
_IN_LOANS, _WORD = frozenset({"company", "agency", "ministry"}), 12
#: How far apart two sentences stand that follow one another, in characters.
_CLOSE = 3
#: Kinds of deals of bodies: where nobody is named, they are of those whose deal the sentence tells.
_OF_BODIES = frozenset({"contract", "memorandum", "loan", "grant"})
#: Kinds that the two states are taken to have concluded where nobody is named.
_OF_STATES = frozenset({"agreement", "any", "action_plan"})


def parties_of(trigger: Trigger, kind: str, context: Context, frame: Frame | None) -> Parties:
    scene, beside = context.scene, context.beside
    named = named_parties(scene, trigger, kind)
    if len(named.ids) < 2 and (own := _in_terms(trigger, scene)).names:
        return own
    if len(named.ids) < 2:
        whole = _whole(trigger, kind, context)
        if whole.names:
            first = context.counted.core[0] + 1 if trigger.member and context.counted else beside[0].span.start
            return _with_subjects(named, whole, first)
    parties = understood(scene, trigger, kind, named, [*context.before, *beside])
    parties = _at_work(parties, trigger, kind, context)
    if len(parties.ids) == 1 and trigger.deal is not None:
        parties = _completed(scene, trigger, parties)
    if kind == "licence" and len(parties.ids) == 1 and (office := _office(parties, trigger, context)):
        parties = Parties((office, *parties.names), parties.how)
    if kind == "licence" and parties.names and all(n.kind not in OFFICES for n in parties.names):
        # "[Thành phố] từng trao quyết định này cho A và B"
        meant = [n for n in singles_meant(scene, trigger, parties) if n.kind in OFFICES]
        parties = Parties((*meant[:1], *parties.names), parties.how)
    if kind == "licence" and len(parties.ids) == 1 and (holder := _holder(parties, trigger, context)):
        parties = Parties((*parties.names, holder), parties.how)
    if len(parties.ids) == 1 and (side := _side_told_before(parties.names[0], kind, trigger, context)):
        parties = Parties((*parties.names, side), parties.how)
    if frame and trigger.member and len(parties.ids) < 2:
        missing = tuple(n for n in frame.parties.names if n.id not in parties.ids)
        return Parties((*parties.names, *missing), parties.how if parties.names else frame.parties.how)
    return _of_deal_before(parties, trigger, context) or parties


def _at_work(parties: Parties, trigger: Trigger, kind: str, context: Context) -> Parties:
    """The two that work under a deal, where fewer are said to have made it."""
    if len(parties.ids) >= _TWO or parties.how != "named":
        return parties
    told = {n for d in (*context.before, *context.beside) if kinds_agree(d.kind, kind) for n in d.ids or HOME}
    two = at_work(context.scene, trigger, kind, alone=not context.beside, told=frozenset(told))
    return Parties(two, "named") if {n.id for n in two} >= parties.members else parties


def _in_terms(trigger: Trigger, scene: Scene) -> Parties:
    """The two that the terms of one more deal name: "and a contract [under which A will service rigs for B]"."""
    deal = trigger.deal
    opened = scene.grammar.has_terms.match(scene.plain, deal.span.end) if deal else None
    if deal is None or opened is None:
        return NOBODY
    told_before = any(n.kind != STATE for n in scene.named_in(trigger.start, opened.end()))
    if told_before and not (trigger.shared or trigger.bare):
        return NOBODY
    found = {
        n.id: n for n in scene.named_in(opened.end(), trigger.end) if n.kind != STATE and not is_attached(scene, n)
    }
    names = tuple(found.values())
    fits = len(names) == _TWO and names[0].country != names[1].country and names[0].start - opened.end() < _OPENS
    return Parties(names, "named") if fits else NOBODY


def _of_deal_before(parties: Parties, trigger: Trigger, context: Context) -> Parties | None:
    """The two of the deal just told, out of which this one is to grow: "a contract could follow next year"."""
    scene, deal = context.scene, trigger.deal
    if len(parties.ids) >= _TWO or deal is None:
        return None
    told = [*context.before, *context.beside]
    if not told:
        return None
    if len(told[-1].ids) < _TWO or not parties.members <= told[-1].ids:
        return None
    near = context.sentence.paragraph - told[-1].sentence.paragraph <= 1
    follows = scene.grammar.follows.match(scene.plain, deal.span.end)
    follows = follows or scene.grammar.led_to.search(scene.before(deal.span.start, 45))
    return Parties(told[-1].parties.names, "pair") if near and follows else None


def _office(parties: Parties, trigger: Trigger, context: Context) -> Named | None:
    """The office just said to hand out licences, for a firm whose clause names neither an office nor a place."""
    elsewhere = any(trigger.start <= p.start < trigger.end for p in context.scene.places)
    if elsewhere or any(n.kind in OFFICES for n in parties.names) or not context.before:
        return None
    last = context.before[-1]
    near = context.sentence.paragraph - last.sentence.paragraph <= _LIST
    offices = [n for n in last.parties.names if n.kind in OFFICES]
    return offices[0] if near and last.kind == "licence" and last.status == "signed" and offices else None


def _side_told_before(one: Named, kind: str, trigger: Trigger, context: Context) -> Named | None:
    """The other side where the sentence before tells it: of a loan, or of another deal."""
    lent = _other_side_of_loan(one, context) if kind == "loan" else None
    if lent is None and kind == "loan":
        lent = _builder(one, trigger, context)
    return lent or _same_side(one, trigger, context)


def _other_side_of_loan(one: Named, context: Context) -> Named | None:
    """The bank, or the firm or ministry that borrows, of which the sentence before speaks."""
    scene, here = context.scene, context.sentence
    before = scene.sentence_at(max(0, here.start - 2))
    if before is None or before.paragraph != here.paragraph or before.start >= here.start:
        return None
    told = [n for n in scene.named_in(before.start, before.end) if n.kind in _IN_LOANS and n.id != one.id]
    lends = _lends(scene, one)
    fit = [n for n in told if _lends(scene, n) != lends and n.country is not None]
    return fit[0] if fit and (lends or len({n.id for n in fit}) == 1) else None


def _builder(lender: Named, trigger: Trigger, context: Context) -> Named | None:
    """The firm just spoken of, where a bank lends "for the project" and names nobody."""
    scene, deal = context.scene, trigger.deal
    if deal is None or not _lends(scene, lender):
        return None
    if not scene.grammar.lent_for.match(scene.plain, deal.span.end):
        return None
    low = max(0, context.sentence.start - _SPOKEN)
    firms = [n for n in scene.named_in(low, context.sentence.start) if n.kind == "company" and not _lends(scene, n)]
    last = context.before[-1].parties.names if context.before else ()
    return next((n for n in last if n.id in {f.id for f in firms}), firms[-1] if firms else None)


def _same_side(one: Named, trigger: Trigger, context: Context) -> Named | None:
    """Who made the deal before, and this other one with somebody else: "theo [một hợp đồng khác]" with KT."""
    scene, deal = context.scene, trigger.deal
    told = context.beside or context.before
    last = next((d for d in reversed(told) if not d.again), None)
    if deal is None or last is None or not is_indefinite(scene, deal):
        return None
    goes = trigger.act is not None and last.kind == deal.value == "contract"
    if not is_apart(scene, deal) and not (
        goes and trigger.act and scene.grammar.goes_to.fullmatch(trigger.act.span.text)
    ):
        return None  # "A supervision contract went to Dohwa" is of the house that gave Kolon its contract
    near = context.sentence.paragraph == last.sentence.paragraph and one.id not in last.ids
    other = [n for n in last.parties.names if n.kind != STATE and n.country != one.country]
    return other[0] if near and len({n.id for n in other}) == 1 else None


def _lends(scene: Scene, name: Named) -> bool:
    return bool(scene.grammar.bank.search(scene.plain, max(0, name.start - _WORD), name.end))


def _holder(parties: Parties, trigger: Trigger, context: Context) -> Named | None:
    """The firm just spoken of, where an office hands a licence out "for the project" and names nobody."""
    scene, deal = context.scene, trigger.deal
    if deal is None or parties.names[0].kind not in OFFICES:
        return None
    if not scene.grammar.for_project.match(scene.plain, deal.span.end):
        # "LG is building a plant; the city handed over that certificate in May"
        here = [n for n in scene.named_in(context.sentence.start, trigger.start) if n.kind == "company"]
        return here[0] if points_back(scene, deal) and len({n.id for n in here}) == 1 else None
    low = max(0, context.sentence.start - _SPOKEN)
    firms = [n for n in scene.named_in(low, context.sentence.start) if n.kind == "company"]
    last = scene.sentence_at(firms[-1].start) if firms else None
    return next((n for n in firms if last and n.start >= last.start), None)


def _whole(trigger: Trigger, kind: str, context: Context) -> Parties:
    """The parties of the deals that the trigger is a member of, or shares its verb with."""
    if trigger.member and context.counted:
        counted = next((d.parties for d in context.beside if d.many), None)
        whole = counted or named_parties(context.scene, context.counted, kind)
        if whole.names:
            return whole
    if not context.beside:
        return NOBODY
    same = trigger.shared or has_same_subject(trigger, context.scene)
    return context.beside[-1].parties if same else NOBODY


def has_same_subject(trigger: Trigger, scene: Scene) -> bool:
    """Whether the clause begins with its act: "..., đồng thời ký bản ghi nhớ"."""
    act = trigger.act
    return act is not None and bool(scene.grammar.same_subject.fullmatch(scene.plain, trigger.start, act.span.start))


def _with_subjects(named: Parties, whole: Parties, first: int) -> Parties:
    """The member's own names with the subject that all share; with none of its own, all the names."""
    if not named.names:
        return whole
    subjects = tuple(n for n in whole.names if n.start < first and n.id not in named.ids)
    return Parties((*subjects, *named.names), "named")


def _completed(scene: Scene, trigger: Trigger, one: Parties) -> Parties:
    """A single party with the other side that the clause, or the text before, gives it."""
    if trigger.deal is not None and is_ground(scene, trigger.deal):
        own = pair_within(scene, trigger.start, trigger.end)
        before = nearest_pair(scene, trigger.start) if trigger.act else ()
        for pair in (own, before):
            if set(one.ids) <= {n.id for n in pair}:
                return Parties(pair, "pair")
    return one if trigger.member else with_other_side(scene, trigger, one)


def _is_told_by_heads(trigger: Trigger, scene: Scene) -> bool:
    """Whether a president or a premier speaks of the deal, and does not only look on."""
    first = trigger.core[0]
    looks_on = any(c.value == "subject" for c in scene.cues_in(trigger.start, first, "outside"))
    return not looks_on and bool(scene.grammar.heads.search(scene.plain, trigger.start, first))


def _pair_of_clause(trigger: Trigger, context: Context) -> tuple[Named, ...]:
    """The pair that the sentence names, be it behind, but not one of its next part."""
    scene, sentence = context.scene, context.sentence
    pair = pair_within(scene, sentence.start, sentence.end)
    first = min((n.start for n in pair), default=0)
    if not pair or not scene.grammar.part_break.search(scene.plain, trigger.end - 1, first):
        return pair
    # "the transport ministries concluded a memorandum; A agreed with B ...", but not "a loan; A and B will sign it"
    acts = scene.verbs_in(first, sentence.end)
    return pair if any(scene.grammar.upon_it.match(scene.plain, a.span.end) for a in acts) else ()


def _going_on(kind: str, context: Context) -> tuple[Named, ...]:
    """Who the sentence before says works on it: "A đang thẩm định khoản vay. Hợp đồng vay dự kiến ký tháng 6"."""
    last = context.before[-1] if context.before else None
    if kind != "loan" or last is None or last.kind != kind or len(last.ids) != 1 or last.status not in AHEAD:
        return ()
    here = context.sentence
    close = last.sentence.paragraph == here.paragraph and 0 < here.start - last.sentence.end < _CLOSE
    return last.parties.names if close else ()


def _who_agreed(trigger: Trigger, kind: str, scene: Scene) -> tuple[Named, ...]:
    """The two states just said to have agreed, for "the agreement"."""
    back = kind in _OF_STATES and trigger.deal is not None and points_back(scene, trigger.deal)
    return who_agreed(scene, trigger.start) if back else ()


def parties_understood(trigger: Trigger, kind: str, context: Context) -> Parties:
    """Parties that nothing in the clause names: the pair of the sentence, or of the deal or sentence before."""
    scene, sentence = context.scene, context.sentence
    both = [d for d in context.beside if d.parties.how == "named" and len(d.ids) >= 2]
    if both and scene.grammar.they.search(scene.plain, trigger.start, trigger.end):
        return Parties(both[-1].parties.names, "pair")
    if both and trigger.deal is not None and is_ground(scene, trigger.deal):
        return Parties(both[-1].parties.names, "pair")
    follows = trigger.stage is not None and trigger.stage.value in AHEAD
    if both and (kind in _OF_BODIES or follows) and not scene.named_in(trigger.start, trigger.end):
        # "A will set up a venture with B; a shareholders' agreement is to be signed in February"
        return Parties(both[-1].parties.names, "pair")
    if both:
        return Parties(home_states(scene), "default") if kind in _OF_STATES else NOBODY
    if kind == "treaty" or _is_told_by_heads(trigger, scene):
        return Parties(home_states(scene), "default")
    pair = _going_on(kind, context) or _pair_of_clause(trigger, context)
    if not pair and context.before:
        last = context.before[-1]
        close = pair_beside(scene, trigger)
        if close and last.span.end < close[0].start:
            return Parties(close, "pair")
        if sentence.paragraph - last.sentence.paragraph <= 1 and len(last.ids) >= 2:
            return Parties(last.parties.names, "pair")
    pair = pair or nearest_pair(scene, sentence.start) or _who_agreed(trigger, kind, scene)
    states = [n for n in scene.named_in(trigger.start, trigger.end) if n.kind == STATE and n.form != "adjective"]
    if not pair and kind in _OF_STATES and states:
        return Parties(home_states(scene), "default")
    return Parties(pair, "pair")
