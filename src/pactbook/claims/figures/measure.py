"""Which measure an amount is of: the words around it vote, the nearer the more."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.changes import is_set_against
from pactbook.claims.figures.conditions import CONDITIONS
from pactbook.claims.figures.countries import HOME
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.vote import Vote
from pactbook.claims.figures.votes import TRADE, hangs_on, has_firm, is_topic, votes_of
from pactbook.knowledge.measures import measures
from pactbook.model.mention import BodyMention

#: A word that an amount describes stands so near behind it.
_HEAD = 10
#: Below this, the sentence does not tell, and the ones before are asked.
_TELLS = 0.45
_SENTENCE_BEFORE, _HEADLINE, _GOES_ON = 0.5, 0.4, 0.8
_AT_LEAST = 0.15
#: "xuất khẩu gần 24 tỷ USD"
_RIGHT_BEFORE = 8
#: A list of amounts is of one measure; a topic goes on through a paragraph; a wage is no power plant.
_NEXT, _SAME_SENTENCE, _LISTED, _TOPIC, _MISFIT, _SELDOM = 0.9, 0.3, 60, 2.2, 0.02, 0.5
#: "a third of that, or $2 million", "$2 million of that sum"
_SHARE_OF, _NEAR_PART, _RIGHT_BEHIND = 1.6, 40, 12
#: What is paid in parts.
_PARTED = ("project_capital", "contract_value", "loan", "grant", "fund", "budget")
#: "of which $2 billion went to Vietnam"
_PART = 1.8
#: How many sentences an amount may stand behind the one that it goes on about.
_REACH = 3
#: "another $60 million"
_AGAIN = 2.5
#: "sales [of]"
_LED = 4
#: A hint counts so much less behind a flow of another measure.
_HINTED = 0.2
#: "$194 billion [of that] had been spent"
_VERB = 12
#: What is told by the hour, month or piece, and how far from the start of its sentence an amount may open it.
_RATES, _OPENING = ("price", "wage"), 12
#: So many times the amount before is no part of the same; so many amounts back one like it is looked for.
_FAR_MORE, _LOOKED_AT = 2, 8
#: Nothing else that two countries aim at together is so large, in US dollars.
_BOTH_AIM_AT = 5e9
#: Bodies that give aid, and how near behind "from" they stand.
_PUBLIC, _CLOSE_BEHIND = ("ministry", "agency", "subnational", "association", "other"), 24
#: Money that somebody gives is disbursed too.
_GIVEN = ("loan", "grant", "fund", "budget")


def measure_of(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> Vote:
    """The measure of ``one``; ``before`` are the sums read so far with their measures."""
    told = _told_at_once(scene, one)
    if told is not None:
        return told
    votes = votes_of(scene, one, one.sentence)
    last = _last(scene, one, before)
    _mind_the_topic(scene, one, before, votes)
    if scene.carries_on(one.sentence) and not _is_said(scene, one):
        _carry_on(scene, one, last, votes)
    if last and _fits(one, last.measure):
        _belong_to_last(scene, one, last, before, votes)
    _be_set_against(scene, one, before, votes)
    _weigh(scene, one, before, votes)
    best = _best(votes)
    if best and best.rule == "carries-on" and last and best.measure == last.measure:
        return _of_its_size(one, best, before)
    if best and best.score >= _TELLS:
        return _of_the_count(scene, one, best, last) or _of_the_donor(scene, one, best, last)
    if last and _fits(one, last.measure) and not _has_heading(scene, one) and not _is_introduced(scene, one):
        return _of_its_size(one, Vote(last.measure, _TELLS, last.cue, "carries-on"), before)
    for number, share in _context(scene, one.sentence):
        for vote in votes_of(scene, one, number).values():
            shared = Vote(vote.measure, vote.score * share, vote.cue, "context")
            votes[vote.measure] = _more(votes.get(vote.measure), shared)
    _weigh(scene, one, [], votes)
    best = _best(votes)
    if best and best.score >= _AT_LEAST:
        return best
    told = _end_of_rise(scene, one) or _of_a_public_body(scene, one)
    return told or Vote(_unsaid(scene, one), 0.0, None, "no-cue")


def _be_set_against(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """Let the amount that this one is compared with speak: "150 tỷ, giảm so với mức thực hiện 302 tỷ"."""
    if before and before[-1][0].sentence == one.sentence and is_set_against(scene, one):
        other = before[-1][1]
        votes[other.measure] = _more(votes.get(other.measure), Vote(other.measure, _AGAIN, other.cue, "carries-on"))


def _mind_the_topic(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """A mere hint says little where a flow was told just before: "of remittances, $1 billion came from"."""
    if not before or one.sentence - before[-1][0].sentence > _REACH:
        return
    last = before[-1][1].measure
    if measures()[last].period == "once" or last == "other":
        return
    for measure, vote in votes.items():
        said = scene.between(vote.cue.start, vote.cue.end) if vote.cue else ""
        earned = last in TRADE and scene.patterns.earned.fullmatch(said) and not has_firm(scene, one)
        if measure != last and (vote.rule == "hint" or earned):
            votes[measure] = replace(vote, score=vote.score * _HINTED)


def _belong_to_last(scene: Scene, one: Sum, last: Vote, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """Let words speak that make the amount one more of those before, or a part of them."""
    more = scene.is_beside(scene.patterns.again, one) and not _has_own_word(scene, one, before[-1][0])
    again = _AGAIN if more else 0.0
    share = _SHARE_OF if last.measure in _PARTED and _is_share_of_last(scene, one, before) else 0.0
    if again or share:
        said = Vote(last.measure, again + share, last.cue, "carries-on")
        votes[last.measure] = _more(votes.get(last.measure), said)


def _is_share_of_last(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]]) -> bool:
    """Whether the first amount of a sentence is a part of the one told before: "has promised a third of that, or"."""
    last = before[-1][0].sentence if before else one.sentence
    place = scene.places[one.sentence]
    if not 0 < one.sentence - last <= 1 or one is not place.sums[0] or _is_said(scene, one):
        return False
    since = max(place.sentence.start, one.start - _NEAR_PART)
    return bool(
        scene.patterns.parts.search(scene.text, since, one.start)
        or scene.patterns.parts.search(scene.text, one.end, one.end + _RIGHT_BEHIND)
    )


def _of_its_size(one: Sum, vote: Vote, before: list[tuple[Sum, Vote]]) -> Vote:
    """What an amount goes on about that is far more than the one before: all trade again, not one month's exports."""
    if vote.measure not in TRADE[1:] or not before or one.dollars < _FAR_MORE * before[-1][0].dollars:
        return vote
    whole = [v for o, v in before[-_LOOKED_AT:] if v.measure == TRADE[0] and o.dollars > before[-1][0].dollars]
    return Vote(TRADE[0], vote.score, whole[-1].cue, "carries-on") if whole else vote


