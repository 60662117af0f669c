"""Who the parties of a deal are: the names that hang on its act and its word, or the pair that stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pactbook.claims.scene import STATE, Named, Scene
from pactbook.claims.triggers import Trigger
from pactbook.knowledge.agreements import LinkingWords, agreement_words
from pactbook.model.article import Language

#: Kinds that states conclude with one another.
BETWEEN_STATES = frozenset({"treaty", "partnership", "declaration"})
_LATER = re.compile(r"\b(?:when|after|before|where|because|once|unless)\s")
_RELATIVE = re.compile(r"\b(?:which|that|whom)\b[^,]{0,40}$")
_OPENING = re.compile(r"\s*(?:in|under|with|through|by|at|as part of)\s")
_INTRO = re.compile(r"\b(?:in|under|with|through|by)\s(?:an?|the|its)\s(?:[\w-]+\s){0,2}$")
#: A second noun with its own article or possessive: what stands before it does not govern the name.
_NEW_NOUN = re.compile(r"\b(?!the\b|a\b|an\b)[a-z-]+\s(?:(?:the|a|an|its|their)\s|[\w.]+\s?[\w.]*'s\s)?$")
_OWNER = re.compile(r"[\w.]+'s?\s")
#: "by two Korean builders, GS ...": a plural noun stands before the names.
_APPOSED = re.compile(r"\s(?:[\w-]+\s){0,4}[\w-]+s,\s")
_OWN_VERB = re.compile(r"\s(?:\([^)]*\)\s)?(?:\w+ed|will|would|has|have|is|are|was|were|plans?|to|itself)\b(?!\sby)")
_BRIDGE = re.compile(r"[\s(),&\"'/-]*(?:and|&)?[\s(),\"'/-]*(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Parties:
    """``names`` in the order of the text. ``how``: ``named``, ``pair`` (stood for), ``default`` (taken as understood)."""

    names: tuple[Named, ...]
    how: str

    @property
    def ids(self) -> tuple[str, ...]:
        """Each party once."""
        return tuple(dict.fromkeys(n.id for n in self.names))


@cache
def _links(language: Language) -> tuple[re.Pattern[str], LinkingWords]:
    words = agreement_words(language).linking
    all_words = {*words.party, *words.place, *words.giver, *words.taker, *words.share, *words.behalf}
    ordered = sorted(all_words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b"), words


def named_parties(scene: Scene, trigger: Trigger, kind: str) -> Parties:
    """The bodies or states that are named as parties in the trigger's clause."""
    named = scene.named_in(trigger.start, trigger.end)
    standing = _standing(scene, trigger, named, kind)
    bodies = [n for n in standing if n.kind != STATE]
    states = [n for n in standing if n.kind == STATE]
    if kind in BETWEEN_STATES or is_of_states(scene, trigger):
        return Parties(tuple(_between_states(scene, trigger, bodies, states)), "named")
    if not bodies and len({s.id for s in states}) < 2:
        return Parties((), "named")
    if bodies and all(b.kind == "international" for b in bodies):
        return Parties(tuple(bodies + states), "named")
    allied = [
        s
        for s in states
        if s.form in ("name", "government")
        and len({b.id for b in bodies}) == 1
        and _link(scene, trigger, s)[0] == "with"
    ]
    return Parties(tuple(bodies + allied) if bodies else tuple(states), "named")


def is_of_states(scene: Scene, trigger: Trigger) -> bool:
    """Whether an action plan is one "for the strategic partnership", which is of states."""
    deal = trigger.deal
    if deal is None or deal.value != "action_plan":
        return False
    return any(c.value == "partnership" for c in scene.cues_in(deal.span.end, deal.span.end + 70, "deal"))


def _between_states(scene: Scene, trigger: Trigger, bodies: list[Named], states: list[Named]) -> list[Named]:
    outer = [b for b in bodies if b.kind == "international"]
    local = [
        b for b in bodies if b.kind in ("subnational", "education", "company", "association", "hospital", "research")
    ]
    hyphenated = _hyphenated(scene, trigger)
    if len(hyphenated) >= 2:
        return hyphenated
    if len({n.id for n in local}) >= 2:
        return local
    return outer + states


