"""Adding articles: files, folders or zip archives are dropped here; how far it has come, what was skipped and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from pactbook.sources.archives import ENTRIES
from pactbook.sources.files import LARGEST
from pactbook.web.adding import Adds, Run
from pactbook.web.guard.forms import FIELD, WritingForm, check_form, same_origin
from pactbook.web.guard.size import LARGER
from pactbook.web.guard.uploads import FILES, receive
from pactbook.web.navigation import Place
from pactbook.web.problems import NoSuchThing
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Add", "/add", 70, writes=True)

#: Sources that were skipped are named on the page up to this number; the file with all of them has no limit.
_NAMED = 200
_LIMITS = {"bytes": LARGER["/add"], "files": FILES, "page": LARGEST, "entries": ENTRIES}


@router.get("/add")
def add(request: Request) -> Response:
    """The form."""
    if request.app.state.serving.read_only:
        raise HTTPException(403, "This record is served for reading only: nothing can be added to it here.")
    return render(request, "add.html", limits=_LIMITS, runs=_adds(request).runs())


@router.post("/add")
async def send(request: Request) -> Response:
    """Take what was sent, and lead to the page that tells how it goes."""
    if request.app.state.serving.read_only or not same_origin(request):
        check_form(request, "")
    adds = _adds(request)
    folder = adds.folder()
    try:
        files = await receive(request, Path(folder.name))
    except BaseException:
        folder.cleanup()
        raise
    if not files:
        folder.cleanup()
        raise HTTPException(400, "No file was chosen. Choose files or a zip archive, and send them again.")
    return RedirectResponse(f"/add/{adds.begin(files, folder).id}", 303)


@router.get("/add/{name}")
def progress(request: Request, name: str) -> Response:
    """How far it has come."""
    return _shown(request, "adding.html", _run(request, name))


@router.get("/add/{name}/state")
def state(request: Request, name: str) -> Response:
    """The part of that page that changes."""
    return _shown(request, "adding_state.html", _run(request, name))


@router.get("/add/{name}/skipped.txt")
def skipped(request: Request, name: str) -> Response:
    """All that gave no article, one a line, with the reason."""
    lines = "".join(f"{error.address}\t{error.reason}\n" for error in _run(request, name).summary.skipped)
    return PlainTextResponse(lines, headers={"Content-Disposition": 'attachment; filename="skipped.txt"'})


@router.post("/add/{name}/stop", dependencies=[WritingForm])
def stop(request: Request, name: str, form_token: Annotated[str, Form(alias=FIELD)] = "") -> Response:
    """Read no more."""
    _adds(request).stop(_run(request, name))
    return RedirectResponse(f"/add/{name}", 303)


def _shown(request: Request, template: str, run: Run) -> Response:
    summary = run.summary
    return render(
        request, template, run=run, summary=summary, before=_adds(request).before(run), named=summary.skipped[:_NAMED]
    )


def _run(request: Request, name: str) -> Run:
    if found := _adds(request).run(name):
        return found
    raise NoSuchThing("Nothing was added under this address since the server was started.")


def _adds(request: Request) -> Adds:
    adds: Adds = request.app.state.adds
    return adds