def _of_the_count(scene: Scene, one: Sum, best: Vote, last: Vote | None) -> Vote | None:
    """What statistics of investment go on about is no project's: "registered $16 billion ... added capital fell"."""
    if best.measure != "project_capital" or last is None or last.measure != "fdi_registered" or best.cue is None:
        return None
    if best.cue.value != "investment" or has_firm(scene, one):
        return None
    return replace(best, measure="fdi_registered")


def _of_the_donor(scene: Scene, one: Sum, best: Vote, last: Vote | None) -> Vote:
    """What a donor spends is its aid; what is disbursed of a loan is that loan."""
    loud = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how == "strong"]
    if best.measure == "fdi_disbursed" and last and last.measure in _GIVEN and best.rule != "strong":
        return best if any(c.value == "fdi_registered" for c in loud) else replace(last, rule="carries-on")
    if best.measure == "fdi_disbursed" and last and last.measure == "project_capital" and best.rule != "strong":
        told = [c for n in _near(scene, one) for c in scene.cues(n) if c.how in ("strong", "names")]
        giver = next((c for c in told if c.value in _GIVEN), None)
        if giver:  # "The $8m project is KOICA's. So far $1.7m was disbursed"
            return Vote(giver.value, best.score, giver, "names")
    if last and _takes_of_it(scene, one, best, last):
        return replace(last, rule="carries-on")
    given = next((c for c in loud if c.value in _GIVEN), None)
    if best.measure == "fdi_disbursed" and best.rule != "strong" and given and {c.value for c in loud} <= {*_GIVEN}:
        return Vote(given.value, best.score, given, "names")  # "VND78 billion was disbursed from the grant"
    committed = best.measure == "fdi_registered" and (
        (best.cue is not None and best.cue.value == "investment") or (best.rule == "words" and not loud)
    )
    lender = next((c for c in _names_near(scene, one) if c.value == "loan"), None) if committed else None
    if lender:
        return Vote("loan", best.score, lender, "names")
    acting = _is_projects_of(scene, one, best) or _adds_its_share(scene, one, best)
    if acting:
        return Vote("grant", best.score, acting, "names")
    if best.measure != "project_capital" or all(c.value != "investment" for c in scene.cues(one.sentence)):
        return best  # a project's cost stays so, whoever pays for it
    if any(c.value == "project_capital" for c in loud) or _acts_itself(scene, one):
        return best
    donor = next((c for c in _names_near(scene, one) if c.value == "grant"), None)
    return Vote("grant", best.score, donor, "names") if donor else best


