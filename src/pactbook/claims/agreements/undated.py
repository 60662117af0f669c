"""Find the day of a deal whose clause tells none: a small trained ranking of the dates around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.scene import Scene
from pactbook.knowledge.undated import undated
from pactbook.model.claim import Because
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: The rule of a date that was found by its signs.
RULE = "likeliest"
#: How many sentences before and behind the deal are searched.
_BACK, _ON = 2, 2
_WORD = re.compile(r"[^\W\d_]+")
#: How far on either side of a date its words are signs, in characters.
_NEAR = 24


class Option(Struct, frozen=True):
    """A date that may be the deal's, and what speaks for it; None stands for no date."""

    date: DateMention | None
    signs: tuple[str, ...]


def date_undated(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each deal without a date the likeliest one around it, where one is likelier than none."""
    found = [(d, _likeliest(scene, d, drafts)) for d in drafts if d.date is None]
    for draft, date in found:
        if date is not None:
            draft.date = date.value
            draft.because.append(Because("date", date.span, RULE))
            sentence = scene.sentence_at(date.span.start)
            told = Span.of(scene.text, sentence.start, sentence.end) if sentence else date.span
            if told not in draft.evidence:
                draft.evidence.append(told)


def _likeliest(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> DateMention | None:
    table, found = undated(), options(scene, draft, drafts)
    sums = [sum(table.weights.get(s, 0.0) for s in o.signs) - (table.least if o.date else 0.0) for o in found]
    return found[max(range(len(found)), key=sums.__getitem__)].date


def options(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> list[Option]:
    """Every date around an undated deal, in the order of the text, and the option that none is its own."""
    sentences = scene.article.sentences
    here = sentences.index(draft.sentence)
    first, last = sentences[max(0, here - _BACK)], sentences[min(len(sentences) - 1, here + _ON)]
    dates = [d for d in scene.dates_in(first.start, last.end) if d.value and _may_be(scene, draft, d)]
    found = [Option(d, tuple(_signs(scene, draft, drafts, d, dates, here))) for d in dates]
    return [*found, Option(None, tuple(_signs_of_none(scene, draft, dates)))]


def _may_be(scene: Scene, draft: Draft, date: DateMention) -> bool:
    """Whether the stage lets a deal have the date: what is planned lies ahead, what was done does not."""
    ahead = _when(scene, date) == "ahead"
    return ahead if draft.status == "planned" else draft.status == "proposed" or not ahead


def _signs(
    scene: Scene, draft: Draft, drafts: Sequence[Draft], date: DateMention, dates: Sequence[DateMention], here: int
) -> Iterator[str]:
    language = scene.article.language
    where = _where(scene, draft, date, here)
    when = _when(scene, date)
    yield f"where:{where}"
    yield f"rule:{date.rule}"
    yield f"form:{_form(date)}"
    yield f"when:{when}"
    yield f"when:{draft.status}:{when}"
    yield f"when:{where}:{when}"
    yield f"status:{where}:{draft.status}"
    yield f"form:{where}:{_form(date)}"
    if draft.recalled:
        yield f"recalled:{when}"
    if draft.definite:
        yield f"definite:{where}"
    if where == "same":
        yield "before" if date.span.end <= draft.span.start else "behind"
        gap = max(draft.span.start - date.span.end, date.span.start - draft.span.end, 0)
        yield f"gap:{0 if gap < 6 else 1 if gap < 20 else 2 if gap < 60 else 3 if gap < 120 else 4}"
        inside = any(t.start <= date.span.start < t.end for t in draft.tellings)
        yield f"clause:{inside}"
    if sum(_where(scene, draft, d, here) == where for d in dates) == 1:
        yield f"alone:{where}"
    if any(d is not draft and d.date == date.value for d in drafts):
        yield f"taken:{where}"
    before = _WORD.findall(scene.plain[max(0, date.span.start - _NEAR) : date.span.start])
    behind = _WORD.findall(scene.plain[date.span.end : date.span.end + _NEAR])
    inner = _WORD.findall(scene.plain[date.span.start : date.span.end])
    for word in before[-2:]:
        yield f"{language}<{word}"
    for word in behind[:2]:
        yield f"{language}>{word}"
    for word in inner[:3]:
        yield f"{language}={word}"


def _signs_of_none(scene: Scene, draft: Draft, dates: Sequence[DateMention]) -> Iterator[str]:
    yield "none"
    yield f"none:{draft.status}"
    yield f"none:{draft.kind}"
    yield f"none:{draft.sentence.role}"
    yield f"none:{scene.article.language}"
    if draft.weak_status:
        yield "none:weak"
    if draft.definite:
        yield "none:definite"
    if draft.recalled:
        yield "none:recalled"
    yield f"none:{min(len(dates), 3)}-dates"
    inside = sum(draft.sentence.start <= d.span.start < draft.sentence.end for d in dates)
    yield f"none:{min(inside, 3)}-inside"


def _where(scene: Scene, draft: Draft, date: DateMention, here: int) -> str:
    if draft.sentence.start <= date.span.start < draft.sentence.end:
        return "same"
    sentence = scene.sentence_at(date.span.start)
    if sentence is None:
        return "far"
    if sentence.role == "headline":
        return "headline"
    steps = scene.article.sentences.index(sentence) - here
    near = "" if sentence.paragraph == draft.sentence.paragraph else "-paragraph"
    return {-1: "last", -2: "second", 1: "next", 2: "third"}.get(steps, "far") + near


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
    short = published[: len(value)]
    if value == short:
        return "now"
    if value > short:
        return "ahead"
    return "year" if value[:4] == published[:4] else "old"
