"""Cut what stands below an article: other stories, comments, tags."""

from __future__ import annotations

import re

from pactbook.articles.draft import Paragraph
from pactbook.articles.lines import ends_sentence, kind_of
from pactbook.articles.stamps import stamps_in

# A link to another story, or a notice of the house.
_LINK = re.compile(r"\s*(?:[>»→▶►▷☞➤]+|◇|☎)\s?\S")
_DAY_BEHIND = re.compile(r"\(\d{1,2}(?:\s?[A-Z][a-z]{2}|[./-]\d{1,2}|월\s?\d{1,2}일)\)\s*\Z")
_BULLET = re.compile(r"\s*[*•+-]\s\S")
#: A writer's name has fewer words.
_NAME = 5
#: The width of the shortest paragraph of prose.
_LONG = 90
_HANGUL = re.compile(r"[가-힣]+")


def width(text: str) -> int:
    """The length of a text in Latin letters: a Hangul syllable says as much as two."""
    return len(text) + sum(map(len, _HANGUL.findall(text)))


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as a part of an article: long, and ending as a sentence does."""
    # No text is wider than if it were all Hangul.
    if 2 * len(text) < _LONG or not ends_sentence(text.rstrip(")]\"'”’ ")):
        return False
    return len(text) >= _LONG or width(text) >= _LONG


def cut(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Drop the blocks of other stories; what follows an in-text block and is the article's own stays."""
    kept: list[Paragraph] = []
    position = 0
    while position < len(paragraphs):
        paragraph = paragraphs[position]
        kind = kind_of(paragraph.text)
        if kind in ("related", "comments"):
            back = _back(paragraphs, position + 1, bool(kept))
            position = len(paragraphs) if back is None else back
        elif kind == "rule" and kept and _is_signed(kept) and _only_leavings(paragraphs[position + 1 :]):
            break
        elif kind in ("tags", "copyright") and kept and _only_leavings(paragraphs[position + 1 :]):
            kept.extend(p for p in _before_related(paragraphs[position + 1 :]) if kind_of(p.text) == "caption")
            break
        else:
            kept.append(paragraph)
            position += 1
    return _without_links(kept)


def _is_signed(kept: list[Paragraph]) -> bool:
    """Whether the article has come to the name of who wrote it, below its prose."""
    words = kept[-1].text.strip("()[]-–—. ").split()
    named = 1 < len(words) < _NAME and all(w[0].isupper() for w in words) and not ends_sentence(kept[-1].text)
    return named and sum(is_prose(p.text) for p in kept) > 1


def _without_links(kept: list[Paragraph]) -> list[Paragraph]:
    """Without the links below the last paragraph of prose: led by an arrow, or with a day in brackets at their end.

    A list that a colon announces is the article's own, whatever leads its items.
    """
    last = max((n for n, p in enumerate(kept) if is_prose(p.text) and not _LINK.match(p.text)), default=-1)
    closing = kept[last + 1 :]
    if last < 0 or kept[last].text.endswith(":") or any(p.text.endswith((":", "：")) for p in closing):
        return kept
    bullets = [_BULLET.match(p.text) is not None and not ends_sentence(p.text) for p in closing]
    # Bullets right below the prose may be its own; those below the byline or the caption under it are not.
    listed = bullets.index(True) if True in bullets[1:] and not bullets[0] else len(closing)
    links = [n >= listed and bullets[n] for n in range(len(closing))]
    return kept[: last + 1] + [
        p
        for p, link in zip(closing, links, strict=True)
        if not (link or _LINK.match(p.text) or _DAY_BEHIND.search(p.text))
    ]


def _before_related(rest: list[Paragraph]) -> list[Paragraph]:
    for n, paragraph in enumerate(rest):
        if kind_of(paragraph.text) in ("related", "comments"):
            return rest[:n]
    return rest


def _only_leavings(rest: list[Paragraph]) -> bool:
    return sum(is_prose(p.text) for p in _before_related(rest)) < 2


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
