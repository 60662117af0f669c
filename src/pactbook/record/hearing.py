"""Bodies that no list knows, heard in three scripts: 한빛군, quận Hanbit, Hanbit County.

A name is turned into coarse sounds: Hangul by Revised Romanization, then letters that Korean and Vietnamese spelling
tell apart and the other script does not are made alike, vowels down to open and close. That is too coarse to say that
two bodies are one; where everything else of two tellings agrees, it is enough to say that they are of the same parties.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations, groupby

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.sounds import letters, sounds
from pactbook.model.told import Telling
from pactbook.record.identity import is_state
from pactbook.record.oneness import renamed
from pactbook.text.fold import fold_name

#: Shorter sounds are alike by chance.
_SHORTEST = 4
_FIRST, _LAST = "가", "힣"


@lru_cache(maxsize=1 << 16)
def heard(party: str) -> str:
    """What a party is compared under: a known body or a state under itself, another one under its country and sound."""
    if is_state(party) or party in bodies():
        return party
    country, _, name = party.partition(".")
    sound = "".join(_sound(word) for word in _own(name))
    return f"{country}~{sound}" if len(sound) >= _SHORTEST else party


def _own(name: str) -> list[str]:
    """The words of a name as an id writes it, without those that tell what the body is."""
    for unit in sorted(sounds().units.latin, key=len, reverse=True):
        if name.startswith(unit + "-"):
            name = name[len(unit) + 1 :]
        if name.endswith("-" + unit):
            name = name[: -len(unit) - 1]
    return [_without_unit(word) for word in name.split("-") if word not in _states()]


@cache
def _states() -> frozenset[str]:
    """Names of states of one word, as ids write them: 베트남-람투이현 is called 람투이현 too."""
    return frozenset(fold_name(name) for state in countries().values() for name in state.names if " " not in name)


def _without_unit(word: str) -> str:
    for unit in sorted(sounds().units.hangul, key=len, reverse=True):
        if word.endswith(unit) and len(word) > len(unit) + 1:
            return word[: -len(unit)]
    return word


def _sound(word: str) -> str:
    spoken = "".join(_romanised(c) if _FIRST <= c <= _LAST else c for c in word)
    coarse = letters().sub(lambda m: sounds().letters[m.group()], fold_name(spoken).replace(" ", ""))
    return "".join(sound for sound, _ in groupby(coarse))


def _romanised(syllable: str) -> str:
    initial, rest = divmod(ord(syllable) - ord(_FIRST), 21 * 28)
    vowel, final = divmod(rest, 28)
    parts = sounds().hangul
    return parts.initials[initial] + parts.vowels[vowel] + parts.finals[final]


def alike(parties: Iterable[str]) -> frozenset[str]:
    """The parties as they are heard."""
    return frozenset(map(heard, parties))


def under_one_name(told: Sequence[Telling], strangers: Collection[tuple[str, str]] = ()) -> list[Telling]:
    """Tellings of one agreement with each party under one id: of those that sound alike the one most sources name.

    Equals go to an id in Latin letters, then by id. ``strangers`` are bodies, in order, that an analyst said to differ.
    """
    sources: dict[str, set[str]] = {}
    for telling in told:
        for party in telling.claim.parties:
            sources.setdefault(party, set()).add(telling.origin)
    groups: dict[str, list[str]] = {}
    for party in sources:
        groups.setdefault(heard(party), []).append(party)
    called = {
        party: min(group, key=lambda p: (-len(sources[p]), not p.isascii(), p))
        for group in groups.values()
        if len(group) > 1 and not any(pair in strangers for pair in combinations(sorted(group), 2))
        for party in group
        if party not in bodies() and not is_state(party)
    }
    return [renamed(telling, called) for telling in told]
