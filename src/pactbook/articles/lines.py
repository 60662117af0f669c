"""What a line of a page is, told by its words alone: a path, a menu, tags, a heading over other stories…"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from pactbook.articles.captions import is_caption
from pactbook.articles.line_form import bare, ends_sentence, is_item
from pactbook.articles.navigation import is_button, is_masthead, is_menu, is_path, is_tags
from pactbook.articles.stamps import is_stamp
from pactbook.knowledge.page import has_word, line_pattern, word_pattern

Kind = Literal[
    "",
    "related",
    "comments",
    "tags",
    "byline",
    "copyright",
    "button",
    "path",
    "menu",
    "masthead",
    "notice",
    "stamp",
    "rule",
    "letterhead",
    "end",
    "caption",
    "item",
]

# A line without a letter, or the place that a template has kept for an advertisement.
_RULE = re.compile(r"[\W_]*\Z|\$\$\w+\$\$\Z")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Who wrote it, in the line below a headline.
_BY = re.compile(r"by(?: [^\W\d_a-z][\w.-]*){2,4}")


def is_byline(line: str) -> bool:
    """Whether the line names who wrote the article."""
    text = line.strip()
    if not text or len(text) > 90 or (ends_sentence(text) and not _EMAIL.search(text)):
        return False
    if _EMAIL.search(text) and len(_EMAIL.sub("", text)) < 40:
        return True
    if _BY.fullmatch(text):
        return True
    if text[0].islower() or any(c.isdigit() for c in text):
        return False  # the rest of a sentence: "by 2020. The ministry put …"
    return bool(line_pattern("furniture", "bylines").match(text.lower())) or bool(
        line_pattern("furniture", "bylines").match(bare(text))
    )


def _is(field: str) -> Callable[[str], bool]:
    """The question whether a line, or the line without its decoration, is one of the furniture's ``field``."""

    def asks(line: str) -> bool:
        if len(line) >= 300:
            return False
        pattern, plain, low = line_pattern("furniture", field), bare(line), line.strip().lower()
        return pattern.match(plain) or (low != plain and pattern.match(low))

    return asks


def _heads(field: str) -> Callable[[str], bool]:
    """The question whether a line is a heading of the furniture's ``field``: short and no sentence, or with a colon."""
    asks = _is(field)

    def is_heading(line: str) -> bool:
        return (":" in line or (len(line) < 80 and not ends_sentence(line))) and asks(line)

    return is_heading


# Asked in this order; the first that says yes names the kind.
_QUESTIONS: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    ("rule", lambda line: bool(_RULE.match(line))),
    ("stamp", is_stamp),
    ("related", _heads("related")),
    ("comments", _heads("comments")),
    ("tags", is_tags),
    ("button", is_button),
    ("path", is_path),
    ("copyright", _is("copyright")),
    ("end", _is("ends")),
    ("letterhead", _heads("letterheads")),
    ("menu", is_menu),
    ("masthead", is_masthead),
    ("caption", is_caption),
    ("byline", is_byline),
    ("notice", _is("notices")),
    ("item", is_item),
)


@lru_cache(maxsize=4096)
def kind_of(line: str) -> Kind:
    """What the line is; an empty string where it may be a part of the article."""
    return next((kind for kind, asks in _QUESTIONS if asks(line)), "")


_PHONE_END = re.compile(r"[-. ]\d{3,4}[-. ]\d{3,4}(?![\d.,]\d)")
_PHONE = re.compile(r"(?<![\d.,])(?:\(?\+?\d{1,4}\)?[-. ])?\(?0?\d{1,4}\)?" + _PHONE_END.pattern)


def is_contact(line: str) -> bool:
    """Whether the line holds an address for mail or a telephone number."""
    if len(line) >= 300:
        return False
    return ("@" in line and bool(_EMAIL.search(line))) or (bool(_PHONE_END.search(line)) and bool(_PHONE.search(line)))


def is_closing(line: str) -> bool:
    """Whether the line, below the last paragraph of an article, is none of it: ``Next week: …``, ``Video: …``."""
    return _labels(line) or _colophon(line) or _is_of_house(line)


def _is_of_house(line: str) -> bool:
    """Whether a short line, no quotation, speaks of the paper, its pages or its readers."""
    return len(line) < 160 and has_word("furniture", "house", line) and not _QUOTE.search(line)


_QUOTE = re.compile('["“”‘]')
_labels, _colophon = _heads("closing"), _is("colophon")


def outlet_words() -> re.Pattern[str]:
    """A pattern that finds a word such as Times or 신문 in a name."""
    return word_pattern("labels", "outlets")
