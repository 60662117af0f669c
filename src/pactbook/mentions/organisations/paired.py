"""Two names that act together: "Sendo and the Ministry of Health signed"."""

from __future__ import annotations

from collections.abc import Callable

from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND

#: How many words the other name of a pair has at most.
_OTHER = 12


def opens_pair(page: Page, vocabulary: Vocabulary, first: int) -> bool:
    """Whether a capital says that the word is a name: it opens no sentence, or opens one as the first of two names."""
    if first not in page.openings:
        return True
    words, key = page.words, page.words[first].key
    if first + 1 >= len(words) or words[first + 1].key != AND or key.endswith("s"):
        return False
    return not any(key in told for told in (vocabulary.topics, vocabulary.generic, vocabulary.heads, vocabulary.idle))


def past_other(page: Page, vocabulary: Vocabulary, place: int, run: Callable[[int], int]) -> int:
    """The word behind the other name of "X [and] the Ministry of Health"; ``place`` where none follows "and".

    ``run`` tells the last word of the run of capitals at a word.
    """
    words = page.words
    first = place + 1 + (words[place + 1].key in vocabulary.articles)
    if first >= len(words) or not words[first].capital:
        return place
    last = run(first)
    if first <= last < len(words) - 1 and words[last + 1].key not in vocabulary.links:
        return last + 1
    after = first + 1
    while after + 1 < min(len(words), first + _OTHER) and words[after].gap in {" ", "-", ", "}:
        linked = words[after].key in vocabulary.links or words[after].key == AND
        if not (words[after].capital or (linked and words[after + 1].capital)):
            break
        after += 1
    return after
