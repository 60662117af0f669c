"""A record as an analyst handles it: one object with every verb."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal, TypedDict, Unpack

from pactbook.errors import RecordError
from pactbook.export.choice import Thing
from pactbook.export.columns import Row
from pactbook.model.figure import Series
from pactbook.model.hits import AgreementHit, ArticleHit, BodyHit, FigureHit
from pactbook.model.money import Total
from pactbook.model.search import Search
from pactbook.model.told import Evidence
from pactbook.model.views import AgreementView, ArticleView, BodyView, FigureView
from pactbook.pipeline.doubting import Doubts
from pactbook.pipeline.intake import Intake, Summary
from pactbook.pipeline.rebuilding import rebuild, steps
from pactbook.pipeline.rereading import MOST, Rereading, reread, stale
from pactbook.pipeline.reviewing import Review
from pactbook.pipeline.rows import RowPage, claims_of, codebook_of, find_rows, row_of
from pactbook.pipeline.saving import delete_search, read_searches, save_search
from pactbook.pipeline.taking import export, export_figures, export_one, export_to
from pactbook.search.ahead import keep, read_ahead
from pactbook.search.course import By, Course, Of, find_course
from pactbook.search.facets import Facets, count_facets
from pactbook.search.network import Net, find_network
from pactbook.search.page import Page, find_page
from pactbook.search.query import Query, Sort, What
from pactbook.search.sentences import figure_sentences
from pactbook.search.series import find_series
from pactbook.search.show import show
from pactbook.search.suggestions import suggest
from pactbook.search.tally import Tally, tally
from pactbook.search.ties import Sibling, Tie, siblings, strongest_ties
from pactbook.search.totals import add_up
from pactbook.search.years import Years, count_years
from pactbook.settings import record_path
from pactbook.store.check import check
from pactbook.store.counting import Counts, count
from pactbook.store.file import RecordFile
from pactbook.store.journal import changes

#: Seconds to wait for another program that writes to the record.
WAIT = 30.0

Table = Literal["agreements", "claims", "figures", "series", "organisations", "articles", "network", "decisions", "all"]
Format = Literal["csv", "xlsx", "jsonl", "ftm", "ris", "csl", "graphml"]


class Filters(TypedDict, total=False):
    """What an answer must fulfil. Where several words are given for one filter, any of them will do.

    ``party`` is a name, in any of the three languages, or an id; ``province`` and ``outlet`` are names; ``country`` is
    an ISO 3166 code or a name; ``kind``, ``status``, ``commitment``, ``sector``, ``measure``, ``language`` are words of
    the codebook; ``year`` is four digits; ``amount`` a range of US dollars (``>=1bn``, ``1m..5m``); ``since`` and
    ``until`` are dates (``2023``, ``2023-06``, ``2023-06-23``). ``sort`` is ``relevance``, ``date``, ``amount`` or
    ``sources``; ``limit`` is the most answers to give; ``after`` is the ``next`` of the page before.
    """

    party: str | Sequence[str]
    country: str | Sequence[str]
    kind: str | Sequence[str]
    status: str | Sequence[str]
    commitment: str | Sequence[str]
    sector: str | Sequence[str]
    language: str | Sequence[str]
    measure: str | Sequence[str]
    outlet: str | Sequence[str]
    province: str | Sequence[str]
    year: str | int | Sequence[str]
    amount: str | Sequence[str]
    since: str | None
    until: str | None
    sort: Sort
    limit: int | None
    after: str | None


class Record:
    """An open record. Get one from ``open_record``; close it, or use it in a ``with`` statement."""

    def __init__(self, file: RecordFile) -> None:
        self._file = file

    @property
    def path(self) -> Path:
        """The record file."""
        return self._file.path

    def add(self, *paths: str | Path, workers: int | None = None, seen: Callable[[], None] = lambda: None) -> Summary:
        """Read files, zip archives, folders and patterns into the record, on all cores. What it holds is left as it is.

        ``workers`` is the number of processes (default: one per core; the result is the same at any number);
        ``seen`` is called after each source. Returns what was read, and what was skipped and why. Raises RecordError.
        """
        return self.intake(workers=workers, seen=seen).add(paths)

    def intake(self, workers: int | None = None, seen: Callable[[], None] = lambda: None) -> Intake:
        """A run of adding whose ``summary`` can be read while it is under way, and after it was interrupted."""
        return Intake(self._file, workers, seen)

    def search(self, words: str = "", **filters: Unpack[Filters]) -> list[AgreementHit]:
        """Agreements that fit the words and every filter, the best first; docs/query.md tells what ``words`` may be.

        Raises QueryError; QuerySyntaxError, which knows the place, for words that are not well formed.
        """
        return list(find_page(self._file, "agreements", Query.of(words, **filters)).hits)

    def figures(self, words: str = "", **filters: Unpack[Filters]) -> list[FigureHit]:
        """Sums of money that fit the words and every filter, the best first. Raises QueryError."""
        return list(find_page(self._file, "figures", Query.of(words, **filters)).hits)

    def organisations(self, words: str = "", **filters: Unpack[Filters]) -> list[BodyHit]:
        """Organisations of whose names one fits the words, and that fit every filter. Raises QueryError."""
        return list(find_page(self._file, "organisations", Query.of(words, **filters)).hits)

    def sentences(self, figures: Iterable[str]) -> Mapping[str, Evidence]:
        """Figure id → the sentence that says it, with its article."""
        return figure_sentences(self._file, figures)

    def network(self, words: str = "", most: int = 60, *, states: bool = True, **filters: Unpack[Filters]) -> Net:
        """The ``most`` strongest ties among the parties of the agreements that fit the words and every filter.

        Raises QueryError.
        """
        return find_network(self._file, Query.of(words, **filters), most, states=states)

    def course(
        self, words: str = "", by: By = "year", of: Of = "kind", at: str | None = None, **filters: Unpack[Filters]
    ) -> Course:
        """The agreements that fit along time, by kind or status; those of the time ``at``. Raises QueryError."""
        return find_course(self._file, Query.of(words, **filters), by, of, at)

    def years(self) -> Years:
        """How many agreements each year brought, by kind and by sector."""
        return count_years(self._file)

    def ties(self, limit: int = 12) -> tuple[list[Tie], Mapping[str, str]]:
        """The pairs of bodies with most agreements, and the bodies' names."""
        return strongest_ties(self._file, limit)

    def siblings(self, agreement: str, limit: int = 8) -> list[Sibling]:
        """Agreements that share most parties with the one of this id."""
        return siblings(self._file, agreement, limit)

    def articles(self, words: str = "", **filters: Unpack[Filters]) -> list[ArticleHit]:
        """Articles that fit the words and every filter, the best first. Raises QueryError."""
        return list(find_page(self._file, "articles", Query.of(words, **filters)).hits)

    def page(self, what: What, words: str = "", **filters: Unpack[Filters]) -> Page[Any]:
        """Some answers, how many there are in all, and where the next page begins (``after``). Raises QueryError."""
        return find_page(self._file, what, Query.of(words, **filters))

    def rows(self, what: What, words: str = "", **filters: Unpack[Filters]) -> RowPage:
        """As ``page``, with rows as docs/export.md explains them instead of what they stand for. Raises QueryError."""
        return find_rows(self._file, what, Query.of(words, **filters))

    def row(self, what: What, name: str) -> Row | None:
        """The row of the thing with this id, None where there is none."""
        return row_of(self._file, what, name)

    def claims(self, agreement: str) -> tuple[Row, ...]:
        """The claims of the agreement with this id, as rows."""
        return claims_of(self._file, agreement)

    def stated(self, article: str) -> Mapping[str, object]:
        """All that the article with this id states, as the codebook's object."""
        return codebook_of(self._file, article)

    def counts(self, words: str = "", what: What = "agreements", **filters: Unpack[Filters]) -> Facets:
        """How many answers have each value of each field, among what fits all other filters. Raises QueryError."""
        return count_facets(self._file, Query.of(words, **filters), what)

    def suggest(self, words: str, **filters: Unpack[Filters]) -> str | None:
        """The words spelt as the record spells them, where they stand nowhere in it; None where nothing is near."""
        return suggest(self._file, Query.of(words, **filters))

    def totals(self, words: str = "", **filters: Unpack[Filters]) -> list[Total]:
        """What the amounts of the agreements that fit come to, by commitment, kind and currency. Raises QueryError."""
        return add_up(self._file, Query.of(words, **filters))

    def series(self, words: str = "", **filters: Unpack[Filters]) -> list[Series]:
        """Trade and investment over time, from the figures that fit the words and every filter. Raises QueryError."""
        return find_series(self._file, Query.of(words, **filters))

    def show(self, key: str) -> AgreementView | BodyView | FigureView | ArticleView:
        """All that is known of an agreement, an organisation, a figure or an article.

        ``key`` is an id, its unique beginning, or an organisation's name. Raises QueryError when nothing or too much
        fits, EvidenceError when a quote no longer stands where it was found.
        """
        return show(self._file, key)

    def export(self, what: Table, form: Format, path: str | Path, words: str = "", **filters: Unpack[Filters]) -> int:
        """Write a table, or ``all``, to ``path``: every row, or every row that fits the words and filters.

        Returns the number of rows (entities, references). Raises QueryError, RecordError; docs/export.md has the rest.
        """
        return export(self._file, what, form, Path(path), Query.of(words, **filters))

    def export_to(self, what: Table, form: Format, file: BinaryIO, words: str = "", **filters: Unpack[Filters]) -> int:
        """As ``export``, into a stream of bytes, which stays open; what was written before an error is not complete."""
        return export_to(self._file, what, form, file, Query.of(words, **filters))

    def export_one(self, what: Table, form: Format, file: BinaryIO, one: tuple[Thing, str]) -> int:
        """As ``export_to``, of one thing: ("agreements", ID), with all that belongs to it, or a figure, an article."""
        return export_one(self._file, what, form, file, one)

    def export_figures(self, what: Table, form: Format, file: BinaryIO, figures: Iterable[str]) -> int:
        """As ``export_to``, of the figures with these ids: the ``figures``, or the ``series`` that they make."""
        return export_figures(self._file, what, form, file, figures)

    def review(self, who: str) -> Review:
        """The decisions of the record, made in the name of ``who``."""
        return Review(self._file, who)

    def doubts(self) -> Doubts:
        """What there is to look at, kind by kind."""
        return Doubts(self._file)

    def searches(self) -> list[Search]:
        """The searches that are kept under a name, the latest first."""
        return read_searches(self._file)

    def save_search(self, name: str, address: str, who: str = "") -> Search:
        """Keep a search under a name: ``address`` is that of its page, ``/search?...``. Raises QueryError."""
        return save_search(self._file, name, address, who)

    def delete_search(self, address: str) -> None:
        """Keep it no longer. Raises QueryError where it was not kept."""
        delete_search(self._file, address)

    def reread(
        self, workers: int | None = None, seen: Callable[[], None] = lambda: None, most: int = MOST
    ) -> Rereading:
        """Read the stored articles again that another version of pactbook has read; say what changed.

        All changed agreements are counted, at most ``most`` that are gone and ``most`` that have come are listed.
        """
        done = reread(self._file, workers, seen, most)
        keep(self._file, rarely=True)
        return done

    def stale(self) -> int:
        """How many articles another version of pactbook has read."""
        return stale(self._file)

    def rebuild(self, workers: int | None = None, seen: Callable[[int], None] = lambda _: None) -> Counts:
        """Put the record together anew from the stored articles' claims and the decisions; nothing else changes.

        ``workers`` is the number of processes (default: one per core; the result is the same at any number); ``seen``
        is told of so many claims filed, and then of so many put together. Raises RecordError.
        """
        rebuild(self._file, workers, seen)
        keep(self._file)
        return self.count()

    def rebuilding_steps(self) -> int:
        """What ``rebuild`` tells ``seen`` of in all: each claim twice."""
        return steps(self._file)

    def read_ahead(self, wanted: Callable[[], bool] = lambda: True) -> None:
        """Read what questions will ask for, so that the first is answered as quickly as the others.

        It takes seconds where there are 100,000 articles and nothing is kept of them; it ends early when it is
        ``wanted`` no longer.
        """
        read_ahead(self._file, wanted)

    def keep(self) -> None:
        """Keep in the record what was read ahead, for who opens it next; one that cannot be written stays as it is."""
        keep(self._file)

    def changes(self) -> int:
        """A number that grows whenever anything in the record changes: what was read at the same number still holds."""
        with self._file.reading() as connection:
            return changes(connection)

    def tally(self) -> Tally:
        """How much there is to ask for."""
        return tally(self._file)

    def count(self) -> Counts:
        """How much the record holds."""
        return count(self._file)

    def check(self) -> list[str]:
        """Compare every quote with its article; returns what is wrong, nothing if all is well."""
        return list(check(self._file))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_record(path: str | Path | None = None, *, create: bool = True, read_only: bool = False) -> Record:
    """Open the record at ``path``, by default the one that PACTBOOK_RECORD names, else the one in your data folder.

    A record that is not there is made, unless ``create`` is False; one that is ``read_only`` cannot be changed. Raises
    RecordError: the file is not ours, newer than this program, locked, damaged, or cannot be written.
    """
    place = record_path(path)
    if (read_only or not create) and not place.exists():
        raise RecordError(f'{place}: there is no record yet; "pactbook add PATH" makes one')
    read_only = read_only or (not create and not os.access(place, os.W_OK))
    return Record(RecordFile.open(place, create=create, read_only=read_only, wait=WAIT))
