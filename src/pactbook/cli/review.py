"""``pactbook review``"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from pactbook.cli.options import analyst_option, json_option, record_option
from pactbook.cli.output import counted, print_json, say
from pactbook.model.agreement import AgreementRecord
from pactbook.model.decision import FIELDS, FIGURE, FIGURE_FIELDS, Anchor, Decision
from pactbook.pipeline.book import open_record
from pactbook.pipeline.reviewing import Review
from pactbook.record.contradictions import Contradiction
from pactbook.record.rulings import Located, standing
from pactbook.search.queue import Queue
from pactbook.wording import by, joined, meaning, party_names, short, spaced

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
        print_json(queue) if as_json else _queue(queue)


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
def edit(review: Review, what: str, changes: tuple[str, ...], why: str) -> Iterator[Decision]:
    """Set fields of an agreement or of a figure.

    An agreement has: parties, kind, status, date, subject, sectors, value, place. Several values are parted by
    semicolons, as in parties="KOICA; Bộ Y tế". A figure has: amount (as in amount="USD 3-5 billion"), low, high,
    currency, qualifier, measure, status, period, from, to. Nothing after = clears the field. What the sources say is
    kept beside it.
    """
    pairs = [change.partition("=") for change in changes]
    for field, sign, _ in pairs:
        if not sign or field not in (*FIELDS, *FIGURE_FIELDS):
            both = f"{', '.join(FIELDS)}; of a figure: {', '.join(FIGURE_FIELDS)}"
            raise click.UsageError(f"write FIELD=VALUE with one of these fields: {both}")
    return (review.edit(what, field, value.strip(), why) for field, _, value in pairs)


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
        _list(review.log(), as_json)


@command.command("orphans")
@record_option
@json_option
def orphans(record: Path | None, as_json: bool) -> None:
    """Decisions that find what they are about no more, or not yet."""
    with _review(record, "") as review:
        _list(review.orphans(), as_json)


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
        _contradictions(found)
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
            _contradictions(found)


@contextmanager
def _review(record: Path | None, who: str) -> Iterator[Review]:
    with open_record(record, create=False) as book:
        yield book.review(who)


def _done(decision: Decision) -> None:
    say((_said(decision), "bold"), "  ", (short(decision.id), "dim"))


def _said(decision: Decision) -> str:
    if decision.action == "edit":
        return f"edit {decision.field} = {'; '.join(decision.value) or '(nothing)'}"
    if decision.on_bodies:
        sign = " = " if decision.action == "same" else " ≠ "
        return f"{decision.action}: {sign.join(anchor.quote for anchor in decision.anchors)}"
    if decision.action == "undo":
        return f"undo {short(decision.undoes or '')}"
    return decision.action


def _list(log: list[Located], as_json: bool) -> None:
    stand = {d.id for d in standing(one.decision for one in log)}
    for one in log:
        if as_json:
            print_json(one)
            continue
        decision = one.decision
        taken_back = decision.action != "undo" and decision.id not in stand
        say((_said(decision), "bold"), " (taken back)" if taken_back else "", "  ", (short(decision.id), "dim"))
        say((joined((decision.who, decision.when[:16].replace("T", " "), decision.why)), "dim"), indent=2)
        for anchor, found in zip((*decision.anchors, *decision.others), (*one.anchors, *one.others), strict=True):
            say(_about(anchor), "  ", (short(found) if found else "not found", "dim" if found else "yellow"), indent=4)
    if not log and not as_json:
        say("No decisions.")


def _about(anchor: Anchor) -> str:
    if anchor.what == FIGURE:
        return f"{spaced(anchor.kind)} · “{anchor.quote}”"
    if anchor.quote and not anchor.kind:
        return f"{anchor.quote} ({anchor.article})"
    if not anchor.quote:
        return f"article {short(anchor.article)}"
    words = " ".join(anchor.quote.split())
    return f"{spaced(anchor.kind)} · “{words if len(words) <= 100 else words[:99] + '…'}”"


def _queue(queue: Queue) -> None:
    _heading("Unsure", len(queue.unsure))
    for unsure in queue.unsure:
        _line(queue, unsure.agreement, f"{unsure.confidence:.0%} sure")
    _heading("Unsure sums", len(queue.figures))
    for sum_ in queue.figures:
        claim = sum_.figure.claim
        facts = joined((f"“{claim.span.text}”", meaning(claim)))
        say((short(sum_.figure.id), "cyan"), "  ", facts, "  ", (f"{sum_.confidence:.0%} sure", "yellow"), indent=2)
    _heading("Told differently", len(queue.conflicts))
    for conflict in queue.conflicts:
        _line(queue, conflict.agreement, ", ".join(conflict.fields))
    _heading("Likely to be one", len(queue.pairs))
    for pair in queue.pairs:
        _line(queue, pair.one, "")
        _line(queue, pair.other, "; ".join(pair.reasons))
        if pair.against:
            say(("against it: " + "; ".join(pair.against), "dim"), indent=4)
        say()
    _heading("Bodies likely to be one", len(queue.namesakes))
    for likely in queue.namesakes:
        said = " = ".join(f"{queue.names[body]} ({body})" for body in (likely.one, likely.other))
        say(said, "  ", (f"{likely.score}: {'; '.join(likely.reasons)}", "yellow"), indent=2)
    _heading("Decisions that contradict each other", len(queue.contradictions))
    _contradictions(queue.contradictions)
    _heading("Decisions without their claim", len(queue.orphans))
    for orphan in queue.orphans:
        say(_said(orphan.decision), "  ", (short(orphan.decision.id), "dim"), indent=2)


def _contradictions(found: Iterable[Contradiction]) -> None:
    """Both decisions, and which of them holds."""
    for one in found:
        about = next((_about(anchor) for anchor in one.later.anchors if not one.later.on_bodies), "")
        say(about or "two bodies", indent=2)
        for decision, note in ((one.earlier, "overruled"), (one.later, "holds")):
            said = joined((_said(decision), by(decision)), "  ")
            say(said, "  ", (joined((short(decision.id), note)), "dim"), indent=4)


def _heading(words: str, number: int) -> None:
    say((f"{words}: {number or 'nothing'}", "bold"))


def _line(queue: Queue, agreement: AgreementRecord, note: str) -> None:
    facts = joined(
        (party_names(agreement.parties, queue.names), spaced(agreement.kind), agreement.date, agreement.subject)
    )
    say((short(agreement.id), "cyan"), "  ", facts, "  ", (note, "yellow"), indent=2)
