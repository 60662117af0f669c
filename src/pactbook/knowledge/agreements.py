"""How newsrooms speak of agreements: the words of ``<language>/agreements.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from pactbook.knowledge.inflection import VerbForms, VerbWords, phrases_of
from pactbook.knowledge.korean_agreements import KoreanWords
from pactbook.knowledge.reading import NEVER, Entry, Pattern, read
from pactbook.model.article import Language
from pactbook.text.level import level, lower
from pactbook.text.lexicon import Lexicon


class DealWords(Entry, frozen=True):
    """What a deal is called."""

    kind: str
    words: list[str]
    many: list[str] = msgspec.field(default_factory=list)
    certain: bool = False
    matter: str = ""


class ActWords(Entry, frozen=True):
    """What is done with a deal, and the stage that this brings about."""

    status: str
    past: list[str] = msgspec.field(default_factory=list)
    base: list[str] = msgspec.field(default_factory=list)
    gerund: list[str] = msgspec.field(default_factory=list)
    present: list[str] = msgspec.field(default_factory=list)
    #: Kinds of deals that the act is done with; empty for all.
    kinds: list[str] = msgspec.field(default_factory=list)

    def forms(self) -> Iterator[tuple[str, list[str]]]:
        """Form of the verb → its phrases."""
        yield from (("past", self.past), ("base", self.base), ("gerund", self.gerund), ("present", self.present))


class StageWords(Entry, frozen=True):
    """How a deal stands, said without an act."""

    status: str
    words: list[str]


class FeatWords(Entry, frozen=True):
    """A deal told by what was won or bought."""

    kind: str
    status: str
    words: list[str]
    #: Whether states may be the parties; else only named bodies are.
    states: bool = False
    #: What has to stand behind the words for them to tell a deal; any words do where it is left out.
    behind: Pattern = NEVER


class PairWords(Entry, frozen=True):
    """Words that stand for the parties."""

    states: list[str] = msgspec.field(default_factory=list)
    sides: list[str] = msgspec.field(default_factory=list)
    kinds: dict[str, list[str]] = msgspec.field(default_factory=dict)
    single: dict[str, list[str]] = msgspec.field(default_factory=dict)
    other: list[str] = msgspec.field(default_factory=list)


class OutsideWords(Entry, frozen=True):
    """Words that show that the body beside them is not a party."""

    before: list[str] = msgspec.field(default_factory=list)
    after: list[str] = msgspec.field(default_factory=list)
    subject: list[str] = msgspec.field(default_factory=list)
    neither: list[str] = msgspec.field(default_factory=list)


class ListWords(Entry, frozen=True):
    """Words that open a list of deals, count its members, or set one deal apart from another."""

    openers: list[str] = msgspec.field(default_factory=list)
    members: list[str] = msgspec.field(default_factory=list)
    apart: list[str] = msgspec.field(default_factory=list)
    amends: list[str] = msgspec.field(default_factory=list)


class LinkingWords(Entry, frozen=True):
    """Words that say how a name hangs in its sentence."""

    party: list[str] = msgspec.field(default_factory=list)
    place: list[str] = msgspec.field(default_factory=list)
    holder: list[str] = msgspec.field(default_factory=list)
    giver: list[str] = msgspec.field(default_factory=list)
    taker: list[str] = msgspec.field(default_factory=list)
    hander: list[str] = msgspec.field(default_factory=list)
    share: list[str] = msgspec.field(default_factory=list)
    into: list[str] = msgspec.field(default_factory=list)
    behalf: list[str] = msgspec.field(default_factory=list)
    people: list[str] = msgspec.field(default_factory=list)
    stakes: list[str] = msgspec.field(default_factory=list)


class Grammar(Entry, frozen=True):
    """Patterns that tell how deals, acts, names and dates hang together in a sentence; the TOML explains each."""

    part_break: Pattern = NEVER
    clause_joint: Pattern = NEVER
    not_subject: Pattern = NEVER
    subject_list: Pattern = NEVER
    coordinated: Pattern = NEVER
    item_start: Pattern = NEVER
    and_with: Pattern = NEVER
    member_before: Pattern = NEVER
    member_with: Pattern = NEVER
    member_behind: Pattern = NEVER
    part_of_many: Pattern = NEVER
    qualifies: Pattern = NEVER
    repeats: Pattern = NEVER
    none: Pattern = NEVER
    denied: Pattern = NEVER
    upon_old: Pattern = NEVER
    known_many: Pattern = NEVER
    plural: Pattern = NEVER
    not_stage_at: Pattern = NEVER
    leaving: Pattern = NEVER
    says: Pattern = NEVER
    earlier: Pattern = NEVER
    needs_two: Pattern = NEVER
    deal_of: Pattern = NEVER
    seat: Pattern = NEVER
    of_any: Pattern = NEVER
    not_taker: Pattern = NEVER
    about: Pattern = NEVER
    renews: Pattern = NEVER
    infinitive: Pattern = NEVER
    seen: Pattern = NEVER
    not_act: Pattern = NEVER
    not_act_at: Pattern = NEVER
    parting: Pattern = NEVER
    ground_gap: Pattern = NEVER
    indefinite: Pattern = NEVER
    points_back: Pattern = NEVER
    definite: Pattern = NEVER
    this_behind: Pattern = NEVER
    this_at: Pattern = NEVER
    apart: Pattern = NEVER
    apart_behind: Pattern = NEVER
    one_more: Pattern = NEVER
    makes: Pattern = NEVER
    tied: Pattern = NEVER
    fund: Pattern = NEVER
    project: Pattern = NEVER
    goes_on: Pattern = NEVER
    upon_it: Pattern = NEVER
    they: Pattern = NEVER
    the_nation: Pattern = NEVER
    not_single: Pattern = NEVER
    department: Pattern = NEVER
    with_single: Pattern = NEVER
    single_noun: Pattern = NEVER
    not_pair: Pattern = NEVER
    pronoun: Pattern = NEVER
    person: Pattern = NEVER
    same_subject: Pattern = NEVER
    anew: Pattern = NEVER
    heads: Pattern = NEVER
    lets: Pattern = NEVER
    loose_feat: Pattern = NEVER
    proof_before: Pattern = NEVER
    proof_behind: Pattern = NEVER
    fronted: Pattern = NEVER
    done: Pattern = NEVER
    passive: Pattern = NEVER
    ahead_gap: Pattern = NEVER
    agreed: Pattern = NEVER
    decided: Pattern = NEVER
    granted: Pattern = NEVER
    talks: Pattern = NEVER
    for_project: Pattern = NEVER
    opens_list: Pattern = NEVER
    object_of: Pattern = NEVER
    date_away: Pattern = NEVER
    deadline_before: Pattern = NEVER
    deadline: Pattern = NEVER
    covers: Pattern = NEVER
    later: Pattern = NEVER
    outside_end: Pattern = NEVER
    pair_of_list: Pattern = NEVER
    paired_with: Pattern = NEVER
    next_pair: Pattern = NEVER
    list_gap: Pattern = NEVER
    plain_and: Pattern = NEVER
    repeated_link: Pattern = NEVER
    apposition: Pattern = NEVER
    link_break: Pattern = NEVER
    no_link: Pattern = NEVER
    owner: Pattern = NEVER
    new_noun: Pattern = NEVER
    apposed: Pattern = NEVER
    own_verb: Pattern = NEVER
    own_clause: Pattern = NEVER
    of_agencies: Pattern = NEVER
    lent_under: Pattern = NEVER
    since_old: Pattern = NEVER
    relative: Pattern = NEVER
    opening: Pattern = NEVER
    intro: Pattern = NEVER
    opened_subject: Pattern = NEVER
    bloc_of: Pattern = NEVER
    state_actor: Pattern = NEVER
    possessive: Pattern = NEVER
    attached: Pattern = NEVER
    pair_gap: Pattern = NEVER
    pair_tail: Pattern = NEVER
    pair_behind: Pattern = NEVER
    under_which: Pattern = NEVER
    with_one: Pattern = NEVER
    topic: Pattern = NEVER
    topic_on: Pattern = NEVER
    topic_does: Pattern = NEVER
    topic_before: Pattern = NEVER
    made_under: Pattern = NEVER
    does_under: Pattern = NEVER
    fruit_of: Pattern = NEVER
    antecedent: Pattern = NEVER
    leads_to: Pattern = NEVER
    to_party: Pattern = NEVER
    party_does: Pattern = NEVER
    like_deal: Pattern = NEVER
    follow_up: Pattern = NEVER
    own_matter: Pattern = NEVER
    topic_verb: Pattern = NEVER
    share: Pattern = NEVER
    area: Pattern = NEVER
    renewal: Pattern = NEVER
    topic_end: Pattern = NEVER
    topic_list: Pattern = NEVER
    topic_clause: Pattern = NEVER
    topic_party: Pattern = NEVER
    topic_tail: Pattern = NEVER
    topic_leans: Pattern = NEVER
    no_topic: Pattern = NEVER
    article: Pattern = NEVER
    own_words: Pattern = NEVER
    own_behind: Pattern = NEVER
    tells_nothing: Pattern = NEVER
    tells_little: Pattern = NEVER
    purpose: Pattern = NEVER
    sold: Pattern = NEVER
    said_on: Pattern = NEVER
    dateline: Pattern = NEVER
    value_said: Pattern = NEVER
    in_place: Pattern = NEVER


class AgreementWords(Entry, frozen=True):
    """One language's ``agreements.toml``."""

    deals: list[DealWords] = msgspec.field(default_factory=list)
    acts: list[ActWords] = msgspec.field(default_factory=list)
    ahead: dict[str, list[str]] = msgspec.field(default_factory=dict)
    stages: list[StageWords] = msgspec.field(default_factory=list)
    feats: list[FeatWords] = msgspec.field(default_factory=list)
    verbs: list[VerbWords] = msgspec.field(default_factory=list)
    verb_forms: dict[str, VerbForms] = msgspec.field(default_factory=dict)
    pairs: PairWords = PairWords()
    outside: OutsideWords = OutsideWords()
    lists: ListWords = ListWords()
    linking: LinkingWords = LinkingWords()
    grammar: Grammar = Grammar()
    korean: KoreanWords = KoreanWords()


