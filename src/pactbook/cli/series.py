"""``pactbook series``"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pactbook.cli.options import json_option, record_option
from pactbook.cli.output import counted, print_json
from pactbook.cli.screen import say
from pactbook.model.figure import Point, Series
from pactbook.pipeline.book import open_record
from pactbook.wording import dollars, joined, money, short, spaced, state


@click.command("series")
@click.option("--measure", multiple=True, metavar="MEASURE", help="trade_turnover, exports, fdi_registered, ...")
@click.option("--country", multiple=True, metavar="CODE", help="To or from this country: KR, VN, ...")
@click.option("--status", multiple=True, metavar="STATUS", help="actual, target, forecast, pledged.")
@click.option("--since", metavar="DATE", help="Not before: 2023, 2023-06 or 2023-06-23.")
@click.option("--until", metavar="DATE", help="Not after.")
@record_option
@json_option
def command(record: Path | None, as_json: bool, **filters: Any) -> None:
    """Trade and investment over time: who reported what for which year, targets beside what came of them.

    One line per time, status and currency; sums of different meaning never mix. A value that several independent
    sources back is "confirmed"; where they say different things, each value is listed.
    """
    with open_record(record, create=False) as book:
        found = book.series(**filters)
    for one in found:
        print_json(one) if as_json else _series(one)
    if not found and not as_json:
        say("No figures in the record make a series that answers this.")


def _series(series: Series) -> None:
    sides = " → ".join(state(side) if side else "?" for side in (series.source, series.target))
    say((joined((spaced(series.measure), sides)), "bold"))
    for point in series.points:
        _point(point)
    say()


def _point(point: Point) -> None:
    amount = joined((money(point.low, point.high, point.currency), dollars(point.dollars)), " ")
    reached = f"{point.reached:.0%} reached" if point.reached is not None else None
    said = joined((point.period or "no time said", amount, point.status if point.status != "actual" else None, reached))
    sources = counted(len({r.origin for r in point.readings}), "source")
    style = "yellow" if point.level in ("majority", "conflict") else "dim"
    say(said, "  ", (f"{point.level}, {sources}", style), indent=2)
    if point.level in ("majority", "conflict"):
        for reading in point.readings:
            claim = reading.claim
            words = money(claim.low, claim.high, claim.currency)
            say((joined((words, f"“{claim.span.text}”", reading.published, short(reading.figure))), "dim"), indent=4)
