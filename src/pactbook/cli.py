"""The command line."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from pactbook.errors import SourceError
from pactbook.export.codebook import codebook
from pactbook.model.source import Source
from pactbook.pipeline import extract


@click.group()
def main() -> None:
    """pactbook: an evidence-backed record of Vietnam–Korea cooperation."""


@main.command("extract")
@click.argument("paths", nargs=-1, required=True)
def extract_command(paths: tuple[str, ...]) -> None:
    """Print the codebook's JSON object for each article, one a line."""
    for path in paths:
        try:
            click.echo(msgspec.json.encode(codebook(extract(Source(path, Path(path).read_bytes())))))
        except SourceError as error:
            click.echo(str(error), err=True)
