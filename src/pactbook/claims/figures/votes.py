"""How loud each word of a sentence speaks of an amount's measure: the nearer, the more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from pactbook.claims.figures.conditions import CONDITIONS
from pactbook.claims.figures.governor import Subject, describes_works, is_spent_by_an_office, is_worth_of, subject_of
from pactbook.claims.figures.meanings import MEANT
from pactbook.claims.figures.rivals import settle
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.spending import is_of_countries, paid_for, sales
from pactbook.claims.figures.vote import Vote

#: How much a word says, by the field of the TOML file that it stands in.
_WEIGHT = {"strong": 4.0, "words": 2.0, "weak": 1.0, "names": 2.5, "beside": 5.0, "counted": 3.0, "toward": 5.0}
_WEIGHT |= {
    "onward": 1.5,
    "across": 4.0,
    "in_return": 4.0,
    "lone": 2.0,
    "direct": 6.0,
    "takes": 2.0,
    "abroad": 7.0,
    "paid": 1.5,
    "hint": 1.5,
    "worth": 0.4,
}
#: "a $25 million KOICA project" is KOICA's money; so is "the $20 million centre, funded by KOICA".
_NAME_BESIDE = 7.0
_CLOSE, _FUNDED = 2, 45
#: At this many characters a word counts half.
_HALF = 25
#: A word past another amount, or past a break of the sentence, counts so much less.
_PAST_AMOUNT, _PAST_BREAK = 0.6, 0.5
#: A word that hangs on another amount ("$7 billion in exports and ...") says little of this one.
_OF_ANOTHER = 0.3
_LINKED, _BEHIND, _FAR_BEHIND = 1.3, 0.7, 0.6
#: A word that is marked as the subject speaks of the amount behind it.
_ITS_TOPIC = 1.3
#: A verb right behind the amount that is marked as its object says what is done with it: "980만 달러를 지원했고".
_ITS_VERB = 2.0
#: What a thing that is sold "from" so many US dollars on costs at most.
_DEAR = 200_000
#: "a $255 million plaza"
_WORKS, _DESCRIBED = "project_capital", 2.0
#: "nhà máy điện Vân Phong 1 trị giá 1,87 tỷ USD"
_WORTH = 2.5
#: "the ministry spent $5 million"
_SPENT = 3.0
_BUILT = (_WORKS,)
#: "$1 billion [from a fund in Seoul] for 6 percent"
_SHARES = 90
_WAYS = ("opposite", "takings", "total")

#: "[와 합판 ]1억 달러어치를"
_WARES = 20

#: "bằng 28% tổng kim ngạch" tells a share of it.
_SHARE = re.compile(r"% (?:[^\W\d]+ )?$")
_NO_WORDS = re.compile(r"\W{0,2}(?:[^\W\d_][\w'-]* ){0,1}")


def votes_of(scene: Scene, one: Sum, number: int) -> dict[str, Vote]:
    """Measure → how loud sentence ``number`` speaks for it."""
    scores: dict[str, list[tuple[float, Cue]]] = defaultdict(list)
    subject = subject_of(scene, one) if number == one.sentence else None
    for cue in scene.cues(number):
        if cue.kind == "measure":
            score = _governed(scene, one, cue, subject)
            if score:
                measure = MEANT[cue.value](scene, one) if cue.value in MEANT else cue.value
                # Who sells to whom is told by the way that is meant.
                scores[measure].append((score, replace(cue, value=measure) if cue.value in _WAYS else cue))
    said = (*_abroad(scene, one), *_paid(scene, one), *_bought(scene, one)) if number == one.sentence else ()
    for cue in said:
        scores[cue.value].append((_WEIGHT[cue.how], cue))
    votes = {}
    for measure, found in scores.items():
        total = found[0][0]
        if len(found) > 1:
            found.sort(key=lambda f: -f[0])
            total = found[0][0] + 0.4 * sum([score for score, _ in found[1:]])
        votes[measure] = Vote(measure, total, found[0][1], found[0][1].how)
    if number == one.sentence and is_spent_by_an_office(scene, one):
        budget = votes.get("budget", Vote("budget", 0.0, None, "office"))
        votes["budget"] = replace(budget, score=budget.score + _SPENT)
    if number == one.sentence and not votes and describes_works(scene, one):
        votes[_WORKS] = Vote(_WORKS, _DESCRIBED, None, "described")
    settle(scene, one, votes)
    return votes


def _abroad(scene: Scene, one: Sum) -> Iterator[Cue]:
    """What stands right behind the amount where a country is named: "베트남에 485억 달러어치를 팔고"."""
    place = scene.places[one.sentence]
    for measure, words in scene.patterns.abroad if place.states else ():
        way = scene.patterns.from_ if measure == "imports" else scene.patterns.to
        abroad = is_of_countries(scene, one) or any(scene.is_beside(way, s.span) for s in place.states)
        if abroad and (said := words.match(scene.text, _end_of_list(scene, one))):
            yield Cue(said.start(), said.end(), "measure", measure, "abroad")


def _end_of_list(scene: Scene, one: Sum) -> int:
    """The end of the last of several amounts of one verb: "펠릿 2억 달러어치와 합판 1억 달러[어치를 샀다]"."""
    end = one.end
    for later in scene.places[one.sentence].sums:
        worth = scene.patterns.worth.match(scene.text, end)
        if later.start < end or worth is None:
            continue
        gap = scene.between(worth.end(), later.start)
        if len(gap) > _WARES or not scene.patterns.with_.behind.match(gap):
            break
        end = later.end
    return end


def _paid(scene: Scene, one: Sum) -> Iterator[Cue]:
    """What makes the amount that of a thing sold: "1200억 원에 인수", "39만 원에 나왔다", "80억 원어치"."""
    if said := scene.patterns.paid.match(scene.text, one.end):
        yield Cue(said.start(), said.end(), "measure", paid_for(one), "paid")
    elif said := scene.patterns.worth.match(scene.text, one.end):
        yield Cue(said.start(), said.end(), "measure", sales(scene, one), "worth")
    elif (said := scene.patterns.priced_from.match(scene.text, one.end)) and one.dollars < _DEAR:
        yield Cue(said.start(), said.end(), "measure", "price", "paid")


def _bought(scene: Scene, one: Sum) -> Iterator[Cue]:
    """The word for shares that the amount is paid for: "$1 billion for 6 percent of Vingroup"."""
    place = scene.places[one.sentence].sentence
    until = min(one.end + _SHARES, place.end)
    for share in scene.patterns.stake.finditer(scene.text, one.end, until):
        gap = scene.between(one.end, share.start())
        if scene.patterns.for_it.search(gap) and not scene.patterns.breaks.search(gap):
            yield Cue(share.start(), share.end(), "measure", "contract_value", "in_return")
            return


def _governed(scene: Scene, one: Sum, cue: Cue, subject: Subject | None) -> float:
    """How loud the word speaks; the head of a subject as if it stood beside the amount, and what hangs on it low."""
    score = _score(scene, one, cue)
    if not score or subject is None or cue.end > one.start:
        return score
    if subject.is_headed_by(cue):
        return max(score, _WEIGHT[cue.how])
    return score * _OF_ANOTHER if subject.outweighs(cue) else score


def _score(scene: Scene, one: Sum, cue: Cue) -> float:
    behind = cue.start >= one.end
    gap = scene.between(one.end, cue.start) if behind else scene.between(cue.end, one.start)
    if cue.how == "beside" and not _is_beside(scene, one, cue, gap):
        return 0.0
    if cue.how in CONDITIONS and not CONDITIONS[cue.how](scene, one, cue):
        return 0.0
    score = _weight(scene, cue, gap) / (1 + len(gap) / _HALF)
    if not behind and cue.value == _WORKS and is_worth_of(scene, one, cue):
        return _WORTH
    score *= _share_behind(scene, cue, gap) if behind else 1
    if scene.patterns.breaks.search(gap):
        score *= _PAST_BREAK
    if behind and cue.how != "strong" and _SHARE.search(scene.text, max(cue.start - 12, one.end), cue.start):
        score *= _OF_ANOTHER
    sums = scene.places[one.sentence].sums
    others = [o for o in sums if o is not one] if len(sums) > 1 else []
    passed = [o for o in others if cue.end <= o.start < one.start or one.end <= o.start < cue.start] if others else []
    if passed and behind and scene.patterns.head_final and all(is_bracketed(scene, o) for o in (one, *passed)):
        gap = scene.between(passed[-1].end, cue.start)
        return _weight(scene, cue, gap) / (1 + len(gap) / _HALF)  # the verb closes the whole list
    score *= _PAST_AMOUNT ** min(len(passed), 2)
    if is_topic(scene, cue) and not (behind and _is_headed(scene, gap)):
        score *= _ITS_TOPIC if not behind else _OF_ANOTHER
    if behind and _heads_the_next(scene, cue) and not _is_headed(scene, gap):
        return score * _OF_ANOTHER
    next_one = behind and any(o.start >= cue.end for o in others) and scene.patterns.joins.search(gap)
    if next_one or any(hangs_on(scene, other, cue) for other in others):
        score *= _OF_ANOTHER
    return score


def _weight(scene: Scene, cue: Cue, gap: str) -> float:
    return _NAME_BESIDE if cue.how == "names" and _is_its_money(scene, cue, gap) else _WEIGHT[cue.how]


def _share_behind(scene: Scene, cue: Cue, gap: str) -> float:
    """How much of a word's weight goes to an amount before it, of which ``gap`` parts it."""
    if scene.patterns.object_.fullmatch(gap):
        return _ITS_VERB if cue.how in ("strong", "words") else 1
    linked = scene.patterns.worth_of.match(gap)
    few = linked is not None and scene.patterns.few_words.fullmatch(gap, linked.end())
    return _LINKED if few else _FAR_BEHIND if scene.patterns.head_first else _BEHIND


