"""The sectors of the codebook and the words that show them."""

from __future__ import annotations

import re
from functools import cache

from pactbook.knowledge.reading import read
from pactbook.text.level import level_tones


@cache
def sector_patterns() -> dict[str, re.Pattern[str]]:
    """Sector → a pattern that finds its words at the beginning of words, in lower-cased text."""
    words = read("common/sectors.toml", dict[str, list[str]])
    return {
        sector: re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, sorted(phrases, key=len, reverse=True))) + ")")
        for sector, phrases in ((s, [level_tones(w) for w in ws]) for s, ws in words.items())
    }