@dataclass(frozen=True, slots=True)
class Cue:
    """What a phrase tells: its role, the codebook word, the form of the verb or noun, the TOML entry.

    ``exact`` holds a phrase that counts only as it is printed (``MoU``), else None.
    """

    role: str
    value: str
    form: str
    rule: str
    exact: str | None
    kinds: tuple[str, ...] = ()


@cache
def agreement_words(language: Language) -> AgreementWords:
    """The words of one language. Raises KnowledgeError."""
    return read(f"{language}/agreements.toml", AgreementWords)


@cache
def agreement_lexicon(language: Language) -> Lexicon[Cue]:
    """Every phrase of the file, compiled for one scan."""
    return Lexicon(_cues(agreement_words(language), language))


@cache
def feat_proofs(language: Language) -> dict[str, Pattern]:
    """A feat's phrase, levelled and in lower case → what has to stand behind it."""
    told = (f for f in agreement_words(language).feats if f.behind is not NEVER)
    return {lower(level(phrase)): f.behind for f in told for phrase in f.words}


def _cues(words: AgreementWords, language: str) -> Iterator[tuple[str, Cue]]:
    for role, value, form, phrases in _groups(words):
        for phrase in phrases:
            exact = phrase if " " not in phrase and phrase.lower() != phrase else None
            yield phrase, Cue(role, value, form, f"{language}/agreements.toml:{role}.{value or form}", exact)
    for act in words.acts:
        rule = f"{language}/agreements.toml:act.{act.status}"
        for form, phrases in act.forms():
            yield from ((phrase, Cue("act", act.status, form, rule, None, tuple(act.kinds))) for phrase in phrases)


