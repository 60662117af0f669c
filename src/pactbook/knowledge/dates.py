"""Words for dates, one file per language: ``en/dates.toml``, ``vi/dates.toml``, ``ko/dates.toml``."""

from __future__ import annotations

from functools import cache

from msgspec import field

from pactbook.knowledge.reading import NEVER, Entry, Pattern, read
from pactbook.model.article import Language


class Relative(Entry, frozen=True):
    """Phrases that count from a known date: phrase → how many units later (-1 is the one before)."""

    year: dict[str, int] = field(default_factory=dict)
    month: dict[str, int] = field(default_factory=dict)
    quarter: dict[str, int] = field(default_factory=dict)
    week: dict[str, int] = field(default_factory=dict)
    day: dict[str, int] = field(default_factory=dict)


class Tense(Entry, frozen=True):
    """Words that tell whether a bare month or day lies ahead or behind; ``past_endings`` end verbs of the past."""

    future: list[str] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    past_endings: list[str] = field(default_factory=list)
    not_past: list[str] = field(default_factory=list)
    past_marks: list[str] = field(default_factory=list)
    future_endings: list[str] = field(default_factory=list)
    ahead: float = 1
    finite: list[str] = field(default_factory=list)
    neither: list[str] = field(default_factory=list)
    either: list[str] = field(default_factory=list)
    goes_on: list[str] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)
    deadline: Pattern = NEVER


class Years(Entry, frozen=True):
    """What tells a bare ``2019`` that is a year from one that counts something; see the head of the file."""

    before: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    not_before: list[str] = field(default_factory=list)
    not_after: list[str] = field(default_factory=list)
    plural_endings: list[str] = field(default_factory=list)


class DateWords(Entry, frozen=True):
    """One language's words and shapes for dates. The head comment of the file explains every field."""

    months: list[list[str]] = field(default_factory=list)
    months_short: list[list[str]] = field(default_factory=list)
    doubtful_months: list[str] = field(default_factory=list)
    seasons_alone_before: list[str] = field(default_factory=list)
    before_month: list[str] = field(default_factory=list)
    weekdays: list[list[str]] = field(default_factory=list)
    day_suffixes: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    rel: dict[str, int] = field(default_factory=dict)
    that: list[str] = field(default_factory=list)
    end: list[str] = field(default_factory=list)
    start: list[str] = field(default_factory=list)
    vague: list[str] = field(default_factory=list)
    weeks: list[str] = field(default_factory=list)
    passing: list[str] = field(default_factory=list)
    not_after: list[str] = field(default_factory=list)
    not_before: list[str] = field(default_factory=list)
    durations: list[str] = field(default_factory=list)
    head_final: bool = False
    parts_ahead: int | None = None
    year_ends: list[str] = field(default_factory=list)
    seasons: dict[str, int] = field(default_factory=dict)
    edge_days: dict[str, int] = field(default_factory=dict)
    holidays: dict[str, str] = field(default_factory=dict)
    of_year: dict[str, int] = field(default_factory=dict)
    of_month: dict[str, int] = field(default_factory=dict)
    relative: Relative = Relative()
    said: Relative = Relative()
    tense: Tense = Tense()
    years: Years = Years()
    shapes: dict[str, list[str]] = field(default_factory=dict)


@cache
def date_words(language: Language) -> DateWords:
    """The words of ``language``. Raises KnowledgeError."""
    return read(f"{language}/dates.toml", DateWords)
