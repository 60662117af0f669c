"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from pactbook.settings import RECORD_VARIABLE

record_option = click.option(
    "--record",
    "record",
    type=click.Path(path_type=Path),
    envvar=RECORD_VARIABLE,
    metavar="FILE",
    help=f"The record file. Default: what {RECORD_VARIABLE} names, else one in your data folder.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")

workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1, max=256),
    metavar="N",
    help="Processes to read with; the result is the same at any number. Default: one per core.",
)
