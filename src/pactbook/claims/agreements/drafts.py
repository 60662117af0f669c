"""Drafts: deals as single clauses tell them, before one article's tellings of a deal are put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from msgspec import Struct

from pactbook.claims.agreements.parties import BETWEEN_STATES, Parties
from pactbook.model.article import Sentence
from pactbook.model.claim import Because, Value
from pactbook.model.edtf import bounds
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: The order of the stages in the life of a deal.
_STAGES = ("proposed", "planned", "signed", "in_force", "completed", "ended")
#: How many days after the signing a deal is reported.
_SAID_WITHIN = 45
#: How long a subject is that says more than "EPC contract", in characters.
_TELLING = 8
#: A pact has so many states at least; kinds of bodies that act for one.
_PAIR, FOR_STATE = 2, frozenset({"ministry", "agency"})
#: Kinds that a plainer word may stand for.
LOOSE = frozenset({"any", "agreement"})


class Telling(Struct, frozen=True):
    """Where a deal is told: the clause ``start:end`` of a sentence, and the word for the deal or None."""

    deal: Span | None
    sentence: Sentence
    start: int
    end: int


@dataclass(slots=True)
class Draft:
    """One telling of one deal.

    ``kind`` may be ``any`` until settled; ``apart`` is True where the words set the deal apart ("another"),
    ``listed`` where they set it beside one of the same sentence ("a memorandum on X and a memorandum on Y"), ``again``
    where they point back ("the document"), ``many`` for a plural, ``member`` for "one" of several; ``weak_status`` says
    that no word told the stage; ``own_date`` that the date stands in the clause itself, ``recalled`` that it lies well
    before the article; ``of_event`` that an undated deal was signed at the event that the article reports. ``tellings``
    are the clauses that tell it, ``subject`` the words for what it is about, where the reader has found them.
    ``shared`` says that its verb stands behind a deal that is coordinated with it.
    ``renewed`` says that an older deal was, or will be, widened or made to last longer.
    ``guessed`` says that the kind is only that of the list, ``said`` that the date is only the day
    on which it was told.
    """

    kind: str
    status: str
    parties: Parties
    sentence: Sentence
    span: Span
    date: str | None = None
    own_date: bool = False
    of_event: bool = False
    values: list[Value] = field(default_factory=list)
    weak_status: bool = False
    definite: bool = False
    matter: str = ""
    family: str = ""
    recalled: bool = False
    guessed: bool = False
    said: bool = False
    shared: bool = False
    listed: bool = False
    apart: bool = False
    again: bool = False
    many: bool = False
    member: bool = False
    renewed: bool = False
    subject: Span | None = None
    because: list[Because] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the parties."""
        return self.parties.members


def beside(draft: Draft, status: str, told_by: Because, date: DateMention | None, telling: Telling) -> Draft:
    """Another deal of the same kind and parties, told together with that of ``draft``: the one before it, or the next.

    It has a stage, a day and a telling of its own; the caller says what words stand for it, and how it is set apart.
    """
    because = [b for b in draft.because if b.cell in ("kind", "parties")]
    because.append(told_by)
    because.extend(Because("date", d.span, d.rule) for d in (date,) if d)
    return replace(
        draft,
        status=status,
        sentence=telling.sentence,
        date=date.value if date else None,
        own_date=date is not None,
        of_event=False,
        listed=True,
        again=False,
        values=[],
        because=because,
        evidence=list(draft.evidence),
        tellings=[telling],
    )


def merge(one: Draft, two: Draft) -> None:
    """Fold ``two`` into ``one``: the earlier telling leads, the later fills what is missing and moves the stage on."""
    if one.guessed and two.kind != "any":
        one.kind, one.guessed = two.kind, two.guessed
    if one.kind in LOOSE and two.kind not in LOOSE and two.kind != "contract":
        one.kind = two.kind
    # An office hands over what the province has granted, and is no third party.
    handed = two.kind == "licence" and two.again and len(one.ids) >= 2
    again = two.again and one.kind not in BETWEEN_STATES
    one.parties = one.parties if handed or _only_acts(one, two) else _joined(one.parties, two.parties, again)
    if two.date and (one.date is None or (not one.own_date and two.own_date and _goes_before(two, one))):
        one.date, one.own_date, one.said = two.date, two.own_date, two.said
    if one.weak_status and not two.weak_status:
        one.status, one.weak_status = two.status, False
    later = not two.weak_status and _STAGES.index(two.status) > _STAGES.index(one.status)
    if later and two.status != "in_force" and not (one.status == "signed" and two.status == "completed"):
        one.status = two.status
    one.values.extend(v for v in two.values if v not in one.values)
    one.evidence.extend(e for e in two.evidence if e not in one.evidence)
    one.because.extend(two.because)
    # What is said with a word for the deal tells best what it is about.
    if two.subject and (one.subject is None or (has_word(two) > has_word(one) and len(two.subject.text) > _TELLING)):
        one.subject = two.subject
    one.tellings.extend(t for t in two.tellings if t not in one.tellings)


def _only_acts(one: Draft, two: Draft) -> bool:
    """Whether ``two`` tells who acted for a state in a pact of states: "signed by the trade ministers"."""
    if one.kind not in BETWEEN_STATES or len(one.ids) < _PAIR:
        return False
    return (len(two.ids) < _PAIR or two.definite) and all(n.kind in FOR_STATE for n in two.parties.names)


def has_word(draft: Draft) -> bool:
    """Whether a word names the deal, and not only a verb tells it."""
    return any(t.deal for t in draft.tellings)


def _goes_before(two: Draft, one: Draft) -> bool:
    """Whether the day that ``two`` tells goes before the day on which ``one`` was only said."""
    return has_word(two) > has_word(one) or _are_near(one.date or "", two.date or "")


def _are_near(one: str, two: str) -> bool:
    """Whether two dates may be the days on which a deal was signed and on which that was said."""
    a, b = bounds(one), bounds(two)
    return a is None or b is None or abs((a[0] - b[0]).days) <= _SAID_WITHIN


def _joined(one: Parties, two: Parties, again: bool) -> Parties:
    strength = ("named", "pair", "default")
    if one.how != two.how:
        return min(one, two, key=lambda p: (not p.names, strength.index(p.how)))
    if len(one.ids) >= 2 and not again:
        return two if two.members > one.members else one
    known = set(one.ids)
    return Parties(one.names + tuple(n for n in two.names if n.id not in known), one.how)
