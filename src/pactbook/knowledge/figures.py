"""Words that tell what a sum of money means: ``en/figures.toml``, ``vi/figures.toml``, ``ko/figures.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from msgspec import field

from pactbook.knowledge.reading import NEVER, Entry, read
from pactbook.model.article import Language
from pactbook.text.lexicon import Lexicon
from pactbook.text.shapes import any_alone, any_of

Status = Literal["actual", "target", "forecast", "pledged"]
PeriodKind = Literal["flow", "stock", "term", "once", "rate"]
SideKind = Literal["both", "trade", "surplus", "giver", "sender", "project", "contract", "none"]


class Measure(Entry, frozen=True):
    """What a measure of the codebook is like; the head of common/measures.toml explains the fields."""

    status: Status
    among: list[Status]
    period: PeriodKind
    sides: SideKind
    least: float | None = None
    most: float | None = None
    unsaid_below: float | None = None
    series: bool = False


class MeasureWords(Entry, frozen=True):
    """Words that speak of one measure, by how much they say."""

    strong: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)
    toward: list[str] = field(default_factory=list)
    across: list[str] = field(default_factory=list)
    in_return: list[str] = field(default_factory=list)
    lone: list[str] = field(default_factory=list)
    direct: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)


class StatusWords(Entry, frozen=True):
    """Words that speak of one status."""

    strong: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)


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
    that_country: list[str] = field(default_factory=list)
    our_country: list[str] = field(default_factory=list)
    nationals: dict[str, list[str]] = field(default_factory=dict)
    bare_dates: bool = False
    head_final: bool = False
    head_first: bool = False
    topic: list[str] = field(default_factory=list)
    unlinked: list[str] = field(default_factory=list)
    cumulative: list[str] = field(default_factory=list)
    contrasts: list[str] = field(default_factory=list)
    by_now: list[str] = field(default_factory=list)
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
    than: list[str] = field(default_factory=list)
    factories: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    few_words: int = 3
    narrator: Literal["KR", "VN"] | None = None


#: Marks a word that hangs on the one before it, or stands right behind it.
_HANGS = "~"
#: No word goes on here; Korean particles may follow.
_END = r"(?![^\W가-힣])"
_SYLLABLE = re.compile("[가-힣]")
#: A space that Korean writers may leave out.
_HANGUL_SPACE = re.compile(r"(?<=[가-힣]) (?=[가-힣])")
#: How far back a word before something begins at most.
_REACH = 40

#: What a word says: (kind, value, how): "measure", "status", "firm", "region" or "not"; which; the field it stands in.
Says = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Beside:
    """Words that stand right before a thing, and words ("~까지") that stand right behind it or hang on it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]

    def at(self, text: str, start: int, end: int) -> bool:
        """Whether such a word stands beside ``start:end``."""
        return self.leads(text, start) or bool(self.behind.match(text, end))

    def leads(self, text: str, start: int, since: int = 0) -> bool:
        """Whether such a word ends right before ``start``; it begins no earlier than ``since``."""
        return bool(self.before.search(text, max(start - _REACH, since), start))


#: Stands beside nothing.
NOTHING = Beside(NEVER, NEVER)


@dataclass(frozen=True, slots=True)
class FigurePatterns:
    """Compiled: short patterns that are tried right before or behind something."""

    breaks: re.Pattern[str]
    joins: re.Pattern[str]
    carries_on: re.Pattern[str]
    not_period: Beside
    as_of: Beside
    by: Beside
    deadline: Beside
    same_period: re.Pattern[str]
    worth_of: re.Pattern[str]
    to: Beside
    from_: Beside
    into: Beside
    with_: Beside
    surplus: re.Pattern[str]
    deficit: re.Pattern[str]
    goods: re.Pattern[str]
    made_in: re.Pattern[str]
    of_goods: re.Pattern[str]
    in_exchange: re.Pattern[str]
    for_it: re.Pattern[str]
    buyers: re.Pattern[str]
    places: re.Pattern[str]
    favour: re.Pattern[str]
    stake: re.Pattern[str]
    roles: re.Pattern[str]
    owned_by: Beside
    agent: Beside
    counted_from_new_year: Beside
    piled_up: re.Pattern[str] | None
    both: re.Pattern[str]
    goods_before: Beside
    that_country: re.Pattern[str]
    our_country: re.Pattern[str]
    nationals: tuple[tuple[str, re.Pattern[str]], ...]
    few_words: re.Pattern[str]
    bare_dates: bool
    head_final: bool
    head_first: bool
    topic: re.Pattern[str]
    subject: re.Pattern[str]
    cumulative: re.Pattern[str]
    contrasts: re.Pattern[str]
    by_now: re.Pattern[str]
    same_span: re.Pattern[str]
    same_span_of: re.Pattern[str]
    year_earlier: re.Pattern[str]
    each: re.Pattern[str]
    given: re.Pattern[str]
    number: re.Pattern[str]
    verbs: tuple[tuple[tuple[Says, ...], re.Pattern[str]], ...]
    toward: re.Pattern[str]
    together: Beside
    works: re.Pattern[str]
    funded: Beside
    parts: re.Pattern[str]
    than: re.Pattern[str]
    factories: re.Pattern[str]
    again: Beside
    abroad: tuple[tuple[str, re.Pattern[str]], ...]
    narrator: str | None


