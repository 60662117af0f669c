"""What the words right beside an amount say of it: "xuất khẩu gần 24 tỷ USD", "and $5 million in grants"."""

from __future__ import annotations

from pactbook.claims.figures.governor import is_worth_of
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.vote import RIGHT_BEFORE, TRADE
from pactbook.claims.figures.votes import hangs_on, is_topic
from pactbook.knowledge.measures import measures

#: A word that an amount describes stands so near behind it.
_HEAD = 10
#: Words that point at the amount before stand so near the one behind them.
_POINTS = 70
#: "sales [of]"
_LED = 4


def named_right_before(scene: Scene, one: Sum) -> str | None:
    """The measure that a word says which leads the amount: "it expects the mall to have [annual sales of]"."""
    if scene.patterns.head_final or scene.patterns.head_first:
        return None
    cues = (c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how == "strong" and c.value in measures())
    return next((c.value for c in cues if 0 <= one.start - c.end <= _LED), None)


def is_said(scene: Scene, one: Sum) -> bool:
    """Whether a word right before the amount says what it is, in a language that says so there: "xuất khẩu 24 tỷ"."""
    if not scene.patterns.head_first:
        return False
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    if any(c.value == "project_capital" and c.end <= one.start and is_worth_of(scene, one, c) for c in cues):
        return True
    return any(0 <= one.start - c.end <= RIGHT_BEFORE for c in cues)


def has_word_beside(scene: Scene, one: Sum, measure: str) -> bool:
    """Whether a word right beside the amount makes it of another measure: "lent $9 million and gave $5 million"."""
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    near = [c for c in cues if 0 <= one.start - c.end <= RIGHT_BEFORE or _names_it(scene, one, c)]
    return bool(near) and near[-1].value not in (measure, "investment", "price")


def respectively(scene: Scene, one: Sum) -> Cue | None:
    """The word whose turn it is: "수출은 ..., 수입은 ...이었는데 지난해에는 각각 A, B로 뛰었다"."""
    place = scene.places[one.sentence]
    each = scene.patterns.each.search(scene.text, place.sentence.start, one.start)
    sums = [s for s in place.sums if each and s.start >= each.end()]
    if each is None or len(sums) < 2 or one not in sums:
        return None
    loud = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    told = {c.value: c for c in loud if c.end <= each.start() and c.value in TRADE}
    if len(told) != len(sums) or any(c.start > each.end() and c.value in TRADE for c in loud):
        return None
    return list(told.values())[sums.index(one)]


def points_back(scene: Scene, one: Sum, other: Sum) -> bool:
    """Whether words right before the amount stand for the one told before: "wants to take [this to] $300 million"."""
    if not 0 <= one.sentence - other.sentence <= 1:
        return False
    since = max(other.end, scene.places[one.sentence].sentence.start, one.start - _POINTS)
    told = scene.patterns.points_back.search(scene.text, since, one.start)
    if told is None:
        return False
    loud = (c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words"))
    return not any(told.start() <= c.start and c.end <= one.start and c.value != "investment" for c in loud)


def has_own_word(scene: Scene, one: Sum, other: Sum) -> bool:
    """Whether a word between the two amounts speaks of the second: "and exports at $13 billion"."""
    loud = ("strong", "words", "toward", "names")
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in loud]
    if any((_follows if scene.patterns.head_final else _names_it)(scene, one, c) for c in cues):
        return True
    return any(other.end <= c.start and c.end <= one.start and not hangs_on(scene, other, c) for c in cues)


def _names_it(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word right behind the amount says it all: "and $5 million in grants", "$6 million is Korean aid"."""
    if cue.how != "strong" or cue.start <= one.end:
        return False
    gap = scene.between(one.end, cue.start)
    return _is_linked(scene, gap) or _is_predicate(scene, gap)


def _is_linked(scene: Scene, gap: str) -> bool:
    """Whether "in" stands between, with few words behind it: "$80 million [in Korean] loans"."""
    linked = scene.patterns.worth_of.match(gap)
    if linked is None or linked.end() == len(gap):
        return linked is not None
    return bool(linked[0].strip()) and scene.patterns.few_words.fullmatch(gap, linked.end()) is not None


def _is_predicate(scene: Scene, gap: str) -> bool:
    """Whether a verb of being and few words more stand between: "$6 million [is Korean] aid"."""
    said = gap.lstrip()
    verb = scene.patterns.own_verb.match(said)
    if verb is None or scene.patterns.relative.fullmatch(verb[0]):
        return False  # "the $2 billion that it earned"
    rest = said[verb.end() :].lstrip()
    return not rest or scene.patterns.few_words.fullmatch(rest) is not None


def _follows(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word follows the amount as its head: "72억 엔의 1차 차관"."""
    gap = scene.between(one.end, cue.start)
    return 0 < len(gap) <= _HEAD and cue.start > one.end and "," not in gap and not is_topic(scene, cue)
