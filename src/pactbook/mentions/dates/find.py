"""Dates: found by the shapes of the language, resolved against the publication date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from pactbook.knowledge.date_shapes import DateShapes, date_shapes
from pactbook.knowledge.dates import DateWords, date_words
from pactbook.mentions.dates.reckoner import Reckoner
from pactbook.mentions.dates.reckoning import value_of
from pactbook.mentions.dates.tense import Tenses
from pactbook.model import edtf
from pactbook.model.article import Article
from pactbook.model.mention import DateMention
from pactbook.model.span import Span
from pactbook.text.level import level
from pactbook.text.shapes import Found

#: The rule of what only looks like a date: it is found so that nothing in it is.
_NO_DATE = "no-date"
#: The rule of months that are the first of a year only where the words around say so.
_SO_FAR = "months-so-far"
#: Statistics of some months come out so many days before their end at the earliest, and after it at the latest.
_EARLY, _STATISTICS = 10, 80
#: What makes any date a part of the number of a document: "12/2015/NĐ-CP", "12/2023/QH15".
_DOCUMENT = re.compile(r"[/-][^\W\d_]{2}")
#: Behind the day of a dateline stands who sends the report. It is among the first dates, its city is short, and it lies
#: so many days before the page at most.
_AGENCY = re.compile(r" ?\([^()]{2,24}\) ?[-:–]? ")
_LEAD, _CITY, _WIRED = 4, 60, 3
#: What makes a year a part of something longer: "1992-megawatt", "2019/ND", a telephone number.
_MORE_NUMBER = re.compile(r"[-/]\w| \d")
_NUMBER_BEFORE = re.compile(r"[\d)] $")
_NEXT_WORD = re.compile(r"\s([^\W\d]+)")


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Every date in ``article``, in the order of the text.

    A date that cannot be resolved has the value None, or ``XXXX-05`` where only the year is missing.
    """
    text = level(article.text)
    words, shapes = date_words(article.language), date_shapes(article.language)
    reckoner = Reckoner(shapes, _published(article.published))
    tenses = Tenses(article)
    found = [f for f in shapes.shapes.find(text) if not f.rule.startswith(_NO_DATE) and _is_date(text, f, words)]
    full = [] if reckoner.base else _full_dates(found, Reckoner(shapes, None))
    mentions: list[DateMention] = []
    so_far: dict[int | None, str] = {}
    reckoner.today = _dateline(text, found, reckoner)
    for f in (f for n, f in enumerate(found) if not _is_said_again(text, f, found[n + 1 : n + 2])):
        reckoner.tell(partial(_told, shapes, tenses, f))
        reckoner.lender = _lender(full, f.start)
        value = value_of(reckoner, f.slots)
        if f.rule == _SO_FAR and not _is_told_first(text, f):
            value = so_far.get(shapes.value("count", f.slots["months"])) or _just_over(text, f, value, reckoner, words)
            if value is None:
                continue
        if value is not None and value[4:8] == "-01/":
            so_far |= _since_january(value)
        if value is not None and not _looks_back(shapes, f):
            reckoner.said.note(value)
        mentions.append(DateMention(Span.of(article.text, f.start, f.end), value, f.rule))
    return tuple(mentions)


def _dateline(text: str, found: Sequence[Found], reckoner: Reckoner) -> date | None:
    """The day with which a wire's report begins, shortly before the page came out: "Hà Nội, 21/6 (TTXVN) -"."""
    for f in found[:_LEAD]:
        opened = text[max(text.rfind("  ", 0, f.start), 0) : f.start]
        if "day" not in f.slots or reckoner.base is None or not _AGENCY.match(text, f.end) or len(opened) > _CITY:
            continue
        bounds = edtf.bounds(value_of(reckoner, f.slots) or "")
        if bounds and 0 <= (reckoner.base - bounds[0]).days <= _WIRED:
            return bounds[0]
    return None


def _just_over(text: str, found: Found, value: str | None, reckoner: Reckoner, words: DateWords) -> str | None:
    """``value`` where the months are over when the article appears, and no word makes them a duration."""
    bounds = edtf.bounds(value) if value and reckoner.base else None
    lead = text[max(found.start - 20, 0) : found.start].rstrip().lower()
    if bounds is None or reckoner.base is None or lead.endswith(tuple(words.durations)):
        return None
    return value if -_EARLY <= (reckoner.base - bounds[1]).days <= _STATISTICS else None


def _is_said_again(text: str, counted: Found, behind: Sequence[Found]) -> bool:
    """Whether a time counted from one told before is told in full right behind: "tám năm sau, [tháng 10/2009]"."""
    if not behind or not counted.slots.keys() & {"yearword", "monthword", "saidday"}:
        return False
    in_full = behind[0].slots.keys() & {"year", "day"}
    return bool(in_full) and text[counted.end : behind[0].start] in {", ", " (", ", vào ", ", hôm ", ", ngày "}


