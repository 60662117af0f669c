"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter
from typing import Any

from pactbook.knowledge.agreement_cues import Cue, agreement_lexicon, feat_proof
from pactbook.knowledge.leads import Leads
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
#: So many things one phrase may mean at most.
_MEANINGS = 6
#: How far before a noun "the" may stand, with what describes it in between.
_OPENING = 60


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text; cues of one role do not overlap."""
    text = article.text
    plain = lower(level(text))
    found: dict[str, list[tuple[Hit[Cue], Cue]]] = defaultdict(list)
    head = max((s.end for s in article.sentences if s.role == "headline"), default=0)
    for here, cue in _said(article, plain):
        if here.start >= head and _OF_HEADLINE in cue.form:
            continue
        kept = found[_family(plain, here, cue, article.language)]
        # The leftmost-longest stay; of two on the very same words both (a word may mean two things).
        last, first = kept[-1] if kept else (None, None)
        if last is None or here.start >= last.end or (here == last and (here, cue) not in kept[-_MEANINGS:]):
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


def _said(article: Article, plain: str) -> list[tuple[Hit[Cue], Cue]]:
    """Every phrase with what stands before it and belongs to it, by where it begins, the longer ones first.

    What opens a noun does not count for that: "the" goes before many.
    """
    said: list[tuple[tuple[int, int], Hit[Cue], Cue]] = []
    for hit in agreement_lexicon(article.language).all_hits(article.text):
        for cue in hit.values:
            if isinstance(cue, Leads):
                said += (((at, -hit.end), Hit(at, hit.end, ()), led) for at, led in cue.before(plain, hit.start))
            elif cue.opening and (opened := _opened(article.text, hit, cue)):
                said.append(((hit.start, -hit.end), opened, cue))
            elif not cue.opening and (cue.exact is None or cue.exact == article.text[hit.start : hit.end]):
                said.append(((hit.start, -hit.end), Hit(hit.start, hit.end, ()), cue))
    said.sort(key=itemgetter(0))
    return [(here, cue) for _, here, cue in said]


def _opened(text: str, hit: Hit[Any], cue: Cue) -> Hit[Cue] | None:
    """The hit with what opens it, None where nothing does: "[the state-run] insurer"."""
    said = cue.opening.search(text, max(0, hit.start - _OPENING), hit.start) if cue.opening else None
    return Hit(said.start(), hit.end, (cue,)) if said else None


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
