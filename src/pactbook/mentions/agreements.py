"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

from collections import defaultdict

from pactbook.knowledge.agreement_cues import Cue, agreement_lexicon
from pactbook.model.article import Article
from pactbook.model.mention import CueMention
from pactbook.model.span import Span
from pactbook.text.lexicon import Hit

#: Roles whose words compete for the same place; the longest phrase wins within a family.
_FAMILY = {"deals": "deal", "feat": "act"}


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text; cues of one role do not overlap."""
    text = article.text
    found: dict[str, list[tuple[Hit[Cue], Cue]]] = defaultdict(list)
    for hit in agreement_lexicon(article.language).all_hits(text):
        for cue in hit.values:
            if cue.exact is None or cue.exact == text[hit.start : hit.end]:
                kept = found[_FAMILY.get(cue.role, cue.role)]
                # The leftmost-longest stay; of two on the very same words both (a word may mean two things).
                last = kept[-1][0] if kept else None
                if last is None or hit is last or hit.start >= last.end:
                    kept.append((hit, cue))
    every = [one for kept in found.values() for one in kept]
    every.sort(key=_by_place)
    return tuple(
        CueMention(Span.of(text, hit.start, hit.end), cue.role, cue.value, cue.form, cue.rule, cue.kinds)
        for hit, cue in every
    )


def _by_place(found: tuple[Hit[Cue], Cue]) -> tuple[int, int]:
    return found[0].start, -found[0].end
