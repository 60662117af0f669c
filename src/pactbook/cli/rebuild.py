"""``pactbook rebuild``"""

from __future__ import annotations

from pathlib import Path

import click

from pactbook.cli.options import record_option, workers_option
from pactbook.cli.output import counted
from pactbook.cli.progress import progress
from pactbook.cli.screen import say
from pactbook.pipeline.book import open_record


@click.command("rebuild")
@record_option
@workers_option
def command(record: Path | None, workers: int | None) -> None:
    """Put the agreements together anew from the stored claims and decisions.

    The record is the same before and after; this mends one whose making was changed by hand or by another program.
    Stopped, it has changed nothing.
    """
    with open_record(record, create=False) as book, progress(book.rebuilding_steps, "Rebuilding") as bar:
        counts = book.rebuild(workers, lambda claims: bar.advance(bar.task_ids[0], claims))
    say(f"{counted(counts.agreements, 'agreement')} put together from {counted(counts.claims, 'claim')}.")
