"""``pactbook show``"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from pactbook.cli.cards import decided, facts, figure_amount, quote
from pactbook.cli.marking import marked
from pactbook.cli.options import json_option, record_option
from pactbook.cli.output import counted, print_json
from pactbook.cli.screen import put, say
from pactbook.model.agreement import Cell, Quality
from pactbook.model.told import ToldClaim
from pactbook.model.views import AgreementView, ArticleView, BodyView, FigureView
from pactbook.pipeline.book import open_record
from pactbook.wording import by, joined, meaning, origin, party_names, short, spaced, whole_amounts


@click.command("show")
@click.argument("key", metavar="ID")
@click.option("--why", is_flag=True, help="For an agreement: why each claim is in it.")
@record_option
@json_option
def command(key: str, why: bool, record: Path | None, as_json: bool) -> None:
    """Show all that is known of an agreement, an organisation, a figure or an article.

    ID is what "search" prints (its beginning will do), or the name of an organisation.
    """
    with open_record(record, create=False) as book:
        view = book.show(key)
    if as_json:
        print_json(view)
    elif isinstance(view, AgreementView):
        _agreement(view, why=why)
    elif isinstance(view, BodyView):
        _body(view)
    elif isinstance(view, FigureView):
        _figure(view)
    else:
        _article(view)


def _agreement(view: AgreementView, *, why: bool) -> None:
    record = view.record
    say((party_names(record.parties, view.names), "bold"))
    say((joined((facts(record), record.id)), "cyan"))
    if record.subject:
        say(record.subject)
    if record.quality:
        say((_known(record.quality), "dim"))
    _heading("What the sources say")
    for cell in record.cells:
        _cell(cell, view.names)
    _heading("History")
    _history(view)
    _heading(f"Told by {counted(len(view.told), 'article')}")
    for told in view.told:
        say(told.article.title or "without a headline", indent=2)
        for evidence in told.evidence:
            quote(evidence)
        say((joined((origin(told.article), told.article.language, short(told.article.id))), "dim"), indent=2)
    if record.accepted:
        say()
        say(f"Accepted by {by(record.accepted)}", indent=2)
    if why:
        _why(view)


def _history(view: AgreementView) -> None:
    """Each stage with what is said of its date, and the articles that report it."""
    told = {t.telling.id: t for t in view.told}
    stages: dict[tuple[str, str | None], list[ToldClaim]] = {}
    for stage in view.record.history:
        stages.setdefault((stage.status, stage.date), []).append(told[stage.telling])
    for (status, date), reports in stages.items():
        first = reports[0].article
        others = len({report.article.id for report in reports}) - 1
        more = f", and {counted(others, 'more article')}" if others else ""
        say(joined((spaced(status), date or "no date said")), "  ", (f"{origin(first)}{more}", "dim"), indent=2)


def _known(quality: Quality) -> str:
    """How well the agreement is known, in one line."""
    missing = f" (missing: {', '.join(quality.missing)})" if quality.missing else ""
    grounds = f" ({', '.join(quality.grounds)})" if quality.grounds else ""
    return f"complete to {quality.completeness:.0%}{missing} · sources {quality.strength:.0%} strong{grounds}"


def _why(view: AgreementView) -> None:
    """For each claim its links with the others and their reasons; where there is none, what put it here instead."""
    _heading("Why each claim is in")
    for told in view.told:
        name = told.telling.id
        say((short(name), "cyan"), "  ", joined((told.article.title, origin(told.article))), indent=2)
        links = [k for k in view.record.links if name in (k.left, k.right)]
        for link in links:
            other = link.right if link.left == name else link.left
            say(f"= {short(other)} ({link.score}): {'; '.join(link.reasons)}", indent=4)
        if not links:
            say(
                "the only claim" if len(view.told) == 1 else 'put here by an analyst: see "pactbook review log"',
                indent=4,
            )


def _cell(cell: Cell, names: Mapping[str, str]) -> None:
    """One field; where the sources differ, every value with the number of independent sources behind it."""
    if cell.value is None and not cell.reported:
        return
    if cell.name == "subject" and not cell.decision:
        return _subject(cell)
    line = f"{spaced(cell.name)}: {_said(cell, cell.value, names)}"
    if cell.decision:
        others = "; ".join(f"{_said(cell, r.value, names)} ({counted(r.sources, 'source')})" for r in cell.reported)
        say(line, "  ", (f"decided by {by(cell.decision)}", "green"), indent=2)
        if others:
            say((f"the sources say: {others}", "dim"), indent=4)
    elif len(cell.reported) > 1:
        others = "; ".join(f"{_said(cell, r.value, names)} ({counted(r.sources, 'source')})" for r in cell.reported)
        say(line, "  ", (f"{cell.level}: {others}", "yellow"), indent=2)
        say((f"chosen: {cell.rule}", "dim"), indent=4)
    else:
        say(line, "  ", (joined((cell.level, cell.rule)), "dim"), indent=2)


def _subject(cell: Cell) -> None:
    """The wording, and how other languages put it, which is no contradiction."""
    say(f"subject: {cell.value}", "  ", (cell.rule, "dim"), indent=2)
    for reported in cell.reported[1:]:
        say((f"also put: {reported.value} ({counted(reported.sources, 'source')})", "dim"), indent=4)


def _said(cell: Cell, value: str | None, names: Mapping[str, str]) -> str:
    if value is None:
        return "?"
    if cell.name == "value":
        return whole_amounts(value)
    return party_names(value.split(", "), names) if cell.name == "parties" else value


def _body(view: BodyView) -> None:
    body = view.body
    say((body.names[0] if body.names else body.id, "bold"))
    say((joined((spaced(body.kind), body.country, body.id)), "cyan"))
    if len(body.names) > 1:
        say("also: " + ", ".join(body.names[1:]))
    for words, ids in (
        ("one with, by an analyst's word", view.also),
        ("took the place of", view.predecessors),
        ("its place was taken by", view.successors),
    ):
        if ids:
            say(f"{words}: " + ", ".join(f"{view.names[i]} ({i})" for i in ids))
    _heading(counted(len(view.agreements), "agreement"))
    for record in view.agreements:
        say(joined((party_names(record.parties, view.names), facts(record), short(record.id))), indent=2)
    _heading(f"Named in {counted(len(view.articles), 'article')}")
    for head in view.articles:
        say(joined((head.title, origin(head), short(head.id))), indent=2)


def _article(view: ArticleView) -> None:
    head = view.head
    say((joined((head.outlet, head.published, head.language, head.source, head.id)), "cyan"))
    if head.url:
        say((head.url, "dim"))
    if head.copy_of:
        say(f"Nearly the same as {short(head.copy_of)}: both count as one source.")
    say()
    put(marked(view))
    _heading(counted(len(view.agreements), "agreement"))
    names = {body.id: body.names[0] for body in view.bodies if body.names}
    for telling in view.agreements:
        claim = telling.claim
        say(joined((party_names(claim.parties, names), spaced(claim.kind), spaced(claim.status), claim.date)), indent=2)
        say((joined((claim.subject, short(telling.id))), "dim"), indent=4)
    _heading(counted(len(view.figures), "figure"))
    for found in view.sums:
        say(joined((figure_amount(found.claim), meaning(found.claim), short(found.id))), indent=2)
        decided(found.said, found.decisions)


def _figure(view: FigureView) -> None:
    figure = view.record.claim
    say((figure_amount(figure), "bold"))
    say((joined((meaning(figure), view.record.id)), "cyan"))
    decided(view.record.said, view.record.decisions)
    quote(view.evidence)
    say((joined((view.article.title, origin(view.article), short(view.article.id))), "dim"), indent=2)
    if figure.because:
        _heading("Why")
    for because in figure.because:
        say(joined((because.cell, f"“{because.span.text}”", because.rule)), indent=2)


def _heading(words: str) -> None:
    say()
    say((words, "bold"))
