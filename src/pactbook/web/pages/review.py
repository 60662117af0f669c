"""Review: one doubt after another, each with the words on both sides, decided with a key or a button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from pactbook.errors import QueryError
from pactbook.model.decision import FIELDS, FIGURE_FIELDS, Decision
from pactbook.model.views import AgreementView, BodyView, FigureView
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, FIGURE_STATUSES, MEASURES
from pactbook.pipeline.book import Record
from pactbook.pipeline.reviewing import Review
from pactbook.search.doubts.doubt import SECTIONS, Doubt, Section
from pactbook.web.book import Book, in_name
from pactbook.web.desk import TITLES, Desk
from pactbook.web.guard.forms import WritingForm
from pactbook.web.navigation import Place
from pactbook.web.problems import NoSuchThing
from pactbook.web.rulings import Ruling, ruling, rulings
from pactbook.web.templating import render
from pactbook.web.visitor import remember_who
from pactbook.web.visitor import who as name_of_visitor
from pactbook.web.witnesses import Row, in_names, rows

router = APIRouter(include_in_schema=False)
PLACE = Place("Review", "/review", 60)

Word = Annotated[str, Form(max_length=2000)]
#: The doubt that was just settled, as its address ends.
Of = Annotated[str, Query(pattern=r"^([a-z]+/[\w.~-]+)?$", max_length=400)]
View = AgreementView | BodyView | FigureView

#: What can be said of a doubt, and the verb of it.
_VERBS: dict[str, Callable[[Review, Doubt, str], Decision]] = {
    "accept": lambda review, doubt, why: review.accept(doubt.about[-1], why),
    "reject": lambda review, doubt, why: review.reject(doubt.about[-1], why),
    "reject-claim": lambda review, doubt, why: review.reject(doubt.about[0], why, claim=True),
    "merge": lambda review, doubt, why: review.merge(doubt.about, why),
    "same": lambda review, doubt, why: review.same(doubt.about[0], doubt.about[1], why),
    "differ": lambda review, doubt, why: review.differ(doubt.about[0], doubt.about[1], why),
    "undo-later": lambda review, doubt, why: review.undo(doubt.about[0], why),
    "undo-earlier": lambda review, doubt, why: review.undo(doubt.about[-1], why),
}
_CHOICES = {"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES}
_FIGURE_CHOICES = {"measure": MEASURES, "status": FIGURE_STATUSES}


@router.get("/review")
def review(request: Request, book: Book, done: str = "", of: Of = "") -> Response:
    """What there is to look at."""
    desk = _desk(request)
    piles = desk.piles(name_of_visitor(request))
    return render(request, "review.html", piles=piles, titles=TITLES, why=desk.why, done=_made(book, done), of=of)


@router.get("/review/{section}")
def begin(request: Request, section: str) -> Response:
    """The first doubt of a kind."""
    first = _desk(request).pile(_known(section), name_of_visitor(request)).first
    return RedirectResponse(f"/review/{section}/{first.key}" if first else "/review", 303)


@router.get("/review/{section}/{key}")
def doubt(request: Request, book: Book, section: str, key: str, done: str = "", of: Of = "") -> Response:
    """One doubt, with the words on both sides."""
    found = Doubt.of(_known(section), key)
    sides = _sides(book, found)
    pile = _desk(request).pile(found.section, name_of_visitor(request))
    return render(
        request,
        "doubt.html",
        doubt=found,
        title=TITLES[found.section],
        pile=pile,
        place=pile.place(found),
        before=pile.step(found, -1),
        after=pile.step(found, 1),
        settled=None if pile.place(found) else _settled(book, found, sides["sides"]),
        done=_made(book, done),
        of=of,
        fields=FIGURE_FIELDS if found.section == "figures" else FIELDS,
        choices=_FIGURE_CHOICES if found.section == "figures" else _CHOICES,
        **sides,
    )


@router.post("/review/look-again", dependencies=[WritingForm])
def look_again(request: Request) -> Response:
    """Look again for what is likely one, after it could not be done."""
    _desk(request).try_again()
    return RedirectResponse("/review", 303)


@router.post("/review/undo", dependencies=[WritingForm])
def undo(book: Book, decision: Word, who: Word, back: Word = "", why: Word = "") -> Response:
    """Take a decision back, and open again what it settled."""
    made = in_name(book, who).undo(decision, why.strip())
    own = back.partition("?")[0]
    place = own if own.startswith("/review/") and own.isascii() and own.isprintable() else "/review"
    return _on(f"{place}?done={made.id}", who)


class Said:
    """What a form says of a doubt. ``do`` is the button: a verb, or ``edit`` with a field and its value."""

    def __init__(self, do: Word, who: Word = "", why: Word = "", field: Word = "", value: Word = "") -> None:
        self.do, self.who, self.why, self.field, self.value = do, who, why.strip(), field, value.strip()


@router.post("/review/{section}/{key}", dependencies=[WritingForm])
def decide(request: Request, book: Book, section: str, key: str, said: Annotated[Said, Depends()]) -> Response:
    """Settle it, or put it off, and go on to the next."""
    found, desk = Doubt.of(_known(section), key), _desk(request)
    mine = name_of_visitor(request)
    following = desk.pile(found.section, mine).step(found, 1)
    place = f"/review/{section}/{following.key}" if following else "/review"
    if said.do in ("later", "take-up"):
        _put_off(book, found, mine, later=said.do == "later")
        return RedirectResponse(place if said.do == "later" else f"/review/{section}/{key}", 303)
    judge = in_name(book, said.who)
    if said.do.startswith("keep:"):
        # One of the values that the sources report.
        _, field, value = said.do.split(":", 2)
        made = judge.edit(found.about[-1], field, value, said.why)
    elif said.do == "edit":
        made = judge.edit(found.about[-1], said.field, said.value, said.why)
    elif said.do in _VERBS:
        made = _VERBS[said.do](judge, found, said.why)
    else:
        raise QueryError(f"{said.do!r} is nothing that can be decided here")
    book.doubts().take_up([found])
    return _on(f"{place}?done={made.id}&of={section}/{key}", said.who)


def _put_off(book: Record, found: Doubt, who: str, *, later: bool) -> None:
    if None in _sides(book, found)["sides"]:
        raise NoSuchThing("What this was about is no longer in the record as it was.")
    if later:
        book.doubts().put_aside(found, who)
    else:
        book.doubts().take_up([found], who)


def _sides(book: Record, found: Doubt) -> dict[str, Any]:
    """What stands on either side; a side that is gone since is None."""
    if found.section == "lost":
        made = [_made(book, name) for name in found.about]
        sides = [one if one and one.stands else None for one in made]
        reasons = list(book.doubts().grounds(found).why)
        return {"sides": sides, "names": {}, "reasons": reasons, "against": [], "claim": None, "rows": []}
    views = [_view(book, found, name) for name in found.about]
    if found.section == "pairs" and len({v.record.id for v in views if isinstance(v, AgreementView)}) < 2:
        views = [views[0], None]
    names: dict[str, str] = {}
    for view in views:
        names |= view.names if isinstance(view, AgreementView | BodyView) else {}
    grounds = book.doubts().grounds(found)
    return {
        "sides": views,
        "names": names,
        "reasons": [in_names(reason, names) for reason in grounds.why],
        "against": [in_names(reason, names) for reason in grounds.against],
        "rows": _disputed(grounds.why, views[0]) if found.section == "conflicts" else [],
        "claim": found.about[0],
    }


def _disputed(fields: tuple[str, ...], view: View | None) -> list[Row]:
    """The fields that sources disagree on, with what each says."""
    return [row for row in rows(view) if row.name in fields] if isinstance(view, AgreementView) else []


def _view(book: Record, found: Doubt, name: str) -> View | None:
    try:
        view = book.show(name)
    except QueryError:
        return None
    wanted = FigureView if found.section == "figures" else BodyView if found.section == "bodies" else AgreementView
    return view if isinstance(view, wanted) else None


def _settled(book: Record, found: Doubt, sides: list[Any]) -> Ruling | None:
    """The decision by which it was settled."""
    about = [name for view in sides if isinstance(view, AgreementView) for name in view.record.tellings]
    made = rulings(book.review("").about([*found.about, *about]), {})
    return next((one for one in made if one.stands and one.decision.action != "undo"), None)


def _known(section: str) -> Section:
    found = next((name for name in SECTIONS if name == section), None)
    if found is None:
        raise NoSuchThing("There is no such list of doubts; the review page has all of them.")
    return found


def _made(book: Record, name: str) -> Ruling | None:
    """The decision of that id in words."""
    found = book.review("").one(name) if name else None
    return ruling(found, {}) if found else None


def _on(place: str, who: str) -> Response:
    answer = RedirectResponse(place, 303)
    remember_who(answer, who.strip())
    return answer


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk
