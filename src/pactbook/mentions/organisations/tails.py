"""How far a name goes behind a head that stands first: "Ministry of Labour, Invalids and Social Affairs"."""

from __future__ import annotations

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, FOR, IN, OF, THE


def last_behind(page: Page, vocabulary: Vocabulary, head: Head, last: int) -> int:
    """The last word of what follows a front head: "of Labour, Invalids and Social Affairs"."""
    words, place = page.words, last + 1
    links = vocabulary.links | {IN} if head.abroad else vocabulary.links
    if place >= len(words) or words[place].key not in links or words[place].gap != " ":
        return last
    start = place + 1 + (place + 1 < len(words) and words[place + 1].key == THE)
    if words[place].key not in {OF, FOR} and start < len(words) and words[start].key in vocabulary.never_first:
        # "NongHyup Bank on July 19", "the People's Committee on Wednesday"
        return last
    end = _run(page, vocabulary, start)
    if end < start or (head.kind == "ministry" and words[start].key not in vocabulary.topics):
        return last
    while True:
        further = _list_goes_on(page, vocabulary, end) or _link_goes_on(page, vocabulary, end)
        if not further:
            return _place_word(page, vocabulary, end)
        end = further


def _run(page: Page, vocabulary: Vocabulary, start: int) -> int:
    """The last of the capitalised words from ``start`` on; ``start - 1`` when there is none."""
    words, end = page.words, start
    while end < len(words) and (words[end].capital or (end > start and words[end].gap == "-")):
        if end > start and (not (words[end].joined or words[end].gap == " - ") or vocabulary.title_at(words, end)):
            break
        if end > start and end - 1 in page.state_at and words[end].key in vocabulary.surnames:
            break  # "General Secretary of the Communist Party of Viet Nam [Nguyen Phu Trong]"
        end += 1
        if end + 1 < len(words) and words[end].text == "&" and words[end + 1].capital:
            end += 1
    return end - 1


def _list_goes_on(page: Page, vocabulary: Vocabulary, end: int) -> int:
    """The end of the next member of a list of topics after word ``end``; 0 when the name does not go on."""
    words = page.words
    place = end + 1
    if place >= len(words):
        return 0
    if words[place].gap == ", " and words[place].key in vocabulary.topics and words[place].capital:
        further = _run(page, vocabulary, place)
        return further if _list_closes(page, vocabulary, further) else 0
    if words[place].key == AND and words[place].gap in {" ", ", "} and place + 1 < len(words):
        after = words[place + 1]
        if after.capital and after.gap == " " and after.key in vocabulary.topics and not after.acronym:
            return _run(page, vocabulary, place + 1)
        if after.acronym and after.key in vocabulary.topics:
            return place + 1
    return 0


def _list_closes(page: Page, vocabulary: Vocabulary, end: int) -> bool:
    """Whether a list with commas comes to its "and": otherwise the comma parts two names."""
    words = page.words
    for place in range(end + 1, min(end + 8, len(words))):
        if words[place].key == AND:
            return True
        if not words[place].capital:
            return False
    return False


def _link_goes_on(page: Page, vocabulary: Vocabulary, end: int) -> int:
    """The end of "of Vietnam", "for Industrial Development" after word ``end``; 0 when the name does not go on."""
    words, place = page.words, end + 1
    if place + 1 >= len(words) or words[place].gap != " " or words[place].key not in {OF, FOR}:
        return 0
    start = place + 1 + (words[place + 1].key == THE)
    return end_ if (end_ := _run(page, vocabulary, start)) >= start else 0


def _place_word(page: Page, vocabulary: Vocabulary, end: int) -> int:
    """Take in a small word that says what a place is: "Office of Gwangju city"."""
    words = page.words
    after = vocabulary.places.at(words, end + 1)
    return end + after if after and words[end + 1].gap == " " else end
