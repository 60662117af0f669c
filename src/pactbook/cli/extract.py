"""``pactbook extract``"""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from pactbook.cli.options import workers_option
from pactbook.cli.output import counted, print_json, warn
from pactbook.cli.program import SKIPPED
from pactbook.errors import SourceError
from pactbook.export.codebook import codebook
from pactbook.model.claim import Extraction
from pactbook.pipeline.crew import extract_all
from pactbook.pipeline.entrance import sources


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@workers_option
@click.option("--explain", "explained", is_flag=True, help="Print for people instead, with the reasons for every cell.")
@click.option("--json", is_flag=True, expose_value=False, hidden=True, help="Always so; for symmetry.")
def command(paths: tuple[str, ...], workers: int | None, explained: bool) -> None:
    """Print what articles state, without a record: one JSON object per article, one a line, in the order of the input.

    PATH is a file, a folder or a pattern such as "pages/*.html". What cannot be read is named on standard error. The
    exit status is 0 as long as something could be read, so that one bad page does not stop a chain of programs; 1 if
    nothing could.

    With --explain, each claim is shown with the words that filled each cell, the rule that read them, and how often
    that rule was right on the annotated articles.
    """
    show = _explained() if explained else _print
    printed = skipped = 0
    for outcome in extract_all(sources(paths), workers):
        if isinstance(outcome, SourceError):
            skipped += 1
            warn(f"skipped {outcome}")
        else:
            show(outcome)
            printed += 1
    if skipped:
        warn(f"{counted(skipped, 'source')} skipped.")
    if not printed:
        sys.exit(SKIPPED)


def _print(extraction: Extraction) -> None:
    print_json(codebook(extraction))


def _explained() -> Callable[[Extraction], None]:
    # What prints for people takes a tenth of a second to load, and programs do not need it.
    from pactbook.cli.explain import explain  # noqa: PLC0415

    return explain