def _hyphenated(scene: Scene, trigger: Trigger) -> list[Named]:
    """The pair in "Vietnam-Korea FTA", "ASEAN-Korea pact"."""
    if trigger.deal is None:
        return []
    end = trigger.deal.span.start
    pair = [n for n in scene.named_in(max(0, end - 45), end)]
    for left, right in zip(pair, pair[1:], strict=False):
        gap = scene.plain[left.end : right.start]
        tail = scene.plain[right.end : end]
        if re.fullmatch(r"\s?[-/·]\s?(?:republic of\s|south\s)?", gap) and re.fullmatch(r"\s(?:\w+[ -]){0,3}", tail):
            return [left, right]
    return []


def _standing(scene: Scene, trigger: Trigger, named: Sequence[Named], kind: str) -> list[Named]:
    """The names that stand as parties; a name in a list stands as the first of the list does."""
    kept: list[Named] = []
    shut = _shut_out(scene, trigger)
    previous: Named | None = None
    was_party = False
    for name in named:
        if any(s <= name.start < e for s, e in shut):
            previous, was_party = name, False
            continue
        if (
            previous is not None
            and name.start - previous.end < 70
            and _BRIDGE.fullmatch(scene.plain[previous.end : name.start])
        ):
            is_party = was_party or _is_beyond_apposition(scene, kept, previous, name)
        else:
            is_party = _is_party(scene, trigger, name, kind)
        if is_party and not _is_attached(scene, name):
            kept.append(name)
        previous, was_party = name, is_party
    return kept


def _is_beyond_apposition(scene: Scene, kept: list[Named], previous: Named, name: Named) -> bool:
    """Whether ``previous`` only describes the party before: "A, a school in Da Nang, and B"."""
    if not kept or not scene.plain[previous.end : name.start].startswith(","):
        return False
    return bool(re.search(r",\s(?:an?|the)\s", scene.plain[kept[-1].end : previous.start]))


def _shut_out(scene: Scene, trigger: Trigger) -> list[tuple[int, int]]:
    """Ranges whose names are witnesses, hosts or sources."""
    ranges: list[tuple[int, int]] = []
    core = trigger.core
    if later := _LATER.search(scene.plain, core[1], trigger.end):
        ranges.append((later.start(), trigger.end))
    for cue in scene.cues_in(trigger.start, trigger.end, "outside"):
        if cue.value == "before":
            stop = re.compile(r"[,.;]|\s[-–—]|\s(?:signed|will|have|has|and the)\s").search(scene.plain, cue.span.end)
            ranges.append((cue.span.end, stop.start() if stop else trigger.end))
        elif cue.span.start > core[1] or cue.span.end < core[0]:
            comma = max(
                scene.plain.rfind(", ", trigger.start, cue.span.start),
                scene.plain.rfind('"', trigger.start, cue.span.start),
            )
            low = max(comma, trigger.start) if cue.span.start > core[1] else cue.span.start
            ranges.append((low, cue.span.end))
    return ranges


def _link(scene: Scene, trigger: Trigger, name: Named) -> tuple[str, int]:
    """The last linking word before ``name`` that governs it, and where it stands; "" where none does."""
    pattern, words = _links(scene.article.language)
    names = [n for n in scene.named_in(trigger.start, name.start) if not _is_attached(scene, n)]
    low = names[-1].end if names else trigger.start
    found = list(pattern.finditer(scene.plain, low, name.start))
    if not found:
        return "", low
    last = found[-1]
    between = scene.plain[last.end() : name.start]
    broken = (
        bool(re.search(r"[,:]|--", between))
        or len(between) > 60
        or any(last.end() <= d.span.start < name.start for d in scene.dates)
        or bool(scene.cues_in(last.end(), name.start, "deal", "deals", "act"))
        or (
            last.group() not in words.party
            and last.group() != "of"
            and bool(_NEW_NOUN.search(_OWNER.sub(" ", between)))
        )
    )
    if broken and last.group() in words.party and _APPOSED.fullmatch(between):
        broken = False
    return ("", low) if broken else (last.group(), last.start())


