"""An agreement: what is known of it, from whom, and how sure that is."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.errors import QueryError
from pactbook.model.agreement import Stage
from pactbook.model.decision import FIELDS
from pactbook.model.told import ToldClaim
from pactbook.model.views import AgreementView
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS
from pactbook.pipeline.doubting import Candidate
from pactbook.web.book import Book
from pactbook.web.problems import NoSuchThing
from pactbook.web.rulings import just_made, rulings
from pactbook.web.templating import render
from pactbook.web.witnesses import in_names, reasons, rows

router = APIRouter(include_in_schema=False)


@router.get("/agreement/{name}")
def agreement(request: Request, book: Book, name: str, done: str = "") -> Response:
    """Everything about it; ``done`` is a decision that was just made."""
    view = find(book, name)
    record = view.record
    review = book.review("")
    read_only = request.app.state.serving.read_only
    candidates = [] if read_only else _candidates(book, record.id)
    likely = {one.record.id for one, _, _ in candidates}
    return render(
        request,
        "agreement.html",
        view=view,
        record=record,
        rows=rows(view),
        stages=_stages(view),
        why={told.telling.id: reasons(view, told) for told in view.told},
        language=_language(view),
        rulings=rulings(review.about(record.tellings), view.names),
        done=just_made(review, done, view.names),
        candidates=candidates,
        siblings=[] if read_only else [one for one in book.siblings(record.id) if one.id not in likely],
        fields=FIELDS,
        choices={"kind": AGREEMENT_KINDS, "status": AGREEMENT_STATUSES, "sectors": SECTORS},
    )


def _candidates(book: Book, name: str) -> list[tuple[Candidate, list[str], list[str]]]:
    """Agreements that may be one with it, each with what speaks for that and what against it, in words."""
    found = []
    for one in book.doubts().candidates(name):
        why, against = ([in_names(said, one.names) for said in some] for some in (one.grounds.why, one.grounds.against))
        found.append((one, why, against))
    return found


def find(book: Book, name: str) -> AgreementView:
    """The agreement of this id, or of this claim's. Raises NoSuchThing."""
    try:
        view = book.show(name)
    except QueryError as error:
        raise NoSuchThing(str(error)) from error
    if not isinstance(view, AgreementView):
        raise NoSuchThing(f"{name!r} is no agreement of this record.")
    return view


def _stages(view: AgreementView) -> list[tuple[Stage, list[ToldClaim]]]:
    """Each stage with what is said of its date, and the articles that report it, the first to report first."""
    told = {t.telling.id: t for t in view.told}
    grouped: dict[tuple[str, str | None], tuple[Stage, list[ToldClaim]]] = {}
    for stage in view.record.history:
        grouped.setdefault((stage.status, stage.date), (stage, []))[1].append(told[stage.telling])
    return list(grouped.values())


def _language(view: AgreementView) -> str:
    """The language of the subject's wording."""
    said = (t.article.language for t in view.told if t.telling.claim.subject == view.record.subject)
    return next(said, "en")
