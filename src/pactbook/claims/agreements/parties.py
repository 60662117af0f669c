"""Who the parties of a deal are: the names that hang on its act and its word."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import force_setattr

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.links import is_attached, link, named_after
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention

#: Kinds that states conclude with one another.
BETWEEN_STATES = frozenset({"treaty", "partnership", "declaration"})
#: Kinds of bodies that have ties of their own, which are no state's ("sister-city ties").
_LOCAL = frozenset({"subnational", "education", "company", "association", "hospital", "research"})
#: Kinds of bodies of which one is enough to tell that a partnership or a declaration is theirs, not the states'.
_TELLING = {
    "partnership": frozenset({"subnational", "education", "hospital"}),
    "declaration": frozenset({"ministry", "agency", "subnational"}),
}
#: Kinds of deals in which something comes from somebody, or goes to somebody.
_GIVEN = frozenset({"contract", "loan", "grant", "licence"})
_TAKEN = frozenset({"loan", "grant", "licence"})
_HANDED = frozenset({"contract", "memorandum"})


#: How near behind a standing its other side is named.
_OF = 16
#: How far before a linking word stands what it really joins, in characters.
_LINKED = 35


class Parties(Struct, frozen=True):
    """``names`` in the order of the text.

    ``how`` they are known: ``named``, ``pair`` (stood for by "the two sides"), ``default`` (taken as understood).
    """

    names: tuple[Named, ...]
    how: str
    #: Each party once.
    ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "ids", tuple(dict.fromkeys([n.id for n in self.names])))


NOBODY = Parties((), "default")


def named_parties(scene: Scene, trigger: Trigger, kind: str) -> Parties:
    """The bodies or states that are named as parties in the trigger's clause."""
    standing = _standing(scene, trigger, kind)
    bodies = _dealers(scene, trigger, [n for n in standing if n.kind != STATE])
    states = [n for n in standing if n.kind == STATE]
    if kind in BETWEEN_STATES or is_of_states(scene, trigger):
        return Parties(tuple(_between_states(scene, trigger, bodies, states)), "named")
    if not bodies:
        return Parties(tuple(states) if len({s.id for s in states}) > 1 else (), "named")
    return Parties((*bodies, *_allied(scene, trigger, bodies, states)), "named")


def _dealers(scene: Scene, trigger: Trigger, bodies: list[Named]) -> list[Named]:
    """The bodies without the firm whose shares go from one of them to another."""
    if trigger.deal is not None or len({b.id for b in bodies}) < 3:
        return bodies
    return [b for b in bodies if link(scene, trigger, b)[0] not in scene.words.linking.share[:1]]


def is_of_states(scene: Scene, trigger: Trigger) -> bool:
    """Whether an action plan is one "for the strategic partnership", which is of states."""
    deal = trigger.deal
    if deal is None or deal.value != "action_plan":
        return False
    return any(c.value == "partnership" for c in scene.cues_in(deal.span.end, deal.span.end + 70, "deal"))


def _between_states(
    scene: Scene, trigger: Trigger, bodies: Sequence[Named], states: Sequence[Named]
) -> Sequence[Named]:
    """The states, or the bloc and the state, or bodies that have ties of their own."""
    pair = named_after(scene, trigger)
    local = [b for b in bodies if b.kind in _LOCAL]
    if pair:
        return pair
    free = [s for s in states if s.form != "capital"]
    if len({n.id for n in local}) >= 2:
        return local
    # A protocol of two agencies is theirs; a treaty that ministers sign is the states'.
    agencies = [b for b in bodies if b.kind == "agency"]
    if {b.country for b in agencies} >= {"KR", "VN"}:
        return agencies
    kind = trigger.deal.value if trigger.deal else ""
    telling = _TELLING.get(kind, frozenset())
    own = [b for b in bodies if b.kind in telling or (kind == "partnership" and _is_with(scene, trigger, b))]
    if own and not free:
        return own
    return [*(b for b in bodies if b.kind == "international"), *states]


def _is_with(scene: Scene, trigger: Trigger, body: Named) -> bool:
    """Whether the deal is "with" a firm or another body that has ties of its own."""
    return body.kind in _LOCAL and link(scene, trigger, body)[0] in scene.words.linking.party[:1]


