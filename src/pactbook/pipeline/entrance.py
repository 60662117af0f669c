"""What the user names → sources, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pactbook.errors import SourceError, UnreadableSource
from pactbook.model.source import Source


def sources(paths: Iterable[str | Path]) -> Iterator[Source | SourceError]:
    """Every source that ``paths`` (files, folders, patterns) lead to, in order; what cannot be read as its error."""
    for path in paths:
        try:
            yield Source(str(path), Path(path).read_bytes())
        except OSError as error:
            yield UnreadableSource(str(path), error.strerror or str(error))
