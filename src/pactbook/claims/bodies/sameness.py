"""When two names in one article mean one body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from pactbook.claims.bodies.headless import LOOSE, headless, tails
from pactbook.knowledge.countries import countries
from pactbook.knowledge.organisations import body_words
from pactbook.model.mention import BodyMention
from pactbook.text.fold import fold_name

#: The name of a place that only says where it lies is so long: 북구.
_DIRECTION = 2
#: Words behind which an English name says what the body is for.
_FOR = ("on", "for")


class Names(Struct, frozen=True):
    """What a group of mentions is called, and what is known of it."""

    keys: frozenset[str]
    kinds: frozenset[str]
    countries: frozenset[str]
    names: frozenset[str]
    language: str

    @classmethod
    def of(cls, group: Sequence[BodyMention], language: str) -> Names:
        """Gather the names of one group, a short form's full name too."""
        if len(group) == 1:
            (one,) = group  # as in most groups
            names = frozenset([one.name, one.full] if one.full else [one.name])
            return cls(_maybe(one.body), _maybe(one.kind), _maybe(one.country), names, language)
        return cls(
            frozenset([m.body for m in group if m.body]),
            frozenset([m.kind for m in group if m.kind]),
            frozenset([m.country for m in group if m.country]),
            frozenset([n for m in group for n in (m.name, m.full) if n]),
            language,
        )


def _maybe(told: str | None) -> frozenset[str]:
    return frozenset([told]) if told else frozenset()


def same(one: Names, other: Names) -> bool:
    """Whether two groups of names mean one body. Two different keys of the gazetteer never do."""
    if one.keys and other.keys:
        return False
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return False
    if _spelled_alike(one, other) or _headed_alike(one, other):
        return True
    pairs = [(a, b) for a in one.names for b in other.names]
    for a, b in pairs:
        if _initials(a, b) or _initials(b, a):
            return True
    firms, alike = one.kinds | other.kinds == {"company"}, _kinds_agree(one, other)
    if firms and any(_same_firm(a, b, one.language) for a, b in pairs):
        return True
    return alike and any(_likeness(one, other, a, b) for a, b in pairs)


def _spelled_alike(one: Names, other: Names) -> bool:
    """Whether two names differ only by spaces and by the state before them: 람투이현, 베트남 람투이현."""
    if not body_words(one.language).state_before or not _kinds_agree(one, other):
        return False
    return bool(_squeezed(one) & _squeezed(other))


def _headed_alike(one: Names, other: Names) -> bool:
    """Whether two names differ only by the heads before them: "Công ty TNHH Saerom", "Công ty Saerom"."""
    kinds = one.kinds & other.kinds if one.kinds and other.kinds else one.kinds | other.kinds
    if not kinds & LOOSE:
        return False
    pairs = [(a, b) for a in one.names for b in other.names]
    return any(
        headless(a, one.language) & headless(b, other.language)
        or tails(a, b, one.language)
        or tails(b, a, one.language)
        for a, b in pairs
    )


def _squeezed(group: Names) -> set[str]:
    return {_squeeze(name, group.language, local="subnational" in group.kinds) for name in group.names}


@lru_cache(maxsize=10_000)
def _squeeze(name: str, language: str, *, local: bool) -> str:
    """The name without spaces, state and what is left out in short: 한빛외대 for 한빛외국어대학교.

    A place is known by its last word, if it is no mere direction: 동탑성 담농군.
    """
    words = fold_name(stateless(name, language)).split()
    text = words[-1] if local and words and len(words[-1]) > _DIRECTION else "".join(words)
    for long, short in body_words(language).shortened.items():
        if text.endswith(long) and len(text) > len(long):
            return text.removesuffix(long) + short
    return text


@lru_cache(maxsize=10_000)
def stateless(name: str, language: str) -> str:
    """The name without the state that stands bare before it, where the language puts it there."""
    first, _, rest = name.partition(" ")
    return rest if rest and body_words(language).state_before and first in _states() else name


@lru_cache(maxsize=10_000)
def placeless(name: str, language: str) -> str:
    """The name of a place without the larger place before it, where the language puts that there: 꽝빈성 레투이현."""
    places = tuple(body_words(language).places)
    _, _, rest = name.partition(" ")
    plain = rest and " " not in rest and len(rest) > _DIRECTION and rest.endswith(places)
    return rest if plain and body_words(language).state_before else name


@cache
def _states() -> frozenset[str]:
    return frozenset(name for state in countries().values() for name in state.names if not name.isascii())


def _initials(short: str, long: str) -> bool:
    """Whether ``short`` is an acronym made of the first letters of the words of ``long``, small words aside.

    Four letters at least, because three fit too many names by chance.
    """
    if len(short) < 4 or " " in short or " " not in long or not short.isupper():
        return False
    letters = "".join(filter(str.isalnum, short))
    if len(letters) < 4:
        return False
    return _first_letters(long) == letters.lower()


