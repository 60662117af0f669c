"""Lists whose members belong to one country: "A, B and C, all from Taiwan"; "four Korean tour sellers: A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, OF, THE

#: How far before a colon the adjective stands, in words.
_REACH = 5
#: How many words stand between two members of a list at most, which they are, and what parts them.
_BETWEEN, _LINKS, _GAPS = 2, frozenset({AND, THE}), frozenset({", ", " "})


def shared_countries(page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]) -> dict[int, str]:
    """Number of a name → the country that the words around its list give to all members."""
    found: dict[int, str] = {}
    for run in _lists(page, names):
        country = _behind(page, vocabulary, names[run[-1]]) or _before(page, names[run[0]])
        if country:
            found.update(dict.fromkeys(run, country))
    return found


def _lists(page: Page, names: Sequence[Candidate]) -> Iterator[range]:
    """The numbers of names that only commas and "and" part."""
    first = 0
    for number in range(1, len(names) + 1):
        if number < len(names) and _goes_on(page, names[number - 1], names[number]):
            continue
        yield range(first, number)
        first = number


def _goes_on(page: Page, one: Candidate, other: Candidate) -> bool:
    first, behind = one.last + 1, other.first
    if behind - first > _BETWEEN or page.words[behind].gap not in _GAPS:
        return False
    return all(word.key in _LINKS and word.gap in _GAPS for word in page.words[first:behind])


def _behind(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    words, place = page.words, name.last + 1
    if place + 2 >= len(words) or words[place].gap not in {", ", " ("} or words[place].key not in vocabulary.shared_by:
        return None
    if words[place + 1].key != OF and words[place + 1].key not in vocabulary.scenes:
        return page.state_at[place + 1].country if place + 1 in page.state_at else None
    return page.country_at(place + 2 + (words[place + 2].key == THE))


def _before(page: Page, name: Candidate) -> str | None:
    first = name.first - (page.words[name.first - 1].key == THE if name.first else 0)
    if not first or page.words[first].gap not in {": ", " - ", " -- "}:
        return None
    near = range(first - 1, max(-1, first - 1 - _REACH), -1)
    return next((page.state_at[p].country for p in near if p in page.state_at and _adjective(page, p)), None)


def _adjective(page: Page, place: int) -> bool:
    return page.state_at[place].form == "adjective"
