"""Whether an amount is there, aimed at, foreseen or promised."""

from __future__ import annotations

from msgspec import Struct

from pactbook.claims.figures.changes import begins_a_change
from pactbook.claims.figures.conditions import CONDITIONS
from pactbook.claims.figures.loudness import loudest_words
from pactbook.claims.figures.period import Period, is_ahead, is_past
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.knowledge.measures import Measure, Status
from pactbook.model import edtf

#: What the measure usually is speaks as loud as a word at some distance.
_USUAL = 0.3
#: A year that is not over has no actual figure yet, unless a word says so.
_UNFINISHED = 0.15
#: What one side asks the other for is aimed at, whatever the measure is.
_ASKED = "asked"
#: A participle so near behind a word that looks ahead is part of it.
_NEAR = 12
#: What the calendar says: a year that is over has actual figures, one to come has none.
_CALENDAR = 0.5
#: A contract or a project told of a span of time that is over is done.
_OVER = 1.0
#: Where only words of what is done speak, they outweigh what is usual by so much, however far off.
_MARGIN = 0.1
#: What is told to be done in the sentence before outweighs what is usual.
_DONE = 0.5
#: What was done so many days ago is done.
_OLD = 60
#: A verb right behind the amount that foresees it says so of a time that is over too: its figures are not out yet.
_SURE = 0.85
#: The verb of a deal speaks so loud at the least, however long the deal is told: "sold its entire holding ... for".
_THE_VERB = 0.45
#: "$100 billion in 2023 and $150 billion by 2030": what the first is, the second mostly is too; "by" looks ahead.
_BESIDE, _DEADLINE = 0.35, 0.4


class Standing(Struct, frozen=True):
    """A status and the word that told it, if one did."""

    status: Status
    cue: Cue | None
    rule: str


def status_of(scene: Scene, one: Sum, measure: Measure, period: Period | None, beside: Status | None) -> Standing:
    """The status of ``one``: words near it, the calendar, and what such amounts usually are.

    ``beside`` is the status of the amount of the same measure before it in its sentence.
    """
    scores: dict[Status, float] = dict.fromkeys(measure.among, 0.0)
    if _ASKED in [c.how for c in scene.cues(one.sentence)]:
        scores.setdefault("target", 0.0)
    scores[measure.status] += _USUAL
    was = is_past(period.value if period else None, scene.article.published) is True and begins_a_change(scene, one)
    compared = _is_compared_with(scene, one)
    loudest = _said(scene, one, measure, period, scores)
    if was:  # "will double from the $150 million of 2019"
        loudest = {said: told for said, told in loudest.items() if said == "actual"}
    elif compared or _begins_a_rise(scene, one):
        loudest = {said: told for said, told in loudest.items() if said in ("actual", "pledged")}
    for status, (score, cue) in loudest.items():
        scores[status] += max(score, _THE_VERB) if _is_the_verb(scene, one, measure, cue) else score
    if measure.status == "pledged":
        scores["actual"] += _by_what_is_over(scene, one, measure, alone=not loudest)
    _mind_what_is_done(scene, measure, loudest, scores)
    if beside in scores and (beside == "actual" or not compared):
        scores[beside] += _BESIDE
    running = measure.period == "rate" and period is not None and _is_deadline(scene, period)
    past = None if running else is_past(period.value if period else None, scene.article.published)
    if period is None and is_ahead(scene, one):
        past = False
    spans = period is not None and edtf.precision(period.value) == "interval"
    sure = scene.patterns.head_final and scores.get("forecast", 0.0) > _SURE
    _mind_the_calendar(scores, past, measure, spans, sure)
    if past is None and period and measure.period == "flow":
        _mind_the_rest_of_the_year(scene, period, scores)
    may_aim = "target" in scores and measure.period != "once" and (not past or "target" in loudest)
    if period and may_aim and _is_deadline(scene, period):
        scores["target"] += _DEADLINE
    among = list(scores)
    best = max(scores, key=lambda s: (scores[s], s == measure.status, -among.index(s)))
    told = loudest[best][1] if best in loudest else None
    return Standing(best, told, "words" if told else "usual" if past is None else "calendar")


def _by_what_is_over(scene: Scene, one: Sum, measure: Measure, *, alone: bool) -> float:
    """How much a past tense says that a promise is kept: "2800만 달러[였던] 원조는 3200만 달러로 늘어난다"."""
    if scene.patterns.was_once.match(scene.text, one.end):
        return _OVER
    if not alone:
        return 0.0
    over = (
        scene.patterns.was.match(scene.text, one.end) or _is_done_before(scene, one) or _is_of_old(scene, one, measure)
    )
    return _DONE if over else 0.0


def _said(
    scene: Scene, one: Sum, measure: Measure, period: Period | None, scores: dict[Status, float]
) -> dict[Status, tuple[float, Cue]]:
    """Status → the word that speaks loudest for it, less those that another word takes it from."""
    loudest = loudest_words(scene, one, scores)
    if "forecast" in loudest and _is_estimated(scene, one, measure, period, loudest["forecast"][1]):
        del loudest["forecast"]
    if any(_names_what_is_ahead(scene, loudest, said) for said in ("forecast", "target")):
        del loudest["pledged"]  # "expects contracts of $27 million"
    for weaker in ("forecast", "target"):  # "will" promises where something can be promised
        if "pledged" in loudest and weaker in loudest and _is_one_word(loudest["pledged"][1], loudest[weaker][1]):
            del loudest[weaker]
    return loudest


