"""The filters and the order of a question, for every command that asks one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from pactbook.search.query import SORTS

_FILTERS = (
    click.option("--party", multiple=True, metavar="NAME", help="With this party: a name in any language, or an id."),
    click.option("--country", multiple=True, metavar="CODE", help="With a party of this country: KR, VN, ..."),
    click.option("--kind", multiple=True, metavar="KIND", help="memorandum, agreement, treaty, contract, loan, ..."),
    click.option("--status", multiple=True, metavar="STATUS", help="proposed, planned, signed, in_force, ..."),
    click.option(
        "--commitment", multiple=True, metavar="WORD", help="proposal, pledge, commitment, under_way, done, ended."
    ),
    click.option("--sector", multiple=True, metavar="SECTOR", help="energy, ict, labour, ..."),
    click.option("--measure", multiple=True, metavar="MEASURE", help="trade_turnover, loan, contract_value, ..."),
    click.option("--language", multiple=True, metavar="CODE", help="Told in this language: en, vi, ko."),
    click.option("--outlet", multiple=True, metavar="NAME", help="Told by this paper, site or agency."),
    click.option("--province", multiple=True, metavar="NAME", help="With this province: Đồng Nai, 경상남도, ..."),
    click.option("--amount", multiple=True, metavar="RANGE", help="In US dollars: 1m..5m, >=1bn, <500k."),
    click.option("--year", multiple=True, metavar="YEAR", help="Of this year."),
    click.option("--since", metavar="DATE", help="Not before: 2023, 2023-06 or 2023-06-23."),
    click.option("--until", metavar="DATE", help="Not after."),
    click.option(
        "--sort",
        type=click.Choice(SORTS),
        default=SORTS[0],
        show_default=True,
        help="What comes first: the best, latest, largest, most told. Without words, relevance is the latest.",
    ),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The filters and the order as options. An option given twice means "either"."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command
