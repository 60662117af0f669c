"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

import re
from collections import defaultdict

from pactbook.knowledge.agreement_cues import Cue, agreement_lexicon
from pactbook.model.article import Article
from pactbook.model.mention import CueMention
from pactbook.model.span import Span
from pactbook.text.lexicon import Hit

#: Roles whose words compete for the same place; the longest phrase wins within a family.
_FAMILY = {"deals": "deal", "feat": "act"}
#: How far before a noun "the" may stand, with what describes it in between.
_OPENING = 60


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text; cues of one role do not overlap."""
    text = article.text
    found: dict[str, list[tuple[Hit[Cue], Cue]]] = defaultdict(list)
    for hit in agreement_lexicon(article.language).all_hits(text):
        for cue in hit.values:
            here = _opened(text, hit, cue.opening) if cue.opening else hit
            if here is None or (cue.exact is not None and cue.exact != text[hit.start : hit.end]):
                continue
            kept = found[_FAMILY.get(cue.role, cue.role)]
            # The leftmost-longest stay; of two on the very same words both (a word may mean two things).
            last = kept[-1][0] if kept else None
            if last is None or here is last or here.start >= last.end:
                kept.append((here, cue))
    every = [one for kept in found.values() for one in kept]
    every.sort(key=_by_place)
    return tuple(
        CueMention(Span.of(text, hit.start, hit.end), cue.role, cue.value, cue.form, cue.rule, cue.kinds)
        for hit, cue in every
    )


def _opened(text: str, hit: Hit[Cue], opening: re.Pattern[str]) -> Hit[Cue] | None:
    """The hit with what opens it, None where nothing does: "[the state-run] insurer"."""
    said = opening.search(text, max(0, hit.start - _OPENING), hit.start)
    return Hit(said.start(), hit.end, hit.values) if said else None


def _by_place(found: tuple[Hit[Cue], Cue]) -> tuple[int, int]:
    return found[0].start, -found[0].end
