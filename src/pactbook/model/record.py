"""The record: what the claims of all articles add up to, and what a question to it brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactbook.model.article import Article, Language
from pactbook.model.claim import AgreementClaim, Body, DateClaim, FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.span import Span


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text. ``copy_of`` is the id of the article that this one nearly repeats, or None."""

    id: str
    language: Language
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    source: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's claim about one agreement, with what the record must know of the article.

    ``id`` is the claim's id. ``origin`` is the article that counts as the source: the article itself, or the
    one that it nearly repeats. ``countries`` are the sides that its parties belong to, where known. ``rivals``
    counts the other claims of the same article with the same parties: where there are any, the parties alone
    do not tell which agreement is meant.
    """

    id: str
    article: str
    origin: str
    language: Language
    published: str | None
    claim: AgreementClaim
    countries: frozenset[str] = frozenset()
    rivals: int = 0
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings that speak of the same agreement, with the score and the reasons for it. ``left < right``."""

    left: str
    right: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """One value of a cell, the tellings that report it, and how many independent sources they are."""

    value: str
    tellings: tuple[str, ...]
    sources: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What the sources say of one field.

    ``level`` is ``confirmed`` (two or more independent sources, one value), ``majority`` (most say ``value``),
    ``unique`` (one source), ``conflict`` (no value has the most), ``missing``, or ``decided`` by an analyst, whose
    ``decision`` it then is. ``value`` is the chosen value, or None where there is none; ``reported`` holds every value
    that the sources report, the best supported first. ``rule`` says in words how ``value`` was chosen.
    """

    name: str
    level: str
    value: str | None
    reported: tuple[Reported, ...] = ()
    decision: Decision | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A status that an article reports; ``published`` is the day of the article, ``date`` what it says of the deal."""

    status: str
    published: str | None
    date: str | None
    telling: str


@dataclass(frozen=True, slots=True)
class Equivalent:
    """An amount in US dollars, with the units of its currency for one dollar, the year of that rate and its source."""

    low: float
    high: float
    rate: float
    year: int
    source: str


