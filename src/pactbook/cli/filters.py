"""The filters of a question, for every command that asks one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

_FILTERS = (
    click.option("--party", multiple=True, metavar="NAME", help="With this party: a name in any language, or an id."),
    click.option("--country", multiple=True, metavar="CODE", help="With a party of this country: KR, VN, ..."),
    click.option("--kind", multiple=True, metavar="KIND", help="memorandum, agreement, treaty, contract, loan, ..."),
    click.option("--status", multiple=True, metavar="STATUS", help="proposed, planned, signed, in_force, ..."),
    click.option("--sector", multiple=True, metavar="SECTOR", help="energy, ict, labour, ..."),
    click.option("--measure", multiple=True, metavar="MEASURE", help="trade_turnover, loan, contract_value, ..."),
    click.option("--language", multiple=True, metavar="CODE", help="Told in this language: en, vi, ko."),
    click.option("--since", metavar="DATE", help="Not before: 2023, 2023-06 or 2023-06-23."),
    click.option("--until", metavar="DATE", help="Not after."),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The filters as options. An option given twice means "either"."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command
