"""People: capitals that are no body's."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import Word

#: So many words at most make the name of a firm that could be a person's: "Song Hong".
_SHORT = 3
#: So many letters at most are initials: "president JK Kim".
_INITIALS = 2


def people_words(page: Page, vocabulary: Vocabulary) -> frozenset[int]:
    """The words that belong to the names of people, in full or (later on) in part."""
    runs = [run for place in page.capitals if (run := _full_name(page, vocabulary, place))]
    places = [place for run in runs for place in run]
    called = {page.words[place].text for place in places}
    alone = [p for p in page.capitals_of(called) if page.words[p].key not in vocabulary.heads]
    return frozenset([*places, *alone])


def _full_name(page: Page, vocabulary: Vocabulary, place: int) -> range | None:
    """The words of a name that begins at ``place``: a surname and more, or whatever follows a title."""
    words = page.words
    if words[place].acronym:
        behind = place + 1
        initials = words[place].text.isalpha() and len(words[place].text) <= _INITIALS and behind < len(words)
        named = (
            initials and words[behind].capital and words[behind].gap == " " and words[behind].key in vocabulary.surnames
        )
        return range(place, behind + 1) if named and vocabulary.titles.before(words, place) else None
    before, titles = words[place - 1] if place else None, vocabulary.titles
    behind_title = before is not None and before.key in titles.lasts and titles.before(words, place) > 0
    if not behind_title:
        if before is not None and before.capital and words[place].joined and before.key not in vocabulary.heads:
            return None
        if not _may_be_name(words, vocabulary, place):
            return None
    end = place
    while end < len(words) and end < place + 4 and words[end].text[0].isalpha() and (end == place or words[end].joined):
        if not words[end].capital and not (words[end].gap == "-" and end > place):
            break
        end += 1
    titled = behind_title and words[place].gap == " "
    # A hyphen between small letters makes a Korean given name: "Chey Tae-won".
    korean = end - place == 3 and words[end - 1].gap == "-" and words[end - 1].text.islower()
    named = end - place > 1 and (
        words[place].key in vocabulary.surnames or korean or words[place].key in vocabulary.given
    )
    if named and not (titled or korean) and end - place <= _SHORT and _is_called_firm(words, vocabulary, place):
        return None  # "garment maker Song Hong"
    # "Park Min-ho" is nobody's park.
    told = place + 1 if korean and words[place].key in vocabulary.surnames else place
    if not (titled or named) or any(w.key in vocabulary.heads for w in words[told:end]):
        return None
    if any(p in page.state_at for p in range(place, end)) or _is_firm(page, vocabulary, end):
        return None
    return range(place, end)


def _may_be_name(words: Sequence[Word], vocabulary: Vocabulary, place: int) -> bool:
    """Whether the word begins names of people, or a hyphen follows as in Korean ones: "Chey Tae[-]won"."""
    key, hyphen = words[place].key, place + 2
    if key in vocabulary.surnames or key in vocabulary.given:
        return True
    return hyphen < len(words) and words[hyphen].gap == "-"


def _is_called_firm(words: Sequence[Word], vocabulary: Vocabulary, place: int) -> bool:
    """Whether a noun that is never a person's stands right before: "seafood exporter [Nam Viet]"."""
    before = words[place - 1] if place else None
    if before is None:
        return False
    based = before.key in vocabulary.based and before.gap == "-"  # "Hanoi-based Song Cong"
    return based or (words[place].gap == " " and before.text.islower() and before.key in vocabulary.firms)


def _is_firm(page: Page, vocabulary: Vocabulary, behind: int) -> bool:
    """Whether an apposition says that what looks like a person is a firm: "Ho Guom, a Hanoi travel firm"."""
    words = page.words
    if behind + 1 >= len(words) or words[behind].gap != ", " or words[behind].key not in vocabulary.articles:
        return False
    for place in range(behind + 1, min(behind + 7, len(words))):
        if words[place].gap not in {" ", "-"}:
            return False
        length = vocabulary.nouns["company"].at(words, place) if "company" in vocabulary.nouns else 0
        after = place + length
        if length and (
            after >= len(words) or words[after].gap not in {" ", "-"} or words[after].key in vocabulary.stops
        ):
            return True
    return False


def country_of_name(page: Page, vocabulary: Vocabulary, place: int) -> str | None:
    """The side that the name of a person at word ``place`` speaks for, or None.

    A surname of both sides is Korean with a hyphen behind it (Do Jong-hwan) or with one given name (Ha Ji-won, Do Hun),
    Vietnamese with two (Do Thang Hai).
    """
    words = page.words
    if place >= len(words) or not words[place].capital:
        return None
    sides = vocabulary.surnames.get(words[place].key, frozenset())
    if len(sides) == 1:
        return next(iter(sides))
    given = words[place + 1 : place + 3]
    hyphen = len(given) == 2 and given[1].gap == "-" and given[1].text.islower() and given[0].capital
    if hyphen:
        return "KR"
    two = len(given) == 2 and all(w.capital and w.gap == " " for w in given)
    return ("VN" if two else "KR") if sides else None


def person_before(page: Page, vocabulary: Vocabulary, behind: int) -> int | None:
    """The surname with which the person begins whose name ends right before word ``behind``: "Lee Jong-ho, ..."."""
    words, first = page.words, behind
    while first > 0 and first > behind - 4 and (words[first - 1].capital or words[first - 1].gap == "-"):
        first -= 1
        if words[first].key in vocabulary.surnames and behind - first > 1:
            return first
        if words[first].gap not in {" ", "-"}:
            return None
    return None
