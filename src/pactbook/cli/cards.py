"""One answer to a question as a card of a few lines."""

from __future__ import annotations

from rich.text import Text

from pactbook.cli.output import counted, put, safe, say
from pactbook.model.record import AgreementHit, AgreementRecord, ArticleHit, Evidence, FigureHit
from pactbook.wording import joined, meaning, money, origin, party_names, short, spaced, worth


def agreement_card(hit: AgreementHit) -> None:
    """Parties, what was agreed, and the sentence that says so."""
    record = hit.record
    say((party_names(record.parties, hit.names), "bold"))
    say((facts(record), "cyan"), indent=2)
    if record.subject:
        say(record.subject, indent=2)
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
    qualifier = "" if figure.qualifier == "exact" else f"{spaced(figure.qualifier)} "
    say((qualifier + money(figure.low, figure.high, figure.currency), "bold"))
    say((meaning(figure), "cyan"), indent=2)
    quote(hit.evidence)
    say((joined((origin(hit.evidence.article), short(hit.evidence.article.id))), "dim"), indent=2)
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