def _takes_of_it(scene: Scene, one: Sum, best: Vote, last: Vote) -> bool:
    """Whether it is a part of what was told before: "1억 달러가 들어가는 교량" of a loan, "50원 올랐다" of a price."""
    if last.measure in _RATES and best.rule == "direct":
        return True
    taken = any(c.value == "cost" and CONDITIONS["takes"](scene, one, c) for c in scene.cues(one.sentence))
    opens = one.start - scene.places[one.sentence].sentence.start <= _OPENING
    goes_on = last.measure == "fdi_registered" or (last.measure in _GIVEN and opens)
    return taken and best.rule != "strong" and goes_on


def _adds_its_share(scene: Scene, one: Sum, best: Vote) -> Cue | None:
    """The donor that adds to what others pay: "코이카가 500만 달러를 보탰다", "이 중 500만 달러를 코이카가 냈다"."""
    donors = [c for c in scene.cues(one.sentence) if c.how == "names" and c.value == "grant" and c.start >= one.end]
    if donors and scene.patterns.object_.fullmatch(scene.between(one.end, donors[0].start)):
        return donors[0]
    if best.measure != "budget" or best.rule != "words":
        return None
    names = [c for c in scene.cues(one.sentence) if c.how == "names" and c.end <= one.start]
    near = [c for c in names if not any(c.end <= o.start < one.start for o in scene.places[one.sentence].sums)]
    return near[-1] if near and near[-1].value == "grant" else None


def _is_projects_of(scene: Scene, one: Sum, best: Vote) -> Cue | None:
    """The donor, named first, whose projects an amount is of: "KOICA carried out 32 projects worth $210 million"."""
    bodies = scene.places[one.sentence].bodies
    if best.measure not in ("project_capital", "fdi_registered") or best.rule == "strong" or not bodies:
        return None
    first = bodies[0].span
    donors = [c for c in scene.cues(one.sentence) if c.how == "names" and c.value == "grant" and c.end <= one.start]
    counted = best.cue is not None and CONDITIONS["counted"](scene, one, best.cue)
    return next((c for c in donors if counted and first.start <= c.start < first.end), None)


def _acts_itself(scene: Scene, one: Sum) -> bool:
    """Whether a firm is named, or before the amount the side that receives, which may pay its own share."""
    firms = any(b.kind == "company" for b in _around(scene, one))
    return firms or any(b.country == HOME[1] and b.span.end <= one.start for b in scene.places[one.sentence].bodies)


def _around(scene: Scene, one: Sum) -> list[BodyMention]:
    return [b for n in _near(scene, one) for b in scene.places[n].bodies]


def _names_near(scene: Scene, one: Sum) -> list[Cue]:
    return [c for n in _near(scene, one) for c in scene.cues(n) if c.how == "names"]


def _near(scene: Scene, one: Sum) -> list[int]:
    """The sentence of the amount, and the one before it in the paragraph."""
    here, before = one.sentence, one.sentence - 1
    paragraph = scene.places[here].sentence.paragraph
    return [here] if before < 0 or scene.places[before].sentence.paragraph != paragraph else [here, before]


def _told_at_once(scene: Scene, one: Sum) -> Vote | None:
    parted = _respectively(scene, one)
    return _whole_of(scene, one) if parted is None else Vote(parted.value, _TOPIC, parted, parted.how)


def _whole_of(scene: Scene, one: Sum) -> Vote | None:
    """What the amount is of which this one is told as a part: "the last $100 million of a $400 million loan"."""
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    if later is None or not scene.patterns.part_of.fullmatch(scene.text, one.end, later.start):
        return None
    best = _best(votes_of(scene, later, one.sentence))
    return best if best and best.score >= _TELLS and _fits(one, best.measure) else None


