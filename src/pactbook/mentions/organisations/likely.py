"""Names that no rule knows for bodies: a small trained model says which of them are, by the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactbook.knowledge.likely_names import likely_name_weights
from pactbook.mentions.organisations.actors import Actors
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import OWN

#: How many words on either side are signs.
_WORDS = 3


def likely_names(page: Page, vocabulary: Vocabulary, actors: Actors, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every use of the names that nobody has taken and that are likely a body's."""
    table = likely_name_weights(page.article.language)
    for places in left_names(page, actors, names).values():
        sums = [sum(table.weights.get(s, 0.0) for s in set(signs_of(page, vocabulary, *p))) for p in places]
        if sum(sums) > table.least * len(sums) ** 0.5:
            for first, last in places:
                country = page.country_in(first, last)
                yield Candidate(
                    *page.span(first, last), first, last, "likely", kind="company", country=country, rank=-2
                )


def left_names(page: Page, actors: Actors, names: Sequence[Candidate]) -> dict[str, list[tuple[int, int]]]:
    """Runs of capitals that nobody has taken for a name: as they are written → first and last word of each."""
    taken = {p for n in names for p in range(n.first, n.last + 1)}
    found: dict[str, list[tuple[int, int]]] = {}
    done = -1
    for place in page.capitals:
        last = actors.run(place) if place > done and place not in taken else -1
        if last < place:
            continue
        while last >= place and last in taken:
            last -= 1
        if last < place or any(p in taken for p in range(place, last + 1)):
            continue
        done = last
        start, end = page.span(place, last)
        found.setdefault(page.text[start:end], []).append((place, last))
    return found


def signs_of(page: Page, vocabulary: Vocabulary, first: int, last: int) -> Iterator[str]:
    """What speaks for and against a name at one place being a body's."""
    words = page.words
    low, end = page.sentence_of(first)
    yield "any"
    yield f"length:{min(last - first + 1, 4)}"
    own = words[first : last + 1]
    yield f"shape:{'-'.join('A' if w.acronym else 'C' if w.capital else 'c' for w in own[:3])}"
    yield f"first:{own[0].key}"
    yield f"last:{own[-1].key}"
    for w in own:
        yield f"word:{w.key}"
        if w.key in vocabulary.surnames:
            yield "surname"
        if w.key in vocabulary.given:
            yield "given"
    yield f"ending:{own[-1].key[-3:]}"
    yield f"begin:{own[0].key[:3]}"
    if any("&" in w.text for w in own):
        yield "and"
    if any(w.text.isdigit() for w in own):
        yield "number"
    if (own[0].key,) in vocabulary.places:
        yield "place"
    if first == low:
        yield "opens"
    if page.headline and first < page.headline:
        yield "headline"
    before = words[max(low, first - _WORDS) : first]
    for n, w in enumerate(reversed(before)):
        key = "<name>" if w.capital else w.key
        if n == 0:
            yield f"-1:{key}"
            yield f"gap:{words[first].gap.strip() or 'space'}"
        yield f"<{key}"
    if len(before) > 1:
        yield f"-2:{before[-2].key}_{before[-1].key}"
    after = words[last + 1 : min(end, last + 1 + _WORDS)]
    for n, w in enumerate(after):
        key = "<name>" if w.capital else w.key
        if n == 0:
            yield f"+1:{key}"
            yield f"gap+:{w.gap.strip() or 'space'}"
            if w.key == OWN and len(after) > 1:
                yield f"owns:{after[1].key}"
        yield f">{key}"
    if len(after) > 1:
        yield f"+2:{after[0].key}_{after[1].key}"
    if not after:
        yield "closes"
