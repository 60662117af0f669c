"""Figures over time: every series, and one series with its chart, its targets and every sentence behind it."""

from __future__ import annotations

from io import BytesIO
from typing import Annotated, Any, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from pactbook.export.forms import FORMS
from pactbook.knowledge.measures import measures
from pactbook.model.figure import Series
from pactbook.pipeline.book import Format
from pactbook.web.book import Book
from pactbook.web.memory import Kept, Memory
from pactbook.web.navigation import Place
from pactbook.web.phrases import label
from pactbook.web.problems import NoSuchThing
from pactbook.web.runs import Run, Sides, named, run, shelves
from pactbook.web.takeaway import form_of_file
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Figures", "/figures", 30)

#: Reports of one point whose sentences are quoted, and whose outlets are told where they differ; all are linked.
_QUOTED, _COMPARED = 5, 12

Words = Annotated[list[str] | None, Query()]
Side = Annotated[str, Query(max_length=120)]


@router.get("/figures")
def figures(
    request: Request,
    memory: Kept,
    measure: Words = None,
    country: Words = None,
    since: str = "",
    until: str = "",
) -> Response:
    """All series that fit, by what they measure."""
    asked = {"measure": _said(measure), "country": _said(country), "since": since.strip(), "until": until.strip()}
    found = _all_series(memory, asked)
    return render(
        request,
        "figures.html",
        shelves=shelves(found),
        number=len(found),
        asked=asked,
        measures=[name for name, one in measures().items() if one.series],
        query=urlencode([(k, v) for k, v in asked.items() if v], doseq=True),
    )


def _all_series(memory: Memory, asked: dict[str, Any]) -> list[Series]:
    since, until = asked["since"] or None, asked["until"] or None
    key = ("series", tuple(asked["measure"]), tuple(asked["country"]), since, until)
    return memory.get(
        key,
        lambda: memory.book.series(measure=asked["measure"], country=asked["country"], since=since, until=until),
    )


@router.get("/figures/{measure}")
def series(
    request: Request,
    memory: Kept,
    measure: str,
    source: Annotated[Side, Query(alias="from")] = "",
    target: Annotated[Side, Query(alias="to")] = "",
) -> Response:
    """One series."""
    book, sides = memory.book, (source or None, target or None)
    found = memory.get(("run", measure, sides), lambda: one_series(book, measure, sides))
    shown = [r.figure for p in found.series.points for r in (*p.readings[:_QUOTED], *p.parts[:_QUOTED])]
    shown += [r.figure for _, p in found.apart for r in p.readings[:_COMPARED]]
    sentences = memory.get(("sentences", measure, sides), lambda: book.sentences(shown))
    return render(
        request,
        "series.html",
        run=found,
        sentences=sentences,
        quoted=_QUOTED,
        compared=_COMPARED,
        names=named(book, found.series),
        title=f"{label(measure)}",
        query=urlencode({"from": source, "to": target}),
    )


@router.get("/figures/{measure}/{name}")
def take(
    book: Book,
    measure: str,
    name: str,
    source: Annotated[Side, Query(alias="from")] = "",
    target: Annotated[Side, Query(alias="to")] = "",
) -> Response:
    """One series to take away, with every point."""
    wanted = form_of_file(name)
    if wanted is None or wanted[0] != "series":
        raise NoSuchThing(f"Nothing can be taken away as {name!r}.")
    found = one_series(book, measure, (source or None, target or None)).series
    file = BytesIO()
    figures = [r.figure for p in found.points for r in (*p.readings, *p.parts)]
    book.export_figures("series", cast(Format, wanted[1]), file, figures)
    headers = {"Content-Disposition": f'attachment; filename="{measure}-{name}"'}
    return Response(file.getvalue(), media_type=FORMS[wanted[1]].media, headers=headers)


def one_series(book: Book, measure: str, sides: Sides) -> Run:
    """The series between two sides. Raises NoSuchThing."""
    if measure in measures():
        for found in book.series(measure=measure):
            if (found.source, found.target) == sides:
                return run(found)
    raise NoSuchThing(
        f"No figures of the record make a series of this measure ({measure}) between these sides. "
        "The list of figures has every series that there is."
    )


def _said(words: list[str] | None) -> list[str]:
    """What was chosen; a choice of nothing is none."""
    return [word.strip() for word in words or [] if word.strip()]
