"""``pactbook add``"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pactbook.cli.options import json_option, record_option, workers_option
from pactbook.cli.output import counted, print_json, warn
from pactbook.cli.program import SKIPPED, STOPPED
from pactbook.cli.progress import progress
from pactbook.cli.screen import say
from pactbook.errors import RecordError
from pactbook.pipeline.book import Record, open_record
from pactbook.pipeline.entrance import count
from pactbook.pipeline.intake import Intake, Summary


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@record_option
@workers_option
@json_option
def command(paths: tuple[str, ...], record: Path | None, workers: int | None, as_json: bool) -> None:
    """Read articles into the record: saved pages and texts, by file, folder, zip archive or a pattern ("pages/*.html").

    What the record holds already is not read again, so the same command may be given any number of times. After
    Ctrl-C it goes on where it stopped. The exit status is 1 when something had to be skipped.
    """
    with open_record(record) as book:
        run, stopped = fill(book, paths, workers)
        if as_json:
            print_json(summed_up(run.summary, book, stopped=stopped))
        else:
            report(run.summary, book)
    if stopped:
        warn("Stopped. What was read is in the record; the same command goes on from here.")
        sys.exit(STOPPED)
    if run.summary.skipped:
        sys.exit(SKIPPED)


def fill(book: Record, paths: tuple[str, ...], workers: int | None = None) -> tuple[Intake, bool]:
    """Add ``paths`` with a progress bar; returns the run, and whether Ctrl-C ended it. Raises RecordError."""
    with progress(lambda: count(paths, book.path)) as bar:
        run = book.intake(workers, lambda: bar.advance(bar.task_ids[0]))
        try:
            run.add(paths)
        except KeyboardInterrupt:
            return run, True
        except RecordError:
            bar.stop()
            warn(f"Stopped after {counted(run.summary.read, 'source')}, {run.summary.new:,} of them new in the record.")
            raise
    return run, False


def report(summary: Summary, book: Record) -> None:
    """Say what the run did, and what the record holds now."""
    parts = [f"{summary.new:,} new"]
    if summary.renewed:
        parts.append(f"{summary.renewed:,} read anew by a newer extractor")
    parts += [f"{summary.known:,} already known", f"{len(summary.skipped):,} skipped"]
    say(f"Read {counted(summary.read, 'source')}: {', '.join(parts)}.")
    if summary.copies:
        say(f"Near-copies: {summary.copies:,} more; each counts as one source with the article that it repeats.")
    if summary.skipped:
        say("Skipped:")
        for error in summary.skipped:
            say(str(error), indent=2)
    held = book.count()
    say(
        f"The record {book.path} now holds {counted(held.articles, 'article')}, "
        f"{counted(held.agreements, 'agreement')}, {counted(held.figures, 'figure')} and "
        f"{counted(held.organisations, 'organisation')}."
    )


def summed_up(summary: Summary, book: Record, *, stopped: bool) -> dict[str, object]:
    """The same as plain data."""
    return {
        "read": summary.read,
        "new": summary.new,
        "renewed": summary.renewed,
        "known": summary.known,
        "copies": summary.copies,
        "skipped": [{"source": error.address, "reason": error.reason} for error in summary.skipped],
        "stopped": stopped,
        "record": str(book.path),
    }
