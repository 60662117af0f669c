"""How a line is written: its words without what decorates them, how it begins and how it ends."""

from __future__ import annotations

import re
from functools import lru_cache

_DECORATION = "[](){}<>〈〉【】■□▶▷◀◁►●○◆◇★☆*·•ㆍ∙-–—|/\\#=+~_»«>:;.,! \t\u00a0"
_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]\s|[-–*•·ㆍ+●○▪■□▲△◦‣]\s?|\([a-z]\)\s|[①-⑳]\s?|[ivx]{1,4}\)\s)(?=\S)")
#: What ends a sentence, and what may stand behind it.
END_MARKS = tuple(".!?…。")
_BEHIND_END = "\"'”’)]"


@lru_cache(maxsize=4096)
def bare(line: str) -> str:
    """The line in lower case without what decorates it; each is asked about by many."""
    return " ".join(line.strip(_DECORATION).lower().split())


def is_item(line: str) -> bool:
    """Whether the line begins as the item of a list does: ``1.``, ``-``, ``(2)``, ``△``."""
    return bool(_ITEM.match(line))


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return line.endswith(END_MARKS) or line.rstrip(_BEHIND_END).endswith(END_MARKS)
