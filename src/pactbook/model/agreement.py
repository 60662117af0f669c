"""An agreement: what the claims of all articles about it add up to."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.model.decision import Decision
from pactbook.model.money import Worth
from pactbook.model.told import Link


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
