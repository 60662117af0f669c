"""Which measure an amount is of: the words around it vote, the nearer the more."""

from __future__ import annotations

import re
from collections import defaultdict

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.knowledge.currencies import currencies
from pactbook.knowledge.figures import measures
from pactbook.model.mention import StateMention

_WEIGHT = {"strong": 4.0, "words": 2.0, "weak": 1.0, "names": 2.5, "beside": 5.0, "counted": 3.0, "toward": 5.0}
_WEIGHT |= {"across": 4.0, "in_return": 4.0, "lone": 2.0, "direct": 6.0}
#: "a $25 million KOICA project" is KOICA's money.
_NAME_BESIDE = 7.0
#: A word that an amount describes stands so near behind it.
_HEAD = 10
#: "will put $1 billion into a plant"
_INTO = 12
#: "sales of shrimp to the Republic of Korea", "spent $24 billion on Korean chips"
_TOWARD, _ACROSS = 45, 45
#: "$164 million to Korea"
_TO_WHERE = 12
#: At this many characters a word counts half.
_HALF = 25
#: A word past another amount, or past a break of the sentence, counts so much less.
_PAST_AMOUNT, _PAST_BREAK = 0.6, 0.5
#: A word that hangs on another amount ("$7 billion in exports and ...") says little of this one.
_OF_ANOTHER = 0.3
_LINKED, _BEHIND, _FAR_BEHIND = 1.3, 0.7, 0.6
#: A word that is marked as the subject speaks of the amount behind it.
_ITS_TOPIC = 1.3
#: Below this, the sentence does not tell, and the ones before are asked.
_TELLS = 0.45
_SENTENCE_BEFORE, _HEADLINE, _GOES_ON = 0.5, 0.4, 0.8
_AT_LEAST = 0.15
#: "xuất khẩu gần 24 tỷ USD"
_RIGHT_BEFORE = 8
#: A list of amounts is of one measure; a topic goes on through a paragraph; a wage is no power plant.
_NEXT, _SAME_SENTENCE, _LISTED, _TOPIC, _MISFIT = 0.9, 0.3, 60, 2.2, 0.02
_TRADE = ("trade_turnover", "exports", "imports", "trade_balance")
#: How many sentences an amount may stand behind the one that it goes on about.
_REACH = 3

#: "bằng 28% tổng kim ngạch" tells a share of it.
_SHARE = re.compile(r"% (?:[^\W\d]+ )?$")
_NO_WORDS = re.compile(r"\W{0,2}(?:[^\W\d_][\w'-]* ){0,1}")


class Vote(Struct, frozen=True):
    """A measure with its score and the word that spoke loudest for it."""

    measure: str
    score: float
    cue: Cue | None
    rule: str


