"""A figure: what the sum means, the sentence that says so, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.errors import QueryError
from pactbook.model.claim import FigureClaim
from pactbook.model.decision import FIGURE_FIELDS
from pactbook.model.views import FigureView
from pactbook.model.words import FIGURE_STATUSES, MEASURES, QUALIFIERS
from pactbook.web.book import Book
from pactbook.web.phrases import day, label, money
from pactbook.web.problems import NoSuchThing
from pactbook.web.rulings import just_made, rulings
from pactbook.web.templating import render
from pactbook.web.witnesses import amount_of
from pactbook.wording import state

router = APIRouter(include_in_schema=False)

_CHOICES = {"qualifier": QUALIFIERS, "measure": MEASURES, "status": FIGURE_STATUSES}


@dataclass(frozen=True, slots=True)
class Field:
    """A field for people (``shown``) and as an edit would write it (``typed``); ``said`` is what the article says."""

    name: str
    shown: str
    typed: str
    said: str | None
    choices: tuple[str, ...]


@router.get("/figure/{name}")
def figure(request: Request, book: Book, name: str, done: str = "") -> Response:
    """Everything about it; ``done`` is a decision that was just made."""
    view = _find(book, name)
    review = book.review("")
    return render(
        request,
        "figure.html",
        view=view,
        claim=view.record.claim,
        fields=_fields(view),
        rulings=rulings(review.about([view.record.id]), {}),
        done=just_made(review, done, {}),
    )


def _find(book: Book, name: str) -> FigureView:
    try:
        view = book.show(name)
    except QueryError as error:
        raise NoSuchThing(str(error)) from error
    if not isinstance(view, FigureView):
        raise NoSuchThing(f"{name!r} is no figure of this record.")
    return view


def _fields(view: FigureView) -> list[Field]:
    claim, said = view.record.claim, view.record.said
    found = []
    for name in FIGURE_FIELDS:
        if name in ("low", "high", "currency"):
            continue  # An edit of the amount sets all three.
        typed, shown = _value(claim, name)
        before = _value(said, name)[1] if said and _value(said, name)[0] != typed else None
        found.append(Field(name, shown, typed, before, _CHOICES.get(name, ())))
    return found


def _value(claim: FigureClaim, name: str) -> tuple[str, str]:
    """As it would be typed, and as it is shown."""
    if name == "amount":
        typed = amount_of(claim.low, claim.high, claim.currency)
        return typed, money(claim.low, claim.high, claim.currency)
    if name == "period":
        return claim.period or "", day(claim.period) if claim.period else ""
    if name in ("from", "to"):
        side = claim.source if name == "from" else claim.target
        return side or "", state(side) if side else ""
    value = str(getattr(claim, name))
    return value, label(value)
