"""``pactbook saved``"""

from __future__ import annotations

from pathlib import Path

import click

from pactbook.cli.options import analyst_option, json_option, record_option
from pactbook.cli.output import print_json
from pactbook.cli.screen import say
from pactbook.pipeline.book import open_record
from pactbook.web.phrases import unquoted
from pactbook.wording import joined


@click.group("saved", invoke_without_command=True)
@record_option
@json_option
@click.pass_context
def command(context: click.Context, record: Path | None, as_json: bool) -> None:
    """List the searches that are kept under a name, the latest first.

    They are the ones that "Save" keeps in the browser's search page: in the record, for everybody who uses it.
    """
    if context.invoked_subcommand is not None:
        return
    with open_record(record, create=False) as book:
        found = book.searches()
    for search in found:
        if as_json:
            print_json(search)
        else:
            say((search.name, "bold"), "  ", (joined((search.who, search.when[:10])), "dim"))
            say(unquoted(search.address), indent=2)
    if not found and not as_json:
        say("No searches are saved.")


@command.command("add")
@click.argument("name")
@click.argument("address")
@record_option
@analyst_option("who", "Who saves it.")
def add(name: str, address: str, record: Path | None, who: str) -> None:
    """Keep the search of ADDRESS, as in "/search?q=원전&kind=memorandum", under NAME."""
    with open_record(record, create=False) as book:
        say(f"Saved as {book.save_search(name, address, who).name}.")


@command.command("delete")
@click.argument("address")
@record_option
def delete(address: str, record: Path | None) -> None:
    """Keep the search of ADDRESS no longer."""
    with open_record(record, create=False) as book:
        book.delete_search(address)
    say("Deleted.")
