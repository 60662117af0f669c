"""``pactbook demo``"""

from __future__ import annotations

import os
import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path

import click

from pactbook.cli.add import fill, report
from pactbook.cli.cards import agreement_card
from pactbook.cli.output import counted
from pactbook.cli.screen import say
from pactbook.pipeline.book import open_record

#: So many agreements fit on a screen or two.
SHOWN = 8


@click.command("demo")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    default="demo.pactbook",
    show_default=True,
    metavar="FILE",
    help="The record file to make.",
)
def command(record: Path) -> None:
    """Add the bundled sample articles to a record of their own, and show the agreements found in them."""
    with open_record(record) as book, as_file(files("pactbook") / "samples") as samples:
        run, _ = fill(book, (f"{samples}/*.html", f"{samples}/*.txt"))
        report(run.summary, book)
        agreements = book.count().agreements
        say()
        say((f"The first {SHOWN} of {counted(agreements, 'agreement')}, each with the sentence that says so:", "bold"))
        say()
        for hit in book.search(limit=SHOWN):
            agreement_card(hit)
        _next(record, book.search(limit=1)[0].record.id[:10] if agreements else "ID")


def _next(record: Path, key: str) -> None:
    program, end = _program(), f"--record {record}"
    say(("What to type next:", "bold"))
    for line, why in (
        (f"{program} search --sector labour {end}", "agreements about work"),
        (f"{program} search --figures --measure loan {end}", "what was lent"),
        (f"{program} show {key} {end}", "one of the agreements above, with all that is known of it"),
        (f"{program} export agreements -o agreements.xlsx {end}", "all of them, for Excel"),
        (f"{program} add FOLDER", "your own articles, into a record of your own"),
    ):
        say((why, "dim"), indent=2)
        say(line, indent=4)


def _program() -> str:
    """The program as the user can type it here."""
    called = Path(sys.argv[0])
    found = shutil.which("pactbook")
    if found and Path(found).resolve() == called.resolve():
        return "pactbook"
    return os.path.relpath(called) if called.name == "pactbook" else "pactbook"
