"""Whether a name takes part in a deal, by the words that it hangs on."""

from __future__ import annotations

import re
from functools import cache

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.at_work import role_of
from pactbook.claims.agreements.links import link
from pactbook.claims.agreements.pairs import is_way_end
from pactbook.claims.agreements.parties import LOCAL
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.asking import FOR_OTHER
from pactbook.model.article import Language
from pactbook.model.mention import CueMention

#: Kinds of deals in which something comes from somebody, or goes to somebody.
_GIVEN = frozenset({"contract", "loan", "grant", "licence"})
_TAKEN = frozenset({"loan", "grant", "licence"})
_HANDED = frozenset({"contract", "memorandum"})
#: A person's name behind the title, and how far before "of" the title may stand.
_PERSON, _TITLED = re.compile(r"(?:\s[^\W\d_a-z][\w-]+){1,4}\s?$"), 48
#: How near behind its act who receives a licence or an offer is named.
_RECEIVED, _OFFERED = 12, 24
#: How near behind its act the word stands that says for or by whom it is.
_NEXT = 3
#: How near behind a wish who is asked is named, with an article before it.
_ASKED = 6
#: How near behind a standing its other side is named.
_OF = 16
#: How far before a linking word stands what it really joins, in characters.
_LINKED = 35
#: Kinds of bodies to which no way leads.
_NO_ENDS = frozenset({"ministry", "agency", "research", "association", "education"})


def is_party(scene: Scene, trigger: Trigger, name: Named, kind: str) -> bool:
    """Whether ``name`` takes part in the deal of ``trigger``, which is of this kind."""
    if _is_inner_subject(scene, trigger, name) or _is_visited(scene, trigger, name) or role_of(scene, trigger, name):
        return True
    if is_let(scene, trigger, name) or _is_of_deal_behind(scene, trigger, name):
        return True
    word, at = link(scene, trigger, name)
    linking = scene.words.linking
    act = trigger.act
    inside = act is not None and trigger.deal is None and act.span.start <= at < act.span.end
    if not word or (inside and word not in linking.party):
        return _is_subject(scene, trigger, name)  # "became a partner of [LG CNS]"
    if _joins_no_parties(scene, name, word, at) or is_way_end(scene, name) or _is_kin(scene, trigger, word, at):
        return False
    if word in linking.party:
        joins = scene.grammar.plain_and.fullmatch(word)
        return not joins or _shares_verb(scene, trigger, name) or not starts_clause(scene, trigger, name)
    if word in linking.holder and _acts_for(scene, trigger, at) and not _is_seat(scene, trigger, name):
        return name.start < trigger.core[0] or not scene.cues_in(trigger.core[1], at, "pair")
    if (
        word in linking.hander
        and trigger.stage
        and trigger.stage.value == "proposed"
        and (at - trigger.stage.span.end < 3 or _is_proposed_to(scene, trigger.stage, name))
    ):
        return True
    if word in linking.holder and _is_partner_of(trigger, name):
        return True
    if word in linking.behalf and _is_on_behalf(scene, trigger, at):
        return True
    return _is_given_or_taken(scene, trigger, name, kind, (word, at))


def _is_proposed_to(scene: Scene, wish: CueMention, name: Named) -> bool:
    """Whether the deal was put to the body: "proposed a visa arrangement to [the ministry]"."""
    bodies = [n for n in scene.named_in(wish.span.end, name.start) if n.kind != STATE]
    return not bodies and bool(scene.grammar.proposes_to.fullmatch(scene.plain, wish.span.end + 1, name.start))


def _joins_no_parties(scene: Scene, name: Named, word: str, at: int) -> bool:
    """Whether the link joins the ends of a way: "flights between A and B", not "on trade between ministries"."""
    return (
        name.kind not in _NO_ENDS
        and word in scene.words.linking.party
        and bool(scene.grammar.no_link.search(scene.before(at + len(word), _LINKED)))
    )


