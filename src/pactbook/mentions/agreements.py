"""Words that speak of agreements: what kind of deal, what was done with it, how it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from pactbook.knowledge.agreement_cues import Cue, agreement_lexicon, feat_proof
from pactbook.knowledge.leads import Leads
from pactbook.model.article import Article, Language
from pactbook.model.mention import CueMention
from pactbook.model.span import Span
from pactbook.text.level import level, lower

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

#: Where a cue begins and, below zero, where it ends: so the longer ones go first; and whether something opens its noun.
_Found = tuple[int, int, Cue, bool]
_BY_PLACE = itemgetter(0, 1)


def find_cues(article: Article) -> tuple[CueMention, ...]:
    """Every agreement cue in ``article``, in the order of the text; cues of one role do not overlap."""
    text = article.text
    plain = lower(level(text))
    found: dict[str, list[_Found]] = defaultdict(list)
    head = max((s.end for s in article.sentences if s.role == "headline"), default=0)
    for here in _said(article, plain):
        start, _, cue, opened = here
        if start >= head and _OF_HEADLINE in cue.form:
            continue
        role = here[2].role
        if role == "feat" and _is_unproved(plain, here, article.language):
            role = _UNPROVED
        kept = found[_FAMILY.get(role, role)]
        # The leftmost-longest stay; of two on the very same words both (a word may mean two things).
        if not kept or start >= -kept[-1][1]:
            kept.append(here)
            continue
        last = kept[-1]
        if opened and last[3] and start == last[0] and here[1] < last[1]:
            kept[-1] = here  # "the Ho Chi Minh City dairy [maker]" is no city
            continue
        if here[:2] == last[:2] and not (opened or last[3]) and here not in kept[-_MEANINGS:]:
            kept.append(here)
        elif start == last[0] and last[2].role == "act" and cue.role == "feat":
            kept.append(here)  # "became an investor in": a verb of its own, not "became a" of some deal
    unproved = found.pop(_UNPROVED, [])
    every = [one for kept in found.values() for one in kept]
    every += _beside(unproved, found["act"])
    every.sort(key=_BY_PLACE)
    return tuple(
        [
            CueMention(Span(start, -end, text[start:-end]), cue.role, cue.value, cue.form, cue.rule, cue.kinds)
            for start, end, cue, _ in every
        ]
    )


def _said(article: Article, plain: str) -> list[_Found]:
    """Every phrase with what stands before it and belongs to it, by where it begins, the longer ones first.

    What opens a noun does not count for that: "the" goes before many.
    """
    text = article.text
    # Of those at one place the first found goes first.
    said: list[tuple[int, int, int, _Found]] = []
    for hit in agreement_lexicon(article.language).all_hits(text):
        start, end = hit.start, -hit.end
        for cue in hit.values:
            if isinstance(cue, Leads):
                for at, led in cue.before(plain, start):
                    said.append((at, end, len(said), (at, end, led, False)))
            elif cue.opening:
                # "the Ho Chi Minh City-listed carrier" is no city
                part = text[hit.end : hit.end + 1] == "-"
                opened = None if part else cue.opening.search(text, max(0, start - _OPENING), start)
                if opened:
                    said.append((start, end, len(said), (opened.start(), end, cue, True)))
            elif cue.exact is None or cue.exact == text[start : hit.end]:
                said.append((start, end, len(said), (start, end, cue, False)))
    said.sort()
    return [here for _, _, _, here in said]


def _is_unproved(plain: str, here: _Found, language: Language) -> bool:
    """Whether a verb does not tell a deal by itself here; it hides no act."""
    start, end, cue, _ = here
    proof = feat_proof(language, plain[start:-end], cue.value, cue.form)
    return proof is not None and proof.match(plain, -end) is None


def _beside(hits: list[_Found], others: list[_Found]) -> Iterator[_Found]:
    """Those that no other overlaps but an act of the very same words. Both are in the order of the text."""
    ends = [-end for _, end, _, _ in others]
    for hit in hits:
        start, end, _, _ = hit
        after = bisect_right(ends, start)
        for other in others[after : after + _NEAR]:
            if other[0] < -end and not (other[2].role == "act" and other[:2] == hit[:2]):
                break
        else:
            yield hit
