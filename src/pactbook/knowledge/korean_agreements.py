"""How Korean newsrooms speak of agreements: the tables ``korean`` of the files in ``ko/agreements``.

Korean puts the verb last and tells the part of a name by the particle behind it, so its words are read another way than
the English ones: acts are stems with endings, and names have particles.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pactbook.knowledge.korean_grids import Grid
from pactbook.knowledge.reading import NEVER, Entry, Pattern, check_groups


class DealHeads(Entry, frozen=True):
    """What a deal is called: words that end a compound (``업무협약``, ``이중과세방지협정``)."""

    kind: str
    words: list[str]
    matter: str = ""
    family: str = ""
    of_states: bool = False
    local: bool = False


class Verbs(Entry, frozen=True):
    """The forms of verbs that endings are put to."""

    past: list[str] = msgspec.field(default_factory=list)
    done: list[str] = msgspec.field(default_factory=list)
    will: list[str] = msgspec.field(default_factory=list)
    stem: list[str] = msgspec.field(default_factory=list)


class ActStems(Entry, frozen=True):
    """What is done with a deal, and the stage that this brings about."""

    status: str
    nouns: list[str] = msgspec.field(default_factory=list)
    verbs: Verbs = Verbs()
    grids: list[Grid] = msgspec.field(default_factory=list)
    alone: str = ""
    kinds: list[str] = msgspec.field(default_factory=list)
    decides: bool = False
    ceremony: bool = False
    agreed: bool = False
    trade: bool = False
    offer: bool = False
    grants: bool = False
    bid: bool = False
    stake: bool = False
    touching: bool = False
    talks: bool = False
    works: bool = False
    chosen: bool = False
    over: bool = False
    task: bool = False
    asked: str = ""

    def words(self, form: str) -> Iterator[str]:
        """All that is said in a form: ``noun``, ``past``, ``done``, ``will`` or ``stem``."""
        yield from self.nouns if form == "noun" else getattr(self.verbs, form)
        for grid in self.grids:
            yield from grid.words(form)


class Outlook(Entry, frozen=True):
    """Endings and words behind an act that put it into the future, into a wish, or deny it."""

    status: str
    forms: list[str]
    pattern: Pattern
    of: list[str] = msgspec.field(default_factory=list)


class Particle(Entry, frozen=True):
    """What stands behind a name, and the part that this gives the name in its clause."""

    part: str
    pattern: Pattern


class Echo(Entry, frozen=True):
    """A common noun that stands for a body named before (``군은``), or for two or more of them (``두 은행은``)."""

    words: list[str]
    kinds: list[str] = msgspec.field(default_factory=list)
    endings: list[str] = msgspec.field(default_factory=list)
    near: bool = False
    count: int = 2


_GROUPS = {
    **dict.fromkeys(("done_object", "next_object", "object_mark"), ("object",)),
    "ours": ("who",),
    "one_of": ("first",),
    "pair_name": ("one", "two"),
}


class KoreanGrammar(Entry, frozen=True):
    """Patterns that tell how Korean clauses hang together; the TOML explains each."""

    past: Pattern = NEVER
    done: Pattern = NEVER
    will: Pattern = NEVER
    stem: Pattern = NEVER
    describes: Pattern = NEVER
    no_act: Pattern = NEVER
    clause_end: Pattern = NEVER
    aside: Pattern = NEVER
    after_name: Pattern = NEVER
    title: Pattern = NEVER
    receives: Pattern = NEVER
    branch: Pattern = NEVER
    person: Pattern = NEVER
    joins: Pattern = NEVER
    no_deal: Pattern = NEVER
    ground: Pattern = NEVER
    called: Pattern = NEVER
    object_end: Pattern = NEVER
    other_object: Pattern = NEVER
    listed: Pattern = NEVER
    own_noun: Pattern = NEVER
    back: Pattern = NEVER
    apart: Pattern = NEVER
    same_as: Pattern = NEVER
    older: Pattern = NEVER
    each: Pattern = NEVER
    witness: Pattern = NEVER
    visited: Pattern = NEVER
    inner: Pattern = NEVER
    pair_name: Pattern = NEVER
    pair_tail: Pattern = NEVER
    opener: Pattern = NEVER
    counted: Pattern = NEVER
    counted_before: Pattern = NEVER
    ditto: Pattern = NEVER
    bullet: Pattern = NEVER
    topic_link: Pattern = NEVER
    topic_stop: Pattern = NEVER
    object_mark: Pattern = NEVER
    topic_word: Pattern = NEVER
    does_it: Pattern = NEVER
    hollow: Pattern = NEVER
    worth: Pattern = NEVER
    date_covers: Pattern = NEVER
    at_event: Pattern = NEVER
    at_place: Pattern = NEVER
    announces: Pattern = NEVER
    pair_party: Pattern = NEVER
    pair_topic: Pattern = NEVER
    no_echo: Pattern = NEVER
    recalled: Pattern = NEVER
    inline: Pattern = NEVER
    leftover: Pattern = NEVER
    agreed: Pattern = NEVER
    deed: Pattern = NEVER
    no_deed: Pattern = NEVER
    stands_on: Pattern = NEVER
    long_ago: Pattern = NEVER
    for_next: Pattern = NEVER
    besides: Pattern = NEVER
    stranger: Pattern = NEVER
    light: Pattern = NEVER
    vague_past: Pattern = NEVER
    same_month: Pattern = NEVER
    same_year: Pattern = NEVER
    that_year: Pattern = NEVER
    other_subject: Pattern = NEVER
    client: Pattern = NEVER
    noun_end: Pattern = NEVER
    worth_said: Pattern = NEVER
    cost_said: Pattern = NEVER
    copula: Pattern = NEVER
    also: Pattern = NEVER
    headed: Pattern = NEVER
    bracket: Pattern = NEVER
    sentence_end: Pattern = NEVER
    lent: Pattern = NEVER
    sold: Pattern = NEVER
    day_behind: Pattern = NEVER
    told_on: Pattern = NEVER
    told_by: Pattern = NEVER
    into: Pattern = NEVER
    stake_of: Pattern = NEVER
    of_other: Pattern = NEVER
    apposition: Pattern = NEVER
    gives: Pattern = NEVER
    item_end: Pattern = NEVER
    done_object: Pattern = NEVER
    next_object: Pattern = NEVER
    lends: Pattern = NEVER
    seller_said: Pattern = NEVER
    chosen_as: Pattern = NEVER
    bidder: Pattern = NEVER
    over: Pattern = NEVER
    over_loan: Pattern = NEVER
    asked_for: Pattern = NEVER
    asked_paper: Pattern = NEVER
    many_did: Pattern = NEVER
    back_then: Pattern = NEVER
    as_role: Pattern = NEVER
    works_object: Pattern = NEVER
    helps: Pattern = NEVER
    no_noun: Pattern = NEVER
    relative: Pattern = NEVER
    lately: Pattern = NEVER
    carried_through: Pattern = NEVER
    takes_from: Pattern = NEVER
    day_made: Pattern = NEVER
    stake_owner: Pattern = NEVER
    cleft: Pattern = NEVER
    client_said: Pattern = NEVER
    topic_head: Pattern = NEVER
    owned: Pattern = NEVER
    draft_text: Pattern = NEVER
    main_deal: Pattern = NEVER
    paper: Pattern = NEVER
    at_first: Pattern = NEVER
    untold: Pattern = NEVER
    of_matter: Pattern = NEVER
    leased: Pattern = NEVER
    pair_with: Pattern = NEVER
    unknown_partner: Pattern = NEVER
    carries_out: Pattern = NEVER
    of_its_day: Pattern = NEVER
    owner_with: Pattern = NEVER
    lapsed: Pattern = NEVER
    when: Pattern = NEVER
    heading: Pattern = NEVER
    day_said: Pattern = NEVER
    day_is: Pattern = NEVER
    signed_it: Pattern = NEVER
    as_party: Pattern = NEVER
    took_place: Pattern = NEVER
    to_come: Pattern = NEVER
    current: Pattern = NEVER
    had_done: Pattern = NEVER
    said_it: Pattern = NEVER
    then_signed: Pattern = NEVER
    granted_said: Pattern = NEVER
    granted_by: Pattern = NEVER
    touch: Pattern = NEVER
    goes_on: Pattern = NEVER
    own_work: Pattern = NEVER
    ended_work: Pattern = NEVER
    ours: Pattern = NEVER
    of_buying: Pattern = NEVER
    due: Pattern = NEVER
    amends: Pattern = NEVER
    raised: Pattern = NEVER
    asked_back: Pattern = NEVER
    settled: Pattern = NEVER
    sayer: Pattern = NEVER
    bought: Pattern = NEVER
    one_of: Pattern = NEVER
    present: Pattern = NEVER
    held: Pattern = NEVER
    joins_in: Pattern = NEVER
    joined: Pattern = NEVER
    speaker: Pattern = NEVER
    borrows: Pattern = NEVER
    chooses: Pattern = NEVER

    def __post_init__(self) -> None:
        """Check the patterns. Raises ValueError."""
        check_groups(self, _GROUPS)


class KoreanWords(Entry, frozen=True):
    """The tables ``korean`` of the files in ``ko/agreements``."""

    deals: list[DealHeads] = msgspec.field(default_factory=list)
    acts: list[ActStems] = msgspec.field(default_factory=list)
    outlooks: list[Outlook] = msgspec.field(default_factory=list)
    particles: list[Particle] = msgspec.field(default_factory=list)
    echoes: list[Echo] = msgspec.field(default_factory=list)
    pairs: list[Echo] = msgspec.field(default_factory=list)
    states: dict[str, str] = msgspec.field(default_factory=dict)
    grammar: KoreanGrammar = KoreanGrammar()
