"""What can be taken away from a page, and in which formats."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.export.forms import FORMS

_NAMES = {
    "csv": "CSV",
    "xlsx": "Excel workbook",
    "jsonl": "JSON, one object a line",
    "ftm": "FollowTheMoney entities",
    "ris": "RIS for Zotero, EndNote",
    "csl": "CSL-JSON for Zotero",
    "graphml": "GraphML for Gephi",
}
#: What goes along with something else, under a heading of its own.
_ALONG = {"agreements": (("all", "Everything about them, a sheet each"), ("network", "Who deals with whom"))}
_HEADINGS = {"claims": "Claims of articles", "decisions": "Decisions", "network": "Who deals with whom"}


@dataclass(frozen=True, slots=True)
class Offer:
    """One table with the formats that it comes in: the name of the file, and what the format is called."""

    title: str
    files: tuple[tuple[str, str], ...]


def offers(what: str) -> list[Offer]:
    """What a page about ``what`` offers."""
    wanted = ((what, _HEADINGS.get(what, what.capitalize())), *_ALONG.get(what, ()))
    return [Offer(title, tuple(_files(name))) for name, title in wanted]


def _files(what: str) -> list[tuple[str, str]]:
    found = [(f"{what}{form.ending}", _NAMES[name]) for name, form in FORMS.items() if what in form.of]
    # The network's own format first: few people want its rows.
    return found if what != "network" else found[-1:]


def form_of_file(name: str) -> tuple[str, str] | None:
    """The table and the format that a file's name stands for; None where there is no such file."""
    for form, known in sorted(FORMS.items(), key=lambda item: -len(item[1].ending)):
        what = name.removesuffix(known.ending)
        if what != name and what in known.of:
            return what, form
    return None
