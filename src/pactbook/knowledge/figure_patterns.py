"""Patterns of one language that tell how a sum stands among its words: when, between whom, of what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from pactbook.knowledge.beside import (
    END,
    HANGS,
    NOTHING,
    Beside,
    Pieces,
    Standing,
    anywhere,
    begins_with,
    beside,
    ends_with,
    piece_of,
)
from pactbook.knowledge.compiled import Compiled, as_said, made, made_of_all
from pactbook.knowledge.figure_cues import Says
from pactbook.knowledge.figure_words import FigureWords, MeasureWords, figure_words
from pactbook.knowledge.reading import NEVER
from pactbook.model.article import Language
from pactbook.text.expressions import regex
from pactbook.text.hangul import FINALS, closed_by
from pactbook.text.shapes import any_alone, any_of


def _number(words: FigureWords) -> re.Pattern[str]:
    """A number before what it counts, with its counter in the languages that have them ("9,500여 개 ")."""
    if words.counters:
        return regex(rf"\d[\d,.]*(?:[천백만]\d*)? ?(?:{any_of(words.counters)}) (?:[^\W\d][\w-]* )?$")
    spelt = rf"|(?<!\w)(?:{any_of(words.number_words)})" if words.number_words else ""
    return regex(rf"(?:\d(?:[\d,.]*\d)?{spelt})(?: [^\W\d][\w-]*){{0,2}} $")


def _few_words(words: FigureWords) -> re.Pattern[str]:
    """A few words, none of which begins another thing that is told."""
    joining = [j for j in (*words.joins, *words.unlinked) if j[:1].isalpha()]
    return regex(rf"(?:(?!(?:{any_of(joining)}) )[^\W\d_][\w'&.-]* ){{0,{words.few_words}}}")


def _governed(words: FigureWords) -> re.Pattern[str]:
    """What stands between an amount and the verb whose object or subject it is: "를 ", "이 넘게 "."""
    if not words.object:
        return NEVER
    about = rf"(?: ?(?:{any_of(words.more_or_less)}))?" if words.more_or_less else ""
    return regex(rf"{about}(?:{any_of([*words.object, *words.topic])})?{about} ?")


def _from_banks(words: FigureWords) -> re.Pattern[str]:
    """Where money that banks give comes from, in languages that say "from" before: "from two Korean banks"."""
    before = [w for w in words.drawn_from if not w.startswith(HANGS)]
    if not before or not words.banks:
        return NEVER
    return regex(rf"(?<!\w)(?:{any_of(before)}) (?:[\w&.'-]+ ){{0,3}}\w*(?:{any_of(words.banks)})")


def _paid(words: FigureWords) -> re.Pattern[str]:
    """The particle on what is paid for something, not on what is reached: "200억 원에 인수", never "원에 그쳤다"."""
    if not words.paid_at:
        return NEVER
    return regex(rf"(?:{any_of(words.paid_at)}) (?!{any_of(words.reaches)})")


class Verbs:
    """What verbs say, by their endings; one scan tells which endings a text has."""

    def __init__(self, told: list[tuple[tuple[Says, ...], str, re.Pattern[str]]]) -> None:
        self._told = [(says, pattern) for says, _, pattern in told]
        self._endings = AhoCorasick([ending for _, ending, _ in told])

    def in_text(self, text: str) -> Iterator[tuple[tuple[Says, ...], re.Pattern[str]]]:
        """What verbs say that may stand in ``text``, each with the pattern that finds them."""
        found = self._endings.find_matches_as_indexes(text, overlapping=True)
        return (self._told[number] for number in sorted({number for number, _, _ in found}))


def _verbs(words: FigureWords) -> Verbs | None:
    """The endings of verbs that tell a status, or more than one: "~기로" in "짓기로 했다", "~ㄹ 것" in "넘길 것".

    None where verbs tell nothing so. Nouns that tell a measure have such endings too: "~사용료" in "토지사용료".
    """
    says: dict[str, list[Says]] = defaultdict(list)
    for status, status_words in words.statuses.items():
        for how in ("words", "weak"):
            for ending in (p[1:] for p in getattr(status_words, how) if p.startswith(HANGS)):
                says[ending].append(("status", status, how))
    verbs = [(tuple(told), ending.lstrip(FINALS), _verb(ending)) for ending, told in says.items()]
    nouns = [
        ((("measure", measure, how),), noun[1:], regex(rf"\b\w+?{re.escape(noun[1:])}"))
        for measure, cues in words.measures.items()
        for how in ("strong", "words")
        for noun in getattr(cues, how)
        if noun.startswith(HANGS)
    ]
    return Verbs([*verbs, *nouns]) if verbs or nouns else None


def _verb(ending: str) -> re.Pattern[str]:
    """A verb that ends so; a first consonant without a vowel ("ㄹ 것") closes the syllable before."""
    stem = rf"\w*{closed_by(ending[0])}" if ending[0] in FINALS else r"\w+"
    rest = re.escape(ending.lstrip(FINALS))
    return regex(rf"\b{stem}{rest}" + ("" if ending[0] in FINALS else r"(?!\w)"))


def _roles(words: FigureWords) -> re.Pattern[str]:
    """Words for an earner win over shorter ones for a payer ("was hired" over "hired"), and "built by" over "built"."""
    no_noun = "".join(rf"(?<!{noun} )" for noun in words.role_nouns)
    longer = [p for p in words.payers if any(p.startswith(f"{e} ") for e in words.earners)]
    payers = [p for p in words.payers if p not in longer]
    earned = rf"(?P<earners>{any_of(words.earners)})|(?P<payers>{any_of(payers)})"
    heads = rf"(?! (?:{any_of(words.noun_heads)}){END})" if words.noun_heads else ""
    return regex(rf"(?<!\w){no_noun}(?:(?P<paid>{any_of(longer)})|{earned}){END}{heads}")


def _office_spends(words: FigureWords) -> re.Pattern[str]:
    """An office that spends, right before an amount: "the ministry had set aside some"."""
    if not words.spends:
        return NEVER
    about = rf"(?:(?:{any_of(words.so_much)}) ){{0,3}}"
    return regex(rf"(?<!\w)(?:{any_of(words.offices)}) (?:\w+ ){{0,2}}(?:{any_of(words.spends)}) {about}$")


def _bears_it(words: FigureWords) -> re.Pattern[str]:
    """What stands between one who pays a share and how much it is: " will bear about "."""
    about = rf"(?:(?:{any_of(words.so_much)}) ){{0,3}}"
    return regex(rf" (?:\w+ ){{0,3}}(?:{any_of(words.bears)}) {about}")


def _described(no_works: list[str]) -> re.Pattern[str]:
    """A noun right behind an amount, but none of these words: "a $255 million [plaza]", never "the $2 billion in"."""
    return regex(rf"[ -](?!(?:{any_of(no_works)}){END})[a-z]") if no_works else NEVER


def _words(pattern: Callable[[list[str]], str]) -> Callable[[list[str]], re.Pattern[str]]:
    """What compiles the pattern of phrases, which never matches where there are none."""
    return lambda phrases: regex(pattern(phrases)) if phrases else NEVER


def _shortly_before(phrases: list[str]) -> re.Pattern[str]:
    """Words before something, with at most three others between."""
    if not phrases:
        return NEVER
    return regex(rf"(?<!\w)(?:{any_of(phrases)}) (?:[\w'-]+ ){{0,3}}$")


def _nationals(names: dict[str, list[str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Country → what its people and firms are called."""
    return tuple((country, anywhere(phrases)) for country, phrases in names.items())


