"""Bodies of different articles that are likely, not certain, to be one: by their names and by what they signed.

Nothing is ever joined for it; an analyst decides. A score from 50 is worth a look, and each part of it has its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.organisations import body_words
from pactbook.model.words import LANGUAGES
from pactbook.record.lineage import heir
from pactbook.text.fold import fold_name

#: From here a pair is worth an analyst's look.
LIKELY = 50
_SAME_NAME, _NEAR_NAME, _ACRONYM, _SAME_DEAL, _SAME_KIND = 60, 45, 40, 40, 10
#: Names that are less alike (in %), or shorter, are alike by chance.
_ALIKE, _SHORTEST = 88, 6


@dataclass(frozen=True, slots=True)
class Profile:
    """What the record knows of a body. ``deals`` are (other party, kind, date) of its dated agreements."""

    id: str
    names: frozenset[str]
    kind: str
    country: str | None
    deals: frozenset[tuple[str, str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Two bodies that are likely one, ``one < other``, with the score and its reasons."""

    one: str
    other: str
    score: int
    reasons: tuple[str, ...]


def blocks_of(profile: Profile) -> Iterator[str]:
    """Keys under which bodies are compared: the telling words of names, their initials, the deals."""
    for name in profile.names:
        words = bare(name)
        yield " ".join(words)
        yield from words
        yield from (f"={letters}" for letters in (_acronym(name), _initials(words)) if letters)
    yield from map("|".join, profile.deals)


def likely_one(one: Profile, other: Profile) -> Namesakes | None:
    """Whether the two may be one. Symmetric; bodies of the gazetteer are known to be two."""
    if one.id > other.id:
        one, other = other, one
    if _surely_two(one, other):
        return None
    found = [*_by_name(one, other), *_by_deals(one, other)]
    if found and one.kind == other.kind:
        found.append((_SAME_KIND, f"both: {one.kind}"))
    score = sum(points for points, _ in found)
    return Namesakes(one.id, other.id, score, tuple(why for _, why in found)) if score >= LIKELY else None


def _surely_two(one: Profile, other: Profile) -> bool:
    if one.id in bodies() and other.id in bodies():
        return True
    if one.country and other.country and one.country != other.country:
        return True
    return (one.kind != other.kind and "other" not in (one.kind, other.kind)) or heir(one.id) == heir(other.id)


def _by_name(one: Profile, other: Profile) -> list[tuple[int, str]]:
    """The best that a name of the one and a name of the other say."""
    found = [said for a in sorted(one.names) for b in sorted(other.names) if (said := _alike(a, b))]
    return [max(found, key=lambda said: said[0])] if found else []


def _alike(a: str, b: str) -> tuple[int, str] | None:
    one, other = bare(a), bare(b)
    if one and one == other:
        return _SAME_NAME, f"one name but for its legal form: {a} = {b}"
    if (_acronym(a) and _acronym(a) == _initials(other)) or (_acronym(b) and _acronym(b) == _initials(one)):
        return _ACRONYM, f"the first letters of the other: {a}, {b}"
    first, second = " ".join(one), " ".join(other)
    if min(len(first), len(second)) < _SHORTEST or _digits(first) != _digits(second):
        return None
    alike = round(fuzz.token_sort_ratio(first, second))
    return (_NEAR_NAME, f"names {alike}% alike: {a}, {b}") if alike >= _ALIKE else None


def _by_deals(one: Profile, other: Profile) -> list[tuple[int, str]]:
    shared = sorted(one.deals & other.deals)
    return [(_SAME_DEAL, f"both have a {kind} with {who} of {date}") for who, kind, date in shared[:1]]


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without legal forms."""
    words = tuple(fold_name(name).split())
    left = tuple(word for word in words if word not in _forms())
    return left or words


@cache
def _forms() -> frozenset[str]:
    every: Iterable[str] = (form for language in LANGUAGES for form in body_words(language).legal_forms)
    return frozenset(word for form in every for word in fold_name(form).split())


def _acronym(name: str) -> str:
    """The letters of a name that is an acronym of three letters or more; empty for any other."""
    letters = "".join(filter(str.isalpha, name))
    return letters.lower() if name.isascii() and letters.isupper() and len(letters) >= 3 and " " not in name else ""


def _initials(words: tuple[str, ...]) -> str:
    """The first letters of at least three words in Latin letters, small words aside."""
    telling = [word for word in words if word not in _small() and word.isascii()]
    return "".join(word[0] for word in telling) if len(telling) >= 3 else ""


@cache
def _small() -> frozenset[str]:
    words = body_words("en")
    return frozenset([*words.links, "and", "the", "s"])


def _digits(name: str) -> list[str]:
    return [word for word in name.split() if any(map(str.isdigit, word))]