def _is_party(scene: Scene, trigger: Trigger, name: Named, kind: str) -> bool:
    link, at = _link(scene, trigger, name)
    _, words = _links(scene.article.language)
    core = trigger.core
    if _is_inner_subject(scene, trigger, name):
        return True
    if not link:
        return (
            name.start < core[0]
            or _is_beside_stage(trigger, name)
            or _is_object(trigger, name)
            or _follows_opening(scene, trigger, name)
        )
    if link in words.party:
        return not _starts_clause(scene, trigger, name) if link in ("and", "as well as", "plus") else True
    if link == "of":
        head = scene.plain[max(trigger.start, at - 24) : at].rstrip()
        if any(head.endswith(p.lower()) for p in words.people):
            return name.start < core[0] or not scene.cues_in(core[1], at, "pair")
    if link in words.behalf and trigger.act and at > trigger.act.span.start:
        if at - trigger.act.span.end < 3 or scene.plain[max(0, at - 5) : at].strip() == "and":
            return True
    if link in words.giver:
        return kind in ("contract", "loan", "grant", "licence") and name.kind != "other"
    if link in words.taker:
        return kind in ("licence", "loan", "grant") and name.start > core[0]
    if link in words.share:
        head = scene.plain[max(trigger.start, at - 24) : at].rstrip()
        return kind == "contract" and any(head.endswith(w) for w in words.stakes)
    return False


def _starts_clause(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` after "and" begins a new clause: a verb of its own follows."""
    if name.start < trigger.core[0]:
        return False
    return bool(_OWN_VERB.match(scene.plain, name.end))


def _is_inner_subject(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` is the subject of the act in "an agreement that X and Y signed", "to which X set its seal"."""
    act, deal = trigger.act, trigger.deal
    if act is None or deal is None or not deal.span.end <= name.start < act.span.start:
        return False
    between = scene.plain[deal.span.end : name.start]
    return bool(_RELATIVE.search(between)) or (len(between) < 4 and "," not in between)


def _follows_opening(scene: Scene, trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` is the subject behind "In minutes signed in Seoul on June 28, ..."."""
    before = scene.plain[trigger.start : trigger.deal.span.start] if trigger.deal else ""
    if not (_OPENING.match(scene.plain, trigger.start) or _INTRO.search(before)) or name.start < trigger.core[1]:
        return False
    between = scene.plain[trigger.core[1] : name.start]
    if len(between) < 6 or scene.cues_in(trigger.start, trigger.end, "pair"):
        return False
    bodies = [n for n in scene.named_in(trigger.core[1], name.start) if n.kind != STATE]
    return not bodies and bool(re.search(r",\s(?:the\s|[\w.]+'s?\s|\w+\s){0,3}$", between))


def _is_beside_stage(trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` asks or is asked: "which Hanoi has asked Seoul for"."""
    stage = trigger.stage
    if stage is None or trigger.act is not None or stage.value not in ("proposed", "planned"):
        return False
    return 0 <= stage.span.start - name.end < 8 or 0 <= name.start - stage.span.end < 3


def _is_object(trigger: Trigger, name: Named) -> bool:
    """Whether ``name`` directly follows an act that tells a deal on its own ("bought ANZ Vietnam")."""
    return trigger.deal is None and trigger.act is not None and 0 <= name.start - trigger.act.span.end < 40


def _is_attached(scene: Scene, name: Named) -> bool:
    """Whether a state only qualifies what follows ("Vietnam's Ministry of ...", "Korean firms", "in Hanoi")."""
    after = scene.plain[name.end : name.end + 60]
    if name.kind == "international":
        return bool(
            re.match(r"\s(?:markets?|countr\w+|members?|regions?|nations|states|economies|bloc|summits?)\b", after)
        )
    if name.kind != STATE:
        return False
    if name.form == "adjective":
        return not re.match(
            r"\s(?:and\s\w+\s)?(?:governments?|side|presidents?|leaders?|ministers?|counterparts?)\b", after
        )
    if re.match(r"'s?\s", after):
        follower = next((n for n in scene.named if n.start > name.end), None)
        return follower is not None and follower.kind != STATE and follower.start - name.end < 25
    return any(0 <= n.start - name.end <= 2 for n in scene.named if n.kind != STATE)


def sides(states: Iterable[Named]) -> set[str]:
    """The countries of some names."""
    return {n.country for n in states if n.country}
