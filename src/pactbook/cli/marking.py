"""An article's text with everything that was found in it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from pactbook.cli.output import safe
from pactbook.cli.screen import screen
from pactbook.model.span import Span
from pactbook.model.views import ArticleView
from pactbook.wording import joined, meaning

#: Kind of mention → how a terminal shows it.
STYLES = {"organisation": "bold cyan", "money": "bold green", "date": "bold yellow"}


def marked(view: ArticleView) -> Text:
    """The text, coloured in a terminal; elsewhere each mention stands in brackets with what it was read as.

    The sentences that state an agreement are underlined in a terminal.
    """
    text, styled = view.article.text, screen().is_terminal
    result, done = Text(), 0
    for span, kind, read_as in _mentions(view):
        if span.start < done:
            continue
        result.append(safe(text[done : span.start]))
        if styled:
            result.append(safe(span.text), STYLES[kind])
        else:
            result.append(safe(f"[{span.text} | {read_as}]"))
        done = span.end
    result.append(safe(text[done:]))
    if styled and result.plain == text:
        for evidence in (e for telling in view.agreements for e in telling.claim.evidence):
            result.stylize("underline", evidence.start, evidence.end)
    return result


def _mentions(view: ArticleView) -> list[tuple[Span, str, str]]:
    """Span, kind and meaning of each mention, in the order of the text, the longer first."""
    return sorted(_all_mentions(view), key=lambda m: (m[0].start, -m[0].end))


def _all_mentions(view: ArticleView) -> Iterator[tuple[Span, str, str]]:
    for body in view.bodies:
        for span in body.mentions:
            yield span, "organisation", joined((body.id, body.kind), ", ")
    for figure in view.figures:
        yield figure.span, "money", meaning(figure)
    for date in view.dates:
        yield date.span, "date", date.value or "not resolved"
