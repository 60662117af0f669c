"""Which measure an amount is of: the words around it vote, the nearer the more."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.beside import (
    has_own_word,
    is_said,
    respectively,
)
from pactbook.claims.figures.changes import is_set_against
from pactbook.claims.figures.deal_before import of_the_deal_before
from pactbook.claims.figures.donor import of_a_public_body, of_the_donor
from pactbook.claims.figures.lender import of_the_lender
from pactbook.claims.figures.meanings import has_firm
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.claims.figures.size import fits, of_its_size
from pactbook.claims.figures.unsaid import speaks_of_both, told_by_its_own, unsaid
from pactbook.claims.figures.vote import AT_LEAST, TELLS, TRADE, Vote
from pactbook.claims.figures.votes import votes_of
from pactbook.claims.figures.weighing import more, weigh
from pactbook.knowledge.measures import measures

_SENTENCE_BEFORE, _HEADLINE, _GOES_ON = 0.5, 0.4, 0.8
#: A word whose turn it is among the amounts of a list leaves nothing open.
_IN_TURN = 2.2
#: "a third of that, or $2 million", "$2 million of that sum"
_SHARE_OF, _NEAR_PART, _RIGHT_BEHIND = 1.6, 40, 12
#: What is paid in parts.
_PARTED = ("project_capital", "contract_value", "loan", "grant", "fund", "budget")
#: Money that works are paid with.
_MONEY = ("loan", "grant", "fund", "budget")
#: How many sentences an amount may stand behind the one that it goes on about.
_REACH = 3
#: "another $60 million"
_AGAIN = 2.5
#: What a sentence says so loud is no more of what was told before.
_LOUD = 2.0
#: A hint counts so much less behind a flow of another measure.
_HINTED = 0.2


def measure_of(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> Vote:
    """The measure of ``one``; ``before`` are the sums read so far with their measures."""
    told = _told_at_once(scene, one)
    if told is not None:
        return of_the_donor(scene, one, told, None)
    votes = votes_of(scene, one, one.sentence)
    last = _last(scene, one, before)
    _mind_the_topic(scene, one, before, votes)
    if _goes_on(scene, one) and not is_said(scene, one):
        _carry_on(scene, one, last, votes)
    if last and fits(one, last.measure):
        _belong_to_last(scene, one, last, before, votes)
    _be_set_against(scene, one, before, votes)
    weigh(scene, one, before, votes)
    best = _best(votes)
    if best and best.rule == "carries-on" and last and best.measure == last.measure:
        return of_its_size(one, best, before)
    if best and best.score >= TELLS:
        told = _of_the_count(scene, one, best, last) or of_the_donor(scene, one, best, last)
        return of_the_deal_before(scene, one, of_the_lender(scene, one, told))
    told = told_by_its_own(scene, one) or _carried(scene, one, last, before)
    if told:
        return told
    for number, share in _context(scene, one.sentence):
        for vote in votes_of(scene, one, number).values():
            shared = Vote(vote.measure, vote.score * share, vote.cue, "context")
            votes[vote.measure] = more(votes.get(vote.measure), shared)
    weigh(scene, one, [], votes)
    best = _best(votes)
    if best and best.score >= AT_LEAST:
        return best
    told = _end_of_rise(scene, one) or of_a_public_body(scene, one)
    return told or Vote(unsaid(scene, one), 0.0, None, "no-cue")


def _goes_on(scene: Scene, one: Sum) -> bool:
    """Whether the sentence goes on about the one before, or answers it: "And turnover? Last year $92 million"."""
    if scene.carries_on(one.sentence):
        return True
    return bool(one.sentence) and scene.text[: scene.places[one.sentence].sentence.start].rstrip().endswith("?")


def _carried(scene: Scene, one: Sum, last: Vote | None, before: list[tuple[Sum, Vote]]) -> Vote | None:
    """What the amount goes on about, where nothing else is told of it."""
    if last and fits(one, last.measure) and not _has_heading(scene, one) and not _is_introduced(scene, one):
        return of_its_size(one, Vote(last.measure, TELLS, last.cue, "carries-on"), before)
    return None


def _be_set_against(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """Let the amount that this one is compared with speak: "150 tỷ, giảm so với mức thực hiện 302 tỷ"."""
    if before and before[-1][0].sentence == one.sentence and is_set_against(scene, one):
        other = before[-1][1]
        votes[other.measure] = more(votes.get(other.measure), Vote(other.measure, _AGAIN, other.cue, "carries-on"))


def _mind_the_topic(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """A mere hint says little where a flow was told just before: "of remittances, $1 billion came from"."""
    if not before or one.sentence - before[-1][0].sentence > _REACH:
        return
    last = before[-1][1].measure
    if measures()[last].period == "once" or last == "other":
        return
    for measure, vote in votes.items():
        said = scene.between(vote.cue.start, vote.cue.end) if vote.cue else ""
        earned = (
            last in TRADE
            and measure != "revenue"
            and scene.patterns.earned.fullmatch(said)
            and not has_firm(scene, one)
        )
        ranked = last in TRADE and measure == "fdi_registered" and vote.rule == "weak"  # "Dẫn đầu là điện thoại với"
        if measure != last and (vote.rule == "hint" or earned or ranked):
            votes[measure] = replace(vote, score=vote.score * _HINTED)


def _belong_to_last(scene: Scene, one: Sum, last: Vote, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """Let words speak that make the amount one more of those before, or a part of them."""
    added = scene.is_beside(scene.patterns.again, one) and not has_own_word(scene, one, before[-1][0])
    again = _AGAIN if added else 0.0
    share = _SHARE_OF if last.measure in _PARTED and _is_share_of_last(scene, one, before) else 0.0
    if (again or share) and not _is_told_apart(scene, last, votes):
        said = Vote(last.measure, again + share, last.cue, "carries-on")
        votes[last.measure] = more(votes.get(last.measure), said)


def _is_told_apart(scene: Scene, last: Vote, votes: dict[str, Vote]) -> bool:
    """Whether the sentence says loud that the amount is of another measure, and never of the last one's."""
    best = _best(votes)
    if scene.patterns.head_final and best is not None and last.measure == _PARTED[0]:
        return best.measure in _MONEY and best.rule in ("strong", "names")  # "이 중 1억 달러는 EDCF로 지원한다"
    if scene.patterns.head_final or scene.patterns.head_first or best is None:
        return False
    if last.measure in votes and votes[last.measure].score * _LOUD > best.score:
        return False
    return best.measure != last.measure and best.score >= _LOUD and best.rule in ("strong", "words", "beside", "takes")


