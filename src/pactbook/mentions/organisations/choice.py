"""Which of several bodies a name means: the Vietnamese Ministry of Justice or the Korean one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.organisations import body_words
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.origin import (
    country_before,
    country_beside,
    country_by_place,
    country_by_sound,
    country_spoken_for,
    home,
)
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.sharing import shared_countries
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND

#: Bodies of these kinds bear words that those of other states bear too.
_WITH = frozenset({"with"})
#: Bodies that belong where the place is that their name begins with.
_OF_PLACES = {"agency", "subnational", "zone", "education", "hospital", "association"}
_GENERIC = {"ministry", "agency", "subnational", "education", "hospital"}


def choose(page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]) -> list[Candidate]:
    """The names with one body or none each, and with the country that the words around them give."""
    shared = shared_countries(page, vocabulary, names)
    placed = [_shared(name, shared.get(number)) for number, name in enumerate(names)]
    told = [_with_country(page, vocabulary, name) for name in placed]
    decided = [_decide(page, vocabulary, told, place) for place in range(len(told))]
    countries = {_called(page, c): c.country for c in reversed(decided) if c.country}
    guessed = [_guess(page, vocabulary, c, countries) for c in decided]
    return [_other_side(page, vocabulary, guessed, place) for place in range(len(guessed))]


def _shared(name: Candidate, country: str | None) -> Candidate:
    """The name with the country that its list gives it."""
    return replace(name, country=country) if country and not name.keys and not name.country else name


def _called(page: Page, name: Candidate) -> str:
    return name.full or page.text[name.start : name.end]


def _guess(page: Page, vocabulary: Vocabulary, name: Candidate, countries: Mapping[str, str | None]) -> Candidate:
    """A name that nothing beside it places: as elsewhere in the article, by its sound, or by the sentence."""
    if name.keys or name.country:
        return name
    country = countries.get(_called(page, name)) or country_by_sound(page, vocabulary, name)
    if country is None and name.only() == "subnational":
        country = country_before(page, name)
    if country is None and name.kinds() & _OF_PLACES and not vocabulary.heads_first:
        country = country_by_place(page, name)
    if country is None and name.kinds() & {"ministry", "agency"} and name.rule == "structure":
        country = home(page, vocabulary)
    return replace(name, country=country) if country else name


def _with_country(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """Keep the bodies that fit the country beside the name and the day of the article."""
    # A state within a known name outweighs one beside it: "한국과 [베트남 재무부]".
    own = page.country_in(name.first, name.last) if name.keys and not name.countries() <= {"XX"} else None
    beside = (own if own in name.countries() else None) or country_beside(page, vocabulary, name)
    if beside is None and len(name.keys) > 1:
        beside = country_spoken_for(page, vocabulary, name)
    if not name.keys:
        sound = country_by_sound(page, vocabulary, name) if name.rule == "list" else None
        return replace(name, country=beside or sound or name.country or country_spoken_for(page, vocabulary, name))
    keys = alive(page, name.keys)
    if beside is None:
        return _called_so(name, keys)
    fitting = tuple([k for k in keys if bodies()[k].country == beside])
    if fitting:
        return _called_so(name, fitting)
    if (
        name.kinds() <= _GENERIC
        and all(bodies()[k].country != "XX" for k in keys)
        and name.rule in {"gazetteer", "field"}
    ):
        return replace(name, keys=(), kind=bodies()[keys[0]].kind, country=beside, rule="structure")
    return _called_so(name, keys)


def _called_so(name: Candidate, keys: tuple[str, ...]) -> Candidate:
    """The name with these of its bodies; most have one, and keep it."""
    return name if keys == name.keys else replace(name, keys=keys)


def _other_side(page: Page, vocabulary: Vocabulary, told: list[Candidate], place: int) -> Candidate:
    """A firm that nothing else places, in a sentence of a deal with a Vietnamese or Korean body: the other side."""
    name = told[place]
    short = name.full not in {"", page.text[name.start : name.end]}
    if name.keys or name.country or short or name.kinds() not in (set(), {"company"}):
        return name
    begin, end = page.sentence_of(name.first)
    deal = vocabulary.deals.among(page.words, begin, end)
    return replace(name, country=_partner_side(page, told, place)) if deal else name


def alive(page: Page, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Without bodies that had ceased when the article appeared, if others are left."""
    day = page.article.published
    if len(keys) < 2 or day is None:
        return keys
    return tuple(k for k in keys if (until := bodies()[k].until) is None or until >= day[: len(until)]) or keys


def _decide(page: Page, vocabulary: Vocabulary, told: list[Candidate], place: int) -> Candidate:
    """One body for the name: one that the article names elsewhere, the partner's opposite, or the home side's."""
    name = told[place]
    if len(name.keys) < 2:
        return name
    sure = {c.keys[0] for c in told if len(c.keys) == 1}
    elsewhere = [k for k in name.keys if k in sure]
    if len(elsewhere) == 1:
        return replace(name, keys=(elsewhere[0],))
    across = _partner_side(page, told, place) if _may_be_across(page, name) else None
    sides = [across, home(page, vocabulary), "VN"]
    for side in sides:
        fitting = [k for k in name.keys if bodies()[k].country == side]
        if fitting:
            return replace(name, keys=(fitting[0],))
    return replace(name, keys=name.keys[:1])


def _may_be_across(page: Page, name: Candidate) -> bool:
    """Whether the name may be that of the other side: where heads stand first, one behind "với" or beside "và" may.

    "Bộ Công Thương đã gửi Bộ Ngoại giao dự thảo" speaks of two ministries of one state.
    """
    words = body_words(page.article.language)
    if not words.heads_first:
        return True
    begin, end = page.sentence_of(name.first)
    beside = (name.first - 1, name.last + 1)
    linked = {*words.partners, *words.joins}
    return any(begin <= p < end and page.words[p].text.lower() in linked for p in beside)


def _joined_before(page: Page, told: list[Candidate], place: int) -> str | None:
    """The side of the body that "and" joins to this one behind "with": "signed with the Ministry and Green Group"."""
    name, words = told[place], page.words
    if not place or name.first < 2 or words[name.first - 1].key != AND or told[place - 1].last != name.first - 2:
        return None
    other = told[place - 1]
    behind = any(words[p].key in _WITH for p in range(max(0, other.first - 3), other.first))
    return next(iter(other.countries())) if behind and other.countries() in ({"VN"}, {"KR"}) else None


def _partner_side(page: Page, told: list[Candidate], place: int) -> str | None:
    """The side that the nearest sure body of the sentence leaves: the other one."""
    begin, end = page.sentence_of(told[place].first)
    before = _joined_before(page, told, place)
    if before is not None:
        return before
    sure = [
        c for c in told if begin <= c.first < end and len(c.keys) == 1 and bodies()[c.keys[0]].country in {"VN", "KR"}
    ]
    # Where somebody acts, a place is rather where the firm itself sits than whom it deals with.
    beside = [c for c in sure if c.rule != "place"] or sure
    if not beside:
        return None
    nearest = min(beside, key=lambda c: abs(c.first - told[place].first))
    if nearest.only() == "company" and any(p in page.state_at for p in range(nearest.first, nearest.last + 1)):
        # "Shinhan Bank Vietnam" is at home on either side.
        return None
    return {"VN": "KR", "KR": "VN"}[bodies()[nearest.keys[0]].country]
