"""What governs an amount: the head of its verb's subject ("[Lending] for ports came to"), or the noun it describes."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.model.words import MEASURES

#: Heads of these say themselves what the amount is; "revenue from exports" and "the cost of a loan" do not.
_PLAIN = frozenset(MEASURES) - {"project_capital", "revenue", "budget", "wage", "price"}
#: Deals that are told with their worth behind.
_DEALS = frozenset(("contract_value", "loan", "grant", "fund"))
#: The name of works is no longer than this.
_NAMED, _SAID = 40, 2
#: Words that are the head of a subject, by the field of the TOML file that they stand in.
_HEADS = ("strong", "words", "toward")
#: Of fewer US dollars nothing is built.
_LEAST_BUILT = 200_000
#: So far back an article stands at most: "[a] roughly $2 billion plaza".
_ARTICLE = 24

#: "[The ministry had] set aside more than $2 billion"
_SPENT = 80


@dataclass(frozen=True, slots=True)
class Subject:
    """The head of a subject, and from where to where words only hang on it."""

    head: tuple[int, int]
    hanging: tuple[int, int]
    plain: bool

    def is_headed_by(self, cue: Cue) -> bool:
        """Whether the word is the head."""
        return self.head[0] <= cue.start and cue.end <= self.head[1] and cue.how in _HEADS

    def outweighs(self, cue: Cue) -> bool:
        """Whether the word only hangs on a head that says itself what the amount is."""
        return self.plain and self.hanging[0] <= cue.start and cue.end <= self.hanging[1]


def subject_of(scene: Scene, one: Sum) -> Subject | None:
    """What the amount is said of: "[Its spending] on Korean goods came to $3 billion", "[a contract] ..., worth"."""
    return _deal_worth(scene, one) or _head_of(scene, one)


def _deal_worth(scene: Scene, one: Sum) -> Subject | None:
    """The deal that is told with its worth behind: "concluded [a contract] to supply trains for a line, worth"."""
    place = scene.places[one.sentence]
    apposed = scene.patterns.apposed.search(scene.text, place.sentence.start, one.start)
    if apposed is None or not apposed[0].startswith(",") or any(o.end <= one.start for o in place.sums):
        return None
    start = max(
        [
            place.sentence.start,
            *(m.end() for m in scene.patterns.breaks.finditer(scene.text, place.sentence.start, apposed.start())),
        ]
    )
    told = [
        c for c in scene.cues(one.sentence) if c.kind == "measure" and start <= c.start and c.end <= apposed.start()
    ]
    deals = [c for c in told if c.how == "strong" and c.value in _DEALS]
    if not deals:
        return None
    return Subject((deals[0].start, deals[0].end), (deals[0].end, apposed.start()), True)


def _head_of(scene: Scene, one: Sum) -> Subject | None:
    """The head of the subject of a verb that only says how much."""
    place = scene.places[one.sentence]
    link = scene.patterns.links.search(scene.text, place.sentence.start, one.start)
    if link is None:
        return None
    start = max([place.sentence.start, *(o.end for o in place.sums if o.end <= link.start())])
    start = max([start, *(m.end() for m in scene.patterns.clauses.finditer(scene.text, start, link.start()))])
    hanging = next((m for m in scene.patterns.hangs.finditer(scene.text, start + 1, link.start())), None)
    if hanging is None:
        return None
    told = [c for c in scene.cues(one.sentence) if c.kind == "measure" and c.how in _HEADS]
    heads = [c for c in told if start <= c.start < hanging.start() and c.end <= link.start() and not _is_verb(c)]
    if not heads:
        return None
    heads = [c for c in heads if c.value != "investment"] or heads  # "loans committed to Vietnam"
    last = max(heads, key=lambda c: (c.end, -c.start))
    plain = all(c.value in _PLAIN for c in heads if c.end > last.start)
    return Subject((last.start, last.end), (max(last.end, hanging.start()), link.start()), plain)


def _is_verb(cue: Cue) -> bool:
    """Whether a word for a deal is mostly a verb: "what the two [buy] from each other was worth"."""
    return cue.value == "contract_value" and cue.how == "words"


def is_worth_of(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the amount is what works are worth that are named right before it: "nhà máy Vân Phong 1 trị giá".

    A deal told in the same breath is worth it instead: "hợp đồng xây nhà máy trị giá".
    """
    if not scene.patterns.head_first or cue.how not in ("strong", "words"):
        return False
    worth = scene.patterns.apposed.search(scene.text, cue.end, one.start)
    if worth is None or worth.start() - cue.end > _NAMED:
        return False
    gap = scene.between(cue.end, worth.start())
    if "," in gap or scene.patterns.breaks.search(gap):
        return False
    place = scene.places[one.sentence]
    # What stands right behind an amount is said of that: "1,1 tỷ USD [tín dụng] cho nhà máy".
    since = max([place.sentence.start, *(o.end + _SAID for o in place.sums if o.end <= cue.start)])
    told = [c for c in scene.cues(one.sentence) if c.kind == "measure" and since <= c.start and c.end <= worth.start()]
    return all(c.value not in _DEALS or c.how not in ("strong", "words") for c in told)


def describes_works(scene: Scene, one: Sum) -> bool:
    """Whether the amount describes something that it is the cost of: "opened a $255 million plaza"."""
    if one.dollars < _LEAST_BUILT or not scene.patterns.described.match(scene.text, one.end):
        return False
    return scene.patterns.articles.search(scene.text, max(one.start - _ARTICLE, 0), one.start) is not None


def is_spent_by_an_office(scene: Scene, one: Sum) -> bool:
    """Whether an office spends just so much: "the ministry has set aside 6.7 billion won"."""
    start = max(scene.places[one.sentence].sentence.start, one.start - _SPENT)
    office = scene.patterns.office_spends.search(scene.text, start, one.start)
    if office is None:
        return False
    given = (c for c in scene.cues(one.sentence) if c.value == "grant" and c.how == "strong")
    return not any(0 <= office.start() - c.end <= 1 for c in given)  # "the aid agency will spend"