def _allied(scene: Scene, trigger: Trigger, bodies: Sequence[Named], states: Sequence[Named]) -> list[Named]:
    """States that are parties beside bodies: with a bloc always, with one body where the deal is "with" the state."""
    if all(b.kind == "international" for b in bodies):
        return list(states)
    if len({b.id for b in bodies}) > 1:
        return []
    linking = scene.words.linking
    named = [s for s in states if s.form in ("name", "government")]
    return [s for s in named if link(scene, trigger, s)[0] in linking.party[:1]]


def _standing(scene: Scene, trigger: Trigger, kind: str) -> list[Named]:
    """The names that stand as parties; a name in a list stands as the first of the list does."""
    kept: list[Named] = []
    shut = _shut_out(scene, trigger)
    previous: Named | None = None
    was_party = False
    for name in scene.named_in(trigger.start, trigger.end):
        if any(s <= name.start < e for s, e in shut):
            # What follows a witness begins anew: "officials of A, B and C signed".
            previous, was_party = None, False
            continue
        if previous is not None and (_is_parent(scene, previous, name) or _is_seat_of(scene, previous, name)):
            continue
        if (
            previous is not None
            and _is_next_in_list(scene, previous, name)
            and (was_party or not _is_fronted(scene, trigger, previous, name))
        ):
            is_party = was_party or _is_beyond(scene, trigger, kept, previous, name)
        else:
            is_party = _is_party(scene, trigger, name, kind)
        if is_party and not is_attached(scene, name):
            kept.append(name)
        previous, was_party = name, is_party
    return kept


def _is_fronted(scene: Scene, trigger: Trigger, previous: Named, name: Named) -> bool:
    """Whether ``previous`` is where or whence it was: "Tại KOTRA, VCCI ký ..."."""
    word, at = link(scene, trigger, previous)
    gap = scene.plain[previous.end : name.start].strip()
    return gap == "," and word in scene.words.linking.place and at - trigger.start < 40


def _is_parent(scene: Scene, previous: Named, name: Named) -> bool:
    """Whether the name in brackets only says to whom the one before belongs: "Vietrade (Ministry of Industry)"."""
    beside = scene.plain[previous.end : name.start].strip() == "(" and scene.plain[name.end : name.end + 1] == ")"
    return beside and name.id != previous.id and STATE not in (previous.kind, name.kind)


def _is_seat_of(scene: Scene, previous: Named, name: Named) -> bool:
    """Whether ``name`` is the province of the town before: "huyện Boeun, tỉnh Chungcheongbuk"."""
    near = name.start - previous.end < 4 and name.kind == "subnational"
    return near and bool(scene.grammar.seat.fullmatch(scene.plain, previous.start, name.end))


def _is_next_in_list(scene: Scene, previous: Named, name: Named) -> bool:
    if name.start - previous.end >= 70 or (name.kind == STATE) != (previous.kind == STATE):
        return False
    return bool(scene.grammar.list_gap.fullmatch(scene.plain, previous.end, name.start))


def _is_beyond(scene: Scene, trigger: Trigger, kept: Sequence[Named], previous: Named, name: Named) -> bool:
    """Whether ``previous`` only describes the party before: "A, a school in X, and B", "A of the town of X and B"."""
    if not kept:
        return False
    held = link(scene, trigger, previous)[0] in scene.words.linking.holder and previous.start - kept[-1].end < 45
    if held and name.start < trigger.core[0]:
        return True
    if not scene.plain[previous.end : name.start].startswith(","):
        return False
    return bool(scene.grammar.apposition.search(scene.plain, kept[-1].end, previous.start))


def _shut_out(scene: Scene, trigger: Trigger) -> list[tuple[int, int]]:
    """Ranges whose names are witnesses, hosts or sources, or belong to another matter."""
    last = trigger.core[1]
    ranges: list[tuple[int, int]] = []
    if later := scene.grammar.later.search(scene.plain, last, trigger.end):
        ranges.append((later.start(), trigger.end))
    let = next((n for n in scene.named_in(trigger.start, trigger.core[0]) if _is_let(scene, trigger, n)), None)
    if let is not None and trigger.act is not None and trigger.act.value != "loan":
        ranges.append((trigger.start, let.start))
    if (teller := _teller(scene, trigger)) is not None:
        ranges.append((trigger.start, teller))
    for cue in scene.cues_in(trigger.start, trigger.end, "outside"):
        if cue.value == "before" and (_is_of_deal(scene, cue) or (trigger.act and cue.span.overlaps(trigger.act.span))):
            continue
        if cue.value == "before":
            stop = scene.grammar.outside_end.search(scene.plain, cue.span.end)
            ranges.append((cue.span.end, stop.start() if stop else trigger.end))
        elif cue.value == "subject":
            ranges.append((trigger.start, cue.span.end))
        elif cue.value == "after" and cue.span.start > last:
            # "..., KOICA said": from the last comma or quotation mark to the verb.
            opens = max(scene.plain.rfind(mark, trigger.start, cue.span.start) for mark in (", ", '"'))
            ranges.append((max(opens, trigger.start), cue.span.end))
    return ranges


