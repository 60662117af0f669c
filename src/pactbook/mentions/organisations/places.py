"""Places with a government of their own, by their words: "Hai Chau District", "city of Angeles", "Buk-gu"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.built import left_end
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import OF, OWN, THE

_PLACES = frozenset({"zone", "subnational"})
#: "People's Committee" has so many words; shorter ones, such as "City Hall", may be of any place.
_COMMITTEE = 3
#: So many words has a government that a place is said to own; "Busan's Government" may be that of its state.
_OWNED = 2


def built_places(page: Page, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Places by their words: "Hai Chau District", "city of Angeles", "Boeun, a county", "Buk-gu"."""
    for place in page.places_of(vocabulary.places.firsts | vocabulary.suffixes):
        word, length = page.words[place], vocabulary.places.at(page.words, place)
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
    if (
        behind < len(words)
        and words[behind].key == OF
        and behind + 1 < len(words)
        and words[behind + 1].capital
        and not page.is_state(behind + 1)
    ):
        name = _run(page, behind + 1)
        country = page.state_at[first - 1].country if first - 1 in page.state_at else None
        yield _place(page, (behind + 1, name), country)
    if (
        first > 1
        and words[first - 1].key in vocabulary.articles
        and words[first - 1].gap == ", "
        and words[first - 2].capital
    ):
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


def local_offices(page: Page, vocabulary: Vocabulary, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Bodies that are written small behind their place: "the Quang Nam economic zone authority"."""
    for name in known:
        if name.only() != "subnational":
            continue
        behind = name.last + 1
        owns = behind < len(page.words) and page.words[behind].key == OWN
        length = vocabulary.offices.at(page.words, behind + owns)
        if length and page.words[behind + owns].gap == " ":
            at = (name.first, name.last + owns + length)
            yield Candidate(
                *page.span(*at), *at, "structure", kind="agency", country=page.country_at(name.first), rank=1
            )


def base_of(page: Page, vocabulary: Vocabulary, name: Candidate) -> tuple[str, ...]:
    """The words that only a place is called: ("Hai", "Chau") for "Hai Chau District" and its People's Committee."""
    kind = name.only()
    if kind not in _PLACES:
        return ()
    if kind == "zone":
        words = page.words[name.first : name.last + 1]
        plain = (vocabulary.topics, vocabulary.generic, vocabulary.heads)
        common = (n for n, w in enumerate(words) if any(w.key in known for known in plain))
        return tuple(w.text for w in words[: next(common, len(words))])
    if any(w.key in vocabulary.department for w in page.words[name.first : name.last + 1]):
        return ()
    last = name.last
    for phrases in (vocabulary.governments, vocabulary.places):
        last -= phrases.before(page.words, last + 1)
    words = page.words[name.first : last + 1]
    # "Northern District Office of Gwangju city" does not begin with its place.
    return () if any(not w.capital for w in words) else tuple(w.text for w in words)


def executives(page: Page, vocabulary: Vocabulary) -> list[int]:
    """Where the words for the government of a place stand, whether or not they name the place."""
    words, executives = page.words, vocabulary.executives
    return [p for p in page.places_of(executives.firsts) if words[p].capital and executives.at(words, p)]


def bare_executives(
    page: Page, vocabulary: Vocabulary, names: Sequence[Candidate], standing: Sequence[int]
) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, bare name) for every "the People's Committee" among ``standing`` behind the one of a province.

    A committee is that of the known place named before, even where no other of its words tells so.
    """
    places = sorted((n for n in names if n.only() == "subnational"), key=lambda n: n.first)
    at, before = vocabulary.executives.at, vocabulary.executives.before
    full = [n for n in places if at(page.words, n.first) or before(page.words, n.last + 1)]
    for place in standing if places else ():
        length = vocabulary.executives.at(page.words, place)
        if any(n.first <= place <= n.last for n in full):
            continue
        owner = _owner(page, vocabulary, places, place)
        if owner is not None and length >= _OWNED:
            end = page.span(place, place + length - 1)[1]
            yield owner, replace(owner, end=end, last=place + length - 1, rule="short")
        if not _bare(page, place):
            continue
        told = [n for n in full if n.last < place]
        if not told and length >= _COMMITTEE:
            told = [n for n in places if n.last < place and n.keys and base_of(page, vocabulary, n)]
        if told:
            start, end = page.span(place, place + length - 1)
            yield told[-1], replace(told[-1], start=start, end=end, first=place, last=place + length - 1, rule="short")


def _owner(page: Page, vocabulary: Vocabulary, places: Sequence[Candidate], place: int) -> Candidate | None:
    """The place whose government stands at ``place``: "[Hue city]'s People's Committee", "[Hue] provincial ..."."""
    words = page.words
    first = place - 1 if place and vocabulary.executives.at(words, place - 1) else place
    owns = words[first - 1].key == OWN
    if first < _OWNED or not (owns or first < place):
        return None
    return next((n for n in places if n.last == first - 1 - owns), None)


def _bare(page: Page, place: int) -> bool:
    """Whether "the", "the provincial" or "the city" stands before a word."""
    before = [w.key for w in page.words[max(0, place - 2) : place]]
    return before[-1:] == [THE] or (before[:1] == [THE] and not page.words[place - 1].capital)


def bare_places(
    page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, bare name) for every later "Uiwang" of a "Uiwang City"."""
    bases = {base: n for n in names if (base := base_of(page, vocabulary, n))}
    firsts = {base[0] for base in bases}
    for place in page.capitals_of(firsts):
        for base, name in bases.items():
            if page.reads(place, base):
                last = place + len(base) - 1
                start, end = page.span(place, last)
                yield name, replace(name, start=start, end=end, first=place, last=last, rank=0, rule="place")
