"""Whether a word ends as places do, told by the word alone: 한빛[군], 람투이[현], 한빛군[수]."""

from __future__ import annotations

from functools import lru_cache

from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.ordinary import is_ordinary
from pactbook.mentions.organisations.korean.stems import cuts

#: Districts that are called by a direction only: 광주 북구.
_SHORT = 2


@lru_cache(maxsize=50_000)
def place_stems(word: str, language: str) -> tuple[int, ...]:
    """Lengths of the stems of ``word`` that end as places do; behind the stem stands a particle or who governs."""
    words = lexis(language)
    if word in words.not_heads:
        return ()
    # 앙헬레스시와도 is 앙헬레스시 with particles, whatever it ends like.
    ends = cuts(word, language)
    lengths = [n for n in ends if _is_place(word[:n], language)][-1:]
    if lengths and len(word) - ends[-1] > 1 and lengths[0] == len(word):
        lengths = []
    for n in range(_SHORT, len(word)):
        # 발전시장 is a market, and no mayor's.
        if is_ordinary(word[: n - 1], language):
            continue
        if word[n - 1] in words.words.here and any(_glued(word[n - 1 :], g, language) for g in _rulers(language)):
            lengths.append(n)
    return tuple(n for n in dict.fromkeys(lengths) if word[:n] not in words.not_heads)


@lru_cache(maxsize=8)
def _rulers(language: str) -> tuple[str, ...]:
    """Governors, councils and halls whose first syllable is the place's last: 한빛[군수], 한빛[군의회]."""
    words = lexis(language)
    local = [w for w, head in words.heads.items() if head.kind == "subnational"]
    return tuple({g for g in [*words.governors, *local] if g[0] in words.words.here and len(g) > 1})


def _glued(rest: str, ruler: str, language: str) -> bool:
    return rest.startswith(ruler) and (rest == ruler or rest[len(ruler) :] in lexis(language).tails)


def _is_place(stem: str, language: str) -> bool:
    words = lexis(language)
    tail = next((p for p in words.places if stem.endswith(p)), "")
    base = stem.removesuffix(tail)
    if not tail or len(base) < _SHORT or stem in words.not_heads:
        return False
    # 농업환경국도 is a body with a particle.
    return tail not in words.particles or not any(base.endswith(head) for head in words.heads)
