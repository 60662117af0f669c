"""Why each claim says what it says: every cell with the words that filled it and the rule that read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactbook.claims.confidence import (
    UNTOLD,
    sure_of_agreement,
    sure_of_body,
    sure_of_cell,
    sure_of_date,
    sure_of_figure,
)
from pactbook.cli.output import counted
from pactbook.cli.screen import say
from pactbook.model.article import Article
from pactbook.model.claim import AgreementClaim, Because, Body, DateClaim, Extraction, FigureClaim
from pactbook.model.span import Span
from pactbook.wording import joined, meaning, money, party_names, spaced

#: Cells of an agreement in the order in which people ask for them.
_CELLS = ("parties", "kind", "status", "date", "value", "subject", "sectors", "place")
#: Rules whose names do not tell what they do.
_PLAIN = {"likeliest": "the likeliest around, by weights", "likely": "likely a body, by the words around it"}
_FIGURE_CELLS = ("amount", "measure", "status", "period", "sides")


def explain(extraction: Extraction) -> None:
    """Print the article's claims, each with its reasons."""
    article = extraction.article
    names = {b.id: b.names[0] for b in extraction.organisations}
    say((article.title or "without a headline", "bold"))
    say((joined((article.outlet, article.published, article.language, article.source)), "cyan"))
    _heading(counted(len(extraction.agreements), "agreement"))
    for claim in extraction.agreements:
        _agreement(article, claim, names)
    _heading(counted(len(extraction.figures), "figure"))
    for figure in extraction.figures:
        _figure(figure)
    _heading(counted(len(extraction.organisations), "organisation"))
    for body in extraction.organisations:
        _body(body)
    _heading(counted(len(extraction.dates), "date"))
    for date in extraction.dates:
        _date(date)
    say()


def _agreement(article: Article, claim: AgreementClaim, names: Mapping[str, str]) -> None:
    say((party_names(claim.parties, names), "bold"), "  ", _sure(sure_of_agreement(claim)), indent=2)
    for sentence in _sentences(article, claim.evidence):
        say(("“" + _line(sentence) + "”", "italic"), indent=4)
    said = {
        "parties": ", ".join(claim.parties),
        "kind": spaced(claim.kind),
        "status": spaced(claim.status),
        "date": claim.date,
        "value": "; ".join(money(v.low, v.high, v.currency) for v in claim.value),
        "subject": claim.subject,
        "sectors": ", ".join(claim.sectors),
        "place": claim.place,
    }
    for cell in _CELLS:
        _cell(cell, said[cell], claim.because, "agreements")


def _figure(figure: FigureClaim) -> None:
    say((f"{figure.span.text}: {meaning(figure)}", "bold"), "  ", _sure(sure_of_figure(figure)), indent=2)
    sides = joined((figure.source, figure.target), "–")
    said = {
        "amount": f"{money(figure.low, figure.high, figure.currency)}, {spaced(figure.qualifier)}",
        "measure": spaced(figure.measure),
        "status": figure.status,
        "period": figure.period,
        "sides": sides,
    }
    for cell in _FIGURE_CELLS:
        _cell(cell, said[cell], figure.because, "figures")


def _cell(cell: str, said: str | None, because: Iterable[Because], thing: str) -> None:
    """One cell: its value, then each reason; a value without words of its own says so."""
    if not said:
        return
    say((f"{cell}: ", "dim"), said, indent=4)
    reasons = [b for b in because if b.cell == cell]
    for reason in reasons:
        words = f"“{_line(reason.span)}” at {reason.span.start}"
        say(
            (joined((words, _PLAIN.get(reason.rule, reason.rule))), "dim"),
            "  ",
            _sure(sure_of_cell(thing, cell, reason.rule)),
            indent=6,
        )
    if not reasons:
        say(("by the words around it", "dim"), "  ", _sure(sure_of_cell(thing, cell, UNTOLD)), indent=6)


def _body(body: Body) -> None:
    head = joined((body.names[0], spaced(body.kind), body.country, body.id))
    say((head, "bold"), "  ", _sure(sure_of_body(body)), indent=2)
    told: dict[str, list[str]] = {}
    for reason in body.because:
        told.setdefault(reason.rule, []).append(f"“{_line(reason.span)}” at {reason.span.start}")
    for rule, places in told.items():
        say((f"{_PLAIN.get(rule, rule)}: {', '.join(dict.fromkeys(places))}", "dim"), indent=4)


def _date(date: DateClaim) -> None:
    words = f"“{_line(date.span)}” at {date.span.start}"
    say(
        date.value or "not resolved",
        "  ",
        (joined((words, date.rule)), "dim"),
        "  ",
        _sure(sure_of_date(date)),
        indent=2,
    )


def _sentences(article: Article, evidence: Iterable[Span]) -> list[Span]:
    """The whole sentences of ``evidence``, each once."""
    found = {(s.start, s.end): None for e in evidence for s in article.sentences if s.start < e.end and e.start < s.end}
    return [Span.of(article.text, start, end) for start, end in found]


def _sure(share: float | None) -> tuple[str, str]:
    return ("" if share is None else f"{share:.0%} sure", "green" if share and share >= 0.6 else "yellow")


def _line(span: Span) -> str:
    return " ".join(span.text.split())


def _heading(words: str) -> None:
    say()
    say((words, "bold underline"))