def _end_of_rise(scene: Scene, one: Sum) -> Vote | None:
    """What the amount is that a rise ends with: "from $0.5 billion in 1992, trade has grown to $64 billion"."""
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    if later is None or not scene.is_beside(scene.patterns.from_, one):
        return None
    best = _best(votes_of(scene, later, one.sentence))
    return replace(best, rule="rise") if best and best.score >= _AT_LEAST and _fits(one, best.measure) else None


def _named_right_before(scene: Scene, one: Sum) -> str | None:
    """The measure that a word says which leads the amount: "it expects the mall to have [annual sales of]"."""
    if scene.patterns.head_final or scene.patterns.head_first:
        return None
    cues = (c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how == "strong" and c.value in measures())
    return next((c.value for c in cues if 0 <= one.start - c.end <= _LED), None)


def _is_said(scene: Scene, one: Sum) -> bool:
    """Whether a word right before the amount says what it is, in a language that says so there: "xuất khẩu 24 tỷ"."""
    if not scene.patterns.head_first:
        return False
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    return any(0 <= one.start - c.end <= _RIGHT_BEFORE for c in cues)


def _has_word_beside(scene: Scene, one: Sum, measure: str) -> bool:
    """Whether a word right beside the amount makes it of another measure: "lent $9 million and gave $5 million"."""
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in ("strong", "words")]
    near = [c for c in cues if 0 <= one.start - c.end <= _RIGHT_BEFORE or _names_it(scene, one, c)]
    return bool(near) and near[-1].value not in (measure, "investment", "price")


def _respectively(scene: Scene, one: Sum) -> Cue | None:
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


def _has_heading(scene: Scene, one: Sum) -> bool:
    """Whether the line before speaks of a measure and has no amount of its own, as the title of a table has."""
    if not one.sentence:
        return False
    there = scene.places[one.sentence - 1]
    title = scene.between(there.sentence.start, there.sentence.end).rstrip()
    if there.sums or title.endswith((".", "!", "?")):
        return False
    return any(vote.score >= _TELLS for vote in votes_of(scene, one, one.sentence - 1).values())


def _is_introduced(scene: Scene, one: Sum) -> bool:
    """Whether the sentence before, of the same paragraph and without an amount, has the word for what comes now."""
    if not one.sentence or not scene.patterns.head_first:
        return False
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    if there.sums or here.sentence.paragraph != there.sentence.paragraph:
        return False
    return any(c.kind == "measure" and c.how == "strong" for c in scene.cues(one.sentence - 1))


def _of_a_public_body(scene: Scene, one: Sum) -> Vote | None:
    """What no word speaks of but comes from a public body is its aid: "with $3 million from the forest agency"."""
    linked = scene.patterns.funded_from.match(scene.text, one.end)
    bodies = scene.places[one.sentence].bodies
    givers = [b.span for b in bodies if b.kind in _PUBLIC and b.country == HOME[0]]
    givers += [
        s.span
        for s in scene.places[one.sentence].states
        if s.country == HOME[0] and not scene.patterns.buyers.match(scene.text, s.span.end)
    ]
    near = linked and any(0 <= span.start - linked.end() <= _CLOSE_BEHIND for span in givers)
    return Vote("grant", _AT_LEAST, None, "names") if near else None


def _unsaid(scene: Scene, one: Sum) -> str:
    """What an amount is of that no word speaks of: a small one is a price, a great one that both aim at is trade."""
    dollars = one.dollars
    aimed = any(c.kind == "status" and c.value == "target" for c in scene.cues(one.sentence))
    if dollars >= _BOTH_AIM_AT and aimed and _speaks_of_both(scene, one):
        return TRADE[0]
    return next((name for name, m in measures().items() if m.unsaid_below and dollars < m.unsaid_below), "other")