def _groups(words: AgreementWords) -> Iterator[tuple[str, str, str, list[str]]]:
    for deal in words.deals:
        sure = ("certain" if deal.certain else "weak") + (f":{deal.matter}" if deal.matter else "")
        yield "deal", deal.kind, sure, deal.words
        yield "deals", deal.kind, sure, deal.many
    for status, phrases in words.ahead.items():
        yield "ahead", status, "", phrases
    for stage in words.stages:
        yield "stage", stage.status, "", stage.words
    for feat in words.feats:
        yield "feat", feat.kind, feat.status + (":states" if feat.states else ""), feat.words
    for verb in words.verbs:
        for status, phrases in phrases_of(verb, words.verb_forms).items():
            yield "feat", verb.kind, status + (":states" if verb.states else ""), phrases
    yield from _pair_groups(words.pairs)
    yield "outside", "before", "", words.outside.before
    yield "outside", "after", "", words.outside.after
    yield "outside", "subject", "", words.outside.subject
    yield "outside", "neither", "", words.outside.neither
    yield "list", "opener", "", words.lists.openers
    yield "list", "member", "", words.lists.members
    yield "list", "apart", "", words.lists.apart
    yield "amends", "", "", words.lists.amends


def _pair_groups(pairs: PairWords) -> Iterator[tuple[str, str, str, list[str]]]:
    yield "pair", "state", "", pairs.states
    yield "pair", "side", "", pairs.sides
    for kind, phrases in pairs.kinds.items():
        yield "pair", kind, "", phrases
    yield "other", "", "", pairs.other
    for kind, phrases in pairs.single.items():
        yield "single", kind, "", phrases