@dataclass(frozen=True, slots=True)
class Worth:
    """An amount attached to an agreement, in whole currency units, and the independent sources that report it.

    ``dollars`` is the equivalent of another currency, None for US dollars and where no rate is known.
    """

    low: float
    high: float
    currency: str
    sources: int
    dollars: Equivalent | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """What agreements of one commitment, one kind and one currency come to, each counted once, in whole units.

    ``agreements`` have an amount; ``without`` more of this commitment and kind have none.
    """

    commitment: str
    kind: str
    currency: str
    low: float
    high: float
    agreements: int
    without: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How well an agreement is known; docs/record.md defines both scores, from 0 to 1.

    ``completeness``: which share of what should be known is; ``missing`` names the rest. ``strength``: how much the
    sources bear, by ``grounds``.
    """

    completeness: float
    missing: tuple[str, ...]
    strength: float
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One figure as the record has it: ``claim`` holds what an analyst decided, ``said`` what the article says.

    ``said`` is None where nothing was changed. ``decisions`` are those that stand on it, in time: edits, and the word
    that it is right as it stands.
    """

    id: str
    claim: FigureClaim
    said: FigureClaim | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says for one point of a series; ``origin`` is the article that counts as the source.

    ``decisions`` are those of an analyst on the figure; ``claim`` holds what was decided.
    """

    figure: str
    origin: str
    published: str | None
    claim: FigureClaim
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """What is said of one measure for one time, in one status and one currency.

    ``low`` and ``high`` are the best backed value in whole units, ``level`` says how well it is backed (as in a Cell);
    it is ``decided`` where an analyst accepted a figure or set its amount.
    ``parts`` are lesser sums that a source gives beside its whole one ("of which phones ...").
    ``reached``, of a target or a forecast, is the share of it that the actual figure of that time came to.
    ``accumulated``: all that there was up to that time, not what the time itself brought.
    """

    period: str | None
    status: str
    currency: str
    low: float
    high: float
    level: str
    readings: tuple[Reading, ...]
    parts: tuple[Reading, ...] = ()
    dollars: Equivalent | None = None
    reached: float | None = None
    accumulated: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One measure between two sides over time. Points are in the order of their periods."""

    measure: str
    source: str | None
    target: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """One agreement: all its tellings put together. ``id`` is the smallest id of its tellings.

    ``parties`` are ids of bodies or ISO codes of states. ``history`` runs by the articles' publication dates;
    ``links`` say why the tellings are one agreement; ``accepted`` is the analyst's word that it is right as it stands.
    ``commitment`` is how far the sides are bound: ``proposal``, ``pledge``, ``commitment``, ``under_way``, ``done``,
    ``ended``.
    """

    id: str
    parties: tuple[str, ...]
    kind: str
    status: str
    date: str | None
    subject: str
    sectors: tuple[str, ...]
    value: tuple[Worth, ...]
    place: str | None
    history: tuple[Stage, ...]
    cells: tuple[Cell, ...]
    tellings: tuple[str, ...]
    links: tuple[Link, ...] = ()
    accepted: Decision | None = None
    commitment: str = ""
    quality: Quality | None = None

    def cell(self, name: str) -> Cell:
        """The cell of that name (``kind``, ``status``, ``date``, ``place``...). Raises KeyError."""
        for cell in self.cells:
            if cell.name == name:
                return cell
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """One organisation across articles. ``names`` are the commonest first; counts say how much speaks of it.

    ``also`` are the ids of other bodies that an analyst said to be this one; names and counts are those of all.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    articles: int
    agreements: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so. ``sentence`` is whole; ``quotes`` are the words in it that the claim rests on."""

    article: ArticleHead
    sentence: Span
    quotes: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A telling opened: the claim, its article, and every sentence that it rests on."""

    telling: Telling
    article: ArticleHead
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """All that is known of one agreement. ``names`` gives each party's best known name by its id."""

    record: AgreementRecord
    names: Mapping[str, str]
    told: tuple[ToldClaim, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """All that is known of one organisation.

    ``also`` are the ids that an analyst said to be the same body. ``predecessors`` are bodies whose place it took,
    ``successors`` those that took its place, the next first; they stay bodies of their own. ``names`` has them all.
    """

    body: BodyRecord
    agreements: tuple[AgreementRecord, ...]
    articles: tuple[ArticleHead, ...]
    names: Mapping[str, str]
    also: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureView:
    """All that is known of one figure: what stands, what was decided, and the sentence that says so.

    ``bodies`` are the organisations that the sentence names, in its order; ``names`` tells how they are called.
    """

    record: FigureRecord
    article: ArticleHead
    evidence: Evidence
    bodies: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its text and everything that was found in it.

    ``figures`` are those that stand, as decided; ``sums`` are the same with their ids and decisions.
    """

    head: ArticleHead
    article: Article
    bodies: tuple[Body, ...]
    agreements: tuple[Telling, ...]
    figures: tuple[FigureClaim, ...]
    dates: tuple[DateClaim, ...]
    copies: tuple[str, ...] = ()
    sums: tuple[FigureRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementHit:
    """An agreement that answers a question, with the sentence that tells it best.

    ``record`` has no ``links``: why its tellings are one agreement is worked out when that agreement is opened.
    ``subject`` is its subject in the language of that sentence, where an article puts it so. ``marks`` are places in
    ``evidence.sentence.text`` where the words of the question stand, ``subject_marks`` in ``subject``: [start, end) in
    code points.
    """

    record: AgreementRecord
    names: Mapping[str, str]
    evidence: Evidence
    score: float
    marks: tuple[tuple[int, int], ...] = ()
    subject_marks: tuple[tuple[int, int], ...] = ()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure that answers a question, with its sentence; ``said`` and ``decisions`` as in a FigureRecord.

    ``marks`` are places in the sentence where the words asked for stand.
    """

    id: str
    figure: FigureClaim
    evidence: Evidence
    score: float
    said: FigureClaim | None = None
    decisions: tuple[Decision, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that answers a question.

    ``marks`` are places in ``snippet`` where its words stand, ``title_marks`` in the headline. ``start`` is where the
    snippet begins in the article's text.
    """

    article: ArticleHead
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    title_marks: tuple[tuple[int, int], ...] = ()
    start: int = 0


@dataclass(frozen=True, slots=True)
class BodyHit:
    """An organisation that answers a question.

    ``name`` is the one to show; ``found`` is the one of its names that answers, with ``marks`` where the words stand.
    """

    body: BodyRecord
    name: str
    found: str
    marks: tuple[tuple[int, int], ...]
    score: float
