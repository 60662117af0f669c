"""Lines that stand below a picture, told by their labels and credits: ``[Photo] …``, ``… Photo: VNA``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pactbook.knowledge.page import may_have_word, words

_NAMED = re.compile(r"\A[(\[.,/|-]?\s?[Pp]hotos?(?: by)?(?: [A-ZĐ][\w.]+){1,4}[)\].]*\s*\Z")


@cache
def _caption_start() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("labels", "captions")), key=len, reverse=True))
    return re.compile(
        rf"\s*[\[<(【〈]\s*(?:{labels})\s*[:\]>)】〉|]|\s*(?:{labels})\s*[:：=]\s*(?=\S.{{15}})|\s*[▲△]\s?\S.{{15}}",
        re.I,
    )


@cache
def _credit() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("labels", "credits")), key=len, reverse=True))
    return re.compile(rf"[\s(\[.,/|-](?:{labels})\s*[:：=]?\s*(?:[^.!?:]|(?<=\b\w)\.){{2,60}}[)\].]*\s*\Z", re.I)


@lru_cache(maxsize=4096)
def is_caption(line: str) -> bool:
    """Whether the line begins or ends as a caption does: ``[Photo] …``, ``… Photo: VNA``."""
    if len(line) > 600:
        return False
    return bool(_caption_start().match(line)) or (len(line) > 20 and _credited(line))


def _credited(line: str) -> bool:
    """``… Photo: VNA`` or ``…, photo Le Toan``: a credit has a colon, or is a name with capitals."""
    found = _credit().search(line) if may_have_word("labels", "credits", line) else None
    return found is not None and (any(mark in found[0] for mark in ":：=") or bool(_NAMED.search(found[0])))
