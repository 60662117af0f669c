"""What an analyst decides about an agreement or a figure. Every decision is stored at once, and can be taken back."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form
from starlette.responses import RedirectResponse, Response

from pactbook.errors import QueryError
from pactbook.model.decision import Decision
from pactbook.pipeline.reviewing import Review
from pactbook.web.book import Book, in_name
from pactbook.web.guard.forms import WritingForm
from pactbook.web.pages.agreement import find
from pactbook.web.rulings import ruling
from pactbook.web.visitor import remember_who

router = APIRouter(include_in_schema=False, dependencies=[WritingForm])

Word = Annotated[str, Form()]


def _review(book: Book, who: Annotated[str, Form()] = "") -> Review:
    return in_name(book, who)


#: The decisions in the name that the form gives.
InName = Annotated[Review, Depends(_review)]


@router.post("/agreement/{name}/accept")
def accept(review: InName, name: str, who: Word, why: Word = "") -> Response:
    """It is right as it stands."""
    return _done(review.accept(name, why.strip()), name, who)


@router.post("/agreement/{name}/edit")
def edit(review: InName, name: str, who: Word, field: Word, value: Word = "", why: Word = "") -> Response:
    """A field holds this value, whatever the sources say."""
    return _done(review.edit(name, field, value.strip(), why.strip()), name, who)


@router.post("/agreement/{name}/reject")
def reject(review: InName, name: str, who: Word, why: Word = "") -> Response:
    """It is no agreement."""
    decision = review.reject(name, why.strip())
    return _remembering(RedirectResponse(f"/decision/{decision.id}", 303), who)


@router.post("/agreement/{name}/reject-claim")
def reject_claim(book: Book, review: InName, name: str, claim: str, who: Word, why: Word = "") -> Response:
    """One of its claims is none."""
    left = [telling for telling in find(book, name).record.tellings if telling != claim]
    decision = review.reject(claim, why.strip(), claim=True)
    if not left:
        return _remembering(RedirectResponse(f"/decision/{decision.id}", 303), who)
    return _done(decision, left[0], who)


@router.post("/agreement/{name}/merge")
def merge(review: InName, name: str, who: Word, other: Word = "", typed: Word = "", why: Word = "") -> Response:
    """It is one with another agreement, named by its id or its address."""
    return _done(review.merge([name, _named(other, typed)], why.strip()), name, who)


@router.post("/agreement/{name}/differ")
def differ(review: InName, name: str, who: Word, other: Word = "", typed: Word = "", why: Word = "") -> Response:
    """It is not one with another agreement, whatever speaks for it."""
    return _done(review.differ(name, _named(other, typed), why.strip()), name, who)


@router.post("/agreement/{name}/split")
def split(
    review: InName, name: str, who: Word, claim: Annotated[list[str] | None, Form()] = None, why: Word = ""
) -> Response:
    """Some of its claims are another agreement."""
    if not claim:
        raise QueryError("Tick the claims that are another agreement.")
    return _done(review.split(name, claim, why.strip()), claim[0], who)


@router.post("/figure/{name}/accept")
def accept_figure(review: InName, name: str, who: Word, why: Word = "") -> Response:
    """The figure is right as it stands."""
    return _done(review.accept(name, why.strip()), name, who, "figure")


@router.post("/figure/{name}/edit")
def edit_figure(review: InName, name: str, who: Word, field: Word, value: Word = "", why: Word = "") -> Response:
    """A field of the figure holds this value."""
    return _done(review.edit(name, field, value.strip(), why.strip()), name, who, "figure")


@router.post("/figure/{name}/reject")
def reject_figure(review: InName, name: str, who: Word, why: Word = "") -> Response:
    """It is no such figure."""
    decision = review.reject(name, why.strip())
    return _remembering(RedirectResponse(f"/decision/{decision.id}", 303), who)


@router.post("/decision/{name}/undo")
def undo(review: InName, name: str, who: Word, why: Word = "", back: Word = "") -> Response:
    """A decision is taken back."""
    decision = review.undo(name, why.strip())
    own = back if back.startswith(("/agreement/", "/figure/")) and back.isascii() else "/decisions"
    undone = review.one(name)
    if own.startswith("/agreement/") and undone and undone.located.decision.action in ("merge", "split"):
        # The agreement that the page was of may be gone, or be another one again.
        own = ruling(undone, {}).address or own
    answer = RedirectResponse(f"{own.split('?')[0]}?done={decision.id}", 303)
    return _remembering(answer, who)


def _named(chosen: str, typed: str) -> str:
    """The id of the other agreement, of a list or typed as an id or an address."""
    named = urlsplit(typed.strip() or chosen.strip()).path.rstrip("/").rsplit("/", 1)[-1]
    if not named:
        raise QueryError("Choose the other agreement, or give its address.")
    return named


def _done(decision: Decision, name: str, who: str, page: str = "agreement") -> Response:
    return _remembering(RedirectResponse(f"/{page}/{name}?done={decision.id}", 303), who)


def _remembering(answer: Response, who: str) -> Response:
    remember_who(answer, who.strip())
    return answer
