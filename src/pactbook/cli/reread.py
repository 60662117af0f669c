"""``pactbook reread``"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from pactbook.cli.cards import facts
from pactbook.cli.options import json_option, record_option, workers_option
from pactbook.cli.output import counted, print_json
from pactbook.cli.program import SKIPPED
from pactbook.cli.progress import progress
from pactbook.cli.screen import say
from pactbook.model.agreement import AgreementRecord
from pactbook.pipeline.book import open_record
from pactbook.pipeline.rereading import MOST, Rereading
from pactbook.wording import joined, party_names, short


@click.command("reread")
@record_option
@workers_option
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="The most changes to list.")
@json_option
def command(record: Path | None, workers: int | None, limit: int, as_json: bool) -> None:
    """Read the stored articles again after pactbook was upgraded or a word list extended, and say what changed.

    Nothing but the stored texts is needed. Decisions find their claims again; those that do not are listed by "pactbook
    review orphans". Stopped, it goes on where it was.
    """
    with open_record(record, create=False) as book, progress(book.stale) as bar:
        done = book.reread(workers, lambda: bar.advance(bar.task_ids[0]), most=max(limit, MOST))
        orphans = len(book.review("").orphans())
    print_json(done) if as_json else _report(done, limit, orphans)
    if done.skipped:
        sys.exit(SKIPPED)


def _report(done: Rereading, limit: int, orphans: int) -> None:
    say(f"Read {counted(done.read, 'article')} again: {done.changed:,} say something else now.")
    changes = (("no more so", done.gone, done.gone_in_all), ("now", done.come, done.come_in_all))
    for words, some, in_all in changes:
        if some:
            say((f"{counted(in_all, 'agreement')} {words}:", "bold"))
        for found in some[:limit]:
            _line(found)
        if in_all > limit:
            say(f"... and {in_all - limit:,} more: a higher --limit lists more of them the next time.", indent=2)
    for error in done.skipped:
        say(f"skipped {error}", indent=2)
    if orphans:
        say(f'{counted(orphans, "decision")} without a claim: "pactbook review orphans" lists them.')


def _line(found: AgreementRecord) -> None:
    say(joined((short(found.id), party_names(found.parties, {}), facts(found), found.subject)), indent=2)
