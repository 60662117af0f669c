"""Find the day of a deal whose clause tells none: a small trained ranking of the dates around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.likeliest import Option, likeliest, show, where
from pactbook.claims.agreements.scene import Scene
from pactbook.knowledge.weights import undated
from pactbook.model.mention import DateMention

#: How many sentences before and behind the deal are searched.
_BACK, _ON = 2, 2
_WORD = re.compile(r"[^\W\d_]+")
#: How far on either side of a date its words are signs, in characters.
_NEAR = 24
#: Between a date and the deal in one sentence, in characters: what is less than each is near, nearer, ...
_GAPS = (6, 20, 60, 120)


class _Search(Struct, frozen=True):
    """An undated deal, told beside ``drafts``, and the ``dates`` around it."""

    scene: Scene
    draft: Draft
    drafts: Sequence[Draft]
    dates: Sequence[DateMention]

    def where(self, date: DateMention) -> str:
        """Where a date stands."""
        return where(self.scene, self.draft, date.span.start)


def date_undated(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each deal without a date the likeliest one around it, where one is likelier than none."""
    table = undated()
    found = [(d, likeliest(options(scene, d, drafts), table)) for d in drafts if d.date is None]
    for draft, date in found:
        if date is not None:
            draft.date = date.value
            show(scene, draft, "date", date.span)


def options(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> list[Option[DateMention]]:
    """Every date around an undated deal, in the order of the text, and the option that none is its own."""
    sentences = scene.article.sentences
    here = sentences.index(draft.sentence)
    first, last = sentences[max(0, here - _BACK)], sentences[min(len(sentences) - 1, here + _ON)]
    dates = [d for d in scene.dates_in(first.start, last.end) if d.value and _may_be(scene, draft, d)]
    search = _Search(scene, draft, drafts, dates)
    some = [Option(d, tuple(_signs(search, d))) for d in search.dates]
    return [*some, Option(None, tuple(_signs_of_none(search)))]


def _may_be(scene: Scene, draft: Draft, date: DateMention) -> bool:
    """Whether the stage lets a deal have the date: what is planned lies ahead, what was done does not."""
    ahead = _when(scene, date) == "ahead"
    return ahead if draft.status == "planned" else draft.status == "proposed" or not ahead


def _signs(search: _Search, date: DateMention) -> Iterator[str]:
    yield from _signs_of_time(search, date)
    yield from _signs_of_place(search, date)
    yield from _signs_of_words(search.scene, date)


def _signs_of_time(search: _Search, date: DateMention) -> Iterator[str]:
    draft, place = search.draft, search.where(date)
    form, when = _form(date), _when(search.scene, date)
    yield f"rule:{date.rule}"
    yield f"form:{form}"
    yield f"form:{place}:{form}"
    yield f"when:{when}"
    yield f"when:{draft.status}:{when}"
    yield f"when:{place}:{when}"
    if draft.recalled:
        yield f"recalled:{when}"


def _signs_of_place(search: _Search, date: DateMention) -> Iterator[str]:
    draft, place = search.draft, search.where(date)
    yield f"where:{place}"
    yield f"status:{place}:{draft.status}"
    if draft.definite:
        yield f"definite:{place}"
    if place == "same":
        start, end = date.span.start, date.span.end
        yield "before" if end <= draft.span.start else "behind"
        gap = max(draft.span.start - end, start - draft.span.end, 0)
        yield f"gap:{sum(gap >= least for least in _GAPS)}"
        yield f"clause:{any(t.start <= start < t.end for t in draft.tellings)}"
    if sum(search.where(d) == place for d in search.dates) == 1:
        yield f"alone:{place}"
    if any(d is not draft and d.date == date.value for d in search.drafts):
        yield f"taken:{place}"


def _signs_of_words(scene: Scene, date: DateMention) -> Iterator[str]:
    start, end, language = date.span.start, date.span.end, scene.article.language
    for word in _WORD.findall(scene.plain[max(0, start - _NEAR) : start])[-2:]:
        yield f"{language}<{word}"
    for word in _WORD.findall(scene.plain[end : end + _NEAR])[:2]:
        yield f"{language}>{word}"
    for word in _WORD.findall(scene.plain[start:end])[:3]:
        yield f"{language}={word}"


def _signs_of_none(search: _Search) -> Iterator[str]:
    draft = search.draft
    yield "none"
    for what in (draft.status, draft.kind, draft.sentence.role, search.scene.article.language):
        yield f"none:{what}"
    said = {"weak": draft.weak_status, "definite": draft.definite, "recalled": draft.recalled}
    yield from (f"none:{name}" for name, so in said.items() if so)
    yield f"none:{min(len(search.dates), 3)}-dates"
    inside = sum(search.where(d) == "same" for d in search.dates)
    yield f"none:{min(inside, 3)}-inside"


def _form(date: DateMention) -> str:
    """Whether a year, a month, a day or a range is told."""
    value = date.value or ""
    if "/" in value or ".." in value:
        return "range"
    return {4: "year", 7: "month", 10: "day"}.get(len(value), "other")


def _when(scene: Scene, date: DateMention) -> str:
    """How the date lies to the day of publication."""
    published, value = scene.article.published or "", (date.value or "").partition("/")[0]
    if not published:
        return "unknown"
    if value >= published[: len(value)]:
        return "now" if value == published[: len(value)] else "ahead"
    return "year" if value[:4] == published[:4] else "old"
