"""``pactbook search``"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from pactbook.cli.cards import agreement_card, article_card, figure_card
from pactbook.cli.filters import filter_options
from pactbook.cli.options import json_option, record_option
from pactbook.cli.output import counted, print_json, say, warn
from pactbook.pipeline.book import open_record
from pactbook.wording import joined, money, spaced

#: What --figures and --articles ask for, with the verb that answers and the card that shows an answer.
ANSWERS: dict[str, tuple[str, Any]] = {
    "agreement": ("search", agreement_card),
    "figure": ("figures", figure_card),
    "article": ("articles", article_card),
}


@click.command("search")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--agreements", "what", flag_value="agreement", default=True, help="Look for agreements (the default).")
@click.option("--figures", "what", flag_value="figure", help="Look for sums of money.")
@click.option("--articles", "what", flag_value="article", help="Look for articles.")
@filter_options
@click.option("--counts", is_flag=True, help="Count the agreements that fit, and add up their amounts.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="The most answers to show.")
@record_option
@json_option
def command(
    words: tuple[str, ...],
    *,
    what: str,
    counts: bool,
    record: Path | None,
    as_json: bool,
    limit: int,
    **filters: Any,
) -> None:
    """Find agreements by words, parties and everything else that is known of them, with the sentence that says so.

    Names work in any of the three languages, with and without Vietnamese marks. An option given twice means "either".
    """
    if counts:
        return _count(" ".join(words), what, record, as_json, filters)
    verb, card = ANSWERS[what]
    with open_record(record, create=False) as book:
        # One more than asked for tells whether there are more.
        hits = getattr(book, verb)(" ".join(words), limit=limit + 1, **filters)
    for hit in hits[:limit]:
        print_json(hit) if as_json else card(hit)
    if as_json:
        return
    if not hits:
        say(f"No {what} in the record answers this.")
    elif len(hits) > limit:
        warn(f"{counted(limit, what)} shown, and there are more: --limit {limit * 5} shows more.")
    else:
        warn(f"{counted(len(hits), what)}.")


def _count(words: str, what: str, record: Path | None, as_json: bool, filters: dict[str, Any]) -> None:
    if what != "agreement":
        raise click.UsageError("--counts counts agreements; leave out --figures and --articles.")
    with open_record(record, create=False) as book:
        facets, totals = book.counts(words, **filters), book.totals(words, **filters)
    if as_json:
        return print_json(asdict(facets) | {"totals": totals})
    for name in ("kind", "status", "sector", "year"):
        numbers: dict[str, int] = getattr(facets, name)
        say(name)
        for value, number in numbers.items():
            say(f"  {number:>6}  {value.replace('_', ' ')}")
    if totals:
        say("amounts, each agreement once; unlike ones are not added")
    for total in totals:
        told = f"{total.agreements:,} of {counted(total.agreements + total.without, 'agreement')}"
        words = joined((spaced(total.commitment), spaced(total.kind), money(total.low, total.high, total.currency)))
        say(f"  {words}  ({told})")
