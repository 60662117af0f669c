"""Dates of publication as a page shows them, and the lines that hold nothing else."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from pactbook.knowledge.page import ODD_LETTERS, line_pattern, pages, words

_LONGEST = 500
_YEAR = r"(?:19[89]\d|20\d\d)"
#: Every date of a page has its year.
_ANY_YEAR = re.compile(_YEAR)
_TIME = re.compile(
    r"\b\d{1,2}\s?(?::|h|시)\s?\d{2}(?:\s?[:분]\s?\d{0,2}초?)?(?:\.\d+)?\s?(?:z\b|[+-]\d\d:?\d\d)?", re.I
)
_ZONE = re.compile(r"\(?\b(?:gmt|utc)\s?(?:[+-]\s?\d{1,2}(?::?\d{2})?)?\)?", re.I)
_SEGMENTS = re.compile(r"(?:(?<=\w\w\w)[.)]|\s[|·•/–—-])\s+")
# A place in capitals or with a comma, a day, perhaps an agency in brackets, then a dash.
_DATELINE = re.compile(
    r"\s*([^\W\d_a-z](?:[^.:;\"“”]|(?<=\b\w)\.|(?<=\b\w\w)\.){2,30}[,(][^:;\"“”–—]{4,40}?)\s?(?:--|[–—]|-(?=\s))"
)
_COLON = re.compile(r"\s?[:：]\s?")
_BAR = re.compile(r"\s[|·•–—-]\s")
_COLUMN = re.compile(r"\s[|·•/*]\s")
#: Characters of a wide column of a masthead.
_WIDE = 40
_SENTENCE_END = re.compile(r"[^\W\d][.!?][\"'”’)]*\s*\Z")


_MONTHS = 12
#: What stands before the year of a date in numbers with the first digits of the year.
_BEFORE_YEAR = tuple(mark + century for mark in "-./" for century in ("19", "20"))


class Stamp(Struct, frozen=True):
    """A day in EDTF (``2023-04-22``) with what its label says of it: ``published``, ``updated`` or nothing."""

    value: str
    label: str


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted((re.escape(n) for n in _months()), key=len, reverse=True))
    # The third begins with a digit and looks back behind it: so a search through a whole page is fast.
    return (
        re.compile(rf"(?<!\d)(?P<y>{_YEAR})\s?[-./]\s?(?P<m>\d{{1,2}})\s?[-./]\s?(?P<d>\d{{1,2}})(?!\d)"),
        re.compile(rf"(?<!\d)(?P<y>{_YEAR})\s?년\s?(?P<m>\d{{1,2}})\s?월\s?(?P<d>\d{{1,2}})\s?일"),
        re.compile(rf"(?P<a>\d(?<![\d/]\d)\d?)(?P<s>[-./])(?P<b>\d{{1,2}})(?P=s)(?P<y>{_YEAR})(?!\d)"),
        re.compile(
            rf"(?<!\w)(?P<n>{names})(?:\.,?|,)?[\s/-]\s?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[,./-]\s?|\s+)(?P<y>{_YEAR})(?!\d)",
            re.I,
        ),
        re.compile(
            rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s./-]\s?(?:of\s)?(?P<n>{names})(?:\.,?|,)?[,\s/-]\s?(?P<y>{_YEAR})(?!\d)",
            re.I,
        ),
        re.compile(
            rf"(?<!\d)(?P<y>{_YEAR})(?:[\s/-]|,\s)(?P<n>{names})\.?[\s/-](?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])",
            re.I,
        ),
        re.compile(
            rf"(?<!\d)(?P<d>\d{{1,2}}),?\s+(?:tháng|thg)\s+(?P<m>\d{{1,2}})(?:[,/-]?|\s+năm)\s*(?P<y>{_YEAR})(?!\d)",
            re.I,
        ),
        re.compile(rf"(?:tháng|thg)\s+(?P<m>\d{{1,2}})\s+(?P<d>\d{{1,2}}),\s+(?P<y>{_YEAR})(?!\d)", re.I),
    )


def _possible(line: str) -> tuple[re.Pattern[str], ...]:
    """Those of the patterns that may find anything in the line: most of them ask for the name of a month."""
    low, patterns = line.lower(), _patterns()
    held = patterns[:2] if "년" in low else patterns[:1]
    named = _month_names().find_matches_as_strings(low) or any(c in low for c in ODD_LETTERS)
    return (*held, patterns[2], *(patterns[3:6] if named else ()), *(patterns[6:] if "th" in low else ()))


@cache
def _month_names() -> AhoCorasick:
    return AhoCorasick(list(_months()))


@cache
def _months() -> dict[str, int]:
    return {
        name.lower(): number
        for page in pages().values()
        for number, names in enumerate(page.calendar.months, 1)
        for name in names
        if not name[0].isdigit()
    }


@cache
def _label_pattern() -> re.Pattern[str]:
    def union(field: str) -> str:
        return "|".join(sorted(map(re.escape, words("labels", field)), key=len, reverse=True))

    return re.compile(
        rf"(?<!\w)(?:(?P<updated>{union('updated')})|(?P<published>{union('published')}))(?![a-zà-ỹ])", re.I
    )


@cache
def _small_words() -> re.Pattern[str]:
    found = sorted(map(re.escape, words("calendar", "weekdays") + words("calendar", "clock")), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(found) + r")(?!\w)", re.I)


def _day(found: re.Match[str], month_first: bool) -> str | None:
    parts = found.groupdict()
    if "n" in parts:
        month, day = _months()[parts["n"].lower()], int(parts["d"])
    elif "a" in parts:
        a, b = int(parts["a"]), int(parts["b"])
        day, month = (b, a) if b > 12 or (month_first and a <= 12) else (a, b)
    else:
        month, day = int(parts["m"]), int(parts["d"])
    try:
        return date(int(parts["y"]), month, day).isoformat()
    except ValueError:
        return None


def month_comes_first(text: str) -> bool:
    """Whether the dates of a page are written month first (``10-22-2009``): only if one is, and none the other way."""
    return bool(tells_month_first(text))


def tells_month_first(text: str) -> bool | None:
    """The same; None where a date of the text may be read either way, and none tells which is meant."""
    firsts = _firsts(text)
    if any(a > _MONTHS for a, _ in firsts) or not firsts:
        return False
    return True if any(b > _MONTHS for _, b in firsts) else None


def has_year(text: str) -> bool:
    """Whether anything in the text may be a year: without one there is no full date."""
    return _ANY_YEAR.search(text) is not None


def has_number_year(line: str) -> bool:
    """Whether the line may hold a date that is all numbers up to its year: the only one that may be month first."""
    return any(mark in line for mark in _BEFORE_YEAR)


def _firsts(text: str) -> list[tuple[int, int]]:
    """The first two numbers of every date in numbers before a year, found from its year: they are few in a page."""
    found: list[tuple[int, int]] = []
    pattern = _patterns()[2]
    for mark in _BEFORE_YEAR:
        at = text.find(mark)
        while at >= 0:
            # Two numbers of one or two digits and a mark stand before it.
            starts = range(max(at - 5, 0), at - 2)
            day = next((m for start in starts if (m := pattern.match(text, start)) and m.start("y") == at + 1), None)
            if day:
                found.append((int(day["a"]), int(day["b"])))
            at = text.find(mark, at + 1)
    return found


def first_day(line: str) -> str | None:
    """The first full date of a line."""
    opening = _patterns()[0].match(line)  # as machines write it
    if opening and (value := _day(opening, month_first=False)):
        return value
    found = stamps_in(line)
    return found[0].value if found else None


def stamps_in(line: str, month_first: bool = False) -> list[Stamp]:
    """Every full date of a line with its label, in order. Of a very long line only the head is read."""
    line = line[:_LONGEST]
    if not has_year(line):
        return []
    found: list[tuple[int, int, str]] = []
    for pattern in _possible(line):
        for match in pattern.finditer(line):
            value = _day(match, month_first)
            if value and not any(s < match.end() and match.start() < e for s, e, _ in found):
                found.append((match.start(), match.end(), value))
    found.sort()
    stamps, previous = [], 0
    for n, (start, end, value) in enumerate(found):
        label = _label(line[previous:start])
        if not label and n == len(found) - 1:
            label = _label(line[end : end + 24], first=True)
        stamps.append(Stamp(value, label))
        previous = end
    return stamps


def _label(text: str, first: bool = False) -> str:
    labels = [m.lastgroup or "" for m in _label_pattern().finditer(text)]
    return (labels[0] if first else labels[-1]) if labels else ""


def without_stamps(line: str) -> str:
    """The line without its dates, times, weekdays and labels: what else it says."""
    rest = line
    for pattern in _patterns():
        rest = pattern.sub(" ", rest)
    for pattern in (_TIME, _ZONE, _small_words(), _label_pattern()):
        rest = pattern.sub(" ", rest)
    return " ".join(re.sub(r"[\[\](){}|:·,./<>•/–—-]+", " ", rest).split())


@lru_cache(maxsize=4096)
def is_stamp(line: str) -> bool:
    """Whether the line holds a full date and little else: a label, a time, a weekday, a name, a button."""
    if len(line) > 160 or not stamps_in(line):
        return False
    if _labelled_segment(line) or _opens_with_day(line) or _is_column(line):
        return True
    rest = without_stamps(line)
    if rest and _SENTENCE_END.search(line) and (len(rest) > 12 or rest[-1] == line.rstrip()[-2:-1]):
        return False
    small = sum(word[0].islower() for word in rest.split())
    most = 1 if line.rstrip().endswith(".") else 2
    return len(rest) <= 40 and len(rest.split()) <= 6 and small <= most and not _goes_on(line.strip())


def _labelled_segment(line: str) -> bool:
    """Whether a part of a line between stops or bars is a label and a date: ``Review by A. Published May 5, 2015.``

    Behind a label with a colon more may follow the date: ``보도일시: 2016. 4. 6.(수) 조간부터``.
    """
    for segment in _SEGMENTS.split(line):
        label = _label_pattern().match(segment)
        if label and stamps_in(segment) and not without_stamps(segment[label.end() :]):
            return True
    label = _label_pattern().match(line)
    colon = _COLON.match(line, label.end()) if label else None
    return colon is not None and any(day.match(line, colon.end()) for day in _patterns())


def _opens_with_day(line: str) -> bool:
    """Whether a day with its time or its weekday opens the line, and what follows is no sentence.

    ``Thứ năm, 19/03/2026 - 17:26 Nghe audio ...``, ``Tuesday, November 21, 2006 - Vol. 15, No. 226 ...``.
    """
    if _SENTENCE_END.search(line):
        return False
    time, bar = _TIME.search(line), _BAR.search(line)
    openings = [line[: time.end()]] if time else []
    if bar and line[: bar.start()].strip(" ,.").casefold().split(" ")[0].strip(",") in _weekdays():
        openings.append(line[: bar.start()])
    return any(stamps_in(opening) and not without_stamps(opening) for opening in openings)


def _is_column(line: str) -> bool:
    """Whether one of the columns of a masthead is a day: ``Y Tế Miền Tây | Thứ Ba, 20/09/2016 | Trang 4``."""
    columns = [c.strip() for c in _COLUMN.split(line)]
    short = len(columns) > 1 and all(len(c) < _WIDE for c in columns) and not _SENTENCE_END.search(line)
    return short and any(stamps_in(c) and not without_stamps(c) for c in columns)


@cache
def _weekdays() -> frozenset[str]:
    """The first words of the names of weekdays."""
    return frozenset(name.casefold().split(" ")[0] for name in words("calendar", "weekdays"))


def _goes_on(line: str) -> bool:
    """Whether the line is the rest of a sentence: "on December 5, 2022" in a wrapped text, but not "by Tran Ha, …"."""
    first = line.split(maxsplit=1)[0]
    return first in pages()["en"].function_words and not line_pattern("furniture", "bylines").match(line.lower())


def of_dateline(prose: str, year: str | None) -> str | None:
    """The day in the dateline that opens a paragraph, before its dash; ``year`` completes a day that has none."""
    found = _DATELINE.match(prose)
    if not found:
        return None
    dateline = found[1]
    if full := stamps_in(dateline):
        return full[0].value
    day = _day_and_month().search(dateline) if year else None
    if day is None:
        return None
    completed = f"{day['n'] or day['n2']} {day['d'] or day['d2']}, {year}"
    return next((s.value for s in stamps_in(completed)), None)


@cache
def _day_and_month() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(n) for n in _months()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:(?P<n>{names})\.?\s(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\s(?P<n2>{names}))(?!\w)", re.I)


def best(stamps: list[Stamp]) -> str | None:
    """The day of publication among the dates of a page's head: labelled so, else unlabelled, else of the update."""
    for label in ("published", "", "updated"):
        for stamp in stamps:
            if stamp.label == label:
                return stamp.value
    return None
