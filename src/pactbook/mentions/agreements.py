"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pactbook.knowledge.agreement_cues import agreement_lexicon
from pactbook.model.article import Article
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: Roles whose words compete for the same place; the longest phrase wins within a family.
_FAMILY = {"deals": "deal", "feat": "act"}


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text; cues of one role do not overlap."""
    text = article.text
    found: dict[str, list[CueMention]] = defaultdict(list)
    for hit in agreement_lexicon(article.language).all_hits(text):
        span = Span.of(text, hit.start, hit.end)
        for cue in hit.values:
            if cue.exact is None or cue.exact == span.text:
                family = _FAMILY.get(cue.role, cue.role)
                found[family].append(CueMention(span, cue.role, cue.value, cue.form, cue.rule, cue.kinds))
    kept = [cue for cues in found.values() for cue in _longest(cues)]
    return tuple(sorted(kept, key=lambda c: (c.span.start, -c.span.end)))


def _longest(cues: Iterable[CueMention]) -> list[CueMention]:
    """The leftmost-longest cues; two cues on the very same words both stay (a word may mean two things)."""
    kept: list[CueMention] = []
    for cue in cues:
        last = kept[-1].span if kept else None
        if last is None or cue.span.start >= last.end or (cue.span.start, cue.span.end) == (last.start, last.end):
            kept.append(cue)
    return kept
