"""Agreements along time: how many each year or quarter brought, and each of them."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES
from pactbook.search.course import Course
from pactbook.web.asking import Asked
from pactbook.web.book import Book
from pactbook.web.charts.bars import Bars, stacked
from pactbook.web.narrowing import View
from pactbook.web.navigation import Place
from pactbook.web.phrases import label
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Timeline", "/timeline", 50)

#: Agreements that are listed of one time; more of them are in the search.
_LISTED = 60
#: Columns that fit side by side; of a longer time the latest are drawn.
_COLUMNS = {"year": 40, "quarter": 48}
_WORDS = {"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES}


@router.get("/timeline")
def timeline(
    request: Request,
    book: Book,
    by: Literal["year", "quarter"] = "year",
    of: Literal["kind", "status"] = "kind",
    at: Annotated[str, Query(pattern=r"^(\d{4}(-Q[1-4])?)?$")] = "",
) -> Response:
    """The agreements that the address asks for, by time; ``at`` is the time that is listed."""
    asked = Asked.of(request).about("agreements")
    view = View(asked, "/timeline", {"by": by if by != "year" else "", "of": of if of != "kind" else ""})
    filters = {name: value for name, value in asked.as_filters().items() if name not in ("sort", "after")}
    course = book.course(asked.words, by, of, at or None, **filters)
    counted = book.counts(asked.words, **filters)
    times = [time for time, numbers in course.counts.items() if numbers]
    here = at if at in times else (times[-1] if times else "")
    place = times.index(here) if here else 0
    return render(
        request,
        "timeline.html",
        view=view,
        course=course,
        chart=_chart(view, course, by, of),
        hidden=max(len(course.counts) - _COLUMNS[by], 0),
        here=here,
        number=sum(course.counts.get(here, {}).values()),
        stops=course.stops[:_LISTED],
        before=_at(view, times[place - 1]) if place > 0 else None,
        after=_at(view, times[place + 1]) if place + 1 < len(times) else None,
        search=_search(asked, here),
        by=by,
        of=of,
        fields=view.fields(counted),
        chosen=view.chosen(counted.names),
    )


def _chart(view: View, course: Course, by: str, of: str) -> Bars | None:
    latest = dict(list(course.counts.items())[-_COLUMNS[by] :])
    if not latest:
        return None
    total = Counter(word for numbers in latest.values() for word in Counter(numbers).elements())
    parts = sorted((word for word in _WORDS[of] if total[word]), key=lambda word: -total[word])
    return stacked(latest, parts, lambda time, _: _at(view, time), label, size=(980, 260))


def _at(view: View, time: str) -> str:
    return f"{view.address(at=time)}#listed"


def _search(asked: Asked, time: str) -> str:
    """The search for what is listed."""
    if not time:
        return asked.address()
    if "-Q" not in time:
        return asked.toggled("year", time).address() if not asked.filters.get("year") else asked.address()
    year, quarter = time.split("-Q")
    first = 3 * int(quarter) - 2
    words = f"since:{year}-{first:02} until:{year}-{first + 2:02}"
    return asked.saying(f"({asked.words}) AND {words}" if asked.words else words).address()
