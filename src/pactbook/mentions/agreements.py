"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from pactbook.knowledge.agreement_cues import Cue, agreement_lexicon, feat_proof
from pactbook.model.article import Article, Language
from pactbook.model.mention import CueMention
from pactbook.model.span import Span
from pactbook.text.level import level, lower
from pactbook.text.lexicon import Hit

#: Roles whose words compete for the same place; the longest phrase wins within a family.
_FAMILY = {"deals": "deal", "feat": "act"}
#: Verbs that would tell a deal by themselves, but for what stands behind them.
_UNPROVED = "unproved"
#: The form of verbs that tell a deal only in a headline.
_OF_HEADLINE = ":headline"
#: So many words of one family overlap one another at most.
_NEAR = 8
#: How far before a noun "the" may stand, with what describes it in between.
_OPENING = 60


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text; cues of one role do not overlap."""
    text = article.text
    plain = lower(level(text))
    found: dict[str, list[tuple[Hit[Cue], Cue]]] = defaultdict(list)
    head = max((s.end for s in article.sentences if s.role == "headline"), default=0)
    for hit in agreement_lexicon(article.language).all_hits(text):
        for cue in hit.values:
            if hit.start >= head and _OF_HEADLINE in cue.form:
                continue
            here = _opened(text, hit, cue.opening) if cue.opening else hit
            if here is None or (cue.exact is not None and cue.exact != text[hit.start : hit.end]):
                continue
            kept = found[_family(plain, here, cue, article.language)]
            # The leftmost-longest stay; of two on the very same words both (a word may mean two things).
            last, first = kept[-1] if kept else (None, None)
            if last is None or here is last or here.start >= last.end:
                kept.append((here, cue))
            elif first is not None and here.start == last.start and (first.role, cue.role) == ("act", "feat"):
                kept.append((here, cue))  # "became an investor in": a verb of its own, not "became a" of some deal
    unproved = found.pop(_UNPROVED, [])
    every = [one for kept in found.values() for one in kept]
    every += _beside(unproved, found["act"])
    every.sort(key=_by_place)
    return tuple(
        CueMention(Span.of(text, hit.start, hit.end), cue.role, cue.value, cue.form, cue.rule, cue.kinds)
        for hit, cue in every
    )


def _opened(text: str, hit: Hit[Cue], opening: re.Pattern[str]) -> Hit[Cue] | None:
    """The hit with what opens it, None where nothing does: "[the state-run] insurer"."""
    said = opening.search(text, max(0, hit.start - _OPENING), hit.start)
    return Hit(said.start(), hit.end, hit.values) if said else None


def _family(plain: str, hit: Hit[Cue], cue: Cue, language: Language) -> str:
    """Those among which the cue competes: a verb that does not tell a deal by itself here hides no act."""
    phrase = plain[hit.start : hit.end]
    proof = feat_proof(language, phrase, cue.value, cue.form) if cue.role == "feat" else None
    if proof is not None and not proof.match(plain, hit.end):
        return _UNPROVED
    return _FAMILY.get(cue.role, cue.role)


def _beside(hits: list[tuple[Hit[Cue], Cue]], others: list[tuple[Hit[Cue], Cue]]) -> list[tuple[Hit[Cue], Cue]]:
    """Those that no other overlaps but an act of the very same words. Both are in the order of the text."""
    ends = [hit.end for hit, _ in others]
    kept: list[tuple[Hit[Cue], Cue]] = []
    for hit, cue in hits:
        after = bisect_right(ends, hit.start)
        over = [one for one in others[after : after + _NEAR] if one[0].start < hit.end]
        if all(c.role == "act" and (h.start, h.end) == (hit.start, hit.end) for h, c in over):
            kept.append((hit, cue))
    return kept


def _by_place(found: tuple[Hit[Cue], Cue]) -> tuple[int, int]:
    return found[0].start, -found[0].end