def _is_share_of_last(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> bool:
    """Whether the first amount of a sentence is a part of the one told before: "has promised a third of that, or"."""
    last = before[-1][0].sentence if before else one.sentence
    place = scene.places[one.sentence]
    if not 0 < one.sentence - last <= 1 or one is not place.sums[0] or is_said(scene, one):
        return False
    since = max(place.sentence.start, one.start - _NEAR_PART)
    return bool(
        scene.patterns.parts.search(scene.text, since, one.start)
        or scene.patterns.parts.search(scene.text, one.end, one.end + _RIGHT_BEHIND)
    )


def _of_the_count(scene: Scene, one: Sum, best: Vote, last: Vote | None) -> Vote | None:
    """What statistics of investment go on about is no project's: "registered $16 billion ... added capital fell"."""
    if best.measure != "project_capital" or last is None or last.measure != "fdi_registered" or best.cue is None:
        return None
    if (best.cue.value != "investment" and best.rule != "weak") or has_firm(scene, one):
        return None
    return replace(best, measure="fdi_registered")


def _told_at_once(scene: Scene, one: Sum) -> Vote | None:
    parted = respectively(scene, one)
    return _whole_of(scene, one) if parted is None else Vote(parted.value, _IN_TURN, parted, parted.how)


def _whole_of(scene: Scene, one: Sum) -> Vote | None:
    """What the amount is of which this one is told as a part: "the last $100 million of a $400 million loan"."""
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    if later is None or not scene.patterns.part_of.fullmatch(scene.text, one.end, later.start):
        return None
    best = _best(votes_of(scene, later, one.sentence))
    return best if best and best.score >= TELLS and fits(one, best.measure) else None


def _end_of_rise(scene: Scene, one: Sum) -> Vote | None:
    """What the amount is that a rise ends with: "from $0.5 billion in 1992, trade has grown to $64 billion"."""
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    if later is None or not scene.is_beside(scene.patterns.from_, one):
        return None
    best = _best(votes_of(scene, later, one.sentence))
    return replace(best, rule="rise") if best and best.score >= AT_LEAST and fits(one, best.measure) else None


def _has_heading(scene: Scene, one: Sum) -> bool:
    """Whether the line before speaks of a measure and has no amount of its own, as the title of a table has."""
    if not one.sentence:
        return False
    there = scene.places[one.sentence - 1]
    title = scene.between(there.sentence.start, there.sentence.end).rstrip()
    if there.sums or title.endswith((".", "!", "?")):
        return False
    return any(vote.score >= TELLS for vote in votes_of(scene, one, one.sentence - 1).values())


def _is_introduced(scene: Scene, one: Sum) -> bool:
    """Whether the sentence before, of the same paragraph and without an amount, has the word for what comes now."""
    if not one.sentence or not scene.patterns.head_first:
        return False
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    if there.sums or here.sentence.paragraph != there.sentence.paragraph:
        return False
    return any(c.kind == "measure" and c.how == "strong" for c in scene.cues(one.sentence - 1))


def _carry_on(scene: Scene, one: Sum, last: Vote | None, votes: dict[str, Vote]) -> None:
    """Let the sentence before speak too: its figures, or where it has none its words."""
    number = one.sentence - 1
    if number >= 0 and not scene.places[number].sums:
        for vote in votes_of(scene, one, number).values():
            shared = Vote(vote.measure, vote.score * _SENTENCE_BEFORE, vote.cue, "carries-on")
            votes[vote.measure] = more(votes.get(vote.measure), shared)
    if last and fits(one, last.measure):
        votes[last.measure] = more(votes.get(last.measure), Vote(last.measure, _GOES_ON, last.cue, "carries-on"))


def _last(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> Vote | None:
    """The measure of the sum just before, if it is near enough to be gone on about and can be aimed at where one is."""
    if not before or one.sentence - before[-1][0].sentence > _REACH:
        return None
    aimed = any(c.kind == "status" and c.value == "target" for c in scene.cues(one.sentence))
    flows = before
    if _ranks_wares(scene, one):
        # A list of wares goes on about what was bought or sold, not about the balance told in between.
        flows = [(other, vote) for other, vote in before if vote.measure in TRADE[1:3]] or before
        # One project or contract told by the way is not what provinces are ranked by.
        flows = [(other, vote) for other, vote in flows if measures()[vote.measure].period != "once"]
    for other, vote in reversed(flows):
        if one.sentence - other.sentence > _REACH or vote.measure == "other":
            return None
        if aimed and vote.measure in TRADE and speaks_of_both(scene, one):
            return replace(vote, measure=TRADE[0])
        if vote.measure == "fdi_disbursed" and _ranks_wares(scene, one):
            continue  # sources are ranked by what they registered
        if not aimed or "target" in measures()[vote.measure].among:
            return vote
    return None


def _ranks_wares(scene: Scene, one: Sum) -> bool:
    """Whether the sentence sets wares side by side: "phones accounted for $3 billion, followed by ..."."""
    sentence = scene.places[one.sentence].sentence
    return bool(scene.patterns.ranks.search(scene.text, sentence.start, sentence.end))


def _context(scene: Scene, number: int) -> list[tuple[int, float]]:
    around = [(number - 1, _SENTENCE_BEFORE)] if number else []
    if scene.headline is not None and scene.headline != number:
        around.append((scene.headline, _HEADLINE))
    return around


def _best(votes: dict[str, Vote]) -> Vote | None:
    return max(votes.values(), key=lambda v: (v.score, v.measure), default=None)
