"""``pactbook search``"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

import click

from pactbook.cli.cards import agreement_card, article_card, body_card, figure_card
from pactbook.cli.filters import filter_options
from pactbook.cli.options import json_option, record_option
from pactbook.cli.output import counted, print_json, warn
from pactbook.cli.screen import say
from pactbook.pipeline.book import Record, open_record
from pactbook.search.facets import FACETS, SEVERAL, Facets
from pactbook.search.query import What
from pactbook.wording import joined, money, spaced


class Answer(NamedTuple):
    """What is looked for, what one is called, and how one is shown."""

    what: What
    noun: str
    card: Callable[[Any], None]


ANSWERS = {
    "agreements": Answer("agreements", "agreement", agreement_card),
    "figures": Answer("figures", "figure", figure_card),
    "organisations": Answer("organisations", "organisation", body_card),
    "articles": Answer("articles", "article", article_card),
}
#: So many values of each field are shown when answers are counted.
_SHOWN = 12
#: A field whose quotes the shell has taken away.
_BARE_FIELD = re.compile(r"([^\W\d]\w*):([^\"“«]*\s.*)", re.S)

#: What shows that more than a value stands behind a field.
_JOINS = re.compile(r"""["()]|\b(?:AND|OR|NOT)\b|\w:""")


@click.command("search")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--agreements", "what", flag_value="agreements", default=True, help="Look for agreements (the default).")
@click.option("--figures", "what", flag_value="figures", help="Look for sums of money.")
@click.option("--organisations", "what", flag_value="organisations", help="Look for organisations.")
@click.option("--articles", "what", flag_value="articles", help="Look for articles.")
@filter_options
@click.option(
    "--counts", "--facets", is_flag=True, help="Count what fits by every field, and add up the amounts of agreements."
)
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
    **filters: Any,
) -> None:
    """Find agreements by words, parties and everything else that is known of them, with the sentence that says so.

    Names work in any of the three languages, with and without Vietnamese marks. WORDS may hold "phrases" (within other
    quotes: '"phrase"'), AND, OR, NOT, parentheses, prefix* and fields: party:KOICA kind:memorandum since:2022;
    docs/query.md explains them. An option given twice means "either".
    """
    sought = ANSWERS[what]
    with open_record(record, create=False) as book:
        asked = _meant(book, sought.what, words)
        if counts:
            filters.pop("limit"), filters.pop("sort")
            return _count(book, asked, sought, as_json, filters)
        page = book.page(sought.what, asked, **filters)
        for hit in page.hits:
            print_json(hit) if as_json else sought.card(hit)
        if not as_json:
            _sum_up(len(page.hits), page.total, sought.noun)
            if not page.hits:
                _suggest(book, words, asked)


def _meant(book: Record, what: What, words: Sequence[str]) -> str:
    """The question as it was meant: the shell takes the quotes out of party:"World Bank", unlike 'party:KOICA loan'."""
    plain, quoted = " ".join(words), " ".join(map(_quoted, words))
    return quoted if quoted != plain and book.page(what, quoted, limit=1).total else plain


def _quoted(word: str) -> str:
    """A field whose value has spaces, with quotes around its value; any other argument as it is."""
    found = _BARE_FIELD.fullmatch(word)
    return f'{found[1]}:"{found[2]}"' if found and not _JOINS.search(found[2]) else word


def _sum_up(shown: int, total: int, noun: str) -> None:
    if not total:
        say(f"No {noun} in the record answers this.")
    elif shown < total:
        warn(f"{shown:,} of {counted(total, noun)} shown: --limit {shown * 5} shows more.")
    else:
        warn(f"{counted(total, noun)}.")


def _suggest(book: Record, words: Sequence[str], asked: str) -> None:
    if words and (meant := book.suggest(asked)):
        say(f"Did you mean: {meant}")


def _count(book: Record, words: str, sought: Answer, as_json: bool, filters: dict[str, Any]) -> None:
    facets = book.counts(words, sought.what, **filters)
    totals = book.totals(words, **filters) if sought.what == "agreements" else []
    if as_json:
        return print_json(asdict(facets) | {"totals": totals})
    for name in FACETS[sought.what]:
        _field(facets, name)
    if totals:
        say("amounts, each agreement once; unlike ones are not added")
    for total in totals:
        told = f"{total.agreements:,} of {counted(total.agreements + total.without, 'agreement')}"
        words = joined((spaced(total.commitment), spaced(total.kind), money(total.low, total.high, total.currency)))
        say(f"  {words}  ({told})")
    warn(f"{counted(facets.total, sought.noun)}.")


def _called(name: str, value: str) -> str:
    return "international" if name == "country" and value == SEVERAL else spaced(value)


def _field(facets: Facets, name: str) -> None:
    """The counts of one field, the first of many."""
    numbers = facets.of(name)
    if numbers:
        say("US dollars" if name == "amount" else name)
    for value, number in list(numbers.items())[:_SHOWN]:
        called = facets.names.get(value, value) if name in ("party", "province") else _called(name, value)
        say(f"  {number:>6,}  {called}")
    if len(numbers) > _SHOWN:
        say(("          and more", "dim"))
