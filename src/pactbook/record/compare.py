"""Are two tellings about the same agreement? One function per feature; each gives points and its reason.

The points are of one kind: so many that SAME of them make two tellings one agreement. A feature that rules it out
gives None. Nothing depends on any other telling, so the answer stays the same whatever else is in the record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from pactbook.knowledge.likeness import likeness, near_kinds
from pactbook.model.edtf import Bounds
from pactbook.model.told import Link, Telling
from pactbook.record.hearing import alike
from pactbook.record.identity import is_state
from pactbook.record.lineage import in_one_line
from pactbook.record.looks import Look, look_of
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


def parties(left: Look, right: Look) -> Points:
    """Who takes part."""
    a, b = in_one_line(left.parties, right.parties)
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


def kinds(left: Look, right: Look) -> Points:
    """What it is called."""
    a, b = left.kind, right.kind
    if a == b:
        return Points(2, f"both: {a}")
    if (a, b) in near_kinds():
        return Points(0, f"{a} and {b} go together")
    return Points(None, f"{a} is no {b}")


def dates(left: Look, right: Look) -> Points:
    """When it was, or will be."""
    a, b = span(left.date), span(right.date)
    if _done_before(left, b, right) or _done_before(right, a, left):
        return Points(None, "one tells as done what the other dates later")
    if _still_planned(left, right) or _still_planned(right, left):
        return Points(None, "one tells as done what the other plans later")
    if a is None or b is None:
        return _time_of_news(left, right)
    apart = days_apart(a, b)
    if apart == 0:
        return Points(3 if exact(a) or exact(b) else 2, f"dates agree: {left.date}, {right.date}")
    if apart <= _DAYS_SLACK and (exact(a) or exact(b)):
        return Points(2, f"a day apart: {left.date}, {right.date}")
    if _in_order(left, right, a, b) and apart <= _DAYS_BETWEEN_STAGES:
        return Points(0, f"a later stage: {left.status} {left.date}, {right.status} {right.date}")
    if _same_treaty(left, right):
        return Points(-2, f"one treaty, other dates: {left.date}, {right.date}")
    return Points(None, f"dates contradict: {left.date}, {right.date}")


def _done_before(told: Look, date: Bounds | None, other: Look) -> bool:
    """Whether ``told`` reports as done, by its day of publication, what ``other`` has signed on a later ``date``."""
    news = span(told.published)
    if news is None or date is None or rank(told.status) < rank("signed") or other.status != "signed":
        return False
    return (date[0] - news[1]).days > _DAYS_SLACK


def _still_planned(told: Look, other: Look) -> bool:
    """Whether ``other`` has still ahead, well after ``told`` reports it as done."""
    news, later = span(told.published), span(other.published)
    if news is None or later is None or rank(told.status) < rank("signed") or other.status not in PLANS:
        return False
    return (later[0] - news[1]).days > _DAYS_LATE


def _time_of_news(left: Look, right: Look) -> Points:
    """Without two dates: the same stage told as news in the same week is most likely the same event."""
    a, b = (span(look.date) or span(look.published) for look in (left, right))
    if a and b and left.status == right.status and rank(left.status) <= rank("signed"):
        apart = days_apart(a, b)
        if apart <= 7:
            return Points(2, "told in the same week")
        if apart > _DAYS_BETWEEN_STAGES:
            return Points(-4, "told more than three years apart")
        if apart > 366:
            return Points(-2, "told more than a year apart")
    return Points(0, "a date is missing")


def _in_order(left: Look, right: Look, a: Bounds, b: Bounds) -> bool:
    """Whether one is a later stage of the deal and is dated later too."""
    before, after = rank(left.status), rank(right.status)
    return before != after and (before < after) == (a[0] <= b[0])


def sectors(left: Look, right: Look) -> Points:
    """What field it is in."""
    a, b = left.sectors, right.sectors
    if not a or not b:
        return Points(0, "a sector is missing")
    if shared := a & b:
        return Points(2 if a == b or len(shared) > 1 else 1, f"sectors in common: {', '.join(sorted(shared))}")
    return Points(-2, f"other sectors: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def matter(left: Look, right: Look) -> Points:
    """What it is about, in whatever language: treaties by name, grades of ties, matters."""
    if left.treaty and right.treaty:
        return Points(4 if _same_treaty(left, right) else None, f"treaties: {left.treaty[0]}, {right.treaty[0]}")
    if left.standing and right.standing:
        same = left.standing == right.standing
        return Points(2 if same else None, f"grades of ties: {left.standing}, {right.standing}")
    if left.treaty or right.treaty:
        return Points(0, "only one names a treaty")
    if left.matters and right.matters:
        return _matters(left.matters, right.matters, two=left.language != right.language)
    here, there = left.matters or left.told, right.matters or right.told
    shared = sorted(here & there)
    if shared and len(shared) == max(len(here), len(there)):
        return Points(2, f"about: {', '.join(shared)}")
    return Points(0, "a matter is not told")


def _matters(a: frozenset[str], b: frozenset[str], *, two: bool) -> Points:
    """In one language the words themselves are compared too, and count there."""
    if shared := sorted(a & b):
        return Points((3 if a == b else 2) if two else 1, f"both about: {', '.join(shared)}")
    return Points(-3, f"other matters: {', '.join(sorted(a))}; {', '.join(sorted(b))}")


def _same_treaty(left: Look, right: Look) -> bool:
    """Whether both name one treaty, and not one of them an amendment of it."""
    return left.treaty is not None and left.treaty == right.treaty


def words(left: Look, right: Look) -> Points:
    """How the matter is put, where both are in one language."""
    if left.language != right.language:
        return Points(0, "two languages")
    a, b = left.subject, right.subject
    if not _tells(a) or not _tells(b):
        return Points(0, "a subject is missing")
    alike = round(fuzz.token_set_ratio(a, b))
    weight = 3 if alike >= 85 else 1 if alike >= 65 else 0 if alike >= 40 else -1
    return Points(weight, f"subjects {alike}% alike")


def values(left: Look, right: Look) -> Points:
    """How much it is worth."""
    a = dict(left.values)
    b = dict(right.values)
    both = sorted(set(a) & set(b))
    if not both:
        return Points(0, "no amounts to compare")
    same = [c for c in both if abs(a[c] - b[c]) <= 0.05 * max(abs(a[c]), abs(b[c]))]
    return Points(3, f"same amount in {same[0]}") if same else Points(-2, f"other amounts in {both[0]}")


def renewal(left: Look, right: Look) -> Points:
    """Whether one is a renewal, an amendment or a next phase, and the other is not."""
    a, b = left.renewed, right.renewed
    if bool(a) == bool(b):
        return Points(0, "neither or both renew")
    if (right if a else left).recalls:
        return Points(0, f"only one puts {(a or b)!r} into its subject")
    return Points(-5, f"only one speaks of {(a or b)!r}")


@lru_cache(maxsize=1 << 14)
def says_matter(subject: str) -> bool:
    """Whether a subject says more than what kind of deal it is."""
    return _tells(fold_name(subject))


@lru_cache(maxsize=1 << 14)
def _tells(folded: str) -> bool:
    return not set(folded.split()) <= set(likeness().plain)


class Feature(NamedTuple):
    """A feature, the fields of a Look that it looks at, and whether it speaks of the matter."""

    judge: Callable[[Look, Look], Points]
    fields: tuple[str, ...]
    of_matter: bool = False


FEATURES: tuple[Feature, ...] = (
    Feature(parties, ("parties", "treaty")),
    Feature(kinds, ("kind",)),
    Feature(dates, ("status", "date", "published", "treaty")),
    Feature(sectors, ("sectors",), of_matter=True),
    Feature(matter, ("treaty", "standing", "matters", "told", "language"), of_matter=True),
    Feature(words, ("language", "subject"), of_matter=True),
    Feature(values, ("values",), of_matter=True),
    Feature(renewal, ("renewed", "recalls")),
    Feature(where, ("places",)),
    Feature(term, ("term", "date")),
    Feature(founded, ("founded",)),
)


def total(points: tuple[int, ...], left: Look, right: Look) -> int:
    """What the points of all features come to."""
    score = sum(points)
    of_matter = sum(given for given, feature in zip(points, FEATURES, strict=True) if feature.of_matter)
    if (left.rivals or right.rivals) and of_matter <= 0:
        # The article tells several deals of these parties: the matter must decide, and it does not.
        return min(score, SAME - 1)
    return score


def compare(left: Telling, right: Telling) -> Link | None:
    """The link between two tellings of one agreement, or None. Symmetric."""
    link = weigh(left, right)
    return link if link and link.score >= SAME else None


def weigh(left: Telling, right: Telling) -> Link | None:
    """How much speaks for one agreement and why, be it enough or not; None where something rules it out. Symmetric."""
    if left.id > right.id:
        left, right = right, left
    one, other = look_of(left), look_of(right)
    if left.article == right.article and not _same_treaty(one, other):
        return None
    said = [feature.judge(one, other) for feature in FEATURES]
    points = tuple(given for given, _ in said if given is not None)
    if len(points) < len(said):
        return None
    reasons = tuple(f"{reason} ({given:+d})" for given, reason in said if given)
    return Link(left.id, right.id, total(points, one, other), reasons)


def against(one: Sequence[Telling], other: Sequence[Telling]) -> tuple[str, ...]:
    """What speaks against two agreements, given by their tellings, being one: each ground once, in words."""
    looks = [(look_of(a), look_of(b)) for a in one for b in other]
    found = dict.fromkeys(said.reason for pair in looks for f in FEATURES if (said := f.judge(*pair)).points is None)
    if any(a.article == b.article and told_apart(look_of(a), look_of(b)) for a in one for b in other):
        found = {"one article tells of both": None} | found
    return tuple(found)


def told_apart(left: Look, right: Look) -> bool:
    """Whether one article that tells both means two agreements: unless both are a treaty of which there is but one."""
    return not _same_treaty(left, right)


class Clash(NamedTuple):
    """A ground on which two tellings cannot be one agreement, and the fields of a Look that it looks at."""

    judge: Callable[[Look, Look], bool]
    fields: tuple[str, ...]


def _of_other_matter(left: Look, right: Look) -> bool:
    """Whether they name different treaties or grades of ties, or neither matters nor sectors in common."""
    told = matter(left, right).points
    return told is None or (told < 0 and (sectors(left, right).points or 0) < 0)


CLASHES: tuple[Clash, ...] = (
    Clash(lambda left, right: parties(left, right).points is None, ("parties", "treaty")),
    Clash(lambda left, right: kinds(left, right).points is None, ("kind",)),
    Clash(lambda left, right: dates(left, right).points is None, ("status", "date", "published", "treaty")),
    Clash(_of_other_matter, ("treaty", "standing", "matters", "sectors")),
)


def contradict(left: Telling, right: Telling) -> bool:
    """Whether two tellings cannot be one agreement, in whatever article they stand and whatever speaks for it."""
    return any(clash.judge(look_of(left), look_of(right)) for clash in CLASHES)
