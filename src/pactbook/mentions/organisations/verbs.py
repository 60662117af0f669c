"""The verb behind a name, past what may stand between: "A and B on Monday jointly [signed]"."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.mentions.organisations.vocabulary import Phrases, Vocabulary
from pactbook.mentions.organisations.words import Word

#: How many words a time or a manner between a name and its verb may have: "on the afternoon of June 23".
_ASIDE = 6


def acts_at(words: Sequence[Word], vocabulary: Vocabulary, acts: Phrases, place: int) -> bool:
    """Whether one of ``acts`` stands at word ``place``, or behind helping verbs and a time told there."""
    while place + 1 < len(words) and words[place].key in vocabulary.auxiliaries:
        place += 1
    if acts.at(words, place):
        return True
    if place >= len(words) or words[place].key not in vocabulary.asides:
        return False
    for after in range(place + 1, min(len(words), place + 1 + _ASIDE)):
        if words[after].gap not in {" ", ", "}:
            return False
        if not words[after].capital and acts.at(words, after):
            return True
        if not (words[after].capital or words[after].text[0].isdigit() or words[after].key in vocabulary.timely):
            return False
    return False
