"""Cut what stands below an article: other stories, comments, tags."""

from __future__ import annotations

import re

from pactbook.articles.draft import Paragraph
from pactbook.articles.line_form import END_MARKS, ends_sentence, is_item
from pactbook.articles.lines import Kind, is_closing, is_contact, kind_of
from pactbook.articles.stamps import stamps_in

# A link to another story, or a notice of the house.
_LINK = re.compile(r"\s*(?:[>»→▶►▷☞➤]+|◇|☎)\s?\S")
_DAY_BEHIND = re.compile(r"\(\d{1,2}(?:\s?[A-Z][a-z]{2}|[./-]\d{1,2}|월\s?\d{1,2}일)\)\s*\Z")
# Kinds of lines with which an article may close.
_CLOSING = ("tags", "copyright", "end", "rule", "byline")
#: A writer's name has fewer words.
_NAME = 5
#: The width of the shortest paragraph of prose.
_LONG = 90
#: The width of the narrowest sentence of an article.
_SENTENCE = 60
#: A label with what it announces: ``Read also: …``, ``[Related] …``.
_LABEL = re.compile(r"\s*(?:\W{0,3}[^:：\]]{2,30}[:：]|\[[^\]]{2,20}\])\s*\S.{8}")
_BEHIND_END = ")]\"'”’ "
#: A sentence that tells a deal by itself has so many words, or is as wide as a sentence of an article.
_WORDS = 8
_HANGUL = re.compile(r"[가-힣]+")


def width(text: str) -> int:
    """The length of a text in Latin letters: a Hangul syllable says as much as two."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _HANGUL.findall(text)))


def is_wide(text: str, least: int) -> bool:
    """Whether the width of a text is ``least`` or more."""
    # No text is narrower than its characters, none wider than if it were all Hangul.
    return len(text) >= least or (2 * len(text) >= least and width(text) >= least)


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as a part of an article: long, and ending as a sentence does."""
    length = len(text)
    if 2 * length < _LONG or not (text.endswith(END_MARKS) or text.rstrip(_BEHIND_END).endswith(END_MARKS)):
        return False
    return length >= _LONG or width(text) >= _LONG


def is_sentence(text: str) -> bool:
    """Whether a line that stands alone reads as a sentence of the text: long enough, and with a full stop.

    Headlines end with none; with a question or with dots they may.
    """
    plain = text.rstrip(_BEHIND_END)
    full = plain.endswith((".", "。")) and not plain.endswith("..")
    return full and (len(plain.split()) >= _WORDS or is_wide(plain, _SENTENCE)) and kind_of(text) in ("", "item")


