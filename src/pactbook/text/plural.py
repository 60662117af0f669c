"""One form for an English word in the singular and in the plural.

A light rule of our own (Harman's "S" stemmer, with a few more lines), and no stemmer that cuts further: Porter's makes
"engin" of Engineering and "shop" of Shopping, and names of firms would be found under each other. Both sides of a
search go through it, so a word that it cuts wrongly ("Laos") is still found. It knows no language: no Vietnamese word
ends in "s".
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
import rtoml

#: A small s after two letters of which the last is a capital: MoUs, FTAs, EVs.
_OF_CAPITALS = re.compile(r"(?<=[^\W\d_][A-Z])s(?!\w)")
_HISSING = ("sses", "shes", "ches", "xes", "zes")
_NOT_PLURAL = ("ss", "us", "is")
#: Buses and campuses, but not houses; excuse goes the way of excuses.
_USES = re.compile(r"(?<=[^aeiou\s]us)es?$")
_SHORTEST = 4


def singular(word: str) -> str:
    """The singular of a folded word; a word that is no plural as it stands.

    >>> [singular(w) for w in ("minerals", "companies", "taxes", "gas", "campuses", "memoranda")]
    ['mineral', 'company', 'tax', 'gas', 'campus', 'memorandum']
    """
    if other := _other_plurals().get(word):
        return other
    if len(word) > _SHORTEST and (cut := _USES.sub("", word)) != word:
        return cut
    if len(word) < _SHORTEST or word[-1] != "s" or word.endswith(_NOT_PLURAL):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST and word[-4] not in "ae":
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]


def without_plural_of_capitals(text: str) -> str:
    """``text`` with a space for the s of MoUs, SMEs, EVs, which would fold to "mous", "smes", "evs". Same length."""
    return _OF_CAPITALS.sub(" ", text)


@cache
def _other_plurals() -> dict[str, str]:
    """Plural → singular of the words in ``plurals.toml``, which no rule makes."""
    words = files("pactbook.text").joinpath("plurals.toml").read_text(encoding="utf-8")
    return msgspec.convert(rtoml.loads(words), dict[str, str])
