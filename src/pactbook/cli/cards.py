"""One answer to a question as a card of a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from pactbook.cli.output import counted, safe
from pactbook.cli.screen import put, say
from pactbook.model.agreement import AgreementRecord
from pactbook.model.claim import FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.hits import AgreementHit, ArticleHit, BodyHit, FigureHit
from pactbook.model.told import Evidence
from pactbook.wording import by, joined, meaning, money, origin, party_names, short, spaced, worth


def agreement_card(hit: AgreementHit) -> None:
    """Parties, what was agreed, and the sentence that says so."""
    record = hit.record
    say((party_names(record.parties, hit.names), "bold"))
    say((facts(record), "cyan"), indent=2)
    if subject := hit.subject or record.subject:
        say(subject, indent=2)
    quote(hit.evidence)
    sources = counted(len(record.tellings), "claim")
    say((joined((origin(hit.evidence.article), sources, short(record.id))), "dim"), indent=2)
    say()


def facts(record: AgreementRecord) -> str:
    """``memorandum · signed · 2014-03-21 · Hanoi · USD 35 million · science``."""
    sectors = ", ".join(record.sectors)
    return joined((spaced(record.kind), spaced(record.status), record.date, record.place, worth(record.value), sectors))


def figure_card(hit: FigureHit) -> None:
    """The amount, what it means, and its sentence."""
    figure = hit.figure
    say((figure_amount(figure), "bold"))
    say((meaning(figure), "cyan"), indent=2)
    decided(hit.said, hit.decisions)
    quote(hit.evidence)
    say((joined((origin(hit.evidence.article), short(hit.id))), "dim"), indent=2)
    say()


def decided(said: FigureClaim | None, decisions: Sequence[Decision]) -> None:
    """What an analyst decided of a figure, and what the article says instead."""
    for decision in decisions:
        what = "accepted" if decision.action == "accept" else f"{decision.field} decided"
        say((f"{what} by {by(decision)}", "green"), indent=2)
    if said:
        words = joined((figure_amount(said), meaning(said)), ", ")
        say((f"the article says: {words}", "dim"), indent=4)


def figure_amount(figure: FigureClaim) -> str:
    """``about USD 3.5 billion``."""
    qualifier = "" if figure.qualifier == "exact" else f"{spaced(figure.qualifier)} "
    return qualifier + money(figure.low, figure.high, figure.currency)


def body_card(hit: BodyHit) -> None:
    """The names of an organisation, what it is, and how much speaks of it."""
    body = hit.body
    say((hit.name, "bold"))
    say((joined((body.kind, body.country)), "cyan"), indent=2)
    others = [name for name in dict.fromkeys((hit.found, *body.names)) if name != hit.name]
    if others:
        say(" · ".join(others), indent=2)
    told = (counted(body.agreements, "agreement"), counted(body.articles, "article"), body.id)
    say((joined(told), "dim"), indent=2)
    say()


def article_card(hit: ArticleHit) -> None:
    """The headline, and the words that answer."""
    head = hit.article
    say((head.title or "without a headline", "bold"))
    snippet = Text(hit.snippet)
    for start, end in hit.marks:
        snippet.stylize("bold", start, end)
    put(Text(safe(snippet.plain)) if safe(snippet.plain) != snippet.plain else snippet, indent=2)
    say((joined((origin(head), head.language, short(head.id))), "dim"), indent=2)
    say()


def quote(evidence: Evidence) -> None:
    """The sentence, with the words that carry the claim set off."""
    sentence = evidence.sentence
    text = Text("“" + sentence.text.replace("\n", " ") + "”")
    for part in evidence.quotes:
        # A quote as long as its sentence sets nothing off.
        if part.within(sentence) and part.text != sentence.text:
            text.stylize("italic", part.start - sentence.start + 1, part.end - sentence.start + 1)
    put(text, indent=2)