def cut(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Drop the blocks of other stories; what follows an in-text block and is the article's own stays."""
    kept: list[Paragraph] = []
    ahead = _told_ahead(paragraphs)
    position = 0
    while position < len(paragraphs):
        paragraph = paragraphs[position]
        kind = kind_of(paragraph.text)
        if kind in ("related", "comments"):
            back = _next_sentence(paragraphs, position) or _back(paragraphs, position + 1, bool(kept))
            position = len(paragraphs) if back is None else back
        elif (
            kept
            and (kind in _CLOSING or not ahead[position])
            and _closes(paragraph.text, kind)
            and _is_over(kept, paragraphs[position:], kind, ahead[position])
        ):
            kept.extend(p for p in _before_related(paragraphs[position + 1 :]) if kind_of(p.text) == "caption")
            break
        else:
            kept.append(paragraph)
            position += 1
    return _without_links(kept)


def _closes(text: str, kind: Kind) -> bool:
    """Whether a line is such as stand below an article: a name, a mark of the end, a label of the house."""
    return kind in _CLOSING or (kind in ("", "item") and is_closing(text))


def _told_ahead(paragraphs: list[Paragraph]) -> list[bool]:
    """For each paragraph whether it or one below it, above a heading of other stories, is surely the article's."""
    found: list[bool] = []
    told = False
    for paragraph in reversed(paragraphs):
        told = kind_of(paragraph.text) not in ("related", "comments") and (told or _tells(paragraph))
        found.append(told)
    return found[::-1]


def _is_over(kept: list[Paragraph], rest: list[Paragraph], kind: Kind, told: bool) -> bool:
    """Whether nothing of the article stands in ``rest``, which opens with a line that may close it.

    ``told``: a paragraph of the article does.
    """
    if kind in ("tags", "copyright") or (kind == "rule" and _is_signed(kept)):
        return _only_leavings(rest[1:])
    return not told and sum(is_prose(p.text) for p in kept) > 1


def _is_signed(kept: list[Paragraph]) -> bool:
    """Whether the article has come to the name of who wrote it, below its prose."""
    words = kept[-1].text.strip("()[]-–—. ").split()
    named = 1 < len(words) < _NAME and all(w[0].isupper() for w in words) and not ends_sentence(kept[-1].text)
    return named and sum(is_prose(p.text) for p in kept) > 1


def _tells(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return is_prose(text) and kind_of(text) in ("", "item") and not is_contact(text) and not is_closing(text)


def _without_links(kept: list[Paragraph]) -> list[Paragraph]:
    """Without the links below the last paragraph of prose: led by an arrow, or with a day in brackets at their end.

    A list that a colon announces is the article's own, whatever leads its items.
    """
    places = range(len(kept) - 1, -1, -1)
    last = next((n for n in places if is_prose(kept[n].text) and not _LINK.match(kept[n].text)), -1)
    closing = kept[last + 1 :]
    if last < 0 or kept[last].text.endswith(":") or any(p.text.endswith((":", "：")) for p in closing):
        return kept
    below = [*(p.text for p in closing[1:]), ""][: len(closing)]
    return kept[: last + 1] + [p for p, next_ in zip(closing, below, strict=True) if not _leads_away(p.text, next_)]


def _leads_away(text: str, below: str) -> bool:
    """Whether a line below the prose is a link; a heading with a mark over a list is none."""
    return bool(_DAY_BEHIND.search(text)) or (bool(_LINK.match(text)) and not (text[0] == "◇" and is_item(below)))


def _before_related(rest: list[Paragraph]) -> list[Paragraph]:
    for n, paragraph in enumerate(rest):
        if kind_of(paragraph.text) in ("related", "comments"):
            return rest[:n]
    return rest


def _only_leavings(rest: list[Paragraph]) -> bool:
    return sum(is_prose(p.text) for p in _before_related(rest)) < 2


def _next_sentence(paragraphs: list[Paragraph], at: int) -> int | None:
    """The place below a line that names the other story itself (``Read also: …``), where the article goes on there."""
    below = [p.text for p in paragraphs[at + 1 : at + 3]]
    named = _LABEL.match(paragraphs[at].text) is not None
    return at + 1 if named and below and all(_is_sentence(text) for text in below) else None


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and is_wide(text, _SENTENCE) and kind_of(text) in ("", "item")


def _back(paragraphs: list[Paragraph], start: int, _: bool) -> int | None:
    """Where the article goes on after a block of other stories, or None where it does not.

    Teasers carry dates or stand between short lines; the article goes on with two paragraphs of prose in a row.
    """
    for n in range(start, len(paragraphs)):
        text = paragraphs[n].text
        if kind_of(text) in ("related", "comments", "copyright", "tags"):
            return None if n > start else _back(paragraphs, n + 1, _)
        if _is_teaser(paragraphs, n):
            continue
        following = [p for p in paragraphs[n + 1 : n + 3] if is_prose(p.text)]
        if (
            is_prose(text)
            and following
            and not any(stamps_in(p.text) and kind_of(p.text) == "stamp" for p in paragraphs[n + 1 : n + 3])
        ):
            return n
    return None


def _is_teaser(paragraphs: list[Paragraph], n: int) -> bool:
    """A summary below a short headline or a date is of another story."""
    text = paragraphs[n].text
    if not is_prose(text):
        return True
    above = paragraphs[n - 1].text
    return kind_of(above) == "stamp"
