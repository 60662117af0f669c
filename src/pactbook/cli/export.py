"""``pactbook export``"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import get_args

import click

from pactbook.cli.options import record_option
from pactbook.cli.output import counted, warn
from pactbook.pipeline.book import Format, Table, open_record


@click.command("export")
@click.argument("what", type=click.Choice(get_args(Table)))
@click.option("--format", "form", type=click.Choice(get_args(Format)), help="Default: by the name of FILE, else csv.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where to write.")
@record_option
def command(what: Table, form: Format | None, output: Path | None, record: Path | None) -> None:
    """Take a whole table away: to FILE, or to standard output.

    "claims" are the articles with all that they state, as "pactbook extract" prints them, with the record's ids.
    """
    form = form or _by_name(output)
    if output is None and form == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("A workbook is nothing to look at in a terminal; say where to write it: -o FILE.xlsx")
    with open_record(record, create=False) as book:
        if output:
            rows = book.export(what, form, output)
            warn(f"{counted(rows, 'row')} written to {output}.")
            return
        with tempfile.TemporaryDirectory() as folder:
            whole = Path(folder, f"{what}.{form}")
            book.export(what, form, whole)
            with whole.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer)
            sys.stdout.buffer.flush()


def _by_name(output: Path | None) -> Format:
    endings: dict[str, Format] = {f".{form}": form for form in get_args(Format)}
    if output is None or not output.suffix:
        return "csv"
    if output.suffix.lower() not in endings:
        raise click.UsageError(f"{output}: no table is written as {output.suffix}; end it in {', '.join(endings)}")
    return endings[output.suffix.lower()]
