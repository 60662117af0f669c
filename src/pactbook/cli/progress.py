"""How far a long run has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def progress(total: Callable[[], int], doing: str = "Reading") -> Iterator[Progress]:
    """A bar on standard error, to ``total`` things, that says what is being done: in a terminal only."""
    error = Console(stderr=True)
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=error, transient=True, disable=not error.is_terminal) as bar:
        bar.add_task(doing, total=total() if error.is_terminal else None)
        yield bar