def measure_of(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> Vote:
    """The measure of ``one``; ``before`` are the sums read so far with their measures."""
    parted = _respectively(scene, one)
    if parted is not None:
        return Vote(parted.value, _TOPIC, parted, parted.how)
    votes = _votes(scene, one, one.sentence)
    last = _last(scene, one, before)
    if scene.carries_on(one.sentence) and not _is_said(scene, one):
        _carry_on(scene, one, last, votes)
    _weigh(scene, one, before, votes)
    best = _best(votes)
    if best and best.score >= _TELLS:
        return best
    if last and _fits(one, last.measure) and not _has_heading(scene, one) and not _is_introduced(scene, one):
        return Vote(last.measure, _TELLS, last.cue, "carries-on")
    for number, share in _context(scene, one.sentence):
        for vote in _votes(scene, one, number).values():
            shared = Vote(vote.measure, vote.score * share, vote.cue, "context")
            votes[vote.measure] = _more(votes.get(vote.measure), shared)
    _weigh(scene, one, [], votes)
    best = _best(votes)
    if best and best.score >= _AT_LEAST:
        return best
    return _end_of_rise(scene, one) or Vote(_unsaid(one), 0.0, None, "no-cue")


def _end_of_rise(scene: Scene, one: Sum) -> Vote | None:
    """What the amount is that a rise ends with: "from $0.5 billion in 1992, trade has grown to $64 billion"."""
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    if later is None or not scene.is_beside(scene.patterns.from_, one):
        return None
    best = _best(_votes(scene, later, one.sentence))
    return replace(best, rule="rise") if best and best.score >= _AT_LEAST and _fits(one, best.measure) else None


def _is_said(scene: Scene, one: Sum) -> bool:
    """Whether a word right before the amount says what it is, in a language that says so there: "xuất khẩu 24 tỷ"."""
    if not scene.patterns.head_first:
        return False
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    return any(0 <= one.start - c.end <= _RIGHT_BEFORE for c in cues)


def _respectively(scene: Scene, one: Sum) -> Cue | None:
    """The word whose turn it is: "수출은 ..., 수입은 ...이었는데 지난해에는 각각 A, B로 뛰었다"."""
    place = scene.places[one.sentence]
    each = scene.patterns.each.search(scene.text, place.sentence.start, one.start)
    sums = [s for s in place.sums if each and s.start >= each.end()]
    if each is None or len(sums) < 2 or one not in sums:
        return None
    loud = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    told = {c.value: c for c in loud if c.end <= each.start() and c.value in _TRADE}
    if len(told) != len(sums) or any(c.start > each.end() and c.value in _TRADE for c in loud):
        return None
    return list(told.values())[sums.index(one)]


def _has_heading(scene: Scene, one: Sum) -> bool:
    """Whether the line before speaks of a measure and has no amount of its own, as the title of a table has."""
    if not one.sentence:
        return False
    there = scene.places[one.sentence - 1]
    title = scene.between(there.sentence.start, there.sentence.end).rstrip()
    if there.sums or title.endswith((".", "!", "?")):
        return False
    return any(vote.score >= _TELLS for vote in _votes(scene, one, one.sentence - 1).values())


def _is_introduced(scene: Scene, one: Sum) -> bool:
    """Whether the sentence before, of the same paragraph and without an amount, has the word for what comes now."""
    if not one.sentence or not scene.patterns.head_first:
        return False
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    if there.sums or here.sentence.paragraph != there.sentence.paragraph:
        return False
    return any(c.kind == "measure" and c.how == "strong" for c in scene.cues(one.sentence - 1))


def _unsaid(one: Sum) -> str:
    """What an amount is of that no word speaks of: a small one is a price."""
    dollars = _dollars(one)
    return next((name for name, m in measures().items() if m.unsaid_below and dollars < m.unsaid_below), "other")


def _carry_on(scene: Scene, one: Sum, last: Vote | None, votes: dict[str, Vote]) -> None:
    """Let the sentence before speak too: its figures, or where it has none its words."""
    number = one.sentence - 1
    if number >= 0 and not scene.places[number].sums:
        for vote in _votes(scene, one, number).values():
            shared = Vote(vote.measure, vote.score * _SENTENCE_BEFORE, vote.cue, "carries-on")
            votes[vote.measure] = _more(votes.get(vote.measure), shared)
    if last:
        votes[last.measure] = _more(votes.get(last.measure), Vote(last.measure, _GOES_ON, last.cue, "carries-on"))


def _weigh(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """What the amounts before were about speaks for this one too; its size speaks against some measures."""
    if before and before[-1][1].measure != "other":
        other, last = before[-1]
        paragraphs = [scene.places[s.sentence].sentence.paragraph for s in (one, other)]
        own = one.sentence == other.sentence and _has_own_word(scene, one, other)
        if one.sentence == other.sentence and not own:
            listed = one.start - other.end <= _LISTED
            votes[last.measure] = _more(
                votes.get(last.measure),
                Vote(last.measure, _NEXT if listed else _SAME_SENTENCE, last.cue, "next-amount"),
            )
        if paragraphs[0] == paragraphs[1] and not (own and scene.patterns.head_final):
            kin = _TRADE if last.measure in _TRADE else (last.measure,)
            for measure in kin:
                if measure in votes:
                    votes[measure] = replace(votes[measure], score=votes[measure].score * _TOPIC)
    for measure, vote in votes.items():
        if not _fits(one, measure):
            votes[measure] = replace(vote, score=vote.score * _MISFIT)


def _has_own_word(scene: Scene, one: Sum, other: Sum) -> bool:
    """Whether a word between the two amounts speaks of the second: "and exports at $13 billion"."""
    loud = ("strong", "words", "toward")
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in loud]
    if any((_follows if scene.patterns.head_final else _names_it)(scene, one, c) for c in cues):
        return True
    return any(other.end <= c.start and c.end <= one.start and not _hangs_on(scene, other, c) for c in cues)


def _names_it(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word right behind the amount says it all: "and $5 million in grants"."""
    linked = scene.patterns.worth_of.fullmatch(scene.text, one.end, max(cue.start, one.end))
    return cue.how == "strong" and cue.start > one.end and linked is not None


def _follows(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word follows the amount as its head: "72억 엔의 1차 차관"."""
    gap = scene.between(one.end, cue.start)
    return 0 < len(gap) <= _HEAD and cue.start > one.end and "," not in gap and not _is_topic(scene, cue)


def _fits(one: Sum, measure: str) -> bool:
    """Whether the amount has a size that the measure can have."""
    dollars = _dollars(one)
    kind = measures()[measure]
    return (kind.least is None or dollars >= kind.least) and (kind.most is None or dollars <= kind.most)


def _dollars(one: Sum) -> float:
    first = one.mentions[0]
    return first.high * currencies()[first.currency].worth


def _last(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> Vote | None:
    """The measure of the sum just before, if it is near enough to be gone on about and can be aimed at where one is."""
    aimed = any(c.kind == "status" and c.value == "target" for c in scene.cues(one.sentence))
    for other, vote in reversed(before):
        if one.sentence - other.sentence > _REACH or vote.measure == "other":
            return None
        if aimed and vote.measure in _TRADE and _speaks_of_both(scene, one):
            return replace(vote, measure=_TRADE[0])
        if not aimed or "target" in measures()[vote.measure].among:
            return vote
    return None


def _speaks_of_both(scene: Scene, one: Sum) -> bool:
    """Whether it is both countries that aim at something: "hai nước nhắm mốc 150 tỷ USD"."""
    sentence = scene.places[one.sentence].sentence
    return bool(scene.patterns.both.search(scene.text, sentence.start, sentence.end))


def _context(scene: Scene, number: int) -> list[tuple[int, float]]:
    around = [(number - 1, _SENTENCE_BEFORE)] if number else []
    if scene.headline is not None and scene.headline != number:
        around.append((scene.headline, _HEADLINE))
    return around


def _votes(scene: Scene, one: Sum, number: int) -> dict[str, Vote]:
    scores: dict[str, list[tuple[float, Cue]]] = defaultdict(list)
    for cue in scene.cues(number):
        if cue.kind == "measure":
            score = _score(scene, one, cue)
            if score:
                measure = _investment(scene, one) if cue.value == "investment" else cue.value
                scores[measure].append((score, cue))
    votes = {}
    for measure, found in scores.items():
        found.sort(key=lambda f: -f[0])
        total = found[0][0] + 0.4 * sum(score for score, _ in found[1:])
        votes[measure] = Vote(measure, total, found[0][1], found[0][1].how)
    return votes


def _score(scene: Scene, one: Sum, cue: Cue) -> float:
    behind = cue.start >= one.end
    gap = scene.between(one.end, cue.start) if behind else scene.between(cue.end, one.start)
    if cue.how == "beside" and not _is_beside(scene, one, cue, gap):
        return 0.0
    if cue.how in _NEEDS and not _NEEDS[cue.how](scene, one, cue):
        return 0.0
    weight = _NAME_BESIDE if cue.how == "names" and len(gap) <= 2 else _WEIGHT[cue.how]
    score = weight / (1 + len(gap) / _HALF)
    if behind:
        linked = scene.patterns.worth_of.match(gap)
        few = linked is not None and scene.patterns.few_words.fullmatch(gap, linked.end())
        score *= _LINKED if few else _FAR_BEHIND if scene.patterns.head_first else _BEHIND
    if scene.patterns.breaks.search(gap):
        score *= _PAST_BREAK
    if behind and cue.how != "strong" and _SHARE.search(scene.text, max(cue.start - 12, one.end), cue.start):
        score *= _OF_ANOTHER
    others = [o for o in scene.places[one.sentence].sums if o is not one]
    passed = [o for o in others if cue.end <= o.start < one.start or one.end <= o.start < cue.start]
    score *= _PAST_AMOUNT ** min(len(passed), 2)
    if _is_topic(scene, cue):
        score *= _ITS_TOPIC if not behind else _OF_ANOTHER
    next_one = behind and any(o.start >= cue.end for o in others) and scene.patterns.joins.search(gap)
    if next_one or any(_hangs_on(scene, other, cue) for other in others):
        score *= _OF_ANOTHER
    return score


def _is_topic(scene: Scene, cue: Cue) -> bool:
    """Whether a particle makes the word the subject of what follows it: "수입은"."""
    return bool(scene.patterns.topic.match(scene.text, cue.end))


def _is_counted(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether a number stands before the word: "9,500 valid projects"."""
    return bool(scene.patterns.number.search(scene.between(max(cue.start - 40, 0), cue.start)))


def _is_toward(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether goods go to a country behind the word: "sales of shrimp to Korea"."""
    place = scene.places[scene.number(cue.start)]
    near = [s.span.start for s in place.states if 0 <= s.span.start - cue.end <= _TOWARD]
    return any(
        scene.patterns.to.leads(scene.text, start, cue.start)
        and not any(cue.end <= o.start < start for o in place.sums)
        for start in near
    )


def _is_across(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether goods and a country stand behind the amount: "spent $24 billion on Korean chips"."""
    states = scene.place(cue.start).states
    if not 0 <= one.start - cue.end <= _ACROSS:
        return False
    if any(0 <= s.span.start - cue.end <= 1 and s.form == "name" for s in states):
        return True  # "sold Vietnam $60 billion worth of chips"
    behind = [s for s in states if 0 <= s.span.start - one.end <= _TO_WHERE]
    if any(scene.patterns.goods.match(scene.text, s.span.end) for s in behind):
        return True  # "bought $10 billion in Vietnamese goods"
    of_goods = scene.patterns.of_goods.match(scene.text, one.end)
    near = [s for s in states if 0 <= s.span.start - one.end <= (_ACROSS if of_goods else _TO_WHERE)]
    return any((of_goods and s.form == "adjective") or _is_led(scene, s) for s in near)


def _is_led(scene: Scene, state: StateMention) -> bool:
    """Whether goods come from or go to ``state``."""
    return scene.is_beside(scene.patterns.to, state.span) or scene.is_beside(scene.patterns.from_, state.span)


def _is_in_return(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the amount is paid for something: "paid $2 million for", "took 5 percent for $2 million"."""
    if not 0 <= one.start - cue.end <= _ACROSS:
        return False
    behind = scene.patterns.in_exchange.match(scene.text, one.end)
    return bool(behind or scene.patterns.for_it.search(scene.between(cue.end, one.start)))


def _is_lone(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word is no place: "the Korean market", but not "to the Korean market"."""
    return not scene.patterns.places.search(scene.between(max(cue.start - 40, 0), cue.start))


def _is_direct(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word stands right behind the amount: "101억 원 줄었다"."""
    return cue.start >= one.end and not scene.between(one.end, cue.start).strip()


_NEEDS = {
    "direct": _is_direct,
    "counted": _is_counted,
    "toward": _is_toward,
    "across": _is_across,
    "in_return": _is_in_return,
    "lone": _is_lone,
}


def _is_beside(scene: Scene, one: Sum, cue: Cue, gap: str) -> bool:
    if cue.end <= one.start:
        return False
    if scene.patterns.head_final and not scene.patterns.few_words.fullmatch(gap.lstrip(" )]\"'-")):
        return False  # "35만 달러와 매출의 4%"
    return bool(_NO_WORDS.fullmatch(gap))


def _hangs_on(scene: Scene, other: Sum, cue: Cue) -> bool:
    """Whether the word follows another amount directly: "$7 billion in exports"."""
    if cue.start < other.end or cue.start - other.end > 30 or _is_topic(scene, cue):
        return False
    gap = scene.between(other.end, cue.start)
    linked = scene.patterns.worth_of.match(gap)
    return (
        linked is not None
        and bool(scene.patterns.few_words.fullmatch(gap, linked.end()))
        and not any(c in gap for c in ",;:")
    )


def _investment(scene: Scene, one: Sum) -> str:
    """A firm's investment is a project's capital; a country's, or that of all its firms, is registered capital."""
    place = scene.places[one.sentence]
    firms = [b.span.start for b in place.bodies if b.kind == "company" and b.span.start < one.start]
    firms += [c.start for c in scene.cues(one.sentence) if c.kind == "firm" and c.start < one.start]
    states = [s.span.start for s in place.states if s.form in ("name", "adjective") and s.span.start < one.start]
    built = [c for c in scene.cues(one.sentence) if c.value == "project_capital" and c.how != "weak"]
    into_one = any(0 <= c.start - one.end <= _INTO and "," not in scene.between(one.end, c.start) for c in built)
    return "fdi_registered" if states and not firms and not into_one else "project_capital"


def _more(known: Vote | None, vote: Vote) -> Vote:
    if known is None:
        return vote
    # A word of the sentence itself, or of the one just before, tells more of sides than one said long ago.
    cue, rule = (known.cue, known.rule) if known.cue else (vote.cue, vote.rule)
    return Vote(known.measure, known.score + vote.score, cue, rule)


def _best(votes: dict[str, Vote]) -> Vote | None:
    return max(votes.values(), key=lambda v: (v.score, v.measure), default=None)
