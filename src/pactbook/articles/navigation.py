"""Lines that lead through a site: paths, menus, buttons, tags, the number of an issue."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from pactbook.articles.line_form import bare, ends_sentence
from pactbook.knowledge.page import line_pattern, words

_PARTS = re.compile(r"\s*(?:\||·|•|»|\s/\s|>|›|→|,|\s{2,}|\t)\s*")
_PART_MARKS = ("|", "·", "•", "»", "/", ">", "›", "→", ",")
_PATH_PARTS = re.compile(r"\s*(?:/|>|›|»|→|::|\|)\s*")
_PATH_MARKS = ("/", ">", "›", "»", "→", "::", "|")
_BUTTONS = re.compile(r"\s*(?:\||·|\s{2,}|\s/\s)\s*")
_BUTTON_MARKS = ("|", "·", "/")
#: What the head of a list of tags ends at.
_TAG_HEAD = re.compile(r":|\s+(?=[#＃])")
#: What parts the steps of a path, and characters of the longest step.
_STEPS = re.compile(r"(?<=\S)\s*[>›»→]\s*(?=\S)")
_STEP = 25
_COLUMNS = re.compile(r"\s*(?:\||::|·|•|\s/\s|\s--\s|\s{3,}|\t)\s*")
_COLUMN_MARKS = ("|", "::", "·", "•", "/", "--")
_NAME = re.compile(r"[^\W\d_a-zà-ỹ][^\d.,:;$€£₩]*\Z")
# A mark that may stand between the names of a menu, and how many names make a menu of it.
_NAME_MARKS = (("|", 4), (" • ", 4), (" · ", 4), ("] [", 3), (" / ", 4), (" - ", 5), ("   ", 4))
_HASHTAGS = re.compile(r"(?:[#＃][^\s#]+[\s,|]*){1,}\Z")


def is_path(line: str) -> bool:
    """Whether the line is a path through the site: ``Home / Economy / Trade``, ``Investor > Industry > Wood``."""
    if len(line) > 100 or not any(mark in line for mark in _PATH_MARKS):
        return False
    parts = [p for p in _PATH_PARTS.split(line.strip()) if p]
    if len(parts) < 2:
        return False
    if len(_STEPS.split(line.strip())) > 2 and all(0 < len(p) <= _STEP for p in parts) and not ends_sentence(line):
        return True
    return bool(line_pattern("furniture", "home").match(bare(parts[0]))) or _all_sections(parts)


def _all_sections(parts: list[str]) -> bool:
    pattern = line_pattern("furniture", "sections")
    known = sum(bool(pattern.match(bare(p))) for p in parts)
    return known * 2 >= len(parts) and all(len(p) < 40 for p in parts)


def _is_one(line: str, marks: tuple[str, ...]) -> bool:
    """Whether nothing parts the line: no mark, and no more than one space between words."""
    return not any(mark in line for mark in marks) and " ".join(line.split()) == line.strip()


@cache
def _issue() -> re.Pattern[str]:
    found = (re.escape(w).replace(r"\#", r"\d[\d/-]*").replace(r"\ ", r"\s*") for w in words("labels", "issues"))
    return re.compile(r"(?<!\w)(?:" + "|".join(found) + r")(?!\w)", re.I)


def is_masthead(line: str) -> bool:
    """Whether a part of the line between bars or gaps is the number of an issue: ``Delta Monthly | Issue 12/2020``."""
    if len(line) >= 120 or ends_sentence(line) or _is_one(line, _COLUMN_MARKS):
        return False
    parts = _COLUMNS.split(line.strip())
    if len(parts) < 2:
        return False
    sort = line_pattern("furniture", "letterheads")
    return any(_issue().match(p) or sort.match(bare(p)) for p in parts)


def is_menu(line: str) -> bool:
    """Whether the line is made of section names and buttons."""
    if line_pattern("furniture", "sections").match(bare(line)):
        return True
    if ends_sentence(line) or len(line) > 400:
        return False
    if _many_names(line):
        return True
    if _made_of(line, _squashed("sections", "buttons")):
        return True
    parts = [] if _is_one(line, _PART_MARKS) else [p for p in _PARTS.split(line.strip()) if bare(p)]
    if len(parts) > 1:
        sections, buttons = line_pattern("furniture", "sections"), line_pattern("furniture", "buttons")
        known = sum(bool(sections.match(bare(p)) or buttons.match(bare(p))) for p in parts)
        return known * 2 > len(parts) or (known >= 3 and known * 3 >= len(parts))
    return _section_run(line)


def _many_names(line: str) -> bool:
    """``Markets | Deals | Print edition``: four short names or more between marks of one sort, no figures."""
    for mark, least in _NAME_MARKS:
        if line.count(mark) < least - 1:
            continue
        parts = [p.strip(" []") for p in line.strip(" |[]").split(mark)]
        if len(parts) >= least and all(_NAME.match(p) and len(p) <= 25 and len(p.split()) <= 5 for p in parts):
            return True
    return False


@cache
def _section_words() -> frozenset[str]:
    return frozenset(w for phrase in words("furniture", "sections") for w in phrase.lower().split())


def _section_run(line: str) -> bool:
    """``NATIONAL BUSINESS LIFE&STYLE OPINION``: sections without marks between them."""
    tokens = line.lower().split()
    return 3 <= len(tokens) <= 20 and sum(t in _section_words() for t in tokens) >= 0.8 * len(tokens)


def is_tags(line: str) -> bool:
    """Whether the line is a list of tags."""
    if len(line) > 300:
        return False
    head = _TAG_HEAD.split(line, maxsplit=1)[0] if ":" in line or "#" in line or "＃" in line else line
    if line_pattern("furniture", "tags").match(bare(head)):
        return ":" in line or "#" in line or len(line) < 30
    return bool(_HASHTAGS.match(line.strip()))


def is_button(line: str) -> bool:
    """Whether the line is nothing but buttons."""
    pattern = line_pattern("furniture", "buttons")
    if len(line) > 300:
        return False
    parts = [bare(p) for p in ([line] if _is_one(line, _BUTTON_MARKS) else _BUTTONS.split(line.strip()))]
    return all(not p or pattern.match(p) for p in parts) or _made_of(line, _squashed("buttons"))


@cache
def _squashed(*fields: str) -> frozenset[str]:
    """The phrases of some fields without their spaces, as crawlers glue them."""
    phrases = (phrase.lower().replace(" ", "") for field in fields for phrase in words("furniture", field))
    return frozenset(p for p in phrases if len(p) > 1 and "*" not in p)


@cache
def _beginnings(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase[:2] for phrase in phrases)


def _made_of(line: str, phrases: frozenset[str]) -> bool:
    """Whether the line is nothing but the phrases, one after another: ``Trang chủMới nhấtĐăng nhập``."""
    if len(line) > 200:
        return False
    signs = (c for c in line.lower() if c.isalnum() or c in "&+-/")
    begun = "".join(islice(signs, 2))
    if begun not in _beginnings(phrases):
        return False  # as most lines
    text = begun + "".join(signs)
    if len(text) < 3:
        return False
    reached, ends = {0}, [0]
    while ends:
        start = ends.pop()
        found = {e for e in range(start + 2, min(start + 25, len(text) + 1)) if text[start:e] in phrases} - reached
        reached |= found
        ends.extend(found)
    return len(text) in reached
