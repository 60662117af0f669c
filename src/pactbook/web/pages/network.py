"""The network of bodies and states: drawn, and as lists; every body and every tie opens what is behind it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from pactbook.search.network import Net
from pactbook.web.asking import Asked
from pactbook.web.book import Book
from pactbook.web.narrowing import View
from pactbook.web.navigation import Place
from pactbook.web.phrases import spelled_party
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Network", "/network", 40)

#: How many ties may be drawn: more than these nobody can tell apart.
MOST = (30, 60, 120, 250)


@router.get("/network")
def network(
    request: Request,
    book: Book,
    most: Annotated[int, Query(ge=1, le=MOST[-1])] = MOST[1],
    states: Annotated[str, Query(pattern="^(no)?$")] = "",
) -> Response:
    """Who deals with whom, among the agreements that the address asks for."""
    asked = Asked.of(request).about("agreements")
    how = {"most": str(most) if most != MOST[1] else "", "states": states}
    view = View(asked, "/network", how)
    filters = {name: value for name, value in asked.as_filters().items() if name not in ("sort", "after")}
    net = book.network(asked.words, most, states=not states, **filters)
    counted = book.counts(asked.words, **filters)
    return render(
        request,
        "network.html",
        view=view,
        net=net,
        names={knot.id: knot.name for knot in net.knots},
        ties=[(strand, _tie(view, strand.one, strand.other)) for strand in net.strands],
        fields=view.fields(counted),
        chosen=view.chosen(counted.names),
        amounts=[(n, view.address(most=str(n))) for n in MOST if n <= max(net.all_strands, MOST[0]) or n == most],
        most=most,
        heaviest=max((strand.agreements for strand in net.strands), default=1),
        kinds=_kinds(net),
    )


def _tie(view: View, one: str, other: str) -> str:
    """The search for the agreements of both."""
    both = f"{spelled_party(one)} AND {spelled_party(other)}"
    words = f"({view.asked.words}) AND {both}" if view.asked.words else both
    return view.asked.saying(words).address()


def _kinds(net: Net) -> list[str]:
    return sorted({knot.kind for knot in net.knots})
