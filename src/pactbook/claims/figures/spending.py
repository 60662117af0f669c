"""What a sum is that somebody sells for, spends or has to pay, where the verb leaves it to the rest to say."""

from __future__ import annotations

from pactbook.claims.figures.countries import HOME
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.knowledge.measures import measures

#: A body of these kinds spends its budget, a firm invests.
_OFFICIAL = ("ministry", "agency", "subnational", "education", "research", "hospital")
#: Of fewer US dollars a thing sold is a ware, and no deal.
_WARE = 5000


def is_of_countries(scene: Scene, one: Sum) -> bool:
    """Whether a country is named before the amount, and no firm: "베트남 법인" is none."""
    place = scene.places[one.sentence]
    firms = [b.span.start for b in place.bodies if b.kind == "company"]
    firms += [c.start for c in scene.cues(one.sentence) if c.kind == "firm"]
    return bool(place.states) and not any(start < one.start for start in firms)


def paid_for(one: Sum) -> str:
    """What is paid for a thing that is sold: a price, or the value of a deal."""
    return "price" if one.dollars < _WARE else "contract_value"


def sales(scene: Scene, one: Sum) -> str:
    """What a firm sells is its revenue, what a country sells are its exports; what a thing is sold for is a deal."""
    if scene.patterns.paid.match(scene.text, one.end):
        return paid_for(one)
    return "exports" if is_of_countries(scene, one) else "revenue"


def cost(scene: Scene, one: Sum) -> str:
    """What something takes is a project's cost, or a price where it is too little for a project."""
    least = measures()["project_capital"].least or 0
    return "project_capital" if one.dollars >= least else "price"


def spending(scene: Scene, one: Sum) -> str:
    """What a firm spends goes into its project, what an office spends is its budget."""
    bodies = [b for b in scene.places[one.sentence].bodies if b.span.start < one.start]
    firms = any(b.kind == "company" for b in bodies)
    built = any(c.value == "project_capital" and c.how != "weak" for c in scene.cues(one.sentence))
    return "project_capital" if (built or firms) and not is_of_an_office(scene, one) else "budget"


def is_of_an_office(scene: Scene, one: Sum) -> bool:
    """Whether it is an office that acts before the amount: "도는 4천만 원을 들였다"."""
    bodies = [b for b in scene.places[one.sentence].bodies if b.span.end < one.start]
    ends = {b.span.end: b for b in bodies}
    acting = [b for end, b in ends.items() if scene.patterns.topic.match(scene.text, end + (scene.text[end] == ")"))]
    return bool(acting) and acting[-1].kind in _OFFICIAL and acting[-1].country == HOME[0]