def _teller(scene: Scene, trigger: Trigger) -> int | None:
    """Where the words for who tells of it end, if another subject follows them: "A cho biết, B và C ký"."""
    first = trigger.act.span.start if trigger.act else trigger.core[0]
    for told in scene.grammar.says.finditer(scene.plain, trigger.start, first):
        follower = scene.next_named(told.end())
        if follower and follower.start - told.end() < 20 and follower.end <= first:
            return told.end()
    return None


def _is_of_deal(scene: Scene, cue: CueMention) -> bool:
    """Whether the words speak of the deal, not of a body: "theo [bản ghi nhớ] mà A và B ký"."""
    behind = scene.cues_in(cue.span.end, cue.span.end + 40, "deal", "deals")
    return bool(behind) and behind[0].span.start - cue.span.end < 6


def _is_party(scene: Scene, trigger: Trigger, name: Named, kind: str) -> bool:
    if _is_inner_subject(scene, trigger, name):
        return True
    if _is_let(scene, trigger, name) or _is_of_deal_behind(scene, trigger, name):
        return True
    word, at = link(scene, trigger, name)
    linking = scene.words.linking
    act = trigger.act
    inside = act is not None and trigger.deal is None and act.span.start <= at < act.span.end
    if not word or (inside and word not in linking.party):
        return _is_subject(scene, trigger, name)  # "became a partner of [LG CNS]"
    if word in linking.party and scene.grammar.no_link.search(scene.before(at + len(word), _LINKED)):
        return False  # "a route between Da Nang and Busan"
    if word in linking.party:
        joins = scene.grammar.plain_and.fullmatch(word)
        return not joins or _shares_verb(scene, trigger, name) or not _starts_clause(scene, trigger, name)
    if word in linking.holder and _acts_for(scene, trigger, at) and not _is_seat(scene, trigger, name):
        return name.start < trigger.core[0] or not scene.cues_in(trigger.core[1], at, "pair")
    if (
        word in linking.hander
        and trigger.stage
        and trigger.stage.value == "proposed"
        and at - trigger.stage.span.end < 3
    ):
        return True
    if word in linking.holder and _is_partner_of(trigger, name):
        return True
    if word in linking.behalf and _is_on_behalf(scene, trigger, at):
        return True
    return _is_given_or_taken(scene, trigger, name, kind)


def _is_partner_of(trigger: Trigger, name: Named) -> bool:
    """Whether a firm stands right behind the standing that another has with it: "became a strategic partner of [B]"."""
    deal = trigger.deal
    return deal is not None and deal.value == "partnership" and name.kind in _LOCAL and name.start - deal.span.end < _OF


