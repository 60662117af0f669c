"""What a known name inside a longer one tells of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import FOR, IN, OF, THE, Word

#: First word → the known names that begin with it, each with its number.
Starting = Mapping[int, Sequence[tuple[int, Candidate]]]


def by_first(known: Sequence[Candidate]) -> Starting:
    """The known names by the words with which they begin."""
    found: dict[int, list[tuple[int, Candidate]]] = {}
    for number, name in enumerate(known):
        found.setdefault(name.first, []).append((number, name))
    return found


def inside(page: Page, vocabulary: Vocabulary, known: Starting, name: Candidate) -> Candidate:
    """The built name as what it is by the known names within it.

    "Hai Phong People's Committee" is the city, "Ministry of Justice of Japan" one of the ministries of that name or
    none of them, "District Office of Gwangju" belongs where Gwangju does.
    """
    numbered = [one for place in range(name.first, name.last + 1) if place in known for one in known[place]]
    numbered.sort(key=_number)
    within = [n for _, n in numbered if n.last <= name.last and n.rule == "gazetteer"]
    for one in within:
        rest = [p for p in range(name.first, name.last + 1) if not one.first <= p <= one.last]
        if one.only() == "subnational" and _governs(vocabulary, [page.words[p] for p in rest]):
            return replace(name, keys=one.keys, rule="gazetteer")
        if rest and one.first == name.first and _only_state(page, rest):
            return _of_state(page, one, name, rest)
        if rest and one.last == name.last and all(p in page.state_at and not page.is_state(p) for p in rest):
            return one
    if name.country is not None:
        return name
    first = [n for _, n in known.get(name.first, ()) if n.last < name.last and n.only() == "company"]
    countries = {bodies()[key].country for n in (within or first) for key in n.keys} - {"XX"}
    return replace(name, country=countries.pop()) if len(countries) == 1 else name


def _number(numbered: tuple[int, Candidate]) -> int:
    return numbered[0]


def _governs(vocabulary: Vocabulary, words: Sequence[Word]) -> bool:
    """Whether the words say no more than "People's Committee of ... Province"."""
    length = next((n for n in (vocabulary.executives.at(words, p) for p in range(len(words))) if n), 0)
    rest = [w for p, w in enumerate(words) if w.key not in {OF, THE} and not vocabulary.places.at(words, p)]
    return length > 0 and len(rest) == length


def _only_state(page: Page, places: Sequence[int]) -> bool:
    """Whether the words say no more than "of the Republic of Korea"."""
    small = {OF, THE, IN, FOR}
    return all(p in page.state_at or page.words[p].key in small for p in places)


def _of_state(page: Page, known: Candidate, name: Candidate, rest: Sequence[int]) -> Candidate:
    country = page.country_in(rest[0], rest[-1])
    fitting = tuple(k for k in known.keys if bodies()[k].country in {country, "XX"})
    if fitting:
        return replace(name, keys=fitting, rule="gazetteer")
    return known if bodies()[known.keys[0]].kind not in {"ministry", "agency"} else replace(name, country=country)
