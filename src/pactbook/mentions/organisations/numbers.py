"""Numbers that are part of a name: "Song Da 9", "Vinaconex 2"; other bodies than those without the number."""

from __future__ import annotations

from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.verbs import acts_at
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, OWN

#: Numbers of fewer digits are part of a name.
_YEAR = 3


def numbered(page: Page, vocabulary: Vocabulary, last: int) -> int:
    """The word of the number behind a name that ends with word ``last``; ``last`` where none belongs to it.

    It does where the name's list, sentence or verb goes on behind it: "Song Da 9 and", but not "Posco 9 million".
    """
    words, place = page.words, last + 1
    if place >= len(words) or words[place].gap != " " or not _is_number(words[place].text):
        return last
    if _ends(page, place) or place + 1 >= len(words):
        return place
    after = words[place + 1]
    goes_on = after.gap == " " and acts_at(words, vocabulary, vocabulary.acts, place + 1)
    return place if goes_on or after.key in {AND, OWN} or after.key in vocabulary.asides else last


def _is_number(text: str) -> bool:
    return text.isdigit() and len(text) < _YEAR


def _ends(page: Page, place: int) -> bool:
    """Whether a sentence or a member of a list ends with the word."""
    behind = page.text[page.words[place].end : page.words[place].end + 2]
    return behind[:1] in {"", ",", ";", ")", "\n"} or behind in {". ", ".\n", "."}