def _since_january(value: str) -> dict[int | None, str]:
    """How many months a date counts from January → the date, where it does."""
    first, _, last = value.partition("/")
    months = first[4:] == "-01" and last[:5] == first[:5] and len(last) == len(first)
    return {int(last[5:]): value} if months else {}


def _told(shapes: DateShapes, tenses: Tenses, found: Found) -> str:
    """What a word inside the date, or else those around it, say of its tense."""
    return _tense_of(shapes, found) or tenses.at(found.start, found.end)


def _tense_of(shapes: DateShapes, found: Found) -> str | None:
    """What a word inside the date says: "지난 3월 5일" looks back."""
    way = shapes.value("rel", found.slots["rel"]) if "rel" in found.slots else None
    return {1: "future", -1: "past"}.get(way or 0)


def _looks_back(shapes: DateShapes, found: Found) -> bool:
    """Whether only a comparison is drawn with the year before the one that is spoken of."""
    said = found.slots.get("yearword")
    return said is not None and shapes.value("year_said", said) == -1


def _published(value: str | None) -> date | None:
    bounds = edtf.bounds(value) if value and edtf.is_edtf(value) else None
    return bounds[0] if bounds else None


def _full_dates(found: Sequence[Found], reckoner: Reckoner) -> list[tuple[int, date]]:
    """The days that say their own year, with their places."""
    days = []
    for f in found:
        value = value_of(reckoner, f.slots) if "day" in f.slots else None
        bounds = edtf.bounds(value) if value else None
        if bounds:
            days.append((f.start, bounds[0]))
    return days


def _lender(full: Sequence[tuple[int, date]], place: int) -> date | None:
    if not full:
        return None
    before = [day for start, day in full if start < place]
    after = [day for start, day in full if start > place]
    return before[-1] if before else after[0] if after else None


def _is_date(text: str, found: Found, words: DateWords) -> bool:
    says_year = "year" in found.slots or "anyyear" in found.slots
    not_after = words.years.not_after if says_year and words.years.not_after else words.not_after
    if not_after and text.startswith(tuple(not_after), found.end):
        return False
    if words.not_before and text.endswith(tuple(words.not_before), 0, found.start):
        return False
    if _DOCUMENT.match(text, found.end) and text[found.end - 1].isdigit():
        return False
    if found.rule == "year" and text[found.end - 1].isdigit():
        return _is_year(text, found, words)
    if found.rule == _SO_FAR:
        return True
    if found.rule == "day-of-month":
        following = _NEXT_WORD.match(text, found.end)
        return following is None or following[1] in words.years.before
    if found.rule == "season" and found.slots.keys() == {"season"} and words.seasons_alone_before:
        following = _NEXT_WORD.match(text, found.end)  # "in the [Winter] Palace", "for the [winter] crop"
        return following is None or following[1] in words.seasons_alone_before
    month = found.slots.get("month")
    if found.slots.keys() <= {"month"} and month in words.doubtful_months:
        return found.end - found.start > len(month) or _word_before(text, found.start).lower() in words.before_month
    return True


def _is_told_first(text: str, found: Found) -> bool:
    """Whether the words open a sentence by themselves: "9 tháng, xuất khẩu đạt", not "làm việc 9 tháng"."""
    lead = text[max(found.start - 3, 0) : found.start].rstrip()
    return (not lead or lead[-1] in ".!?:*") and text.startswith(",", found.end)


def _is_year(text: str, found: Found, words: DateWords) -> bool:
    """Tell the year 2019 from 2019 workers, Resolution 2019 and Expo 2019."""
    if _MORE_NUMBER.match(text, found.end):
        return False
    if "year" in found.places and found.places["year"][0] > found.start:  # "năm 2019", also behind "(VNA) "
        return True
    if _NUMBER_BEFORE.search(text, max(found.start - 3, 0), found.start):
        return False
    before = _word_before(text, found.start)
    following = _NEXT_WORD.match(text, found.end)
    after = following[1] if following else ""
    if before.lower() in words.years.before:
        return after not in words.years.things or before.lower() == "in"
    if before in words.years.not_before or after in words.years.things:
        return False
    if (
        before[:1].isupper()
        and before[-1:].isalpha()
        and not before.endswith("'s")
        and not _starts_sentence(text, found.start, before)
    ):
        return False  # part of a name
    return not (after.islower() and after.endswith(tuple(words.years.plural_endings)))


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word[-1:].isalpha() and not word.endswith("'s")


def _word_before(text: str, start: int) -> str:
    words = text[max(start - 40, 0) : start].rsplit(None, 1)
    return words[-1].lstrip("(\"'[") if words else ""


def _starts_sentence(text: str, start: int, word: str) -> bool:
    lead = text[:start].rstrip()[: -len(word)].rstrip()
    return not lead or lead[-1] in ".!?:"