@cache
def measures() -> dict[str, Measure]:
    """Measure of the codebook → what it is like."""
    return read("common/measures.toml", dict[str, Measure])


@cache
def figure_words(language: Language) -> FigureWords:
    """The words of ``language``. Raises KnowledgeError."""
    return read(f"{language}/figures.toml", FigureWords)


@cache
def figure_cues(language: Language) -> Lexicon[Says]:
    """Every word that speaks of a measure or a status; phrases that must not be read so say ``not``."""
    return Lexicon(_cues(figure_words(language)))


@cache
def figure_patterns(language: Language) -> FigurePatterns:
    """The patterns of ``language``."""
    words = figure_words(language)
    return FigurePatterns(
        breaks=_anywhere(words.breaks),
        joins=re.compile(rf"{_alone(words.joins)}{_END}"),
        carries_on=re.compile(rf"\W*(?:{any_of(words.carries_on)}){_END}"),
        not_period=_beside(words.not_period),
        as_of=_beside(words.as_of),
        by=_beside(words.by),
        deadline=_beside(words.deadline),
        same_period=_anywhere(words.same_period),
        worth_of=re.compile(rf"[ )\]\"'-]*(?:(?:{any_of(words.worth_of)}) )?"),
        to=_beside(words.to),
        from_=_beside(words.from_),
        into=_beside(words.into),
        with_=_beside(words.with_),
        surplus=_anywhere(words.surplus),
        deficit=_anywhere(words.deficit),
        goods=re.compile(rf"(?:'s)? (?:{any_of(words.goods)}){_END}"),
        made_in=_ends_with(words.made_in),
        of_goods=_begins_with(words.made_in),
        in_exchange=_begins_with(words.in_exchange),
        for_it=re.compile(rf"(?<!\w)(?:{any_of(words.in_exchange)}) (?:[\w'-]+ ){{0,3}}$"),
        buyers=_begins_with(words.buyers),
        places=re.compile(rf"(?<!\w)(?:{any_of(words.places)}) (?:[\w'-]+ ){{0,3}}$"),
        favour=re.compile(rf"(?:{any_of(words.favour)}){_END}"),
        stake=_anywhere(words.stake),
        roles=_roles(words),
        owned_by=_beside(words.owned_by),
        agent=_beside(words.agent),
        counted_from_new_year=_beside(words.counted_from_new_year),
        both=_anywhere(words.both),
        piled_up=_anywhere(words.piled_up) if words.piled_up else None,
        goods_before=_beside(words.goods_before),
        that_country=_anywhere(words.that_country),
        our_country=_anywhere(words.our_country),
        nationals=tuple((country, _anywhere(names)) for country, names in words.nationals.items()),
        few_words=_few_words([*words.joins, *words.unlinked], words.few_words),
        bare_dates=words.bare_dates,
        head_final=words.head_final,
        head_first=words.head_first,
        topic=re.compile(rf"(?:{any_of(words.topic)})(?!\w)"),
        subject=re.compile(rf",|(?:{any_of(words.topic)})(?!\w)"),
        cumulative=_anywhere(words.cumulative),
        contrasts=_anywhere(words.contrasts),
        by_now=_anywhere(words.by_now),
        same_span=_begins_with(words.same_span),
        same_span_of=_ends_with(words.same_span_of),
        year_earlier=_anywhere(words.year_earlier),
        each=_anywhere(words.each),
        given=_anywhere(words.given),
        number=_number(words.counters),
        verbs=tuple(_verbs(words)),
        toward=re.compile(any_of(words.toward)),
        together=_beside(words.together),
        works=_anywhere(words.works),
        funded=_beside(words.funded),
        parts=_anywhere(words.parts),
        than=_anywhere(words.than),
        factories=_anywhere(words.factories),
        again=_beside(words.again),
        abroad=tuple((m, re.compile(rf" ?(?:{any_of(w.abroad)})")) for m, w in words.measures.items() if w.abroad),
        narrator=words.narrator,
    )


