"""What a known name inside a longer one tells of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import FOR, IN, OF, THE, Word


def inside(page: Page, vocabulary: Vocabulary, known: Sequence[Candidate], name: Candidate) -> Candidate:
    """The built name as what it is by the known names within it.

    "Hai Phong People's Committee" is the city, "Ministry of Justice of Japan" one of the ministries of that name or
    none of them, "District Office of Gwangju" belongs where Gwangju does.
    """
    within = [n for n in known if name.first <= n.first and n.last <= name.last and n.rule == "gazetteer"]
    for one in within:
        rest = [p for p in range(name.first, name.last + 1) if not one.first <= p <= one.last]
        if one.kinds == {"subnational"} and _governs(vocabulary, [page.words[p] for p in rest]):
            return replace(name, keys=one.keys, rule="gazetteer")
        if rest and one.first == name.first and _only_state(page, rest):
            return _of_state(page, one, name, rest)
        if rest and one.last == name.last and all(p in page.state_at and not page.is_state(p) for p in rest):
            return one
    first = [n for n in known if n.first == name.first and n.last < name.last and n.kinds == {"company"}]
    countries = {bodies()[key].country for n in (within or first) for key in n.keys} - {"XX"}
    return replace(name, country=countries.pop()) if name.country is None and len(countries) == 1 else name


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
