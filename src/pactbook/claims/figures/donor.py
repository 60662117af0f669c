"""What a donor gives: money that other words call a project, a budget or what is disbursed is its aid."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.conditions import CONDITIONS
from pactbook.claims.figures.countries import HOME
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.vote import AT_LEAST, Vote
from pactbook.model.mention import BodyMention

#: Money that somebody gives is disbursed too.
_GIVEN = ("loan", "grant", "fund", "budget")
#: What is told by the hour, month or piece, and how far from the start of its sentence an amount may open it.
_RATES, _OPENING = ("price", "wage"), 12
#: "KOICA [sẽ chi ]5 triệu USD xây trường"
_GIVES = 24
#: Bodies that give aid, and how near behind "from" they stand.
_PUBLIC, _CLOSE_BEHIND = ("ministry", "agency", "subnational", "association", "other"), 24


def of_the_donor(scene: Scene, one: Sum, best: Vote, last: Vote | None) -> Vote:
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
    names = (
        _names_near(scene, one)
        if scene.carries_on(one.sentence) or scene.patterns.head_final
        else _names_here(scene, one)
    )
    lender = next((c for c in names if c.value == "loan"), None) if committed else None
    if lender:
        return Vote("loan", best.score, lender, "names")
    acting = (
        _pays_for_it(scene, one, best)
        or _bears_its_share(scene, one, best)
        or _is_projects_of(scene, one, best)
        or _adds_its_share(scene, one, best)
    )
    if acting:
        return Vote("grant", best.score, acting, "names")
    if best.measure != "project_capital" or all(c.value != "investment" for c in scene.cues(one.sentence)):
        return best  # a project's cost stays so, whoever pays for it
    if any(c.value == "project_capital" for c in loud) or _acts_itself(scene, one):
        return best
    donor = next((c for c in _names_near(scene, one) if c.value == "grant"), None)
    return Vote("grant", best.score, donor, "names") if donor else best


def of_a_public_body(scene: Scene, one: Sum) -> Vote | None:
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
    return Vote("grant", AT_LEAST, None, "names") if near else None


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
    if best.measure == "budget" and best.rule == "office":
        return next((c for c in _names_near(scene, one) if c.value == "grant"), None)  # "his agency has spent"
    if best.measure != "budget" or best.rule != "words":
        return None
    names = [c for c in scene.cues(one.sentence) if c.how == "names" and c.end <= one.start]
    near = [c for c in names if not any(c.end <= o.start < one.start for o in scene.places[one.sentence].sums)]
    return near[-1] if near and near[-1].value == "grant" else None


def _pays_for_it(scene: Scene, one: Sum, best: Vote) -> Cue | None:
    """The donor that is marked as the one that pays for works: "코이카가 센터 건립에 700만 달러를 대고"."""
    donors = [c for c in _names_here(scene, one) if c.value == "grant" and c.end <= one.start]
    if best.measure != "project_capital" or not donors:
        return None
    if scene.patterns.head_first:  # "KOICA sẽ chi 5 triệu USD xây trường"
        gap = scene.between(donors[-1].end, one.start)
        return donors[-1] if len(gap) <= _GIVES and scene.patterns.gives.search(gap) and "," not in gap else None
    if not scene.patterns.object_.match(scene.text, one.end):
        return None
    donors = [c for c in donors if scene.patterns.topic.match(scene.text, c.end)]
    if not donors or any(donors[-1].end <= o.start < one.start for o in scene.places[one.sentence].sums):
        return None
    return None if scene.patterns.breaks.search(scene.between(donors[-1].end, one.start)) else donors[-1]


def _bears_its_share(scene: Scene, one: Sum, best: Vote) -> Cue | None:
    """The word for works of which Korea pays just so much: "South Korea bore $35 million of the $70 million cost"."""
    if best.measure != "project_capital" or scene.patterns.head_final or scene.patterns.head_first:
        return None
    states = [s for s in scene.places[one.sentence].states if s.country == HOME[0] and s.span.end <= one.start]
    pays = states and scene.patterns.bears_it.fullmatch(scene.between(states[-1].span.end, one.start))
    return best.cue if pays and states[-1].form != "adjective" else None


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
    firms = firms or any(c.kind == "firm" and c.end <= one.start for c in scene.cues(one.sentence))
    return firms or any(b.country == HOME[1] and b.span.end <= one.start for b in scene.places[one.sentence].bodies)


def _around(scene: Scene, one: Sum) -> list[BodyMention]:
    return [b for n in _near(scene, one) for b in scene.places[n].bodies]


def _names_near(scene: Scene, one: Sum) -> list[Cue]:
    return [c for n in _near(scene, one) for c in scene.cues(n) if c.how == "names"]


def _names_here(scene: Scene, one: Sum) -> list[Cue]:
    return [c for c in scene.cues(one.sentence) if c.how == "names"]


def _near(scene: Scene, one: Sum) -> list[int]:
    """The sentence of the amount, and the one before it in the paragraph."""
    here, before = one.sentence, one.sentence - 1
    paragraph = scene.places[here].sentence.paragraph
    return [here] if before < 0 or scene.places[before].sentence.paragraph != paragraph else [here, before]
