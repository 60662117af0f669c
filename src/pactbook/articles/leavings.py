"""What a page or a text leaves below the last paragraph of an article: labels, headlines, notes of the house."""

from __future__ import annotations

import re

from pactbook.articles import echo
from pactbook.articles.draft import Paragraph
from pactbook.articles.echo import is_vietnamese
from pactbook.articles.ending import is_prose, is_wide
from pactbook.articles.line_form import ends_sentence, is_item
from pactbook.articles.lines import is_closing, is_contact, kind_of
from pactbook.text.fold import fold_name

#: Prose that a text needs before anything counts as left below it.
_LEAST = 2
#: The width of the widest headline.
_HEADLINE = 110
#: A list is the article's own where the text says so much of its heading or of its items.
_OWN, _OWN_PAIRS = 0.45, 0.25
_HEADED = re.compile(r"[<〈【■◇□●◆]|\[\D")
_VALUE = re.compile(r"[^:]{2,40}:\s.*\d")
_ASKS = ("?", "!")
_LISTED = (".", ";", ",", "…")


def without_leavings(kept: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs up to the last that is the article's own."""
    prose = [p.text for p in kept if is_prose(p.text)]
    if len(prose) < _LEAST:
        return kept
    end, loose = len(kept), False
    while end > 1:
        text = kept[end - 1].text
        loose = loose or _is_below_headline(kept, end)
        if kept[end - 1].role == "caption" or (is_prose(text) and not _is_note(text)):
            break
        if _is_note(text) or is_name(text):
            end -= 1
        elif _is_headline(kept[end - 1], loose):
            start = _list_start(kept, end)
            if start is not None and _is_own(kept, start, end, prose):
                break
            is_list = start is not None and not ends_sentence(kept[start].text)
            end, loose = start if start and is_list else end - 1, True
        else:
            break
    return kept[:end]


def _is_note(text: str) -> bool:
    """Whether the line speaks of the article or the house: who wrote it, whom to call, what comes next."""
    return (not is_wide(text, 2 * _HEADLINE) or not is_prose(text) or is_contact(text)) and is_closing(text)


def _is_headline(paragraph: Paragraph, loose: bool) -> bool:
    """Whether a line below the text may be another story's headline; ``loose``: others stand below it."""
    text = paragraph.text
    if is_wide(text, _HEADLINE) or kind_of(text) == "caption":
        return False
    if is_item(text):
        return not text.endswith(_LISTED)
    if loose and (text.endswith(_ASKS) or text.endswith((":", ")"))):
        return True
    return not ends_sentence(text) and not text.endswith((":", '"', "”", ")"))


def _is_below_headline(kept: list[Paragraph], end: int) -> bool:
    """Whether the line above the last is another story's headline: then the last, though it asks, may be one too."""
    above = kept[end - 2]
    short = kept[end - 1].text.endswith(_ASKS) and not is_wide(kept[end - 1].text, _HEADLINE)
    return short and end > 2 and above.role == "body" and not is_item(above.text) and _is_headline(above, loose=False)


def _list_start(kept: list[Paragraph], end: int) -> int | None:
    """What announces the list that ends before ``end``, or None where nothing does.

    That is a line with a colon or a mark, or, of items, the paragraph right above them.
    """
    items = is_item(kept[end - 1].text)
    if not items and any(is_item(p.text) for p in kept[end - 3 : end - 1]):
        return None  # a line below the items
    for n in range(end - 1, 0, -1):
        text = kept[n].text
        if text.endswith((":", "：")) or (n < end - 1 and _HEADED.match(text) and not is_item(text)):
            return n
        if is_name(text):
            return None
        if n < end - 1 and (ends_sentence(text) or is_prose(text)):
            return n if items else None
    return None


def _is_own(kept: list[Paragraph], start: int, end: int, prose: list[str]) -> bool:
    """Whether a list is the article's: by its place, its figures, or what the text says of its heading and items."""
    heading, items = kept[start].text, [p.text for p in kept[start + 1 : end]]
    if ends_sentence(heading) or is_prose(heading) or (len(items) > 1 and all(_VALUE.match(i) for i in items)):
        return True
    if _HEADED.match(heading) and any(p.text[0] == heading[0] for p in kept[:start]):
        return True  # one of its sections
    body = f" {fold_name(' '.join(prose))} "
    least = _OWN_PAIRS if is_vietnamese(heading) else _OWN
    if items and all(i[0].isdigit() for i in items):
        least /= 2  # papers number what they list, seldom the stories of others
    said = [echo.told_share(i, body) for i in items]
    return echo.told_share(heading, body) >= least or sum(said) >= least * max(len(said), 1)


def is_name(text: str) -> bool:
    """Two or three words with capitals, or initials: a person or an agency, no subheading."""
    if len(text) > 40:
        return False
    words = re.split(r"[\s/.-]+", text.strip("()[]-–—. "))
    if len(words) > 4 or (ends_sentence(text) and len(words) > 2) or any(c.isdigit() for c in text):
        return False
    return all(not w or w[0].isupper() for w in words)
