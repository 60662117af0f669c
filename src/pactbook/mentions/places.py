"""Places with a government of their own: a body where they act, a mere place elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pactbook.mentions.built import left_end
from pactbook.mentions.candidate import Candidate
from pactbook.mentions.page import Page
from pactbook.mentions.people import country_of_name
from pactbook.mentions.vocabulary import Vocabulary

_PLACES = {"subnational", "zone"}


def built_places(page: Page, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Places by their words: "Hai Chau District", "city of Angeles", "Boeun, a county", "Buk-gu"."""
    for place, word in enumerate(page.words):
        length = vocabulary.places.at(page.words, place)
        if length:
            yield from _around(page, vocabulary, (place, place + length))
        elif word.key in vocabulary.suffixes and word.gap == "-" and page.words[place - 1].capital:
            yield _place(page, (left_end(page, vocabulary, place - 1), place), "KR")


def _around(page: Page, vocabulary: Vocabulary, at: tuple[int, int]) -> Iterator[Candidate]:
    words, (first, behind) = page.words, at
    start = left_end(page, vocabulary, first)
    while start < first and (words[start].key in vocabulary.never_first or start in page.state_at):
        start += 1
    if start < first and words[first].gap == " ":
        yield _place(page, (start, behind - 1), None)
    if behind < len(words) and words[behind].key == "of" and behind + 1 < len(words) and words[behind + 1].capital:
        name = _run(page, behind + 1)
        country = page.state_at[first - 1].country if first - 1 in page.state_at else None
        yield _place(page, (first, name), country)
    if first > 1 and words[first - 1].key in {"a", "the"} and words[first - 1].gap == ", " and words[first - 2].capital:
        name = left_end(page, vocabulary, first - 1 - 1)
        country = next(
            (page.state_at[p].country for p in range(first, min(first + 6, len(words))) if p in page.state_at), None
        )
        yield _place(page, (min(name, first - 2), first - 2), country)


def _run(page: Page, first: int) -> int:
    last = first
    while last + 1 < len(page.words) and page.words[last + 1].capital and page.words[last + 1].joined:
        last += 1
    return last


def _place(page: Page, at: tuple[int, int], country: str | None) -> Candidate:
    return Candidate(*page.span(*at), *at, "place", kind="subnational", country=country)


def is_place(name: Candidate) -> bool:
    """Whether a name may be that of a mere place."""
    return bool(name.kinds) and name.kinds <= _PLACES and name.rule != "structure"


def base_of(page: Page, vocabulary: Vocabulary, name: Candidate) -> tuple[str, ...]:
    """The words of a place without those that say what it is: ("hai", "chau") for "Hai Chau District"."""
    words = page.words[name.first : name.last + 1]
    return tuple(w.text for w in words if w.capital and not vocabulary.places.at([w], 0))


def bare_places(
    page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, bare name) for every later "Uiwang" of a "Uiwang City"."""
    bases = {base: n for n in names if is_place(n) and (base := base_of(page, vocabulary, n))}
    firsts = {base[0] for base in bases}
    for place, word in enumerate(page.words):
        if word.text not in firsts:
            continue
        for base, name in bases.items():
            last = place + len(base) - 1
            if tuple(w.text for w in page.words[place : last + 1]) == base:
                start, end = page.span(place, last)
                yield name, replace(name, start=start, end=end, first=place, last=last, rank=0)


def judged(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """The name with the rule ``acts`` where the place acts as a body in this sentence, else ``place``."""
    if not is_place(name):
        return name
    metonym = page.state_at.get(name.first)
    if metonym is not None and metonym.form == "capital" and name.first == name.last:
        return replace(name, rule="place")
    acts = (
        _governs(page, vocabulary, name)
        or _does(page, vocabulary, name.last + 1)
        or _is_partner(page, vocabulary, name)
    )
    return replace(name, rule="acts" if acts else "place")


def _governs(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """ "Boeun Governor Choi", "Mayor of Uiwang", "authorities of Boeun"."""
    words, behind = page.words, name.last + 1
    if behind < len(words) and words[behind].gap == " ":
        length = vocabulary.governors.at(words, behind)
        after = behind + length
        if length and (words[behind].text.islower() or (after < len(words) and words[after].capital)):
            return True
    return (
        name.first > 1
        and words[name.first - 1].key == "of"
        and bool(vocabulary.governors.before(words, name.first - 1))
    )


def _does(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the verb behind a place, past another party and an apposition, is one of acting."""
    words = page.words
    if place < len(words) and words[place].key == "and" and words[place].gap == " ":
        place += 1
        while place < len(words) and (
            words[place].capital or words[place].key in {"the", "of"} or vocabulary.places.at(words, place)
        ):
            place += 1
    if place >= len(words) or words[place].gap != " ":
        return False
    helped = place + (words[place].key in vocabulary.auxiliaries)
    return bool(vocabulary.acts.at(words, helped))


def _is_partner(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether the place stands behind "with" or "between" in the words for a deal."""
    words, place = page.words, name.first - 1
    begin, end = page.sentence_of(name.first)
    while place > begin and (words[place].key in {"the"} or place in page.state_at):
        place -= 1
    if words[place].key == "and" and place > begin:
        between = next((p for p in range(place, max(begin, place - 8), -1) if words[p].key == "between"), None)
        place = between if between is not None else place
    if words[place].key not in {"with", "between"}:
        return False
    return any(vocabulary.deals.at(words, p) for p in range(begin, min(end, name.first)))


def governor_country(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    """The side that the surname in "Boeun Governor Choi" speaks for."""
    length = vocabulary.governors.at(page.words, name.last + 1)
    return country_of_name(page, vocabulary, name.last + 1 + length) if length else None
