"""How loud a word says how an amount stands: the nearer, the louder; commas and other amounts between muffle it."""

from __future__ import annotations

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.told_of import hangs_on, is_governed, is_its_own
from pactbook.knowledge.measures import Status

#: So many characters off, a word speaks half as loud, and a strong one.
_HALF, _HALF_STRONG = 25, 75
_PAST_AMOUNT, _PAST_BREAK, _BEHIND, _OF_ANOTHER = 0.5, 0.5, 0.6, 0.3
#: A verb right behind the amount is said of it: "the remaining $30 million will follow".
_OWN = 1.3
#: "Lotte, with $5 billion in 19 projects, wants"
_PAST_COMMA = 0.5
#: A word that so little parts from an amount leads it: "목표(18억 달러)".
_LEADS = (" ", "(", " (")
_STATUS: dict[str, Status] = {"actual": "actual", "target": "target", "forecast": "forecast", "pledged": "pledged"}
#: Where verbs close the sentence, a word right before the amount is said of it: "목표로 삼은 1000억 달러".
_OF_IT = 2.0
#: So near before the amount that word stands.
_AIMED = 12
#: How far back of a verb a word stands that denies it.
_DENIED = 24


def loudest_words(scene: Scene, one: Sum, scores: dict[Status, float]) -> dict[Status, tuple[float, Cue]]:
    """Status → the word that speaks loudest for it."""
    loudest: dict[Status, tuple[float, Cue]] = {}
    cues = [c for c in scene.cues(one.sentence) if c.kind == "status" and c.value]
    told = [c for c in cues if _STATUS[c.value] in scores]
    for cue in cues:
        if cue.value == "actual" and scene.patterns.denials.search(scene.text, max(cue.start - _DENIED, 0), cue.start):
            continue  # "has not paid the $12 million"
        if not hangs_on(scene, cue, cues) and not is_governed(scene, cue, told):
            score = _score(scene, one, cue)
            status = _STATUS[cue.value]
            if status in scores and score > loudest.get(status, (0.0, cue))[0]:
                loudest[status] = score, cue
    return loudest


def _is_of_the_next(scene: Scene, cue: Cue, others: list[Sum], gap: str) -> bool:
    """Whether a word behind the amount speaks of the one after it: "$1 billion, and hopes for $2 billion"."""
    if any(scene.between(cue.end, o.start) in _LEADS for o in others):
        return True
    return any(o.start >= cue.end for o in others) and bool(scene.patterns.joins.search(gap))


def _is_past_comma(scene: Scene, cue: Cue, gap: str) -> bool:
    """Whether a comma parts the amount from a word behind it that does not carry far."""
    return "," in gap and cue.how != "strong" and not scene.patterns.head_first


def _start_of_change(scene: Scene, one: Sum, cue: Cue) -> int:
    """Where the change begins that ends with the amount: "to lift its capital [from 8.5 trillion dong to] 12.5"."""
    sums = scene.places[one.sentence].sums
    before = [o for o in sums if cue.end <= o.start and o.end <= one.start] if len(sums) > 1 else []
    if not before or scene.patterns.head_final or not scene.is_beside(scene.patterns.from_, before[-1]):
        return one.start
    return (
        before[-1].start
        if scene.patterns.to.before.fullmatch(scene.between(before[-1].end, one.start).strip())
        else one.start
    )


def _score(scene: Scene, one: Sum, cue: Cue) -> float:
    behind = cue.start >= one.end
    start = _start_of_change(scene, one, cue)
    gap = scene.between(one.end, cue.start) if behind else scene.between(cue.end, start)
    if cue.end > one.start and not behind:
        return 0.0
    score = 1 / (1 + len(gap) / (_HALF_STRONG if cue.how == "strong" else _HALF))
    if scene.patterns.head_final and not behind:
        gap = scene.between(cue.start, one.start)  # the verb itself may end a thought: "늘었고"
        near = cue.value == "target" and one.start - cue.end <= _AIMED and not scene.patterns.breaks.search(gap)
        score *= _OF_IT if near else _BEHIND
    elif behind and not scene.patterns.head_final and is_its_own(scene, gap):
        return score * _OWN
    elif behind and not scene.patterns.head_final:
        score *= _BEHIND * (_PAST_COMMA if _is_past_comma(scene, cue, gap) else 1)
    if scene.patterns.breaks.search(gap):
        score *= _PAST_BREAK
    sums = scene.places[one.sentence].sums
    others = [o for o in sums if o is not one] if len(sums) > 1 else []
    if behind and _is_of_the_next(scene, cue, others, gap):
        score *= _OF_ANOTHER
    listed = scene.patterns.joins.search(gap) or scene.patterns.and_so.search(gap)
    if scene.patterns.head_final and behind and listed and not scene.patterns.breaks.search(gap):
        return score  # the verb closes the whole list
    if not others:
        return score
    passed = [o for o in others if cue.end <= o.start < start or one.end <= o.start < cue.start]
    return score * _PAST_AMOUNT ** len(passed)
