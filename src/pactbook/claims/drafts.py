"""Drafts: deals as single clauses tell them, before one article's tellings of a deal are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pactbook.claims.parties import BETWEEN_STATES, Parties
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.edtf import compatible
from pactbook.model.span import Span

#: The order of the stages in the life of a deal.
_STAGES = ("proposed", "planned", "signed", "in_force", "completed", "ended")
_AHEAD = frozenset({"proposed", "planned"})
_LOOSE = frozenset({"any", "agreement"})


@dataclass(slots=True)
class Draft:
    """One telling of one deal.

    ``kind`` may be ``any`` until settled; ``apart`` is True where the words set the deal apart ("another"), ``again``
    where they point back ("the document"), ``many`` for a plural, ``member`` for "one" of several; ``weak_status`` says
    that no word told the stage; ``own_date`` that the date stands in the clause itself.
    """

    kind: str
    status: str
    parties: Parties
    sentence: Sentence
    span: Span
    date: str | None = None
    own_date: bool = False
    values: list[Value] = field(default_factory=list)
    place: str | None = None
    weak_status: bool = False
    definite: bool = False
    matter: str = ""
    apart: bool = False
    again: bool = False
    many: bool = False
    member: bool = False
    words: str = ""
    because: list[Because] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the parties."""
        return frozenset(self.parties.ids)


def kinds_agree(one: str, two: str) -> bool:
    """Whether two words for a kind may speak of one deal."""
    if one == two or "any" in (one, two):
        return True
    return "agreement" in (one, two) and not {one, two} & {"licence", "declaration", "partnership", "action_plan"}


def same_deal(one: Draft, two: Draft) -> bool:
    """Whether two drafts of one article tell the same deal."""
    if not kinds_agree(one.kind, two.kind):
        return False
    if one.sentence == two.sentence and one.member and two.member:
        return False
    if one.date and two.date and not compatible(one.date, two.date) and (one.own_date and two.own_date):
        return False
    if one.matter and two.matter and one.matter != two.matter:
        return False
    if two.again:
        if two.sentence.paragraph - one.sentence.paragraph > 4 and not two.ids:
            return False
        if one.parties.how != "named" and two.parties.how == "named":
            return True
        return one.ids >= two.ids or two.ids >= one.ids or not one.ids or not two.ids or two.parties.how != "named"
    if two.apart or one.many != two.many:
        return False
    if two.parties.how == "default" and two.kind not in BETWEEN_STATES:
        return False
    recalled = two.definite or (one.matter and one.matter == two.matter)
    if two.status in _AHEAD and one.status not in _AHEAD and not recalled:
        return False
    if "ended" in (one.status, two.status) and one.status != two.status:
        return False
    if one.kind in BETWEEN_STATES and one.kind == two.kind and one.ids == two.ids:
        return one.matter == two.matter or "" in (one.matter, two.matter) and two.definite
    if one.kind != two.kind or one.kind in _LOOSE:
        return bool(one.ids & two.ids) and (one.ids >= two.ids or two.ids >= one.ids)
    return len(one.ids & two.ids) >= min(len(one.ids), len(two.ids), 2) and bool(one.ids & two.ids)


def merge(one: Draft, two: Draft) -> None:
    """Fold ``two`` into ``one``: the earlier telling leads, the later fills what is missing and moves the stage on."""
    if one.kind in _LOOSE and two.kind not in _LOOSE and two.kind != "contract":
        one.kind = two.kind
    one.parties = _joined(one.parties, two.parties, two.again)
    if (one.date is None or (not one.own_date and two.own_date)) and two.date:
        one.date, one.own_date = two.date, two.own_date
    if one.weak_status and not two.weak_status:
        one.status, one.weak_status = two.status, False
    later = not two.weak_status and _STAGES.index(two.status) > _STAGES.index(one.status)
    if later and two.status != "in_force" and not (one.status == "signed" and two.status == "completed"):
        one.status = two.status
    one.values.extend(v for v in two.values if v not in one.values)
    one.place = one.place or two.place
    one.evidence.extend(e for e in two.evidence if e not in one.evidence)
    one.because.extend(two.because)
    one.words = one.words or two.words


def _joined(one: Parties, two: Parties, again: bool) -> Parties:
    strength = ("named", "pair", "default")
    if one.how != two.how:
        return min(one, two, key=lambda p: (not p.names, strength.index(p.how)))
    if len(one.ids) >= 2 and not again:
        return one
    known = set(one.ids)
    return Parties(one.names + tuple(n for n in two.names if n.id not in known), one.how)


def settle(drafts: Sequence[Draft]) -> list[Draft]:
    """Put the tellings of each deal together, in the order of the text."""
    settled: list[Draft] = []
    for draft in drafts:
        home = next((d for d in reversed(settled) if same_deal(d, draft)), None)
        if home is None:
            if draft.again and (not draft.ids or draft.parties.how != "named"):
                continue
            draft.again = False
            settled.append(draft)
        else:
            merge(home, draft)
    return settled
