"""One agreement, figure, organisation or article with all that is known of it."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path

from pactbook.errors import QueryError
from pactbook.export.cells import decided
from pactbook.model.agreement import Cell
from pactbook.model.views import AgreementView, ArticleView, BodyView, FigureView
from pactbook.pipeline.book import Record
from pactbook.search.query import What
from pactbook.web.api.shapes import (
    AgreementWhole,
    ArticleWhole,
    FieldState,
    FigureRow,
    Link,
    OrganisationWhole,
    Reported,
    Stage,
)
from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing

router = APIRouter()

Name = Annotated[str, Path(max_length=200, description="The id.")]
View = TypeVar("View", AgreementView, BodyView, FigureView, ArticleView)


@router.get("/agreements/{id}", response_model=AgreementWhole)
def agreement(book: Book, name: Annotated[Name, Path(alias="id")]) -> Any:
    """One agreement; the id of any of its claims will do."""
    view = _opened(book, name, AgreementView)
    record = view.record
    return {
        "agreement": book.row("agreements", record.id),
        "fields": [_field(cell) for cell in record.cells],
        "history": [
            Stage(status=s.status, published=s.published, date=s.date, claim=s.telling) for s in record.history
        ],
        "links": [Link(left=e.left, right=e.right, score=e.score, reasons=list(e.reasons)) for e in record.links],
        "claims": book.claims(record.id),
    }


@router.get("/figures/{id}", response_model=FigureRow)
def figure(book: Book, name: Annotated[Name, Path(alias="id")]) -> Any:
    """One figure."""
    return _row(book, "figures", _opened(book, name, FigureView).record.id)


@router.get("/organisations/{id}", response_model=OrganisationWhole)
def organisation(book: Book, name: Annotated[Name, Path(alias="id")]) -> Any:
    """One organisation, by id or by a name that is its alone."""
    view = _opened(book, name, BodyView)
    return {
        "organisation": _row(book, "organisations", view.body.id),
        "predecessors": view.predecessors,
        "successors": view.successors,
        "names": view.names,
        "agreements": [one.id for one in view.agreements],
    }


@router.get("/articles/{id}", response_model=ArticleWhole)
def article(book: Book, name: Annotated[Name, Path(alias="id")]) -> Any:
    """One article with its text and all that it states."""
    view = _opened(book, name, ArticleView)
    return {
        "article": _row(book, "articles", view.head.id),
        "copies": view.copies,
        "stated": book.stated(view.head.id),
    }


def _opened(book: Record, name: str, wanted: type[View]) -> View:
    """What the name means. Raises NoSuchThing where that is nothing, or something else."""
    try:
        found = book.show(name)
    except QueryError as error:
        raise NoSuchThing(str(error)) from error
    if not isinstance(found, wanted):
        raise NoSuchThing(f"{name} is the id of something else")
    return found


def _row(book: Record, what: What, name: str) -> Any:
    row = book.row(what, name)
    if row is None:
        raise NoSuchThing(f"{name} is not among the {what} of the record")
    return row


def _field(cell: Cell) -> FieldState:
    return FieldState(
        name=cell.name,
        level=cell.level,
        value=cell.value,
        rule=cell.rule,
        reported=[Reported(value=r.value, claims=list(r.tellings), sources=r.sources) for r in cell.reported],
        decided=decided(cell.name, cell.decision) if cell.decision else None,
    )