def told(by: Callable[[list[str]], Any], of: str = "") -> Any:
    """A field that matches only where one of its phrases stands."""
    return made(by, of, NOTHING if by is beside else NEVER)


#: So many bytes at the least has what a text is searched for before its sentences are: what is short stands everywhere.
_SHORT = 4
#: Of what stands seldom even what is short is searched for.
_SELDOM = ("our_country", "that_country")


def _pieces(words: FigureWords) -> Pieces:
    """What stands wherever a field of phrases matches, and wherever the people of a country are named (its code)."""
    phrases: dict[str, list[str]] = {**words.nationals}
    for name, of, _ in FigurePatterns.matching_phrases():
        said: list[str] = getattr(words, of)
        if said and (name in _SELDOM or min(len(piece_of(each).encode()) for each in said) >= _SHORT):
            phrases[name] = said
    return Pieces(phrases)


def _abroad(measures: dict[str, MeasureWords]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Measure → words behind it that turn it to other countries."""
    return tuple((name, regex(rf" ?(?:{any_of(w.abroad)})")) for name, w in measures.items() if w.abroad)


class FigurePatterns(Compiled):
    """Compiled: short patterns that are tried right before or behind something."""

    def for_text(self, text: str) -> FigurePatterns:
        """The same for one text (levelled): what none of its phrases is of matches nothing, and takes no time."""
        standing = self.pieces.standing_in(text)
        absent = set(standing.absent())
        other = {name: nothing for name, _, nothing in self._matching if name in absent}
        other["nationals"] = tuple(people for people in self.nationals if people[0] not in absent)
        return self.but({**other, "standing": standing})

    _matching: tuple[tuple[str, str, Any], ...] = made_of_all(lambda _: tuple(FigurePatterns.matching_phrases()))

    breaks: re.Pattern[str] = told(anywhere)
    joins: re.Pattern[str] = made(_words(lambda phrases: any_alone(phrases) + END))
    carries_on: re.Pattern[str] = told(_words(lambda phrases: rf"\W*(?:{any_of(phrases)}){END}"))
    not_period: Beside = told(beside)
    as_of: Beside = told(beside)
    by: Beside = told(beside)
    deadline: Beside = told(beside)
    same_period: re.Pattern[str] = told(anywhere)
    worth_of: re.Pattern[str] = made(lambda phrases: regex(rf"[ )\]\"'-]*(?:(?:{any_of(phrases)}) )?"))
    to: Beside = told(beside)
    from_: Beside = told(beside)
    into: Beside = told(beside)
    with_: Beside = told(beside)
    surplus: re.Pattern[str] = told(anywhere)
    deficit: re.Pattern[str] = told(anywhere)
    goods: re.Pattern[str] = made(_words(lambda phrases: rf"(?:'s)? (?:{any_of(phrases)}){END}"))
    made_in: re.Pattern[str] = told(ends_with)
    of_goods: re.Pattern[str] = told(begins_with, of="made_in")
    in_exchange: re.Pattern[str] = told(begins_with)
    for_it: re.Pattern[str] = told(_shortly_before, of="in_exchange")
    buyers: re.Pattern[str] = told(begins_with)
    is_market: re.Pattern[str] = told(begins_with)
    places: re.Pattern[str] = told(_shortly_before)
    favour: re.Pattern[str] = made(_words(lambda phrases: rf"(?:{any_of(phrases)}){END}"))
    stake: re.Pattern[str] = told(anywhere)
    roles: re.Pattern[str] = made_of_all(_roles)
    owned_by: Beside = told(beside)
    agent: Beside = told(beside)
    counted_from_new_year: Beside = told(beside)
    piled_up: re.Pattern[str] | None = told(lambda phrases: anywhere(phrases) if phrases else None)
    both: re.Pattern[str] = told(anywhere)
    goods_before: Beside = told(beside)
    that_country: re.Pattern[str] = told(anywhere)
    our_country: re.Pattern[str] = told(anywhere)
    nationals: tuple[tuple[str, re.Pattern[str]], ...] = made(_nationals)
    standing: Standing  # of what is for one text
    pieces: Pieces = made_of_all(_pieces)
    few_words: re.Pattern[str] = made_of_all(_few_words)
    bare_dates: bool = as_said()
    head_final: bool = as_said()
    head_first: bool = as_said()
    topic: re.Pattern[str] = made(_words(lambda phrases: rf"(?:{any_of(phrases)})(?!\w)"))
    acts_too: re.Pattern[str] = made(_words(lambda phrases: rf"(?:{any_of(phrases)})(?!\w)"))
    subject: re.Pattern[str] = made(lambda phrases: regex(rf",|(?:{any_of(phrases)})(?!\w)"), of="topic")
    cumulative: re.Pattern[str] = told(anywhere)
    contrasts: re.Pattern[str] = told(anywhere)
    by_now: re.Pattern[str] = told(anywhere)
    and_so: re.Pattern[str] = told(anywhere)
    was: re.Pattern[str] = made(_words(any_of))
    was_once: re.Pattern[str] = made(_words(any_of))
    governed: re.Pattern[str] = made_of_all(_governed)
    priced_from: re.Pattern[str] = made(_words(any_of))
    worth: re.Pattern[str] = made(_words(lambda phrases: rf" ?(?:{any_of(phrases)})"))
    paid: re.Pattern[str] = made_of_all(_paid)
    many_firms: re.Pattern[str] = told(_words(lambda phrases: rf"\d ?(?:{any_of(phrases)})"))
    same_span: re.Pattern[str] = told(begins_with)
    same_span_of: re.Pattern[str] = told(ends_with)
    year_earlier: re.Pattern[str] = made(anywhere)
    each: re.Pattern[str] = told(anywhere)
    given: re.Pattern[str] = told(anywhere)
    number: re.Pattern[str] = made_of_all(_number)
    verbs: Verbs | None = made_of_all(_verbs)
    toward: re.Pattern[str] = made(_words(any_of))
    together: Beside = told(beside)
    works: re.Pattern[str] = told(anywhere)
    funded: Beside = told(beside)
    parts: re.Pattern[str] = told(anywhere)
    points_back: re.Pattern[str] = told(anywhere)
    bears: re.Pattern[str] = told(anywhere)
    ordered: re.Pattern[str] = told(anywhere)
    no_stake: re.Pattern[str] = told(begins_with)
    relative: re.Pattern[str] = told(anywhere)
    funded_from: re.Pattern[str] = told(begins_with)
    gives: re.Pattern[str] = made(lambda stems: regex(rf"(?<!\w)(?:{any_of(stems)})") if stems else NEVER)
    drawn_from: Beside = told(beside)
    banks: re.Pattern[str] = made(lambda parts: regex(any_of(parts)) if parts else NEVER)
    from_banks: re.Pattern[str] = made_of_all(_from_banks)
    lent_at: re.Pattern[str] = told(anywhere)
    repays: re.Pattern[str] = told(anywhere)
    purpose: re.Pattern[str] = told(anywhere)
    sellers: re.Pattern[str] = told(_shortly_before)
    ranks: re.Pattern[str] = told(anywhere)
    against: re.Pattern[str] = told(_shortly_before)
    than: re.Pattern[str] = told(anywhere)
    so_much: re.Pattern[str] = made(lambda phrases: regex(rf" (?:(?:{any_of(phrases)}) ){{0,3}}"))
    office_spends: re.Pattern[str] = made_of_all(_office_spends)
    bears_it: re.Pattern[str] = made_of_all(_bears_it)
    makers: re.Pattern[str] = told(anywhere)
    denials: re.Pattern[str] = told(_words(lambda phrases: rf"(?<!\w)(?:{any_of(phrases)}) $"))
    apposed: re.Pattern[str] = told(_words(lambda phrases: rf"(?:{any_of(phrases)}) (?:[\w'-]+ ){{0,3}}$"))
    who_did: re.Pattern[str] = made(_words(any_of))
    links: re.Pattern[str] = told(_words(lambda phrases: rf"(?<!\w)(?:{any_of(phrases)}) (?:[\w'-]+ ){{0,3}}$"))
    hangs: re.Pattern[str] = told(anywhere)
    clauses: re.Pattern[str] = made(lambda phrases: regex(rf"[,;:] |(?<!\w)(?:{any_of(phrases)})(?!\w)"), of="breaks")
    articles: re.Pattern[str] = told(_shortly_before)
    described: re.Pattern[str] = made(_described, of="no_works")
    factories: re.Pattern[str] = told(anywhere)
    again: Beside = told(beside)
    alone: Beside = told(beside)
    abroad: tuple[tuple[str, re.Pattern[str]], ...] = made(_abroad, of="measures")
    earned: re.Pattern[str] = told(anywhere)
    summed: re.Pattern[str] = made(_words(any_of))
    own_verb: re.Pattern[str] = made(_words(any_of))
    whole: re.Pattern[str] = told(anywhere)
    done: re.Pattern[str] = told(anywhere)
    estimates: re.Pattern[str] = made(_words(any_of))
    trading: re.Pattern[str] = made(_words(any_of))
    profits: re.Pattern[str] = told(anywhere)
    part_of: re.Pattern[str] = made(_words(lambda phrases: rf" (?:{any_of(phrases)}) (?:[\w-]+ )?"))
    a_head: re.Pattern[str] = made(_words(any_of))
    asides: re.Pattern[str] = told(_words(any_of))
    for_the_year: re.Pattern[str] = told(anywhere)
    whole_year: re.Pattern[str] = made(_words(any_of))
    balances: re.Pattern[str] = told(anywhere)
    that_time: re.Pattern[str] = told(anywhere)
    no_goods: re.Pattern[str] = told(begins_with)
    object_: re.Pattern[str] = made(_words(lambda phrases: rf"(?:{any_of(phrases)}) ?"), of="object")
    narrator: str | None = as_said()


@cache
def figure_patterns(language: Language) -> FigurePatterns:
    """The patterns of ``language``. Raises KnowledgeError."""
    return FigurePatterns(figure_words(language))
