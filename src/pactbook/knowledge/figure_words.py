"""Words that tell what a sum of money means: ``en/figures.toml``, ``vi/figures.toml``, ``ko/figures.toml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import field

from pactbook.knowledge.measures import Status
from pactbook.knowledge.reading import Entry, read
from pactbook.model.article import Language


class MeasureWords(Entry, frozen=True):
    """Words that speak of one measure, by how much they say."""

    strong: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    toward: list[str] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)
    across: list[str] = field(default_factory=list)
    in_return: list[str] = field(default_factory=list)
    lone: list[str] = field(default_factory=list)
    direct: list[str] = field(default_factory=list)
    takes: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)
    hint: list[str] = field(default_factory=list)


class StatusWords(Entry, frozen=True):
    """Words that speak of one status."""

    strong: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


class FigureWords(Entry, frozen=True):
    """One language's words for the meaning of money. The head comment of the file explains every field."""

    measures: dict[str, MeasureWords] = field(default_factory=dict)
    statuses: dict[Status, StatusWords] = field(default_factory=dict)
    not_a_cue: list[str] = field(default_factory=list)
    one_firm: list[str] = field(default_factory=list)
    breaks: list[str] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    carries_on: list[str] = field(default_factory=list)
    not_a_status: list[str] = field(default_factory=list)
    counted_from_new_year: list[str] = field(default_factory=list)
    piled_up: list[str] = field(default_factory=list)
    both: list[str] = field(default_factory=list)
    not_period: list[str] = field(default_factory=list)
    as_of: list[str] = field(default_factory=list)
    by: list[str] = field(default_factory=list)
    deadline: list[str] = field(default_factory=list)
    same_period: list[str] = field(default_factory=list)
    worth_of: list[str] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    from_: list[str] = field(default_factory=list, name="from")
    into: list[str] = field(default_factory=list)
    with_: list[str] = field(default_factory=list, name="with")
    surplus: list[str] = field(default_factory=list)
    deficit: list[str] = field(default_factory=list)
    goods: list[str] = field(default_factory=list)
    made_in: list[str] = field(default_factory=list)
    in_exchange: list[str] = field(default_factory=list)
    buyers: list[str] = field(default_factory=list)
    is_market: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    favour: list[str] = field(default_factory=list)
    stake: list[str] = field(default_factory=list)
    payers: list[str] = field(default_factory=list)
    earners: list[str] = field(default_factory=list)
    role_nouns: list[str] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    anyone: list[str] = field(default_factory=list)
    owned_by: list[str] = field(default_factory=list)
    agent: list[str] = field(default_factory=list)
    goods_before: list[str] = field(default_factory=list)
    earned: list[str] = field(default_factory=list)
    summed: list[str] = field(default_factory=list)
    own_verb: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    estimates: list[str] = field(default_factory=list)
    trading: list[str] = field(default_factory=list)
    profits: list[str] = field(default_factory=list)
    part_of: list[str] = field(default_factory=list)
    a_head: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    for_the_year: list[str] = field(default_factory=list)
    whole_year: list[str] = field(default_factory=list)
    balances: list[str] = field(default_factory=list)
    that_time: list[str] = field(default_factory=list)
    no_goods: list[str] = field(default_factory=list)
    object: list[str] = field(default_factory=list)
    that_country: list[str] = field(default_factory=list)
    our_country: list[str] = field(default_factory=list)
    nationals: dict[str, list[str]] = field(default_factory=dict)
    bare_dates: bool = False
    head_final: bool = False
    head_first: bool = False
    topic: list[str] = field(default_factory=list)
    acts_too: list[str] = field(default_factory=list)
    unlinked: list[str] = field(default_factory=list)
    cumulative: list[str] = field(default_factory=list)
    contrasts: list[str] = field(default_factory=list)
    by_now: list[str] = field(default_factory=list)
    priced_from: list[str] = field(default_factory=list)
    was: list[str] = field(default_factory=list)
    was_once: list[str] = field(default_factory=list)
    worth: list[str] = field(default_factory=list)
    more_or_less: list[str] = field(default_factory=list)
    paid_at: list[str] = field(default_factory=list)
    reaches: list[str] = field(default_factory=list)
    many_firms: list[str] = field(default_factory=list)
    and_so: list[str] = field(default_factory=list)
    same_span: list[str] = field(default_factory=list)
    same_span_of: list[str] = field(default_factory=list)
    year_earlier: list[str] = field(default_factory=list)
    each: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    counters: list[str] = field(default_factory=list)
    toward: list[str] = field(default_factory=list)
    together: list[str] = field(default_factory=list)
    works: list[str] = field(default_factory=list)
    funded: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    points_back: list[str] = field(default_factory=list)
    bears: list[str] = field(default_factory=list)
    ordered: list[str] = field(default_factory=list)
    noun_heads: list[str] = field(default_factory=list)
    no_stake: list[str] = field(default_factory=list)
    relative: list[str] = field(default_factory=list)
    funded_from: list[str] = field(default_factory=list)
    gives: list[str] = field(default_factory=list)
    drawn_from: list[str] = field(default_factory=list)
    banks: list[str] = field(default_factory=list)
    lent_at: list[str] = field(default_factory=list)
    repays: list[str] = field(default_factory=list)
    purpose: list[str] = field(default_factory=list)
    sellers: list[str] = field(default_factory=list)
    ranks: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    than: list[str] = field(default_factory=list)
    makers: list[str] = field(default_factory=list)
    denials: list[str] = field(default_factory=list)
    apposed: list[str] = field(default_factory=list)
    number_words: list[str] = field(default_factory=list)
    who_did: list[str] = field(default_factory=list)
    so_much: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    spends: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    no_works: list[str] = field(default_factory=list)
    factories: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    few_words: int = 3
    narrator: Literal["KR", "VN"] | None = None


@cache
def figure_words(language: Language) -> FigureWords:
    """The words of ``language``. Raises KnowledgeError."""
    return read(f"{language}/figures.toml", FigureWords)