def _is_kin(scene: Scene, trigger: Trigger, word: str, at: int) -> bool:
    """Whether the link says to whom the body before belongs: "A, đối tác [của] B, ký", "A, a supplier [to] B and C"."""
    if scene.grammar.plain_and.fullmatch(word):
        named = scene.named_in(trigger.start, at)
        beside = bool(named) and not scene.plain[named[-1].end : at].strip()
        return beside and _is_kin(scene, trigger, *link(scene, trigger, named[-1]))
    before = scene.before(at, _LINKED)
    if word in scene.words.linking.holder and scene.grammar.kin_of.search(before):
        return True
    return scene.grammar.kin.search(before) is not None


def _is_visited(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether somebody goes to the body to sign there: "sang [Đại học Gachon] ký"."""
    act = trigger.act
    if act is None or name.kind == STATE or name.end > act.span.start:
        return False
    seals = scene.grammar.seals.fullmatch(scene.plain, name.end, act.span.start)
    return bool(seals and scene.grammar.visits.search(scene.before(name.start, 30)))


def _is_partner_of(trigger: Trigger, name: Named) -> bool:
    """Whether a firm stands right behind the standing that another has with it: "became a strategic partner of [B]"."""
    deal = trigger.deal
    return deal is not None and deal.value == "partnership" and name.kind in LOCAL and name.start - deal.span.end < _OF


def _is_of_deal_behind(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the name stands right behind the deal as its party: "thương vụ [Lotte] mua lại"."""
    deal = trigger.deal
    if deal is None or name.kind == "zone":
        return False
    stands = scene.grammar.deal_of.fullmatch(scene.plain, deal.span.end, name.start)
    return bool(stands) and not scene.grammar.fund.search(scene.plain, name.start, name.end)


def is_let(scene: Scene, trigger: Trigger, name: Named) -> bool:
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
    kinds, near = (None, _OFFERED) if act.value == "proposed" else (_GIVEN, _RECEIVED)
    return (kinds is None or deal.value in kinds) and name.start - act.span.end < near and name.end <= deal.span.start


def _is_at_wish(trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` asks or is asked: "which Hanoi has asked Seoul for"."""
    stage = trigger.stage
    if stage is None or stage.value not in AHEAD:
        return False
    if trigger.act is not None:
        # "đề nghị [Korea Eximbank] cho vay", "asked [Seoul] to sign"
        return 0 <= name.start - stage.span.end < _ASKED and name.end <= trigger.act.span.start
    return 0 <= stage.span.start - name.end < 8 or 0 <= name.start - stage.span.end < _ASKED


def _acts_for(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether somebody who acts for the body stands before "of": "the head of"."""
    head = scene.plain[max(trigger.start, at - 24) : at].rstrip()
    people = _people(scene.article.language)
    if head.endswith(people):
        return True
    # "Mayor Gong Young-min of Goheung County"
    named = _PERSON.search(scene.text, max(trigger.start, at - _TITLED), at)
    return named is not None and scene.plain.endswith(people, 0, named.start())


@cache
def _people(language: Language) -> tuple[str, ...]:
    """Words for somebody who acts for a body, in lower case."""
    return tuple(p.lower() for p in agreement_words(language).linking.people)


def _is_seat(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the name only says where the body before it sits: "the Department of Labour of the province of X"."""
    bodies = [n for n in scene.named_in(trigger.start, name.start) if n.kind != STATE]
    gap = scene.plain[bodies[-1].end : name.start] if bodies else ""
    if bodies and any(c.value == "subject" for c in scene.cues_in(bodies[-1].end, name.start, "outside")):
        return False  # "the ministry's officials looked on as executives of [Posco]"
    return len(gap) < 45 and gap.lstrip().split(" ")[0] in scene.words.linking.holder


def _is_on_behalf(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether the deal is "signed for X by A and for Y by B"."""
    act = trigger.act
    if act is None or at < act.span.end:
        return False
    return at - act.span.end < 3 or bool(scene.grammar.repeated_link.search(scene.before(at, 5)))


def _is_given_or_taken(scene: Scene, trigger: Trigger, name: Named, kind: str, linked: tuple[str, int]) -> bool:
    """Whether something is won, lent or bought from the body, or licensed or given to it.

    ``linked`` is the word that governs the name, and where it stands.
    """
    word, at = linked
    linking = scene.words.linking
    deal = trigger.deal
    done = trigger.act is not None and (deal is None or trigger.act.span.end < name.start < deal.span.start)
    if trigger.act is not None and done and trigger.act.form.endswith(FOR_OTHER):
        return _is_served(scene, trigger.act, name, kind, linked)
    if word in linking.into:
        return kind == "contract" and trigger.deal is None and name.kind == "company" and at >= trigger.core[1]
    held = word in linking.holder and kind == "licence"  # "a certificate for the plant of [Hyosung]"
    if not held and scene.grammar.not_taker.search(scene.plain, trigger.core[1], name.start):
        return False
    if word in linking.giver:
        # A fund is where the money of a loan comes from, not who lends it.
        is_fund = kind != "contract" and scene.grammar.fund.search(scene.plain, name.start, name.end)
        paid = kind == "any" and bool(
            scene.figures_in(trigger.core[1], at)
        )  # "under a deal A gets $340 million from B"
        return (kind in _GIVEN or paid) and name.kind != "other" and not is_fund
    if word in linking.taker:
        close = name.start - at - len(word) < 12 and at - trigger.core[1] < 20
        said = trigger.deal.span.start if trigger.deal else at
        goods = trigger.deal is None or scene.grammar.sold.search(scene.plain, said, at)
        sold = bool(goods) and kind == "contract" and word in linking.hander
        sold = sold or (trigger.deal is None and kind == "contract" and _is_made_for(scene, trigger, name))
        return name.start > trigger.core[0] and (
            sold or kind in _TAKEN or (kind in _HANDED and close and word in linking.hander)
        )
    if word in linking.holder and kind == "licence":
        return name.start > trigger.core[0] or bool(scene.grammar.project.search(scene.plain, trigger.start, at))
    if word in linking.share:
        head = scene.plain[max(trigger.start, at - 40) : at].rstrip()
        apposed = name.end < trigger.core[0] and scene.grammar.apposed_arm.search(head)
        return kind == "contract" and not apposed and head.endswith(tuple(linking.stakes))
    return False


def _is_made_for(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether what the act builds or runs is the body's: "will build a hotel for [Bitexco]"."""
    act = trigger.act
    return act is not None and bool(scene.grammar.made_for.fullmatch(scene.plain, act.span.start, name.start))


def _is_served(scene: Scene, act: CueMention, name: Named, kind: str, linked: tuple[str, int]) -> bool:
    """Whether the body is the first that stands behind an act done for another, and is that other."""
    word, at = linked
    linking, grammar = scene.words.linking, scene.grammar
    if any(n.kind != STATE for n in scene.named_in(act.span.end, at)):
        return False
    if word in linking.taker or at - act.span.end < _NEXT:
        return True  # "will train teachers for B", "a request from B"
    if word in linking.giver and kind != "agreement":
        return True  # "hopes to lease three aircraft from B"
    sent = grammar.people_of.search(scene.before(at, _TITLED))
    owned = grammar.owned_work.match(scene.plain, name.end)
    return bool((sent and word in (*linking.giver, *linking.holder)) or (owned and word in linking.holder))


def _shares_verb(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether the body before "and" is a subject too: "A and the Korean B will ..."."""
    before = [n for n in scene.named_in(trigger.start, name.start) if n.kind != STATE]
    return bool(before) and not link(scene, trigger, before[-1])[0] and before[-1].id != name.id


def starts_clause(scene: Scene, trigger: Trigger, name: Named) -> bool:
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
    close = name.start - last < 6
    if close and scene.plain[last : name.start] != ", ":
        return False
    if scene.cues_in(trigger.start, trigger.end, "pair"):
        return False
    before = scene.plain[trigger.start : trigger.deal.span.start] if trigger.deal else ""
    if not (grammar.opening.match(scene.plain, trigger.start) or grammar.intro.search(before)):
        return False
    if close and not grammar.under_which.search(scene.plain, trigger.start):
        return False
    between = [n for n in scene.named_in(last, name.start) if n.kind != STATE]
    if any(link(scene, trigger, n)[0] not in scene.words.linking.party[:1] for n in between[:1]) or len(between) > 1:
        return False  # "Under a contract with A, B will build ..." has both
    return bool(grammar.opened_subject.search(scene.plain[last : name.start]))
