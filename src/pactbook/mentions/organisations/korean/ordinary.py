"""Whether a word is an ordinary one of the language, or can only be a name."""

from __future__ import annotations

from functools import lru_cache

from pactbook.knowledge.ordinary import ordinary
from pactbook.mentions.organisations.korean.lexis import lexis

#: Syllables of the shortest noun, and of the ends of verbs.
_NOUN = 2
#: Syllables of a full name of a person.
_PERSON = 3


@lru_cache(maxsize=50_000)
def is_ordinary(text: str, language: str) -> bool:
    """Whether ``text`` is put together of ordinary words and syllables that stick to them: 수출상담, never 코믹파크."""
    words, known = ordinary(language), lexis(language)
    longest = max(words.longest, 7)
    # made[n]: how the first n syllables end: in a noun (2), in a syllable stuck to one (1), or not at all (0)
    made = [0] * (len(text) + 1)
    made[0] = 1
    for end in range(1, len(text) + 1):
        for size in range(_NOUN, min(longest, end) + 1):
            if made[end - size] and _is_word(text[end - size : end], language):
                made[end] = 2
                break
        if made[end]:
            continue
        first = end == 1 and text[0] in known.affixes
        made[end] = int(first or (made[end - 1] == 2 and text[end - 1] in words.suffixes))
    return bool(made[-1])


def _is_word(text: str, language: str) -> bool:
    known = lexis(language)
    return (
        text in ordinary(language).nouns
        or text in known.plain
        or text in known.topics
        or text in known.generic
        or text in known.heads
        or text in known.titles
        or text in known.states
        or text in known.lands
    )


def is_derived(text: str, language: str) -> bool:
    """Whether the word is a common noun with a syllable stuck to it: 피해액."""
    return len(text) > _NOUN and text[-1] in ordinary(language).suffixes and is_ordinary(text, language)


def is_verb(stem: str, language: str) -> bool:
    """Whether the word without its particle ends as stems of verbs do: [늘어나]는."""
    return stem[-_NOUN:] in ordinary(language).verbs or stem.endswith(lexis(language).verbal)


def is_personal(text: str, language: str) -> bool:
    """Whether the word is a Korean's full name by its syllables: 최태원, never 하사키."""
    if len(text) != _PERSON or text[0] not in lexis(language).surnames["KR"]:
        return False
    words = ordinary(language)
    if not words.given.issuperset(text[1:]):
        return False
    # 서명한: a verb
    return not (text[:_NOUN] in words.nouns and text[-1] in words.endings)
