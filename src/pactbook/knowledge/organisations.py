"""Words by which a language builds and betrays the names of organisations."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from pactbook.knowledge.gazetteer import Kind
from pactbook.knowledge.reading import Entry, Pattern, read

#: What matches everywhere.
_ANY = re.compile("")


def _none() -> list[str]:
    return []


class Head(Entry, frozen=True):
    """Words that make a run of capitalised words the name of a body of this kind."""

    kind: Kind
    words: list[str]
    #: The name goes on after the head: "Ministry of Industry and Trade".
    front: bool = False
    #: The name ends with the head: "Dong A University".
    end: bool = True
    #: Counts only behind a word that is a name itself: "Nghi Son Steel", never "Renewable Energy".
    weak: bool = False
    #: A state's adjective is enough of a name: "Korean Embassy".
    national: bool = False
    #: The country that the head betrays ("People's Committee" is Vietnamese).
    country: str | None = None
    #: Where heads stand last and nothing is written with capitals: what makes a name of one.
    needs: Literal["name", "state", "field"] = "name"
    #: Where heads stand first: the place may be left out, and is then the article's own: "UBND tỉnh".
    local: bool = False
    #: "tại Việt Nam" behind another state belongs to the name: "Đại sứ quán Hàn Quốc tại Việt Nam".
    abroad: bool = False
    #: The head is a whole name: "Thanh tra Chính phủ".
    alone: bool = False
    #: Written small it says what the name behind it is: "tập đoàn Lotte" is Lotte.
    firm: bool = False
    #: With the name of a known body it is that body: "Văn phòng KOICA".
    office: bool = False
    #: The body counts only where it acts, as places do.
    scene: bool = False
    #: Topics that are written small are enough of a name: "Ban Quản lý dự án đường sắt".
    small: bool = False
    #: The body may be one of the whole world: "Tổ chức Y tế Thế giới".
    world: bool = False


class Slot(Entry, frozen=True):
    """Where in a sentence about a deal a party stands: what stands ``before`` it and ``behind`` it.

    ``told`` is what the sentence has to hold somewhere. Only a ``firm`` stands there, whatever the words of its name.
    """

    before: Pattern = _ANY
    behind: Pattern = _ANY
    told: Pattern = _ANY
    firm: bool = False


class BodyWords(Entry, frozen=True):
    """One language's ``organisations.toml``; the head comment of the English file explains every field."""

    heads: list[Head] = msgspec.field(default_factory=list)
    #: Names begin with their heads; the head comment of the Vietnamese file explains the fields that this needs.
    heads_first: bool = False
    inner: list[str] = msgspec.field(default_factory=_none)
    dashed: list[str] = msgspec.field(default_factory=_none)
    plurals: list[str] = msgspec.field(default_factory=_none)
    aliases: list[str] = msgspec.field(default_factory=_none)
    calls: list[str] = msgspec.field(default_factory=_none)
    holdings: list[str] = msgspec.field(default_factory=_none)
    things: list[str] = msgspec.field(default_factory=_none)
    trades: list[str] = msgspec.field(default_factory=_none)
    stars: list[str] = msgspec.field(default_factory=_none)
    spots: list[str] = msgspec.field(default_factory=_none)
    passives: list[str] = msgspec.field(default_factory=_none)
    closers: list[str] = msgspec.field(default_factory=_none)
    pointers: list[str] = msgspec.field(default_factory=_none)
    openers: list[str] = msgspec.field(default_factory=_none)
    powers: list[str] = msgspec.field(default_factory=_none)
    between: list[str] = msgspec.field(default_factory=_none)
    received: list[str] = msgspec.field(default_factory=_none)
    worldwide: list[str] = msgspec.field(default_factory=_none)
    portfolios: dict[str, str] = msgspec.field(default_factory=dict)
    campuses: list[str] = msgspec.field(default_factory=_none)
    ministry: list[str] = msgspec.field(default_factory=_none)
    ministers: list[str] = msgspec.field(default_factory=_none)
    links: list[str] = msgspec.field(default_factory=_none)
    joins: list[str] = msgspec.field(default_factory=_none)
    topics: list[str] = msgspec.field(default_factory=_none)
    never_first: list[str] = msgspec.field(default_factory=_none)
    generic: list[str] = msgspec.field(default_factory=_none)
    shared: list[str] = msgspec.field(default_factory=_none)
    not_heads: list[str] = msgspec.field(default_factory=_none)
    beginnings: dict[str, list[str]] = msgspec.field(default_factory=dict)
    local: str | None = None
    home: str | None = None
    #: The state stands bare behind the name and is a part of it: "Bộ Tài chính Việt Nam".
    state_behind: bool = False
    outlets: dict[str, list[str]] = msgspec.field(default_factory=dict)
    department: list[str] = msgspec.field(default_factory=_none)
    based: list[str] = msgspec.field(default_factory=_none)
    own: list[str] = msgspec.field(default_factory=_none)
    near: list[str] = msgspec.field(default_factory=_none)
    at_home: list[str] = msgspec.field(default_factory=_none)
    equals: list[str] = msgspec.field(default_factory=_none)
    behind_comma: list[str] = msgspec.field(default_factory=_none)
    stops: list[str] = msgspec.field(default_factory=_none)
    articles: list[str] = msgspec.field(default_factory=_none)
    loose: list[str] = msgspec.field(default_factory=_none)
    arms: list[str] = msgspec.field(default_factory=_none)
    firm_titles: list[str] = msgspec.field(default_factory=_none)
    sales: list[str] = msgspec.field(default_factory=_none)
    traders: list[str] = msgspec.field(default_factory=_none)
    runners: list[str] = msgspec.field(default_factory=_none)
    firms: list[str] = msgspec.field(default_factory=_none)
    owners: list[str] = msgspec.field(default_factory=_none)
    titles: list[str] = msgspec.field(default_factory=_none)
    given: list[str] = msgspec.field(default_factory=_none)
    cities: dict[str, list[str]] = msgspec.field(default_factory=dict)
    surnames: dict[str, list[str]] = msgspec.field(default_factory=dict)
    nouns: dict[Kind, list[str]] = msgspec.field(default_factory=dict)
    places: list[str] = msgspec.field(default_factory=_none)
    not_bodies: list[str] = msgspec.field(default_factory=_none)
    not_before: list[str] = msgspec.field(default_factory=_none)
    acts: list[str] = msgspec.field(default_factory=_none)
    signs: list[str] = msgspec.field(default_factory=_none)
    auxiliaries: list[str] = msgspec.field(default_factory=_none)
    asides: list[str] = msgspec.field(default_factory=_none)
    timely: list[str] = msgspec.field(default_factory=_none)
    deeds: list[str] = msgspec.field(default_factory=_none)
    ways: list[str] = msgspec.field(default_factory=_none)
    governors: list[str] = msgspec.field(default_factory=_none)
    running: list[str] = msgspec.field(default_factory=_none)
    executives: list[str] = msgspec.field(default_factory=_none)
    scenes: list[str] = msgspec.field(default_factory=_none)
    visits: list[str] = msgspec.field(default_factory=_none)
    seals: list[str] = msgspec.field(default_factory=_none)
    bearings: list[str] = msgspec.field(default_factory=_none)
    inner_places: list[str] = msgspec.field(default_factory=_none)
    settings: list[str] = msgspec.field(default_factory=_none)
    partners: list[str] = msgspec.field(default_factory=_none)
    two_sided: list[str] = msgspec.field(default_factory=_none)
    relatives: list[str] = msgspec.field(default_factory=_none)
    city_rulers: list[str] = msgspec.field(default_factory=_none)
    bonds: list[str] = msgspec.field(default_factory=_none)
    holders: list[str] = msgspec.field(default_factory=_none)
    not_parties: list[str] = msgspec.field(default_factory=_none)
    counted: list[str] = msgspec.field(default_factory=_none)
    sites: list[str] = msgspec.field(default_factory=_none)
    slots: list[Slot] = msgspec.field(default_factory=list)
    grants: list[str] = msgspec.field(default_factory=_none)
    agents: list[str] = msgspec.field(default_factory=_none)
    askers: list[str] = msgspec.field(default_factory=_none)
    givers: list[str] = msgspec.field(default_factory=_none)
    parts: list[str] = msgspec.field(default_factory=_none)
    seats: list[str] = msgspec.field(default_factory=_none)
    exchanges: dict[str, list[str]] = msgspec.field(default_factory=dict)
    sounds: dict[str, str] = msgspec.field(default_factory=dict)
    marks: dict[str, str] = msgspec.field(default_factory=dict)
    shared_by: list[str] = msgspec.field(default_factory=_none)
    suffixes: list[str] = msgspec.field(default_factory=_none)
    deals: list[str] = msgspec.field(default_factory=_none)
    spellings: dict[str, str] = msgspec.field(default_factory=dict)
    telling: list[str] = msgspec.field(default_factory=_none)
    directions: dict[str, str] = msgspec.field(default_factory=dict)
    abbreviations: list[str] = msgspec.field(default_factory=_none)
    legal_forms: list[str] = msgspec.field(default_factory=_none)
    local_offices: list[str] = msgspec.field(default_factory=_none)
    local_departments: list[str] = msgspec.field(default_factory=_none)
    #: The state stands bare before the name, and the name may do without it: "베트남 산업무역부".
    state_before: bool = False
    particles: list[str] = msgspec.field(default_factory=_none)
    behind: list[str] = msgspec.field(default_factory=_none)
    pairs: list[str] = msgspec.field(default_factory=_none)
    brands: list[str] = msgspec.field(default_factory=_none)
    terms: list[str] = msgspec.field(default_factory=_none)
    units: list[str] = msgspec.field(default_factory=_none)
    posts: list[str] = msgspec.field(default_factory=_none)
    affixes: list[str] = msgspec.field(default_factory=_none)
    abstract: list[str] = msgspec.field(default_factory=_none)
    copula: list[str] = msgspec.field(default_factory=_none)
    plain: list[str] = msgspec.field(default_factory=_none)
    descriptions: list[str] = msgspec.field(default_factory=_none)
    verbal: list[str] = msgspec.field(default_factory=_none)
    naming: list[str] = msgspec.field(default_factory=_none)
    resumes: list[str] = msgspec.field(default_factory=_none)
    abroad: list[str] = msgspec.field(default_factory=_none)
    bridges: list[str] = msgspec.field(default_factory=_none)
    under: list[str] = msgspec.field(default_factory=_none)
    shortened: dict[str, str] = msgspec.field(default_factory=dict)
    plural: list[str] = msgspec.field(default_factory=_none)
    sides: list[str] = msgspec.field(default_factory=_none)
    domestic: list[str] = msgspec.field(default_factory=_none)
    subjects: list[str] = msgspec.field(default_factory=_none)
    genitive: list[str] = msgspec.field(default_factory=_none)
    leaders: list[str] = msgspec.field(default_factory=_none)
    branches: list[str] = msgspec.field(default_factory=_none)
    branch_leaders: list[str] = msgspec.field(default_factory=_none)
    aside: list[str] = msgspec.field(default_factory=_none)
    here: list[str] = msgspec.field(default_factory=_none)
    pacts: list[str] = msgspec.field(default_factory=_none)
    with_whom: list[str] = msgspec.field(default_factory=_none)
    takers: list[str] = msgspec.field(default_factory=_none)
    receivers: list[str] = msgspec.field(default_factory=_none)
    objects: list[str] = msgspec.field(default_factory=_none)
    chosen: list[str] = msgspec.field(default_factory=_none)
    connectives: list[str] = msgspec.field(default_factory=_none)
    bureaus: list[str] = msgspec.field(default_factory=_none)
    about: list[str] = msgspec.field(default_factory=_none)
    founding: list[str] = msgspec.field(default_factory=_none)
    works: list[str] = msgspec.field(default_factory=_none)
    ventures: list[str] = msgspec.field(default_factory=_none)
    retinue: list[str] = msgspec.field(default_factory=_none)
    mutual: list[str] = msgspec.field(default_factory=_none)
    others: list[str] = msgspec.field(default_factory=_none)
    nationwide: list[str] = msgspec.field(default_factory=_none)
    rooted: list[str] = msgspec.field(default_factory=_none)
    granted: str = ""
    visited: str = ""
    asked: list[str] = msgspec.field(default_factory=_none)
    asked_by: list[str] = msgspec.field(default_factory=_none)
    stakes: list[str] = msgspec.field(default_factory=_none)
    participles: list[str] = msgspec.field(default_factory=_none)
    quoting: list[str] = msgspec.field(default_factory=_none)
    institutes: list[str] = msgspec.field(default_factory=_none)


@cache
def body_words(language: str) -> BodyWords:
    """The words of ``en``, ``vi`` or ``ko``. Raises KnowledgeError."""
    return read(f"{language}/organisations.toml", BodyWords)
