"""An organisation: its names, what it agreed on with whom, the sums that it is named with."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.errors import QueryError
from pactbook.knowledge import gazetteer
from pactbook.model.body import BodyRecord
from pactbook.model.views import BodyView
from pactbook.model.words import LANGUAGES
from pactbook.record.identity import is_state
from pactbook.record.lineage import predecessors, successors
from pactbook.web.book import Book
from pactbook.web.charts.star import star
from pactbook.web.problems import NoSuchThing
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)

#: Partners that fit around a body, and answers shown before "all of them".
_AROUND, _SHOWN = 10, 25
#: Sums that are shown.
_SUMS = 8


@dataclass(frozen=True, slots=True)
class Names:
    """How a body is called in one language: the gazetteer's names, then those of articles alone."""

    language: str
    names: tuple[str, ...]


@router.get("/organisation/{name}")
def organisation(request: Request, book: Book, name: str) -> Response:
    """Everything about it."""
    view = _find(book, name)
    partners = _partners(view)
    drawn = [(view.names[body], n, _address(body)) for body, n in partners if body in view.names][:_AROUND]
    return render(
        request,
        "organisation.html",
        view=view,
        body=view.body,
        called=_called(view),
        names=_names(view),
        partners=partners,
        star=star(drawn) if len(drawn) > 2 else None,
        sums=book.page("figures", party=view.body.id, limit=_SUMS),
        shown=_SHOWN,
    )


def _find(book: Book, name: str) -> BodyView:
    try:
        view = book.show(name)
    except QueryError as error:
        if name in gazetteer.bodies():
            return _unnamed(name)
        raise NoSuchThing(str(error)) from error
    if not isinstance(view, BodyView):
        raise NoSuchThing(f"{name!r} is no organisation of this record.")
    return view


def _unnamed(key: str) -> BodyView:
    """A body that is known but that no article of the record names: another one came before or after it."""
    known = gazetteer.bodies()[key]
    before, after = predecessors(key), successors(key)
    every = {i: gazetteer.bodies()[i] for i in (key, *before, *after)}
    names = {i: next(iter([*body.en, *body.vi, *body.ko]), i) for i, body in every.items()}
    record = BodyRecord(key, (), known.kind, known.country, 0, 0)
    return BodyView(record, (), (), names, (), before, after)


def _called(view: BodyView) -> str:
    return view.names.get(view.body.id) or next(iter(view.body.names), view.body.id)


def _names(view: BodyView) -> list[Names]:
    """Names by language: the official ones first, then those that only articles use."""
    known = [gazetteer.bodies()[i] for i in (view.body.id, *view.also) if i in gazetteer.bodies()]
    found: dict[str, dict[str, None]] = {code: {} for code in LANGUAGES}
    for body in known:
        for code, names in (("en", [*body.en, *body.acronyms]), ("vi", body.vi), ("ko", body.ko)):
            found[code] |= dict.fromkeys(names)
    every = {name for names in found.values() for name in names}
    for name in view.body.names:
        if name not in every:
            found[_language_of(name)][name] = None
    return [Names(code, tuple(names)) for code, names in found.items() if names]


def _language_of(name: str) -> str:
    """By its letters: Hangul, Latin with marks, plain Latin."""
    if any("가" <= char <= "힣" for char in name):
        return "ko"
    marked = any(unicodedata.combining(char) for char in unicodedata.normalize("NFD", name))
    return "vi" if marked or "đ" in name.lower() else "en"


def _partners(view: BodyView) -> list[tuple[str, int]]:
    """The other parties of its agreements, those of most agreements first."""
    counted = Counter(p for record in view.agreements for p in record.parties if p != view.body.id)
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _address(party: str) -> str:
    return f"/search?{urlencode({'party': party})}" if is_state(party) else f"/organisation/{quote(party)}"
