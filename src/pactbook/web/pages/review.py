"""Review: one doubt after another, each with the words on both sides, decided with a key or a button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from pactbook.errors import QueryError
from pactbook.model.decision import FIELDS, Decision
from pactbook.model.record import AgreementView, BodyView
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES
from pactbook.pipeline.book import Record
from pactbook.pipeline.reviewing import Review
from pactbook.web.book import Book
from pactbook.web.desk import SECTIONS, Desk, Doubt, Pile
from pactbook.web.guard.forms import WritingForm
from pactbook.web.navigation import Place
from pactbook.web.problems import NoSuchThing
from pactbook.web.rulings import Ruling, rulings
from pactbook.web.templating import render
from pactbook.web.visitor import remember_who
from pactbook.web.witnesses import Row, in_names, rows

router = APIRouter(include_in_schema=False)
PLACE = Place("Review", "/review", 60)

Word = Annotated[str, Form(max_length=2000)]

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


@router.get("/review")
def review(request: Request, book: Book, done: str = "") -> Response:
    """What there is to look at."""
    pile = _desk(request).pile
    counts = [(name, title, len(pile.of(name)), pile.left(name)) for name, title in SECTIONS.items()] if pile else []
    return render(request, "review.html", pile=pile, why=_desk(request).why, counts=counts, done=_made(book, done))


@router.get("/review/{section}/{key}")
def doubt(request: Request, book: Book, section: str, key: str, done: str = "") -> Response:
    """One doubt, with the words on both sides."""
    pile, found = _found(request, section, key)
    mine = pile.of(found.section)
    return render(
        request,
        "doubt.html",
        doubt=found,
        title=SECTIONS[found.section],
        number=mine.index(found) + 1,
        total=len(mine),
        left=len(pile.left(section)),
        before=pile.step(key, -1),
        after=pile.step(key, 1),
        settled=_made(book, pile.settled.get(key, "")),
        done=_made(book, done),
        fields=FIELDS,
        choices={"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES},
        **_sides(book, found),
    )


@router.post("/review/look-again", dependencies=[WritingForm])
def look_again(request: Request) -> Response:
    """Make the list anew."""
    _desk(request).anew()
    return RedirectResponse("/review", 303)


@router.post("/review/undo", dependencies=[WritingForm])
def undo(request: Request, book: Book, decision: Word, who: Word, why: Word = "") -> Response:
    """Take a decision back, and open again what it settled."""
    made = _in_name(book, who).undo(decision, why.strip())
    pile = _desk(request).pile
    key = next((k for k, settled in pile.settled.items() if settled == decision), None) if pile else None
    if pile is None or key is None:
        return _on(f"/review?done={made.id}", who)
    del pile.settled[key]
    return _on(f"/review/{pile.doubts[key].section}/{key}?done={made.id}", who)


class Said:
    """What a form says of a doubt. ``do`` is the button: a verb, or ``edit`` with a field and its value."""

    def __init__(self, do: Word, who: Word = "", why: Word = "", field: Word = "", value: Word = "") -> None:
        self.do, self.who, self.why, self.field, self.value = do, who, why.strip(), field, value.strip()


@router.post("/review/{section}/{key}", dependencies=[WritingForm])
def decide(request: Request, book: Book, section: str, key: str, said: Annotated[Said, Depends()]) -> Response:
    """Settle it, and go on to the next."""
    pile, found = _found(request, section, key)
    judge = _in_name(book, said.who)
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
    following = pile.step(key, 1)
    pile.settled[key] = made.id
    place = f"/review/{section}/{following.key}" if following else "/review"
    return _on(f"{place}?done={made.id}", said.who)


def _sides(book: Record, found: Doubt) -> dict[str, Any]:
    """What stands on either side; a side that is gone since is None."""
    if found.section == "lost":
        made = {one.decision.id: one for one in rulings(book.review("").log(), {})}
        return {"sides": [made.get(name) for name in found.about], "names": {}, "reasons": found.reasons, "claim": None}
    about = found.about[1:] if found.section == "unsure" else found.about
    views = [_view(book, name) for name in about]
    if found.section == "pairs" and len({v.record.id for v in views if isinstance(v, AgreementView)}) < 2:
        views = [views[0], None]
    names: dict[str, str] = {}
    for view in views:
        names |= view.names if view else {}
    return {
        "sides": views,
        "names": names,
        "reasons": [in_names(reason, names) for reason in found.reasons],
        "rows": _disputed(found, views[0]),
        "claim": found.about[0],
    }


def _disputed(found: Doubt, view: AgreementView | BodyView | None) -> list[Row]:
    """The fields that sources disagree on, with what each says."""
    if found.section != "conflicts" or not isinstance(view, AgreementView):
        return []
    return [row for row in rows(view) if row.name in found.reasons]


def _view(book: Record, name: str) -> AgreementView | BodyView | None:
    try:
        view = book.show(name)
    except QueryError:
        return None
    return view if isinstance(view, AgreementView | BodyView) else None


def _found(request: Request, section: str, key: str) -> tuple[Pile, Doubt]:
    pile = _desk(request).pile
    found = pile.doubts.get(key) if pile else None
    if pile is None or found is None or found.section != section:
        raise NoSuchThing("This is not on the list of doubts (any more). The review page makes the list anew.")
    return pile, found


def _made(book: Record, name: str) -> Ruling | None:
    """The decision of that id in words."""
    return next((one for one in rulings(book.review("").log(), {}) if one.decision.id == name), None) if name else None


def _in_name(book: Record, who: str) -> Review:
    if not who.strip():
        raise QueryError("Say who decides: the name is kept with the decision.")
    return book.review(who.strip())


def _on(place: str, who: str) -> Response:
    answer = RedirectResponse(place, 303)
    remember_who(answer, who.strip())
    return answer


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk
