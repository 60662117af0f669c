"""Names that an article gives to a body itself: "Full Name (ACRONYM)", "Full Name, or ACRONYM,"; and their uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import OR, Word
from pactbook.text.fold import fold

_OR = frozenset({OR})


def definitions(
    page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, the short name that the article gives it) for every definition."""
    ending = {name.last: name for name in names}
    starting = {name.first: name for name in names}
    words = page.words
    # Most names define nothing: they stand behind a space or a hyphen.
    apart = {place for place in page.apart if words[place].capital}
    joined = {place + 1 for place in page.places_of(_OR) if place + 1 < len(words) and words[place + 1].capital}
    for place in sorted(apart | joined):
        word, found = words[place], _alias(page, place) if place else None
        if found is None or page.is_state(place) or place in page.datelines or (word.key,) in vocabulary.not_bodies:
            continue
        last, before = found
        alias = tuple(words[place : last + 1])
        full = _full_name(page, vocabulary, alias, ending.get(before), before)
        if full is not None and _agree(full, starting.get(place), alias):
            start, end = page.span(place, last)
            yield full, replace(full, start=start, end=end, first=place, last=last, rule="defined", rank=4)


def _alias(page: Page, place: int) -> tuple[int, int] | None:
    """The last words of a short name defined at word ``place`` and of the name before it, or None."""
    words, word, last = page.words, page.words[place], place
    opened = word.gap.lstrip(" .,") in {"(", '("', "('"}
    if not opened and word.gap != " - " and words[place - 1].key != OR:
        return None
    while last + 1 < len(words) and last < place + 3 and words[last + 1].capital and words[last + 1].gap in {"-", " "}:
        last += 1
    behind = page.text[words[last].end : words[last].end + 1]
    if opened:
        return (last, place - 1) if behind in {")", ";", ",", '"', "'", "”", "’"} else None
    if not any(w.acronym for w in words[place : last + 1]):
        return None
    if words[place - 1].key == OR and words[place - 1].gap == ", " and place > 1:
        return (last, place - 2) if behind in {",", ".", ")", ";"} else None
    return (last, place - 1) if word.gap == " - " and last == place else None


def _full_name(
    page: Page, vocabulary: Vocabulary, alias: tuple[Word, ...], before: Candidate | None, end: int
) -> Candidate | None:
    """The body that an alias names: the name that ends at word ``end``, or the words whose initials it takes."""
    letters = "".join(w.text for w in alias)
    if before is not None and (before.keys or fits(letters, _texts(page, before.first, before.last))):
        return before
    longer = None if alias[0].gap == " - " else _by_initials(page, vocabulary, letters, end + 1)
    if longer is not None or before is None or alias[0].gap == " - ":
        return longer
    shortens = any(w.acronym for w in alias) or page.words[before.first].key[:4] == alias[0].key[:4]
    return before if shortens else None


def _texts(page: Page, first: int, last: int) -> list[str]:
    return [w.text for w in page.words[first : last + 1]]


def fits(letters: str, words: Sequence[str]) -> bool:
    """Whether an acronym can be read off a name: each letter begins a word or goes on in the one before.

    >>> fits("KOTRA", ["Korea", "Trade", "Investment", "Promotion", "Agency"])
    True
    """
    small = [c for c in fold(letters) if c.isalnum()]
    parts = [fold(w) for w in words]
    return bool(small and parts) and parts[0].startswith(small[0]) and _reads(small, parts, 0, 0)


def _reads(letters: list[str], parts: list[str], word: int, at: int) -> bool:
    """Whether ``letters`` can be taken in order from ``parts``, the first of each run beginning a word."""
    if not letters:
        return word >= len(parts) - 2
    for number in range(word, min(word + 4, len(parts))):
        begin = at if number == word else 0
        found = (
            parts[number].find(letters[0], begin)
            if number == word and at
            else (0 if parts[number][:1] == letters[0] else -1)
        )
        if found >= 0 and _reads(letters[1:], parts, number, found + 1):
            return True
    return False


def _by_initials(page: Page, vocabulary: Vocabulary, letters: str, place: int) -> Candidate | None:
    """The capitalised words before ``place`` whose initials make ``letters``, if a head word is among them."""
    words = page.words
    if not letters.isalnum() or len(letters) < 3:
        return None
    lowest = max(0, place - min(len(letters) + 5, 2 * len(letters)))
    for first in range(place - 2, lowest - 1, -1):
        if first + 1 < place and words[first + 1].gap not in {" ", "-", ", ", " - "}:
            return None
        if not words[first].capital or words[first].key in vocabulary.never_first:
            continue
        if fits(letters, _texts(page, first, place - 1)):
            kind = _kind(words[first:place], vocabulary, letters)
            country = page.country_in(first, place - 1)
            at = (first, place - 1)
            return Candidate(*page.span(*at), *at, "structure", kind=kind, country=country, rank=1) if kind else None
    return None


def _kind(words: Sequence[Word], vocabulary: Vocabulary, letters: str) -> str | None:
    """The kind of the last head among the words; a firm where each word gave a letter; None for pacts and places."""
    if any(w.key in vocabulary.not_heads for w in words):
        return None
    for place in range(len(words) - 1, -1, -1):
        heads = vocabulary.heads_at(words, place) if words[place].capital else []
        if heads:
            return heads[0][1].kind
    spelled = "".join(w.text[0] for w in words if w.capital)
    unit = (words[-1].key,) in vocabulary.states
    return "company" if len(words) > 2 and (spelled == letters or unit) else None


def _agree(full: Candidate, known: Candidate | None, alias: tuple[Word, ...]) -> bool:
    """Whether the alias does not already belong to another known body."""
    return known is None or not known.keys or bool(set(known.keys) & set(full.keys)) or any(w.acronym for w in alias)


def uses(page: Page, aliases: Mapping[tuple[str, ...], Candidate]) -> Iterator[Candidate]:
    """Every place where the words of an alias stand, as a name of the alias's body."""
    firsts = {alias[0] for alias in aliases}
    for place in page.capitals_of(firsts):
        for alias, body in aliases.items():
            if page.reads(place, alias):
                last = place + len(alias) - 1
                start, end = page.span(place, last)
                yield replace(body, start=start, end=end, first=place, last=last)