def _carry_on(scene: Scene, one: Sum, last: Vote | None, votes: dict[str, Vote]) -> None:
    """Let the sentence before speak too: its figures, or where it has none its words."""
    number = one.sentence - 1
    if number >= 0 and not scene.places[number].sums:
        for vote in votes_of(scene, one, number).values():
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
        if one.sentence == other.sentence and not own and not _is_spent_of_it(one, last, votes):
            part = scene.patterns.parts.search(scene.text, other.end, one.start)
            listed = one.start - other.end <= _LISTED
            votes[last.measure] = _more(
                votes.get(last.measure),
                Vote(last.measure, _PART if part else _NEXT if listed else _SAME_SENTENCE, last.cue, "next-amount"),
            )
        said = own and (scene.patterns.head_final or _has_word_beside(scene, one, last.measure))
        said = said or _is_said(scene, one)
        if paragraphs[0] == paragraphs[1] and not said:
            kin = TRADE if last.measure in TRADE else (last.measure,)
            named = _named_right_before(scene, one)
            kin = (named,) if named else kin
            for measure in kin:
                if measure in votes:
                    votes[measure] = replace(votes[measure], score=votes[measure].score * _TOPIC)
    _mind_the_size(scene, one, votes)


def _mind_the_size(scene: Scene, one: Sum, votes: dict[str, Vote]) -> None:
    """Let the size of an amount speak against what it seldom or never is."""
    for measure, vote in votes.items():
        if _is_seldom(one, measure):
            votes[measure] = replace(vote, score=vote.score * _SELDOM)
    misfits = [vote for measure, vote in votes.items() if not _fits(one, measure)]
    for vote in misfits:
        votes[vote.measure] = replace(vote, score=vote.score * _MISFIT)
    for vote in misfits:
        beyond = _beyond(one, vote) if scene.patterns.head_first else None
        if beyond and all(v.score < _TELLS for v in votes.values()):
            votes[beyond] = replace(vote, measure=beyond)


def _beyond(one: Sum, vote: Vote) -> str | None:
    """What an amount too large for its measure is of, where the word right before it says so: "giá 63 triệu USD"."""
    kind, cue = measures()[vote.measure], vote.cue
    large = kind.most is not None and one.dollars > kind.most
    said = cue is not None and cue.how == "strong" and 0 <= one.start - cue.end <= _RIGHT_BEFORE
    return kind.beyond if large and said else None


def _is_spent_of_it(one: Sum, last: Vote, votes: dict[str, Vote]) -> bool:
    """Whether a verb right behind tells what was paid of capital: "$344 billion, of which $194 billion was spent"."""
    spent = votes.get("fdi_disbursed")
    if spent is None or spent.cue is None or last.measure != "fdi_registered":
        return False
    return 0 <= spent.cue.start - one.end <= _VERB


def _has_own_word(scene: Scene, one: Sum, other: Sum) -> bool:
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
    return scene.patterns.worth_of.fullmatch(gap) is not None or _is_predicate(scene, gap)


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


def _fits(one: Sum, measure: str) -> bool:
    """Whether the amount has a size that the measure can have."""
    dollars = one.dollars
    kind = measures()[measure]
    return (kind.least is None or dollars >= kind.least) and (kind.most is None or dollars <= kind.most)


def _is_seldom(one: Sum, measure: str) -> bool:
    """Whether amounts of the measure are seldom of this size."""
    dollars, kind = one.dollars, measures()[measure]
    small = kind.seldom_below is not None and dollars < kind.seldom_below
    return small or (kind.seldom_above is not None and dollars > kind.seldom_above)


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
        if aimed and vote.measure in TRADE and _speaks_of_both(scene, one):
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


def _speaks_of_both(scene: Scene, one: Sum) -> bool:
    """Whether it is both countries that aim at something: "hai nước nhắm mốc 150 tỷ USD"."""
    sentence = scene.places[one.sentence].sentence
    return bool(scene.patterns.both.search(scene.text, sentence.start, sentence.end))


def _context(scene: Scene, number: int) -> list[tuple[int, float]]:
    around = [(number - 1, _SENTENCE_BEFORE)] if number else []
    if scene.headline is not None and scene.headline != number:
        around.append((scene.headline, _HEADLINE))
    return around


def _more(known: Vote | None, vote: Vote) -> Vote:
    if known is None:
        return vote
    # A word of the sentence itself, or of the one just before, tells more of sides than one said long ago.
    cue, rule = (known.cue, known.rule) if known.cue else (vote.cue, vote.rule)
    return Vote(known.measure, known.score + vote.score, cue, rule)


def _best(votes: dict[str, Vote]) -> Vote | None:
    return max(votes.values(), key=lambda v: (v.score, v.measure), default=None)
