"""``pactbook rebuild``"""

from __future__ import annotations

from pathlib import Path

import click

from pactbook.cli.options import record_option
from pactbook.cli.output import counted, say
from pactbook.pipeline.book import open_record


@click.command("rebuild")
@record_option
def command(record: Path | None) -> None:
    """Put the agreements together anew from the stored claims and decisions.

    The record is the same before and after; this mends one whose making was changed by hand or by another program.
    """
    with open_record(record, create=False) as book:
        counts = book.rebuild()
    say(f"{counted(counts.agreements, 'agreement')} put together from {counted(counts.claims, 'claim')}.")