def is_bracketed(scene: Scene, one: Sum) -> bool:
    """Whether the amount stands alone in brackets: "화장품 공장(100억 원), 디스플레이 공장(190억 원)"."""
    return scene.text[one.start - 1 : one.start] == "(" and scene.text.startswith(")", one.end)


def _is_its_money(scene: Scene, cue: Cue, gap: str) -> bool:
    """Whether the money is said to be a body's."""
    return len(gap) <= _CLOSE or (len(gap) <= _FUNDED and scene.is_beside(scene.patterns.funded, cue))


def is_topic(scene: Scene, cue: Cue) -> bool:
    """Whether a particle makes the word the subject of what follows it: "수입은"."""
    return bool(scene.patterns.topic.match(scene.text, cue.end))


def _is_beside(scene: Scene, one: Sum, cue: Cue, gap: str) -> bool:
    if cue.end <= one.start:
        return cue.value in _BUILT and _is_apposed(scene, one, cue)
    if scene.patterns.head_final and not scene.patterns.few_words.fullmatch(gap.lstrip(" )]\"'-")):
        return False  # "35만 달러와 매출의 4%"
    return bool(_NO_WORDS.fullmatch(gap)) and not _is_of_the_head(scene, cue)


def _is_apposed(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether what is built is told with its worth behind: "the casino, worth $60 million,"."""
    worth = scene.patterns.apposed.search(scene.text, cue.end, one.start)
    return worth is not None and worth.start() == cue.end


def _is_of_the_head(scene: Scene, cue: Cue) -> bool:
    """Whether the next word is the head of both: "the $450 million [port] job"."""
    if scene.patterns.head_first or scene.patterns.head_final:
        return False
    if cue.value != "project_capital":
        return False  # "a $60 million loan deal" is a loan
    heads = (c for c in scene.cues(scene.number(cue.start)) if c.value == "contract_value" and c.how == "beside")
    return any(c.start - cue.end == 1 and scene.text[cue.end] == " " for c in heads)


def _heads_the_next(scene: Scene, cue: Cue) -> bool:
    """Whether the word stands right before another amount: "매출 2조3000억 동에 [매출총이익] 3100억 동"."""
    sums = scene.places[scene.number(cue.start)].sums
    verb = scene.patterns.and_so.fullmatch(scene.text, cue.start, cue.end)  # "1억 달러씩 출자해 2억 달러의"
    return verb is None and any(scene.between(cue.end, o.start) == " " for o in sums)


def _is_headed(scene: Scene, gap: str) -> bool:
    """Whether ``gap`` makes the word behind it the head of the amount: "6200만 달러의 [상담]과 1800만 달러의 계약"."""
    linked = scene.patterns.worth_of.fullmatch(gap) if scene.patterns.head_final else None
    return linked is not None and bool(gap.strip(" )"))


def hangs_on(scene: Scene, other: Sum, cue: Cue) -> bool:
    """Whether the word follows another amount directly: "$7 billion in exports"."""
    if cue.start < other.end or cue.start - other.end > 30 or is_topic(scene, cue):
        return False
    if scene.patterns.head_final and _heads_the_next(scene, cue):
        return False
    gap = scene.between(other.end, cue.start)
    linked = scene.patterns.worth_of.match(gap)
    return (
        linked is not None
        and bool(scene.patterns.few_words.fullmatch(gap, linked.end()))
        and not any(c in gap for c in ",;:")
    )
