"""What the user names → sources, one by one."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pactbook.errors import SourceError
from pactbook.model.claim import Extraction
from pactbook.model.source import Source
from pactbook.pipeline.crew import extract_all
from pactbook.sources.archives import count_archive, is_archive, read_archive
from pactbook.sources.files import iter_paths, read


def sources(paths: Iterable[str | Path], record: Path | None = None) -> Iterator[Source | SourceError]:
    """Every source that ``paths`` (files, zip archives, folders, patterns) lead to, in order; errors in their place.

    The ``record`` that they go to is none of them, where a folder holds it.
    """
    for path in iter_paths((str(path) for path in paths), record):
        if isinstance(path, SourceError):
            yield path
        else:
            yield from sources_in(path)


def sources_in(path: Path, address: str | None = None) -> Iterator[Source | SourceError]:
    """The source in a file, or those in a zip archive; ``address`` is what the file is known as (default: its path)."""
    if is_archive(path):
        yield from read_archive(path, address)
        return
    try:
        yield read(path, address)
    except SourceError as error:
        yield error


def count(paths: Iterable[str | Path], record: Path | None = None) -> int:
    """How many sources ``paths`` lead to, without reading them."""
    found = iter_paths((str(path) for path in paths), record)
    return sum(1 if isinstance(path, SourceError) else count_in(path) for path in found)


def count_in(path: Path) -> int:
    """How many sources are in a file, without reading them."""
    return count_archive(path) if is_archive(path) else 1


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
