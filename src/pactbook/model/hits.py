"""What a question to the record brings back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactbook.model.agreement import AgreementRecord
from pactbook.model.body import BodyRecord
from pactbook.model.claim import FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.told import ArticleHead, Evidence


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

    ``marks`` are places in the sentence where the words asked for stand. ``bodies`` and ``names`` as in a FigureView.
    """

    id: str
    figure: FigureClaim
    evidence: Evidence
    score: float
    said: FigureClaim | None = None
    decisions: tuple[Decision, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    bodies: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


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
