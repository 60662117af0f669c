"""What the user names → sources, one by one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pactbook.errors import SourceError
from pactbook.model.claim import Extraction
from pactbook.model.source import Source
from pactbook.pipeline.crew import extract_all
from pactbook.sources.files import iter_paths, read


def sources(paths: Iterable[str | Path]) -> Iterator[Source | SourceError]:
    """Every source that ``paths`` (files, folders, patterns) lead to, in order; what cannot be read as its error."""
    for path in iter_paths(str(path) for path in paths):
        if isinstance(path, SourceError):
            yield path
            continue
        try:
            yield read(path)
        except SourceError as error:
            yield error


def count(paths: Iterable[str | Path]) -> int:
    """How many sources ``paths`` lead to, without reading them."""
    return sum(1 for _ in iter_paths(str(path) for path in paths))


def extract(
    *paths: str | Path | Source,
    workers: int | None = None,
    skipped: Callable[[SourceError], object] | None = None,
) -> Iterator[Extraction]:
    """What each article states, in the order of ``paths``: files, folders, patterns, or sources in memory.

    A pure function of the input: no record, no network, no clock; the same at any number of ``workers`` (default: one
    per core). What cannot be read is given to ``skipped`` and left out; without it, a warning names the file and why.
    """
    for outcome in extract_all(_sources_or_paths(paths), workers):
        if not isinstance(outcome, SourceError):
            yield outcome
        elif skipped is None:
            warnings.warn(f"skipped: {outcome}", stacklevel=2)
        else:
            skipped(outcome)


def _sources_or_paths(given: Iterable[str | Path | Source]) -> Iterator[Source | SourceError]:
    for one in given:
        if isinstance(one, Source):
            yield one
        else:
            yield from sources([one])