@lru_cache(maxsize=10_000)
def _first_letters(name: str) -> str:
    return "".join(w[0] for w in fold_name(name).split() if w not in _small_words())


@cache
def _small_words() -> frozenset[str]:
    words = body_words("en")
    return frozenset([*words.links, "and", "the", "s"])


def _likeness(one: Names, other: Names, a: str, b: str) -> bool:
    """Whether two names are translations of one, or a place and its government."""
    first, second = essence(a, one.language), essence(b, other.language)
    if body_words(one.language).heads_first:
        return bool(first) and first == second
    if _nominal(a) == _nominal(b) or _begins(a, b) or _begins(b, a):
        return True
    if not first or not second:
        return False
    if "subnational" in one.kinds | other.kinds:
        return sorted(first) == sorted(second) or _suffix(first, second) or _suffix(second, first)
    return _alike(first, second)


def _same_firm(one: str, other: str, language: str) -> bool:
    """Whether two firms' names differ only by their legal forms: "MISA JSC", "MISA Joint Stock Company"."""
    first = _without_form(one, language)
    return bool(first) and first == _without_form(other, language)


@lru_cache(maxsize=10_000)
def _without_form(name: str, language: str) -> tuple[str, ...]:
    words = fold_name(name).split()
    while words and words[-1] in _forms(language):
        words.pop()
    return tuple(words)


@cache
def _forms(language: str) -> frozenset[str]:
    return frozenset(word for form in body_words(language).legal_forms for word in fold_name(form).split())


def _kinds_agree(one: Names, other: Names) -> bool:
    return not one.kinds or not other.kinds or bool(one.kinds & other.kinds)


def _suffix(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a place is named in part: Buk-gu of Gwangju. One word must be a direction: "Gwangju" is the city."""
    return set(short) <= set(long) and (len(short) > 1 or short[0] in _directions())


@cache
def _directions() -> frozenset[str]:
    return frozenset(body_words("en").directions.values())


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the telling words agree one by one, at least in their stems: Registry, Register."""
    if len(first) != len(second):
        return False
    pairs = list(zip(sorted(first), sorted(second), strict=True))
    return len(pairs) > 1 and all(a == b or (len(a) > 6 and a[:6] == b[:6]) for a, b in pairs)


@lru_cache(maxsize=10_000)
def essence(name: str, language: str) -> tuple[str, ...]:
    """The words that tell one body from another, in one spelling: heads, legal forms and small words go.

    >>> essence("Hai Chau District People's Committee", "en")
    ('hai', 'chau')
    """
    words = tuple(_essence(name, language))
    return words


def _essence(name: str, language: str) -> Iterator[str]:
    words = body_words(language)
    # Where heads stand first every word tells: "Sở Ngoại vụ Cần Thơ" is not Cần Thơ.
    idle = _small(language) if words.heads_first else _idle(language)
    for word in fold_name(name).split():
        common = words.directions.get(word, words.spellings.get(word, word))
        if common not in idle:
            yield common


def _begins(short: str, long: str) -> bool:
    """Whether a name is another without what it is for: Presidential Committee on Balanced Development."""
    rest = long.removeprefix(short).split(maxsplit=1)
    return long.startswith(short) and " " in short and bool(rest) and rest[0] in _FOR


@lru_cache(maxsize=10_000)
def _nominal(name: str) -> tuple[str, ...]:
    """The words with the state for its adjective: Korean Industry Association, Korea Industry Association."""
    return tuple(_nouns().get(word, word) for word in fold_name(name).split())


@cache
def _nouns() -> dict[str, str]:
    """The adjective of a state → its name, where each is one word."""
    pairs = ((fold_name(a), fold_name(state.names[0])) for state in countries().values() for a in state.adjectives)
    return {adjective: name.split()[-1] for adjective, name in pairs if " " not in adjective}


@cache
def _small(language: str) -> frozenset[str]:
    """The words that newsrooms put in or leave out of a name: "Khoa học và Công nghệ", "Khoa học - Công nghệ"."""
    words = body_words(language)
    small = [*words.joins, *(word for word in words.inner if " " not in word), *words.places]
    return frozenset(part for phrase in small for part in fold_name(phrase).split())


@cache
def _idle(language: str) -> frozenset[str]:
    """Words that do not tell one body from another."""
    words = body_words(language)
    heads = [w for head in words.heads for w in head.words]
    adjectives = [a for state in countries().values() for a in state.adjectives]
    phrases = [
        *heads,
        *words.legal_forms,
        *words.links,
        *words.joins,
        *words.places,
        *adjectives,
        "the",
        "s",
    ]
    idle = {part for phrase in phrases for part in fold_name(phrase).split()}
    # "North Korean" holds a direction; "register" is all that tells the Vietnam Register from its peers.
    places = set(fold_name(" ".join(words.places)).split())
    return frozenset(idle - set(words.telling) - (set(words.directions.values()) - places))
