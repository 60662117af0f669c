"""``pactbook review``"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from pactbook.cli.decisions import said_of, show_contradictions, show_log, show_queue
from pactbook.cli.options import analyst_option, json_option, record_option
from pactbook.cli.output import counted, print_json
from pactbook.cli.screen import say
from pactbook.model.decision import FIELDS, FIGURE_FIELDS, Decision
from pactbook.pipeline.book import open_record
from pactbook.pipeline.reviewing import Review
from pactbook.wording import short

_why_option = click.option("--why", default="", metavar="WORDS", help="The reason, kept with the decision.")


def _deciding(function: Callable[..., Decision | Iterable[Decision]]) -> Callable[..., None]:
    """A command that decides: it is given the review, and what it decided is told."""

    @wraps(function)
    def decide(record: Path | None, who: str, **words: Any) -> None:
        with _review(record, who) as review:
            decided = function(review, **words)
            for decision in [decided] if isinstance(decided, Decision) else decided:
                _done(decision)

    made: Callable[..., None] = decide
    for option in (record_option, analyst_option("who", "Who decides."), _why_option):
        made = option(made)
    return made


@click.group("review", invoke_without_command=True)
@record_option
@click.option("--limit", type=click.IntRange(min=1), default=10, metavar="N", help="So many of each kind. Default: 10.")
@json_option
@click.pass_context
def command(context: click.Context, record: Path | None, limit: int, as_json: bool) -> None:
    """Look at what is unsure, and have the last word on it.

    Alone, it lists what to look at first: unsure claims and sums, fields of which the sources say different things,
    agreements and bodies that are likely to be one, decisions that contradict each other or lost their claim. Decisions
    are kept with who, when and why; they survive reading the articles again, and every one can be taken back.
    """
    if context.invoked_subcommand is None:
        with _review(record, "") as review:
            queue = review.queue(limit)
        print_json(queue) if as_json else show_queue(queue)


@command.command("accept")
@click.argument("what", metavar="ID")
@_deciding
def accept(review: Review, what: str, why: str) -> Decision:
    """The agreement, or the figure, of this id is right as it stands."""
    return review.accept(what, why)


@command.command("reject")
@click.argument("what", metavar="ID")
@click.option("--claim", is_flag=True, help="Of an agreement, reject only the one claim of this id.")
@_deciding
def reject(review: Review, what: str, claim: bool, why: str) -> Decision:
    """The agreement, or the figure, is none: it leaves the record, and can be brought back."""
    return review.reject(what, why, claim=claim)


@command.command("edit")
@click.argument("what", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_deciding
def edit(review: Review, what: str, changes: tuple[str, ...], why: str) -> list[Decision]:
    """Set fields of an agreement or of a figure.

    An agreement has: parties, kind, status, date, subject, sectors, value, place. Several values are parted by
    semicolons, as in parties="KOICA; Bộ Y tế". A party is named as articles or the list of known bodies call it; one
    that is known nowhere is entered with its country, as in parties="KOICA; new: Nobody Knows Ltd (KR)", and with its
    kind where it is no company, as in (KR, ministry). A figure has: amount (as in amount="USD 3-5 billion"), low, high,
    currency, qualifier, measure, status, period, from, to. Nothing after = clears the field. Of several changes all are
    decided or, where one cannot be, none. What the sources say is kept beside them.
    """
    pairs = [change.partition("=") for change in changes]
    for field, sign, _ in pairs:
        if not sign or field not in (*FIELDS, *FIGURE_FIELDS):
            both = f"{', '.join(FIELDS)}; of a figure: {', '.join(FIGURE_FIELDS)}"
            raise click.UsageError(f"write FIELD=VALUE with one of these fields: {both}")
    return review.edit_fields(what, [(field, value.strip()) for field, _, value in pairs], why)


@command.command("merge")
@click.argument("agreements", nargs=-1, required=True)
@_deciding
def merge(review: Review, agreements: tuple[str, ...], why: str) -> Decision:
    """The agreements are one."""
    return review.merge(agreements, why)


@command.command("split")
@click.argument("agreement")
@click.argument("claims", nargs=-1, required=True)
@_deciding
def split(review: Review, agreement: str, claims: tuple[str, ...], why: str) -> Decision:
    """These claims of the agreement are another one."""
    return review.split(agreement, claims, why)


@command.command("copy")
@click.argument("article")
@click.argument("original")
@_deciding
def copy(review: Review, article: str, original: str, why: str) -> Decision:
    """The article repeats the other one: both count as one source."""
    return review.copy(article, original, why)


@command.command("same")
@click.argument("body")
@click.argument("other")
@_deciding
def same(review: Review, body: str, other: str, why: str) -> Decision:
    """The two bodies are one: the agreements of either are agreements of both."""
    return review.same(body, other, why)


@command.command("differ")
@click.argument("one")
@click.argument("other")
@_deciding
def differ(review: Review, one: str, other: str, why: str) -> Decision:
    """The two are not the same, whatever speaks for it: two bodies, or two agreements.

    The pair is listed as likely no more, and nothing that is added later joins it.
    """
    return review.differ(one, other, why)


@command.command("undo")
@click.argument("decision", required=False)
@_deciding
def undo(review: Review, decision: str | None, why: str) -> Decision:
    """Take a decision back, by default the last one."""
    return review.undo(decision, why)


@command.command("log")
@record_option
@json_option
def log(record: Path | None, as_json: bool) -> None:
    """Every decision, the oldest first."""
    with _review(record, "") as review:
        show_log(review.log(), as_json)


@command.command("orphans")
@record_option
@json_option
def orphans(record: Path | None, as_json: bool) -> None:
    """Decisions that find what they are about no more, or not yet."""
    with _review(record, "") as review:
        show_log(review.orphans(), as_json)


@command.command("contradictions")
@record_option
@json_option
def contradictions(record: Path | None, as_json: bool) -> None:
    """Decisions of two analysts that cannot both hold; the later one does."""
    with _review(record, "") as review:
        found = review.contradictions()
    if as_json:
        for one in found:
            print_json(one)
    elif found:
        show_contradictions(found)
    else:
        say("No decision contradicts another.")


@command.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@record_option
def export(file: Path, record: Path | None) -> None:
    """Write all decisions to FILE, for another analyst to join."""
    with _review(record, "") as review:
        say(f"{counted(review.export(file), 'decision')} written to {file}")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@record_option
def import_(file: Path, record: Path | None) -> None:
    """Join the decisions of FILE to those of the record."""
    with _review(record, "") as review:
        say(f"{counted(review.import_(file), 'decision')} new from {file}")
        if found := review.contradictions():
            say(f"{counted(len(found), 'contradiction')}; the later word holds:")
            show_contradictions(found)


@contextmanager
def _review(record: Path | None, who: str) -> Iterator[Review]:
    with open_record(record, create=False) as book:
        yield book.review(who)


def _done(decision: Decision) -> None:
    say((said_of(decision), "bold"), "  ", (short(decision.id), "dim"))