def _names_what_is_ahead(scene: Scene, loudest: dict[Status, tuple[float, Cue]], said: Status) -> bool:
    """Whether the word of a pledge only names the deal that a word right before it looks ahead to."""
    if scene.patterns.head_final or scene.patterns.head_first or not {"pledged", said} <= set(loudest):
        return False
    deal, ahead = loudest["pledged"][1], loudest[said][1]
    names = [c for c in scene.cues(scene.number(deal.start)) if c.kind == "measure" and c.start == deal.start]
    return bool(names) and 0 < deal.start - ahead.end <= _NEAR


def _is_the_verb(scene: Scene, one: Sum, measure: Measure, cue: Cue) -> bool:
    """Whether a word is the verb of the deal that the amount is paid in: "sold its holding in the bank for $2bn"."""
    if measure.sides != "contract":
        return False
    verbs = (c for c in scene.cues(one.sentence) if c.how == "in_return" and c.start == cue.start)
    return any(CONDITIONS["in_return"](scene, one, verb) for verb in verbs)


def _mind_what_is_done(
    scene: Scene, measure: Measure, loudest: dict[Status, tuple[float, Cue]], scores: dict[Status, float]
) -> None:
    """Let what is done outweigh what is usual where nothing else is told: "80 triệu USD xây bệnh viện, mở cửa 2012"."""
    done = loudest.get("actual") if set(loudest) == {"actual"} and scene.patterns.head_first else None
    if done and measure.status == "pledged" and done[1].how != "weak":
        scores["actual"] = max(scores["actual"], scores["pledged"] + _MARGIN)


def _is_done_before(scene: Scene, one: Sum) -> bool:
    """Whether the sentence before tells of something done, and of nothing to come: "The depot opened. It cost $9m"."""
    if not one.sentence:
        return False
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    if here.sentence.paragraph != there.sentence.paragraph or there.sums:
        return False
    if not scene.patterns.done.search(scene.text, there.sentence.start, there.sentence.end):
        return False
    return {c.value for c in scene.cues(one.sentence - 1) if c.kind == "status"} <= {"actual"}


def _is_of_old(scene: Scene, one: Sum, measure: Measure) -> bool:
    """Whether the sentence opens with a time long over: "In April 2021 the group paid another $410 million".

    Where verbs have no tense, what is given is given at any time that is over: "Tuần trước, X hỗ trợ 50.000 USD".
    """
    given = scene.patterns.head_first and measure.period == "term"
    place, published = scene.places[one.sentence], scene.article.published
    now = edtf.bounds(published) if published else None
    for date in place.dates:
        told = edtf.bounds(date.value) if date.value else None
        if told is None or now is None or scene.is_beside(scene.patterns.not_period, date.span):
            continue
        return (now[0] - told[1]).days > (0 if given else _OLD)
    return False


def _is_estimated(scene: Scene, one: Sum, measure: Measure, period: Period | None, cue: Cue) -> bool:
    """Whether what is there now, or was, is only estimated: "puts the market at $2 billion"."""
    if measure.status != "actual" or not scene.patterns.estimates.fullmatch(scene.between(cue.start, cue.end)):
        return False
    if period is None and _is_of_the_year(scene, one):
        return False
    return not is_ahead(scene, one) and (period is None or is_past(period.value, scene.article.published) is True)


def _is_of_the_year(scene: Scene, one: Sum) -> bool:
    """Whether it is said to be a figure of the whole year, which is not over: "sees full-year sales at"."""
    sentence = scene.places[one.sentence].sentence
    return scene.patterns.for_the_year.search(scene.text, sentence.start, sentence.end) is not None


def _is_one_word(one: Cue, two: Cue) -> bool:
    return one.start == two.start


def _mind_the_calendar(
    scores: dict[Status, float], past: bool | None, measure: Measure, spans: bool, sure: bool
) -> None:
    """Let a time that is over speak for the actual, and one to come against it; ``spans`` where it is an interval.

    ``sure`` where a forecast is not to be doubted.
    """
    if past is False:
        scores["actual"] = -1.0
    elif past and (measure.period != "once" or spans):
        scores["actual"] += _CALENDAR if measure.period != "once" else _OVER
        if "forecast" in scores and not sure:
            scores["forecast"] *= _CALENDAR


def _mind_the_rest_of_the_year(scene: Scene, period: Period, scores: dict[Status, float]) -> None:
    """Let a time that is not over yet speak against the actual, and "the whole year" for a forecast."""
    if not _is_unfinished(period, scene.article.published):
        return
    whole = "forecast" in scores and scene.patterns.whole_year.fullmatch(period.date.span.text)
    scores["actual"] -= _CALENDAR if whole else _UNFINISHED
    if whole:
        scores["forecast"] += _UNFINISHED


def _is_unfinished(period: Period, published: str | None) -> bool:
    covered, now = edtf.bounds(period.value), edtf.bounds(published) if published else None
    return bool(covered and now and covered[1] > now[1])


def _begins_a_rise(scene: Scene, one: Sum) -> bool:
    """Whether a rise to another amount starts here, which is no target: "from $87 billion to $150 billion"."""
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    if later is None or not scene.is_beside(scene.patterns.from_, one):
        return False
    return scene.is_beside(scene.patterns.to, later)


def _is_compared_with(scene: Scene, one: Sum) -> bool:
    """Whether an amount before is set against this one, and no word beside it looks ahead: "down from $2 bn"."""
    if not any(o.end <= one.start for o in scene.places[one.sentence].sums) or not begins_a_change(scene, one):
        return False
    ahead = [c for c in scene.cues(one.sentence) if c.kind == "status" and c.value in ("forecast", "target")]
    return not any(-_NEAR <= c.start - one.end <= _NEAR or 0 <= one.start - c.end <= _NEAR for c in ahead)


def _is_deadline(scene: Scene, period: Period) -> bool:
    return scene.is_beside(scene.patterns.by, period.date.span)
