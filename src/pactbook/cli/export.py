"""``pactbook export``"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, get_args

import click

from pactbook.cli.filters import filter_options
from pactbook.cli.options import record_option
from pactbook.cli.output import warn
from pactbook.export.forms import FORMS, form_of
from pactbook.pipeline.book import Format, Table, open_record

#: Formats that are nothing to look at in a terminal.
_BINARY = ("xlsx",)
#: What is made in memory before it goes to disk, where it is for standard output.
_SPOOL = 1 << 24


@click.command("export")
@click.argument("what", type=click.Choice(get_args(Table)), metavar="TABLE")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    help="Default: by the name of FILE, else the first that TABLE can be written in.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where to write.")
@filter_options
@record_option
def command(
    what: Table,
    words: tuple[str, ...],
    *,
    form: Format | None,
    output: Path | None,
    record: Path | None,
    **filters: Any,
) -> None:
    """Take what the record holds away, whole: to FILE, or to standard output.

    TABLE is agreements, claims, figures, series, organisations, articles, network (who deals with whom), decisions
    (what analysts said), or all. csv, xlsx and jsonl hold any table, and xlsx "all" of them, a sheet for each; ftm
    (FollowTheMoney) holds agreements, organisations, articles and all; ris and csl hold articles, for Zotero and its
    kin; graphml holds the network.

    With WORDS and filters, which are those of "search", every row that fits is written, however many there are.
    """
    form = form or _by_name(what, output)
    found = form_of(what, form)
    if output is None and form in _BINARY and sys.stdout.isatty():
        raise click.UsageError("A workbook is nothing to look at in a terminal; say where to write it: -o FILE.xlsx")
    with open_record(record, create=False) as book:
        if output:
            number = book.export(what, form, output, " ".join(words), **filters)
            warn(f"{number:,} {found.nouns[number != 1]} written to {output}.")
            return
        with tempfile.SpooledTemporaryFile(_SPOOL) as file:
            book.export_to(what, form, file, " ".join(words), **filters)  # type: ignore[arg-type]
            file.seek(0)
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _by_name(what: str, output: Path | None) -> Format:
    """The format that the file's name ends in, the longest ending first; else the table's first."""
    usual: Format = next(form for form in get_args(Format) if what in FORMS[form].of)
    if output is None or not output.suffix:
        return usual
    endings: dict[str, Format] = {FORMS[form].ending: form for form in get_args(Format)}
    for ending in sorted(endings, key=len, reverse=True):
        if output.name.lower().endswith(ending):
            return endings[ending]
    raise click.UsageError(f"{output}: no table is written as {output.suffix}; end it in {', '.join(endings)}")
