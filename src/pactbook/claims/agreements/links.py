"""How a name hangs in its clause: the word that governs it, and whether it only qualifies what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pactbook.claims.agreements.deals import pair_behind
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.model.article import Language
from pactbook.text.branches import DASH, branches
from pactbook.text.expressions import regex

#: Kinds of bodies that own firms.
_OWNERS = frozenset({"company", "subnational", "zone"})
#: How far behind a place stands the body that it owns.
_OWNS = 4
#: How long the rest of a subject is before its verb, in characters.
_SUBJECT = 90


@cache
def _link_words(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words behind what parts words, to which a search skips; and where the text may begin with one."""
    words = agreement_words(language).linking
    every = {
        *words.party,
        *words.place,
        *words.giver,
        *words.taker,
        *words.share,
        *words.behalf,
        *words.holder,
        *words.parent,
        *words.into,
    }
    longest = sorted(every, key=lambda word: (-len(word), word))
    said = branches(tuple(DASH if letter == "-" else letter for letter in word) for word in longest)
    return regex(rf"\W({said})\b"), regex(rf"(?<!\w)({said})\b")


def link(scene: Scene, trigger: Trigger, name: Named) -> tuple[str, int]:
    """The last linking word before ``name`` that governs it, and where it stands; "" where none does."""
    asked = (trigger.start, trigger.act.span.start if trigger.act else -1, name)
    known = scene.links.get(asked)
    if known is None:
        known = scene.links[asked] = _link(scene, trigger, name)
    return known


def _link(scene: Scene, trigger: Trigger, name: Named) -> tuple[str, int]:
    names = scene.named_in(trigger.start, name.start)
    low, first = trigger.start, 0
    for n in range(len(names) - 1, -1, -1):
        if not is_attached(scene, names[n]):
            low, first = names[n].end, n + 1
            break
    # Names that only qualify what follows are all that stands between.
    within = [n for n in names[first:] if n.start >= low]
    start = _owner_start(scene, within, name)
    last = None
    behind, anywhere = _link_words(scene.article.language)
    for word in behind.finditer(scene.plain, low - 1, start) if low else anywhere.finditer(scene.plain, 0, start):
        place = word.start(1)
        # "of" in "the Republic of Korea's Ministry of ..." links nothing.
        if not within or not any(n.start < place < n.end <= start for n in within):
            last = word
    if last is None or _is_broken(scene, last[1], last.end(), start):
        return "", low
    if last[1] in scene.words.linking.clause and _opens_clause(scene, trigger, name):
        return "", low
    return last[1], last.start(1)


def _owner_start(scene: Scene, before: Sequence[Named], name: Named) -> int:
    """Where the words for ``name`` begin in the sentence: at its owner, "with [Novaland's arm, Nova Build]"."""
    owner = next((n for n in reversed(before) if n.kind in _OWNERS), None) if before else None
    owns = owner is not None and _owns_next(scene, owner) and scene.next_named(owner.end) == name
    return owner.start if owner and owns else name.start


