"""Why a page or text holds no article, in words for the user."""

from __future__ import annotations

from collections.abc import Callable

from pactbook.articles.draft import Draft
from pactbook.articles.ending import is_prose, is_sentence
from pactbook.articles.line_form import bare, is_item
from pactbook.knowledge.line_pattern import LinePattern
from pactbook.knowledge.page import line_pattern

_REASONS = {
    "missing": "this is an error page (not found), not an article",
    "login": "this page asks for a login or a subscription and holds no article",
    "script": "this page wants JavaScript or a check of the browser and holds no article",
    "cookies": "this page asks about cookies and holds no article",
}


#: Characters of which no article can be made, whatever they say.
_FEW = 40
#: Characters of an article, short lines of a list.
_ENOUGH, _MANY = 400, 10
#: A sentence alone has at most so many lines with it, itself included.
_BESIDE = 3
#: No page says in so many characters that it holds no article.
_LONG = 600
_LIST = "this is a list of links (a home page or a section), not an article"


def why_not(draft: Draft, said: Callable[[], list[str]]) -> str | None:
    """The reason why the draft is no article, or None where it is one. ``said`` gives every line of the source."""
    body = [p.text for p in draft.paragraphs if p.role != "headline"]
    if _is_plainly_one(draft, body):
        return None
    own = [text for text in body if not _refuses(text)]
    size = sum(len(text) for text in own)
    prose = [text for text in own if is_prose(text)]
    if size < 1500 and draft.title and _says(draft.title, "missing"):
        return _REASONS["missing"]
    if _is_list(own, prose):
        return _LIST
    if size >= _ENOUGH and prose:
        return None
    lines = said()
    for field, reason in _REASONS.items():
        if any(_says(line, field) for line in lines[:200]) and (not prose or size < 200):
            return reason
    return None if prose or _brief(draft, own) or _is_one_sentence(own, lines) else _nothing(lines)


def _is_plainly_one(draft: Draft, body: list[str]) -> bool:
    """Whether some of the body is prose that refuses nothing, and no title or list of short lines tells otherwise."""
    short = len(body) >= _MANY and sum([not is_prose(text) for text in body]) >= _MANY
    if short or (draft.title and _says(draft.title, "missing")):
        return False
    size, prose = 0, False
    for text in body:
        if not _refuses(text):
            size, prose = size + len(text), prose or is_prose(text)
            if prose and size >= _ENOUGH:
                return True
    return False


def _is_list(own: list[str], prose: list[str]) -> bool:
    """Headlines without articles: many short lines, few of them prose."""
    short = [text for text in own if len(text) < 150 and not is_prose(text) and not is_item(text)]
    # Lines that begin in small letters are parts of sentences: the text has lost its shape, but is no list.
    broken = sum(text[0].islower() for text in short)
    many = len(short) >= _MANY and len(short) > 2.5 * len(prose)
    return many and broken * 5 < len(short) and sum(map(len, prose)) < 1500


def _says(text: str, field: str) -> bool:
    return len(text) < _LONG and bool(line_pattern("refusals", field).match(bare(text)))


def _refuses(text: str) -> bool:
    """Whether the text says any of the reasons."""
    return len(text) < _LONG and _reasons().match(bare(text))


def _reasons() -> LinePattern:
    return line_pattern("refusals", *_REASONS)


def _brief(draft: Draft, own: list[str]) -> bool:
    """A headline with a short sentence or two below it is an article too."""
    return draft.title is not None and sum(len(text) for text in own) >= 40


def _is_one_sentence(own: list[str], lines: list[str]) -> bool:
    """A single sentence, at most with its day and where it is from, is an article too."""
    return len(own) == 1 and len(lines) <= _BESIDE and is_sentence(own[0])


def _nothing(lines: list[str]) -> str:
    short = sum(len(line) < 120 for line in lines)
    if len(lines) > 15 and short > 0.8 * len(lines):
        return _LIST
    held = sum(map(len, lines))
    if held >= _FEW:
        return "no article text was found"
    return f"no article text was found, only {held} character{'' if held == 1 else 's'}"