def _is_of_deal_behind(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the name stands right behind the deal as its party: "thương vụ [Lotte] mua lại"."""
    deal = trigger.deal
    if scene.grammar.fund.search(scene.plain, name.start, name.end):
        return False
    return deal is not None and bool(scene.grammar.deal_of.fullmatch(scene.plain, deal.span.end, name.start))


def _is_let(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` is the subject of the act right behind it that somebody let it do."""
    close = trigger.act is not None and 0 <= trigger.act.span.start - name.end < 8
    return close and bool(scene.grammar.lets.search(scene.before(name.start, 10)))


def _is_subject(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether a name that nothing governs is a subject, or the object of an act that tells a deal on its own."""
    act = trigger.act
    if name.start < trigger.core[0] or _is_at_wish(trigger, name):
        return True
    if act is not None and 0 <= name.start - act.span.end < 40 and _is_receiver(trigger, act, name):
        return True
    return _follows_opening(scene, trigger, name)


def _is_receiver(trigger: Trigger, act: CueMention, name: Named) -> bool:
    """Whether the act goes to the body: "bought ANZ Vietnam", "granted Daon Circuit a certificate"."""
    deal = trigger.deal
    if deal is None:
        return True
    return deal.value in _GIVEN and name.start - act.span.end < 12 and name.end <= deal.span.start


def _is_at_wish(trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` asks or is asked: "which Hanoi has asked Seoul for"."""
    stage = trigger.stage
    if stage is None or stage.value not in AHEAD:
        return False
    if trigger.act is not None:
        # "đề nghị [Korea Eximbank] cho vay", "asked [Seoul] to sign"
        return 0 <= name.start - stage.span.end < 3 and name.end <= trigger.act.span.start
    return 0 <= stage.span.start - name.end < 8 or 0 <= name.start - stage.span.end < 3


def _acts_for(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether somebody who acts for the body stands before "of": "the head of"."""
    head = scene.plain[max(trigger.start, at - 24) : at].rstrip()
    return any(head.endswith(p.lower()) for p in scene.words.linking.people)


def _is_seat(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the name only says where the body before it sits: "the Department of Labour of the province of X"."""
    bodies = [n for n in scene.named_in(trigger.start, name.start) if n.kind != STATE]
    gap = scene.plain[bodies[-1].end : name.start] if bodies else ""
    return len(gap) < 45 and gap.lstrip().split(" ")[0] in scene.words.linking.holder


def _is_on_behalf(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether the deal is "signed for X by A and for Y by B"."""
    act = trigger.act
    if act is None or at < act.span.end:
        return False
    return at - act.span.end < 3 or bool(scene.grammar.repeated_link.search(scene.before(at, 5)))


def _is_given_or_taken(scene: Scene, trigger: Trigger, name: Named, kind: str) -> bool:
    """Whether something is won, lent or bought from the body, or licensed or given to it."""
    word, at = link(scene, trigger, name)
    linking = scene.words.linking
    if word in linking.into:
        return kind == "contract" and trigger.deal is None and name.kind == "company" and at >= trigger.core[1]
    held = word in linking.holder and kind == "licence"  # "a certificate for the plant of [Hyosung]"
    if not held and scene.grammar.not_taker.search(scene.plain, trigger.core[1], name.start):
        return False
    if word in linking.giver:
        # A fund is where the money of a loan comes from, not who lends it.
        is_fund = scene.grammar.fund.search(scene.plain, name.start, name.end)
        return kind in _GIVEN and name.kind != "other" and not is_fund
    if word in linking.taker:
        close = name.start - at - len(word) < 12 and at - trigger.core[1] < 20
        goods = trigger.deal is None or scene.grammar.sold.search(scene.plain, trigger.core[1], at)
        sold = bool(goods) and kind == "contract" and word in linking.hander
        return name.start > trigger.core[0] and (
            sold or kind in _TAKEN or (kind in _HANDED and close and word in linking.hander)
        )
    if word in linking.holder and kind == "licence":
        return name.start > trigger.core[0] or bool(scene.grammar.project.search(scene.plain, trigger.start, at))
    if word in linking.share:
        head = scene.plain[max(trigger.start, at - 24) : at].rstrip()
        return kind == "contract" and any(head.endswith(w) for w in linking.stakes)
    return False


def _shares_verb(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the body before "and" is a subject too: "A and the Korean B will ..."."""
    before = [n for n in scene.named_in(trigger.start, name.start) if n.kind != STATE]
    return bool(before) and not link(scene, trigger, before[-1])[0] and before[-1].id != name.id


def _starts_clause(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` after "and" begins a new clause: a verb of its own follows."""
    if name.start < trigger.core[0]:
        return False
    # In "between A and B expired" the verb is the deal's.
    if any(cue and 0 <= cue.span.start - name.end < 28 for cue in (trigger.act, trigger.stage)):
        return False
    return bool(scene.grammar.own_verb.match(scene.plain, name.end))


def _is_inner_subject(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` is the subject of the act in "an agreement that X and Y signed", "to which X set its seal"."""
    act, deal = trigger.act, trigger.deal
    if act is None or deal is None or not deal.span.end <= name.start < act.span.start:
        return False
    between = scene.plain[deal.span.end : name.start]
    return bool(scene.grammar.relative.search(between)) or (len(between) < 4 and "," not in between)


def _follows_opening(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` is the subject behind "In minutes signed in Seoul on June 28, ..."."""
    grammar, last = scene.grammar, trigger.core[1]
    if name.start - last < 6 or scene.cues_in(trigger.start, trigger.end, "pair"):
        return False
    before = scene.plain[trigger.start : trigger.deal.span.start] if trigger.deal else ""
    if not (grammar.opening.match(scene.plain, trigger.start) or grammar.intro.search(before)):
        return False
    if any(n.kind != STATE for n in scene.named_in(last, name.start)):
        return False
    return bool(grammar.opened_subject.search(scene.plain[last : name.start]))
