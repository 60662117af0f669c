"""Later, shorter words for a body that the article has named in full: "Dong A" for Dong A University."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.known import names_in_full
from pactbook.mentions.organisations.likely import RULE as LIKELY
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.places import base_of
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import Word


def echoes(page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, later use) for every place where the beginning of a name, or all of it, stands by itself."""
    forms: dict[tuple[str, ...], list[Candidate]] = {}
    for name in names:
        for form in _forms(page, vocabulary, name) if name.rule != "title" else ():
            forms.setdefault(form, []).append(name)
    # "Lam Thuy" of a Lam Thuy District is the district, not the Lam Thuy High School.
    lands = {base_of(page, vocabulary, name) for name in names}
    clear = {
        form: longest[0]
        for form, found in forms.items()
        if form not in lands and _one_body(page, vocabulary, longest := _longer(page, vocabulary, found, form))
    }
    for form, places in _standing(page, vocabulary, clear).items():
        name = clear[form]
        # A body named in full first owns the short form, even one that the gazetteer gives to another ("Hyundai").
        told = next((p for p in places if p >= page.headline), places[0])
        shorter = len(form) < name.last - name.first + 1
        rank = 5 if name.first < told and shorter else 1
        # What is only likely a name is no surer where it is said again in full.
        rule = name.rule if name.rule == LIKELY and not shorter else "short"
        for place in places:
            last = place + len(form) - 1
            start, end = page.span(place, last)
            yield name, replace(name, start=start, end=end, first=place, last=last, rule=rule, rank=rank)


def _standing(
    page: Page, vocabulary: Vocabulary, forms: Mapping[tuple[str, ...], Candidate]
) -> dict[tuple[str, ...], list[int]]:
    """Where each form stands by itself, in the order of the text."""
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        firsts.setdefault(form[0], []).append(form)
    found: dict[tuple[str, ...], list[int]] = {}
    for place in page.capitals_of(firsts):
        for form in firsts[page.words[place].text]:
            last = place + len(form) - 1
            if page.reads(place, form) and _whole(page, vocabulary, place, last):
                found.setdefault(form, []).append(place)
    return found


def _forms(page: Page, vocabulary: Vocabulary, name: Candidate) -> Iterator[tuple[str, ...]]:
    """The name itself where the gazetteer does not know it, and its beginnings that are names of their own."""
    words = page.words[name.first : name.last + 1]
    if not name.keys:
        yield tuple(w.text for w in words)
    for length in range(1, len(words)) if "subnational" not in name.kinds() else ():
        begin = words[:length]
        if not words[length].joined or not begin[-1].capital:
            continue
        if any(_common(page, vocabulary, name.first + n) for n in range(length)):
            break
        if _is_place(begin):
            continue
        yield tuple(w.text for w in begin)


def _is_place(begin: Sequence[Word]) -> bool:
    """Whether the beginning of a name is all of a province's or a city's: "Gwangju" of a Gwangju FC."""
    keys = names_in_full().get(" ".join(w.key for w in begin), ())
    return any(bodies()[k].kind == "subnational" for k in keys)


def _longer(page: Page, vocabulary: Vocabulary, found: Sequence[Candidate], form: tuple[str, ...]) -> list[Candidate]:
    """Without names that are the form itself and nothing more, if others are there to explain it.

    Of several the ones stay that add no more than what the body is: "Haemil" is Haemil Pharm, not Haemil Cuu Long.
    """
    more = [c for c in found if c.keys or c.last - c.first + 1 > len(form)] or list(found)
    plain = [c for c in more if all(_common(page, vocabulary, p) for p in range(c.first + len(form), c.last + 1))]
    return plain or more


def _common(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    """Whether a word is too common to stand for a body by itself."""
    key = page.words[place].key
    return (
        place in page.state_at
        or page.is_land(place)
        or key in vocabulary.topics
        or key in vocabulary.generic
        or (key in vocabulary.never_first and len(key) > 1)
        or key in vocabulary.heads
    )


def _one_body(page: Page, vocabulary: Vocabulary, found: Sequence[Candidate]) -> bool:
    """Whether all names with this beginning are names of one body, whatever their legal forms."""
    return len({c.keys or c.full or _without_form(page, vocabulary, c) for c in found}) == 1


def _without_form(page: Page, vocabulary: Vocabulary, name: Candidate) -> tuple[str, ...]:
    last = name.last
    while length := vocabulary.legal_forms.before(page.words[: last + 1], last + 1):
        last -= length
    return tuple(w.text for w in page.words[name.first : last + 1])


def _whole(page: Page, vocabulary: Vocabulary, first: int, last: int) -> bool:
    """Whether the words stand by themselves, not inside a longer run of capitals."""
    words = page.words
    if first and words[first - 1].capital and words[first].joined:
        before = words[first - 1]
        if (
            before.key not in vocabulary.never_first
            and not vocabulary.titles.before(words, first)
            and first - 1 not in page.state_at
        ):
            return False
    if last + 1 < len(words) and words[last + 1].capital and words[last + 1].joined:
        return bool(vocabulary.titles.at(words, last + 1))
    return True
