"""What a lender gives to a project is a loan, whatever the project is: "EDCF has committed $2 billion to projects"."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.vote import RIGHT_BEFORE, Vote
from pactbook.model.span import Span

#: What a loan is mistaken for, and the fields of the words that do not say it loud.
_MISTAKEN, _QUIET = ("project_capital", "grant"), ("words", "weak", "beside", "context", "next-amount")
#: What a fund for loans gives, in US dollars, where the word is one for aid; less is a donation.
_LENT = 1_000_000
#: How far before an amount the verb of giving stands at most, and how far behind it the fund that it comes from.
_BEFORE, _BEHIND = 60, 100
#: How far behind an amount banks stand that it comes from.
_FROM = 60


def of_the_lender(scene: Scene, one: Sum, best: Vote) -> Vote:
    """A loan, where a lender gives the amount and no loud word says what else it is."""
    if best.measure not in _MISTAKEN or best.rule not in _QUIET or _is_its_cost(scene, one):
        return best
    if best.measure == "grant" and one.dollars < _LENT:
        return best
    if best.measure in _MISTAKEN and _is_lent_on_terms(scene, one):
        return Vote("loan", best.score, best.cue, "names")
    fund = next(_funds(scene, one), None)
    if fund is not None and (_gives(scene, one, fund) or _comes_from(scene, one, fund)):
        return Vote("loan", best.score, fund, "names")
    if best.measure == "project_capital" and (_comes_from_banks(scene, one) or _is_given_by_a_bank(scene, one)):
        return Vote("loan", best.score, None, "names")
    return best


def _funds(scene: Scene, one: Sum) -> Iterator[Cue]:
    """The funds and banks in the sentence whose money is lent."""
    return (c for c in scene.cues(one.sentence) if c.how == "names" and c.value == "loan")


def _is_its_cost(scene: Scene, one: Sum) -> bool:
    """Whether a word right beside the amount says that it is what the works cost: "a project worth $54 million"."""
    if scene.patterns.head_final or scene.is_beside(scene.patterns.together, one):
        return False  # "사업에 20억달러를", "finance the project with $90 million"
    cues = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.value == "project_capital"]
    return any(0 <= one.start - c.end <= RIGHT_BEFORE or 0 <= c.start - one.end <= 1 for c in cues)


def _gives(scene: Scene, one: Sum, giver: Cue | Span) -> bool:
    """Whether the amount is what ``giver`` gives: a verb of giving leads to it, in Korean one behind the amount."""
    if giver.end > one.start or _is_parted(scene, one, giver.end, one.start):
        return False
    if scene.patterns.head_final:
        particle = scene.patterns.object_.match(scene.text, one.end)
        return particle is not None and scene.patterns.gives.match(scene.text, particle.end()) is not None
    near = max(giver.end, one.start - _BEFORE)
    return scene.patterns.gives.search(scene.text, near, one.start) is not None


def _comes_from(scene: Scene, one: Sum, fund: Cue) -> bool:
    """Whether the amount comes from the fund named behind it: "$120 million for the bypass from the EDCF"."""
    if not 0 <= fund.start - one.end <= _BEHIND or _is_parted(scene, one, one.end, fund.start):
        return False
    return scene.is_beside(scene.patterns.drawn_from, fund)


def _is_given_by_a_bank(scene: Scene, one: Sum) -> bool:
    banks = (b.span for b in scene.places[one.sentence].bodies if scene.patterns.banks.search(b.name))
    return any(_gives(scene, one, span) for span in banks)


def _comes_from_banks(scene: Scene, one: Sum) -> bool:
    """Whether banks are where the amount comes from: "raised $350 million from Korean banks"."""
    said = scene.patterns.from_banks.search(scene.text, one.end, one.end + _FROM)
    return said is not None and not _is_parted(scene, one, one.end, said.end())


def _is_lent_on_terms(scene: Scene, one: Sum) -> bool:
    """Whether the sentence tells on which terms its only amount is lent: "$25 million at 0.15 percent interest"."""
    place = scene.places[one.sentence]
    return len(place.sums) == 1 and bool(
        scene.patterns.lent_at.search(scene.text, place.sentence.start, place.sentence.end)
    )


def _is_parted(scene: Scene, one: Sum, start: int, end: int) -> bool:
    """Whether another amount or thought stands between."""
    others = (o for o in scene.places[one.sentence].sums if o is not one)
    return any(start <= o.start < end for o in others) or bool(scene.patterns.breaks.search(scene.text, start, end))