def _number(counters: list[str]) -> re.Pattern[str]:
    """A number before what it counts, with its counter in the languages that have them ("9,500여 개 ")."""
    if counters:
        return re.compile(rf"\d[\d,.]*(?:[천백만]\d*)? ?(?:{any_of(counters)}) (?:[^\W\d][\w-]* )?$")
    return re.compile(r"\d(?:[\d,.]*\d)?(?: [^\W\d][\w-]*){0,2} $")


def _few_words(joins: list[str], most: int) -> re.Pattern[str]:
    """A few words, none of which begins another thing that is told."""
    joining = [j for j in joins if j[:1].isalpha()]
    return re.compile(rf"(?:(?!(?:{any_of(joining)}) )[^\W\d_][\w'&.-]* ){{0,{most}}}")


def _verbs(words: FigureWords) -> Iterator[tuple[tuple[Says, ...], re.Pattern[str]]]:
    """The endings of verbs that tell a status, or more than one: "~기로" in "짓기로 했다"."""
    says: dict[str, list[Says]] = defaultdict(list)
    for status, status_words in words.statuses.items():
        for ending in (p[1:] for p in status_words.words if p.startswith(_HANGS)):
            says[ending].append(("status", status, "words"))
    for ending, told in says.items():
        yield tuple(told), re.compile(rf"\b\w+{re.escape(ending)}(?!\w)")


def _anywhere(phrases: list[str]) -> re.Pattern[str]:
    """Words, and endings of words ("~지만")."""
    words, endings = _parted(phrases)
    if not endings and all(word[:1].isalnum() for word in words):
        return re.compile(any_alone(words) + _END)
    return re.compile(rf"(?:{_alone(words)}{_END}|(?<=\w)(?:{any_of(endings)})(?!\w))")


def _alone(phrases: list[str]) -> str:
    """Any of ``phrases``; one that begins with a letter begins a word, a mark (", còn") stands anywhere."""
    words = [p for p in phrases if p[:1].isalnum()]
    return rf"(?:(?<!\w)(?:{any_of(words)})|(?:{any_of([p for p in phrases if not p[:1].isalnum()])}))"


def _beside(phrases: list[str]) -> Beside:
    before, behind = _parted(phrases)
    return Beside(_ends_with(before), _begins_with(behind))


def _parted(phrases: list[str]) -> tuple[list[str], list[str]]:
    """The words that stand before something or alone, and without their mark those that hang on what is before."""
    return [p for p in phrases if not p.startswith(_HANGS)], [p[1:] for p in phrases if p.startswith(_HANGS)]


def _roles(words: FigureWords) -> re.Pattern[str]:
    """Words for an earner win over shorter ones for a payer ("was hired" over "hired"), and "built by" over "built"."""
    no_noun = "".join(rf"(?<!{noun} )" for noun in words.role_nouns)
    longer = [p for p in words.payers if any(p.startswith(f"{e} ") for e in words.earners)]
    payers = [p for p in words.payers if p not in longer]
    earned = rf"(?P<earners>{any_of(words.earners)})|(?P<payers>{any_of(payers)})"
    return re.compile(rf"(?<!\w){no_noun}(?:(?P<paid>{any_of(longer)})|{earned}){_END}")


def _ends_with(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"{_alone(phrases)} ?(?:the )?$")


def _begins_with(phrases: list[str]) -> re.Pattern[str]:
    """A particle of one syllable ends its word ("에", not "에서"); what is longer may take more particles."""
    particles = [p for p in phrases if _SYLLABLE.fullmatch(p)]
    longer = [p for p in phrases if p not in particles]
    return re.compile(rf" ?(?:(?:{any_of(longer)}){_END}|(?:{any_of(particles)})(?!\w))")


def _cues(words: FigureWords) -> Iterator[tuple[str, Says]]:
    for phrase, says in _said(words):
        yield phrase, says
        solid = _HANGUL_SPACE.sub("", phrase)
        if solid != phrase:
            yield solid, says


def _said(words: FigureWords) -> Iterator[tuple[str, Says]]:
    for kind, how in (("not", "not_a_cue"), ("firm", "one_firm"), ("region", "regions"), ("anyone", "anyone")):
        for phrase in getattr(words, how):
            yield phrase, (kind, "", how)
    for phrase in words.not_a_status:
        yield phrase, ("status", "", "not_a_status")
    for measure, cues in words.measures.items():
        for how in (h for h in MeasureWords.__struct_fields__ if h != "abroad"):
            for phrase in getattr(cues, how):
                yield phrase, ("measure", measure, how)
    for status, status_words in words.statuses.items():
        for how in StatusWords.__struct_fields__:
            for phrase in (p for p in getattr(status_words, how) if not p.startswith(_HANGS)):
                yield phrase, ("status", status, how)