def _opens_clause(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` begins the subject of the act: the word before it opens a clause, "as A and B signed"."""
    act = trigger.act
    if act is None or not name.end <= act.span.start <= name.end + _SUBJECT:
        return False
    return not re.search(r"[,;:]", scene.plain[name.end : act.span.start])


def _is_broken(scene: Scene, word: str, start: int, end: int) -> bool:
    """Whether what stands between the linking word and the name keeps the word from governing the name."""
    grammar, linking = scene.grammar, scene.words.linking
    between = scene.plain[start:end]
    for state in reversed(scene.named_in(start, end)):
        if state.kind == STATE and state.form == "adjective":  # "from the Vietnamese Ministry"
            between = between[: state.start - start] + between[state.end - start :].lstrip()
    if word in (*linking.party, *linking.taker) and grammar.apposed.fullmatch(between):
        return False
    if len(between) > 60 or grammar.link_break.search(between) or scene.dates_in(start, end):
        return True
    if scene.cues_in(start, end, "deal", "deals", "act"):
        return True
    weak = word not in linking.party and word not in linking.holder
    if not weak or between.rpartition(" ")[0].rpartition(" ")[2] in _body_nouns(scene.article.language):
        return False  # "a loan to the consumer [lender] VietCredit"
    return bool(grammar.new_noun.search(grammar.owner.sub("", between)))


@cache
def _body_nouns(language: Language) -> frozenset[str]:
    """Nouns for a single body: "lender", "brewer"."""
    words = agreement_words(language).pairs
    opens = tuple(f"{word} " for word in words.described.opens)
    said = (p for phrases in words.single.values() for p in phrases)
    return frozenset(p.removeprefix(o) for p in said for o in opens if p.startswith(o))


def is_attached(scene: Scene, name: Named) -> bool:
    """Whether a state or a bloc only qualifies what follows ("Vietnam's Ministry of ...", "ASEAN markets")."""
    known = scene.attached.get(name)
    if known is None:
        known = scene.attached[name] = _is_attached(scene, name)
    return known


def _is_attached(scene: Scene, name: Named) -> bool:
    grammar = scene.grammar
    if grammar.hyphened.match(scene.plain, name.end):
        return True
    if name.kind == "international":
        return bool(grammar.bloc_of.match(scene.plain, name.end))
    if name.kind != STATE:
        # "Hanoi's Bitexco"
        follower = scene.next_named(name.end) if name.kind == "subnational" else None
        owns = follower is not None and scene.grammar.possessive.match(scene.plain, name.end)
        if owns and follower and follower.kind != STATE and follower.start - name.end <= _OWNS:
            return True
        makes = name.kind == "company" and bool(grammar.make_of.match(scene.plain, name.end))
        return makes or _owns_next(scene, name)
    if name.form != "government" and grammar.attached.search(scene.before(name.start, 20)):
        return True
    if name.form == "adjective":
        return not grammar.state_actor.match(scene.plain, name.end)
    follower = scene.next_named(name.end)
    if follower is None or follower.kind == STATE:
        return False
    if grammar.possessive.match(scene.plain, name.end):
        return follower.start - name.end < 25
    if name.form == "capital" and scene.plain[name.end : follower.start].strip() in _body_nouns(scene.article.language):
        return True  # "the Hanoi studio Bamboo Fox"
    return follower.start - name.end <= 2


def _is_house_of_next(scene: Scene, name: Named) -> bool:
    """Whether the firm is only the house of the one named right behind it: "[EVN]'s EVNGENCO3 awarded the contract"."""
    follower = scene.next_named(name.end)
    owns = scene.grammar.possessive.match(scene.plain, name.end)
    if owns is None or follower is None or follower.kind != "company" or follower.start - name.end > _OWNS:
        return False
    return bool(scene.grammar.acts_itself.match(scene.plain, follower.end))


def _owns_next(scene: Scene, name: Named) -> bool:
    """Whether the firm only owns the one named next: "LS Cable's [Vietnamese arm] LS-VINA"."""
    if name.kind == "company" and _is_house_of_next(scene, name):
        return True
    owns = scene.grammar.owns_next.match(scene.plain, name.end) if name.kind in _OWNERS else None
    if owns is None:
        return False
    follower = scene.next_named(owns.end())
    return follower is not None and follower.start == owns.end() and follower.kind == "company"


def named_after(scene: Scene, trigger: Trigger) -> list[Named]:
    """The pair that the deal is named after: "Vietnam-Korea FTA", "ASEAN-Korea pact"; empty where there is none."""
    if trigger.deal is None:
        return []
    end = trigger.deal.span.start
    pair = scene.named_in(max(0, end - 45), end)
    for left, right in pairwise(pair):
        joined = scene.grammar.pair_gap.fullmatch(scene.plain, left.end, right.start)
        if joined and scene.grammar.pair_tail.fullmatch(scene.plain, right.end, end):
            return [left, right]
    return pair_behind(scene, trigger.deal)
