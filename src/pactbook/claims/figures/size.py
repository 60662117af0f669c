"""What the size of an amount says of its measure: a wage is no power plant."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.scene import Scene, Sum
from pactbook.claims.figures.vote import RIGHT_BEFORE, TELLS, TRADE, Vote
from pactbook.knowledge.measures import measures

#: How much less a measure counts that amounts of this size never, or seldom, are of.
_MISFIT, _SELDOM = 0.02, 0.5
#: So many times the amount before is no part of the same; so many amounts back one like it is looked for.
_FAR_MORE, _LOOKED_AT = 2, 8


def of_its_size(one: Sum, vote: Vote, before: list[tuple[Sum, Vote]]) -> Vote:
    """What an amount goes on about that is far more than the one before: all trade again, not one month's exports."""
    if vote.measure not in TRADE[1:] or not before or one.dollars < _FAR_MORE * before[-1][0].dollars:
        return vote
    whole = [v for o, v in before[-_LOOKED_AT:] if v.measure == TRADE[0] and o.dollars > before[-1][0].dollars]
    return Vote(TRADE[0], vote.score, whole[-1].cue, "carries-on") if whole else vote


def mind_the_size(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """Let the size of an amount speak against what it seldom or never is."""
    for measure, vote in votes.items():
        if _is_seldom(one, measure):
            votes[measure] = replace(vote, score=vote.score * _SELDOM)
    misfits = [vote for measure, vote in votes.items() if not fits(one, measure)]
    for vote in misfits:
        votes[vote.measure] = replace(vote, score=vote.score * _MISFIT)
    for vote in misfits:
        beyond = _beyond(one, vote) if scene.patterns.head_first else None
        if beyond and all(v.score < TELLS for v in votes.values()):
            votes[beyond] = replace(vote, measure=beyond)


def fits(one: Sum, measure: str) -> bool:
    """Whether the amount has a size that the measure can have."""
    dollars = one.dollars
    kind = measures()[measure]
    return (kind.least is None or dollars >= kind.least) and (kind.most is None or dollars <= kind.most)


def _beyond(one: Sum, vote: Vote) -> str | None:
    """What an amount too large for its measure is of, where the word right before it says so: "giá 63 triệu USD"."""
    kind, cue = measures()[vote.measure], vote.cue
    large = kind.most is not None and one.dollars > kind.most
    said = cue is not None and cue.how == "strong" and 0 <= one.start - cue.end <= RIGHT_BEFORE
    return kind.beyond if large and said else None


def _is_seldom(one: Sum, measure: str) -> bool:
    """Whether amounts of the measure are seldom of this size."""
    dollars, kind = one.dollars, measures()[measure]
    small = kind.seldom_below is not None and dollars < kind.seldom_below
    return small or (kind.seldom_above is not None and dollars > kind.seldom_above)
