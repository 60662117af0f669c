"""Several deals that the same words tell: one with each of a list, one for each pair, one licence for each firm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from pactbook.claims.agreements.drafts import Draft, Telling
from pactbook.claims.agreements.kinds import OFFICES
from pactbook.claims.agreements.parties import Parties
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.agreements.singles import singles_meant
from pactbook.claims.agreements.triggers import Trigger
from pactbook.claims.agreements.value import values_in
from pactbook.model.claim import Because
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: So many bodies with a day of their own make a list of deals.
_DATED = 2
#: Fewer pairs than these are none of a list.
_TWO = 2
#: Fewer names than these make no list of pairs.
_TWO_PAIRS = 4


def one_for_each(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """Part "signed memoranda with A, B and C" into a deal with each, and "between A and B, between C and D" into pairs.

    Any other draft stays one.
    """
    if (draft.many or draft.kind == "partnership") and (pairs := _pairs(draft, trigger, scene)):
        return pairs
    if draft.many and (pairs := _behind_colon(draft, trigger, scene)):
        return pairs
    if pairs := _side_by_side(draft, trigger, scene):
        return pairs
    if dated := _each_with_its_day(draft, trigger, scene):
        return dated
    if draft.kind == "licence" and (given := _each_its_own(draft, trigger, scene)):
        return given
    if not draft.many or draft.status not in ("signed", "planned"):
        return [draft]
    first, last = trigger.core
    subjects = tuple(n for n in draft.parties.names if n.end <= first)
    others = {n.id: n for n in reversed(draft.parties.names) if n.start >= last}
    if len({n.id for n in subjects}) != 1 or len(others) < 2:
        return [draft]
    parts = [Parties((*subjects, other), draft.parties.how) for other in sorted(others.values(), key=lambda n: n.start)]
    return [_part_of(draft, parties) for parties in parts]


def _each_with_its_day(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """A deal with each of a list that tells its day in brackets: "thỏa thuận với A (2018), B (2020) và C (2021)"."""
    days = {d.span.start: d for d in scene.dates_in(trigger.core[0], trigger.end) if d.value}
    if len(days) < _DATED:
        return []
    told = [
        (n, days[n.end + 2])
        for n in draft.parties.names
        if n.end + 2 in days and _has_day_in_brackets(scene, n.end, days)
    ]
    others = tuple(n for n in draft.parties.names if all(n.id != one.id for one, _ in told))
    others = others or tuple(singles_meant(scene, trigger, draft.parties)[:1]) if told else ()
    if len(told) < _DATED or not others:
        return []
    made = []
    for name, day in told:
        part = _part_of(draft, Parties((*others, name), draft.parties.how))
        part.date, part.own_date = day.value, True
        part.because.append(Because("date", day.span, day.rule))
        made.append(part)
    return made


def _has_day_in_brackets(scene: Scene, end: int, days: Mapping[int, DateMention]) -> bool:
    """Whether brackets hold nothing but the day behind a name that ends at ``end``."""
    closes = days[end + 2].span.end
    return scene.text[end : end + 2] == " (" and scene.text[closes : closes + 1] == ")"


def _each_its_own(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """A licence for each firm of a list, which is no consortium: "trao giấy chứng nhận cho A, B và C"."""
    first, last = trigger.core
    offices = tuple(n for n in draft.parties.names if n.kind in OFFICES)
    firms = list({n.id: n for n in draft.parties.names if n.kind == "company"}.values())
    # A Korean firm and a Vietnamese one are partners, unless a bracket tells the project of each.
    alike = len({n.country for n in firms}) == 1 or all(scene.text[n.end : n.end + 2] == " (" for n in firms)
    alike = alike or all(scene.grammar.local_arm.search(scene.plain, n.start, n.end) for n in firms)
    counted = bool(firms) and bool(scene.grammar.hands_out.search(scene.plain, first, firms[0].start))
    many = (alike or counted) and len(firms) > 1 and len(offices) + len(firms) == len(draft.parties.names)
    if not many or any(n.start < last for n in firms) or any(n.end > first for n in offices):
        return []
    if scene.grammar.as_one.search(scene.plain, last, firms[-1].end):
        return []
    made = []
    for one, end in zip(firms, [*(n.start for n in firms[1:]), trigger.end], strict=True):
        part = _part_of(draft, Parties((*offices, one), draft.parties.how))
        part.values = values_in(scene, draft.kind, one.end, end) or part.values
        made.append(part)
    return made


def _pairs(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """One deal for each "between A and B" of a list of pairs; none where there is one pair or none."""
    found = list(scene.grammar.pair_of_list.finditer(scene.plain, trigger.core[1], trigger.end))
    if len(found) < 2:
        return []
    ends = [*(m.start() for m in found[1:]), trigger.end]
    made = []
    for opened, end in zip(found, ends, strict=True):
        names = tuple(n for n in draft.parties.names if opened.end() <= n.start < end)
        if len({n.id for n in names}) != 2:
            return []
        part = _part_of(draft, Parties(names, draft.parties.how))
        topic = scene.grammar.topic.search(scene.plain, names[-1].end, end)
        if topic is not None:
            part.tellings = [Telling(None, draft.sentence, topic.end(), end)]
            part.subject = Span.of(scene.text, topic.end(), end)
        made.append(part)
    return made


def _behind_colon(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """One deal for each pair behind the colon of a count: "Ba bản ghi nhớ được trao: A với B về X, C - D về Y"."""
    end = draft.sentence.end
    colon = scene.plain.find(": ", trigger.core[0], end)
    names = [n for n in scene.named_in(colon, end) if n.kind != STATE] if colon >= 0 else []
    joint = scene.grammar.paired_with
    found = [(a, b) for a, b in pairwise(names) if a.id != b.id and joint.fullmatch(scene.plain, a.end, b.start)]
    if len(found) < _TWO or any(one[1] is two[0] for one, two in pairwise(found)):
        return []
    made = []
    for pair, stop in zip(found, [*(a.start for a, _ in found[1:]), end], strict=True):
        part = _part_of(draft, Parties(pair, "named"))
        part.because = [b for b in part.because if b.cell != "parties"]
        part.because += [Because("parties", n.span, "list") for n in pair]
        part.tellings = [Telling(None, draft.sentence, pair[0].start, stop)]
        topic = scene.grammar.topic.search(scene.plain, pair[1].end, stop)
        if topic is not None:
            rest = scene.plain[topic.end() : stop].rstrip(" ,;.")
            part.subject = Span.of(scene.text, topic.end(), topic.end() + len(rest))
        made.append(part)
    return made


def _side_by_side(draft: Draft, trigger: Trigger, scene: Scene) -> list[Draft]:
    """One deal for each pair of a list: "A với B, C với D đã ký"; none where the names are not paired so."""
    if len(draft.parties.names) < _TWO_PAIRS:
        return []
    names = sorted((n for n in draft.parties.names if n.end <= trigger.core[0]), key=lambda n: n.start)
    if len(names) < _TWO_PAIRS or len(names) % 2 or len({n.id for n in names}) != len(draft.ids) != 0:
        return []
    gaps = [scene.plain[one.end : two.start] for one, two in pairwise(names)]
    joint, comma = scene.grammar.paired_with, scene.grammar.next_pair
    if not all((comma if n % 2 else joint).fullmatch(gap) for n, gap in enumerate(gaps)):
        return []
    return [_part_of(draft, Parties(tuple(names[n : n + 2]), draft.parties.how)) for n in range(0, len(names), 2)]


def _part_of(draft: Draft, parties: Parties) -> Draft:
    """One deal of several told by the same words."""
    return replace(
        draft,
        parties=parties,
        many=False,
        member=True,
        values=list(draft.values),
        because=list(draft.because),
        evidence=list(draft.evidence),
        tellings=list(draft.tellings),
    )
