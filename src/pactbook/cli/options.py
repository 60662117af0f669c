"""Options that several commands share."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from pactbook.settings import ANALYST_VARIABLE, RECORD_VARIABLE

record_option = click.option(
    "--record",
    "record",
    type=click.Path(path_type=Path),
    envvar=RECORD_VARIABLE,
    metavar="FILE",
    help=f"The record file. Default: what {RECORD_VARIABLE} names, else one in your data folder.",
)


def analyst_option(name: str, what: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--as NAME``, passed on as ``name``; ``what`` says what the name is for."""
    return click.option(
        "--as",
        name,
        envvar=ANALYST_VARIABLE,
        default=getpass.getuser,
        show_default=False,
        metavar="NAME",
        help=f"{what} Default: what {ANALYST_VARIABLE} names, else your login name.",
    )


json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")

workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1, max=256),
    metavar="N",
    help="Processes to read with; the result is the same at any number. Default: one per core.",
)
