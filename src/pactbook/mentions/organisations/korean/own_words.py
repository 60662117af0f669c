"""Whether a word may be a name of its own, told by the word alone: 쯔엉안과, never 대기업은."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.parts import has_own, is_landed, parts
from pactbook.mentions.organisations.korean.place_words import place_stems
from pactbook.mentions.organisations.korean.stems import cuts

#: The number of the closing consonant ss among the 28 that a syllable of Hangul may have.
_PAST = 20
#: A shorter name may have lost a syllable that looks like a particle.
_LONG = 3


def _is_past(stem: str) -> bool:
    """Whether the last syllable closes with the double s of the past tense: 품었[다]."""
    return "가" <= stem[-1] <= "힣" and (ord(stem[-1]) - ord("가")) % 28 == _PAST


@lru_cache(maxsize=50_000)
def is_placed_trade(stem: str, language: str) -> bool:
    """Whether the word is a place and a field: 까마우비료 may be a firm, where a noun says so."""
    return is_landed(stem, language) and len(parts(stem, language)) > 1


@lru_cache(maxsize=50_000)
def _may_be_name(stem: str, language: str) -> bool:
    """Whether the word by itself can be a name of its own."""
    named = has_own(stem, language) or is_placed_trade(stem, language)
    if len(stem) < 2 or not named or place_stems(stem, language):
        return False
    if stem[0].isascii():
        return stem[0].isupper() and any(map(str.isalpha, stem[1:]))
    # 원자력협력협정 ends with an ordinary noun.
    last = parts(stem, language)[-1]
    if _is_past(stem) or stem.endswith(lexis(language).verbal):
        return False
    return stem.isalnum() and last.sort not in {"plain", "generic"}


def own_stems(word: str, whole: bool, language: str) -> tuple[int, ...]:
    """Lengths of the stems of ``word`` that may be a name, the most likely first, up to the first that is common.

    ``whole``: what stands behind the word says that nothing is cut off.
    """
    lengths = cuts(word, language)
    common = takewhile(
        lambda n: not _is_common(word[:n], language), lengths if whole else _by_likelihood(word, language)
    )
    return tuple(n for n in common if _may_be_name(word[:n], language))


def _by_likelihood(word: str, language: str) -> list[int]:
    """The lengths of its stems, the shortest first; a short name is rather 펀플로[는] than 펀플[로는]."""
    found = sorted(cuts(word, language))
    if (
        len(found) > 1
        and found[0] < _LONG
        and found[1] == found[0] + 1
        and word[found[1] :] in lexis(language).subjects
    ):
        found[:2] = [found[1], found[0]]
    return found


def _is_common(stem: str, language: str) -> bool:
    """Whether the word is a common one, or a state or place, so that no longer cut of it is a name: UAE에서."""
    words = lexis(language)
    return len(stem) > 1 and (stem in words.common or stem.endswith(words.long_titles))
