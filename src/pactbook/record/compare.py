"""Are two tellings about the same agreement? One function per feature; each gives points and its reason.

The points are of one kind: so many that SAME of them make two tellings one agreement. A feature that rules it out
gives None. Nothing depends on any other telling, so the answer stays the same whatever else is in the record.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import fuzz

from pactbook.knowledge.likeness import likeness, near_kinds
from pactbook.model.edtf import Bounds
from pactbook.model.record import Link, Telling
from pactbook.record.hearing import alike
from pactbook.record.identity import is_state
from pactbook.record.lineage import in_one_line
from pactbook.record.matter import matter_of
from pactbook.record.objects import founded, term, where
from pactbook.record.periods import days_apart, exact, span
from pactbook.record.points import Points
from pactbook.record.stages import PLANS, rank
from pactbook.text.fold import fold_name

#: Points from which two tellings are one agreement.
SAME = 6

#: A plan and what came of it, or a signature and its taking effect, lie no further apart.
_DAYS_BETWEEN_STAGES = 3 * 366
#: Press of two time zones, "on Tuesday" against a dateline: a day either way is the same day.
_DAYS_SLACK = 1
#: A paper may bring weeks late that something will be signed.
_DAYS_LATE = 31


def parties(left: Telling, right: Telling) -> Points:
    """Who takes part."""
    a, b = in_one_line(frozenset(left.claim.parties), frozenset(right.claim.parties))
    shared = a & b
    if a != b and alike(a) == alike(b):
        words = f"parties that sound alike: {', '.join(sorted(a - b))}; {', '.join(sorted(b - a))}"
        return Points(2 if len(a) > 1 else 0, words)
    if not shared:
        return Points(0 if _same_treaty(left, right) else None, "no party in common")
    words = ", ".join(sorted(shared))
    if a == b:
        weight = 2 if len(a) == 1 or all(map(is_state, a)) else 4
        return Points(weight, f"same parties: {words}")
    if a <= b or b <= a:
        return Points(2 if not all(map(is_state, shared)) else 0, f"parties of one among those of the other: {words}")
    if 2 * len(shared) >= len(a | b) and not all(map(is_state, shared)):
        return Points(1, f"most parties in common: {words}")
    if _same_treaty(left, right):
        return Points(0, f"of the members of one treaty: {words}")
    return Points(None, f"other parties, save {words}")


def kinds(left: Telling, right: Telling) -> Points:
    """What it is called."""
    a, b = left.claim.kind, right.claim.kind
    if a == b:
        return Points(2, f"both: {a}")
    if (a, b) in near_kinds():
        return Points(0, f"{a} and {b} go together")
    return Points(None, f"{a} is no {b}")


def dates(left: Telling, right: Telling) -> Points:
    """When it was, or will be."""
    a, b = span(left.claim.date), span(right.claim.date)
    if _done_before(left, b, right) or _done_before(right, a, left):
        return Points(None, "one tells as done what the other dates later")
    if _still_planned(left, right) or _still_planned(right, left):
        return Points(None, "one tells as done what the other plans later")
    if a is None or b is None:
        return _time_of_news(left, right)
    apart = days_apart(a, b)
    if apart == 0:
        return Points(3 if exact(a) or exact(b) else 2, f"dates agree: {left.claim.date}, {right.claim.date}")
    if apart <= _DAYS_SLACK and (exact(a) or exact(b)):
        return Points(2, f"a day apart: {left.claim.date}, {right.claim.date}")
    if _in_order(left, right, a, b) and apart <= _DAYS_BETWEEN_STAGES:
        return Points(
            0, f"a later stage: {left.claim.status} {left.claim.date}, {right.claim.status} {right.claim.date}"
        )
    if _same_treaty(left, right):
        return Points(-2, f"one treaty, other dates: {left.claim.date}, {right.claim.date}")
    return Points(None, f"dates contradict: {left.claim.date}, {right.claim.date}")


def _done_before(told: Telling, date: Bounds | None, other: Telling) -> bool:
    """Whether ``told`` reports as done, by its day of publication, what ``other`` has signed on a later ``date``."""
    news = span(told.published)
    if news is None or date is None or rank(told.claim.status) < rank("signed") or other.claim.status != "signed":
        return False
    return (date[0] - news[1]).days > _DAYS_SLACK


def _still_planned(told: Telling, other: Telling) -> bool:
    """Whether ``other`` has still ahead, well after ``told`` reports it as done."""
    news, later = span(told.published), span(other.published)
    if news is None or later is None or rank(told.claim.status) < rank("signed") or other.claim.status not in PLANS:
        return False
    return (later[0] - news[1]).days > _DAYS_LATE


def _time_of_news(left: Telling, right: Telling) -> Points:
    """Without two dates: the same stage told as news in the same week is most likely the same event."""
    a, b = (span(t.claim.date) or span(t.published) for t in (left, right))
    if a and b and left.claim.status == right.claim.status and rank(left.claim.status) <= rank("signed"):
        apart = days_apart(a, b)
        if apart <= 7:
            return Points(2, "told in the same week")
        if apart > 366:
            return Points(-2, "told more than a year apart")
    return Points(0, "a date is missing")


def _in_order(left: Telling, right: Telling, a: Bounds, b: Bounds) -> bool:
    """Whether one is a later stage of the deal and is dated later too."""
    before, after = rank(left.claim.status), rank(right.claim.status)
    return before != after and (before < after) == (a[0] <= b[0])


def sectors(left: Telling, right: Telling) -> Points:
    """What field it is in."""
    a, b = set(left.claim.sectors), set(right.claim.sectors)
    if not a or not b:
        return Points(0, "a sector is missing")
    if shared := a & b:
        return Points(2 if a == b or len(shared) > 1 else 1, f"sectors in common: {', '.join(sorted(shared))}")
    return Points(-2, f"other sectors: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def matter(left: Telling, right: Telling) -> Points:
    """What it is about, in whatever language: treaties by name, grades of ties, matters."""
    a, b = matter_of(left), matter_of(right)
    if a.treaty and b.treaty:
        return Points(4 if _same_treaty(left, right) else None, f"treaties: {a.treaty}, {b.treaty}")
    if a.standing and b.standing:
        return Points(2 if a.standing == b.standing else None, f"grades of ties: {a.standing}, {b.standing}")
    if a.treaty or b.treaty:
        return Points(0, "only one names a treaty")
    if a.matters and b.matters:
        return _matters(a.matters, b.matters, two=left.language != right.language)
    here, there = a.matters or a.told, b.matters or b.told
    shared = sorted(here & there)
    if shared and len(shared) == max(len(here), len(there)):
        return Points(2, f"about: {', '.join(shared)}")
    return Points(0, "a matter is not told")


def _matters(a: frozenset[str], b: frozenset[str], *, two: bool) -> Points:
    """In one language the words themselves are compared too, and count there."""
    if shared := sorted(a & b):
        return Points((3 if a == b else 2) if two else 1, f"both about: {', '.join(shared)}")
    return Points(-3, f"other matters: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _same_treaty(left: Telling, right: Telling) -> bool:
    """Whether both name one treaty, and not one of them an amendment of it."""
    name = matter_of(left).treaty
    both = name is not None and name == matter_of(right).treaty
    return both and bool(_renewed(left.claim.subject)) == bool(_renewed(right.claim.subject))


def words(left: Telling, right: Telling) -> Points:
    """How the matter is put, where both are in one language."""
    if left.language != right.language:
        return Points(0, "two languages")
    a, b = _folded(left.claim.subject), _folded(right.claim.subject)
    if not says_matter(left.claim.subject) or not says_matter(right.claim.subject):
        return Points(0, "a subject is missing")
    alike = round(fuzz.token_set_ratio(a, b))
    weight = 3 if alike >= 85 else 1 if alike >= 65 else 0 if alike >= 40 else -1
    return Points(weight, f"subjects {alike}% alike")


def values(left: Telling, right: Telling) -> Points:
    """How much it is worth."""
    a = {v.currency: v.high for v in left.claim.value}
    b = {v.currency: v.high for v in right.claim.value}
    both = sorted(set(a) & set(b))
    if not both:
        return Points(0, "no amounts to compare")
    same = [c for c in both if abs(a[c] - b[c]) <= 0.05 * max(abs(a[c]), abs(b[c]))]
    return Points(3, f"same amount in {same[0]}") if same else Points(-2, f"other amounts in {both[0]}")


def renewal(left: Telling, right: Telling) -> Points:
    """Whether one is a renewal, an amendment or a next phase, and the other is not."""
    a, b = _renewed(left.claim.subject), _renewed(right.claim.subject)
    if bool(a) == bool(b):
        return Points(0, "neither or both renew")
    other = right if a else left
    if left.article != right.article and any(_renewed(e.text) for e in other.claim.evidence):
        return Points(0, f"only one puts {(a or b)!r} into its subject")
    return Points(-5, f"only one speaks of {(a or b)!r}")


@lru_cache(maxsize=1 << 16)
def _renewed(subject: str) -> str:
    """The word of ``subject`` that tells of a renewal, an amendment or a next phase; empty if there is none."""
    words = f" {_folded(subject)}"
    return next((w for w in likeness().renewed if f" {w}" in words or (w[0] >= "가" and w in words)), "")


@lru_cache(maxsize=1 << 16)
def says_matter(subject: str) -> bool:
    """Whether a subject says more than what kind of deal it is."""
    return not set(_folded(subject).split()) <= set(likeness().plain)


@lru_cache(maxsize=1 << 16)
def _folded(subject: str) -> str:
    return fold_name(subject)


def article(left: Telling, right: Telling) -> Points:
    """One article that tells of two deals means two deals, unless both are a treaty of which there is but one."""
    if left.article != right.article:
        return Points(0, "two articles")
    if _same_treaty(left, right):
        return Points(0, "one article tells of one treaty twice")
    return Points(None, "one article tells both apart")


FEATURES: tuple[Callable[[Telling, Telling], Points], ...] = (
    article,
    parties,
    kinds,
    dates,
    sectors,
    matter,
    words,
    values,
    renewal,
    where,
    term,
    founded,
)
_MATTER = frozenset({"sectors", "matter", "words", "values"})


def compare(left: Telling, right: Telling) -> Link | None:
    """The link between two tellings of one agreement, or None. Symmetric."""
    link = weigh(left, right)
    return link if link and link.score >= SAME else None


def weigh(left: Telling, right: Telling) -> Link | None:
    """How much speaks for one agreement and why, be it enough or not; None where something rules it out. Symmetric."""
    if left.id > right.id:
        left, right = right, left
    score, matter, reasons = 0, 0, []
    for feature in FEATURES:
        points, reason = feature(left, right)
        if points is None:
            return None
        if points:
            reasons.append(f"{reason} ({points:+d})")
        score += points
        matter += points if feature.__name__ in _MATTER else 0
    if _rivals(left, right) and matter <= 0:
        # The article tells several deals of these parties: the matter must decide, and it does not.
        score = min(score, SAME - 1)
    return Link(left.id, right.id, score, tuple(reasons))


def _rivals(left: Telling, right: Telling) -> bool:
    """Whether the matter must decide: an article tells several deals of these parties."""
    return left.rivals > 0 or right.rivals > 0


def contradict(left: Telling, right: Telling) -> bool:
    """Whether two tellings cannot be one agreement, in whatever article they stand and whatever speaks for it."""
    return any(feature(left, right).points is None for feature in (parties, kinds, dates)) or _of_other_matter(
        left, right
    )


def sort_of(telling: Telling) -> object:
    """All of a telling that ``contradict`` looks at: tellings of one sort contradict alike."""
    claim, about = telling.claim, matter_of(telling)
    who_when = (frozenset(claim.parties), claim.kind, claim.status, claim.date, telling.published)
    return who_when, frozenset(claim.sectors), about[:3], bool(about.treaty and _renewed(claim.subject))


def _of_other_matter(left: Telling, right: Telling) -> bool:
    """Whether they name different treaties or grades of ties, or neither matters nor sectors in common."""
    told = matter(left, right).points
    return told is None or (told < 0 and (sectors(left, right).points or 0) < 0)


def told_apart(left: Telling, right: Telling) -> bool:
    """Whether one article tells both and means two agreements."""
    return article(left, right).points is None
