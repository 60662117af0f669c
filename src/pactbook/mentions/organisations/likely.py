"""Names that no rule knows for bodies: a small trained model says which of them are, by the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from pactbook.knowledge.weights import Weights
from pactbook.knowledge.weights import likely_names as weights_of
from pactbook.mentions.organisations.actors import Actors
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import OWN, Word

#: The rule of a name that was found by weights.
RULE = "likely"
#: How many words on either side are signs.
_WORDS = 3
#: A name as it is written → the first and the last word of each of its uses.
Places = dict[str, list[tuple[int, int]]]


def likely_names(page: Page, vocabulary: Vocabulary, actors: Actors, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every use of the names that nobody has taken and that are likely a body's."""
    table = weights_of(page.article.language)
    for places in left_names(page, actors, names).values():
        if is_likely(table, [signs_of(page, vocabulary, *place) for place in places]):
            for first, last in places:
                country = page.country_in(first, last)
                yield Candidate(*page.span(first, last), first, last, RULE, kind="company", country=country, rank=-2)


def is_likely(table: Weights, uses: Sequence[Sequence[str]]) -> bool:
    """Whether the signs of all uses of a name say that it is a body's."""
    # Many uses that say little are no proof: their sum grows with their root by chance.
    return sum(map(table.sum_of, uses)) > table.least * sqrt(len(uses))


def left_names(page: Page, actors: Actors, names: Sequence[Candidate]) -> Places:
    """Runs of capitals of which nobody has taken a word for a name."""
    taken = {p for n in names for p in range(n.first, n.last + 1)}
    found: Places = {}
    done = -1
    for place, last in actors.names:
        if place <= done or place in taken:
            continue
        while last in taken:
            last -= 1  # noqa: PLW2901 - what is left of the run
        if last > place + 1 and not taken.isdisjoint(range(place, last)):
            continue
        done = last
        if _is_ticker(page.words, place):
            continue
        start, end = page.span(place, last)
        found.setdefault(page.text[start:end], []).append((place, last))
    return found


def _is_ticker(words: Sequence[Word], place: int) -> bool:
    """Whether the name is a sign at an exchange: "(HoSE: [TTI])"."""
    return place > 0 and words[place].gap == ": " and words[place - 1].gap.endswith("(")


def signs_of(page: Page, vocabulary: Vocabulary, first: int, last: int) -> tuple[str, ...]:
    """What speaks for and against a name at one place being a body's, each sign once."""
    name, (low, end) = page.words[first : last + 1], page.sentence_of(first)
    before = page.words[max(low, first - _WORDS) : first]
    after = page.words[last + 1 : min(end, last + 1 + _WORDS)]
    signs = ["any", *_signs_of_name(name), *_signs_of_lists(name, vocabulary)]
    signs += [*_signs_before(before, name[0]), *_signs_after(after)]
    if first == low:
        signs.append("opens")
    if page.headline and first < page.headline:
        signs.append("headline")
    return tuple(dict.fromkeys(signs))


def _signs_of_name(name: Sequence[Word]) -> Iterator[str]:
    yield f"length:{min(len(name), 4)}"
    yield f"shape:{'-'.join('A' if w.acronym else 'C' if w.capital else 'c' for w in name[:3])}"
    yield f"begin:{name[0].key[:3]}"
    yield f"ending:{name[-1].key[-3:]}"
    if any("&" in w.text for w in name):
        yield "and"
    if any(w.text.isdigit() for w in name):
        yield "number"


def _signs_of_lists(name: Sequence[Word], vocabulary: Vocabulary) -> Iterator[str]:
    if any(w.key in vocabulary.surnames for w in name):
        yield "surname"
    if any(w.key in vocabulary.given for w in name):
        yield "given"
    if (name[0].key,) in vocabulary.places:
        yield "place"


def _signs_before(before: Sequence[Word], name: Word) -> Iterator[str]:
    yield from (f"<{_key(w)}" for w in before)
    if before:
        yield f"-1:{_key(before[-1])}"
        yield f"gap:{name.gap.strip() or 'space'}"
    if len(before) > 1:
        yield f"-2:{_key(before[-2])}_{_key(before[-1])}"


def _signs_after(after: Sequence[Word]) -> Iterator[str]:
    yield from (f">{_key(w)}" for w in after)
    if not after:
        yield "closes"
        return
    yield f"+1:{_key(after[0])}"
    yield f"gap+:{after[0].gap.strip() or 'space'}"
    if len(after) > 1:
        yield f"+2:{_key(after[0])}_{_key(after[1])}"
        if after[0].key == OWN:
            yield f"owns:{_key(after[1])}"


def _key(word: Word) -> str:
    return "<name>" if word.capital else word.key
