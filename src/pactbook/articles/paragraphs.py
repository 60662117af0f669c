"""The paragraphs below a headline → those of the article, each with its role."""

from __future__ import annotations

import re
from itertools import pairwise

from pactbook.articles import ending, leavings
from pactbook.articles.captions import is_caption
from pactbook.articles.draft import Paragraph
from pactbook.articles.line_form import bare, ends_sentence, is_item
from pactbook.articles.lines import kind_of
from pactbook.articles.wraps import join
from pactbook.model.article import Role

_FURNITURE = (
    "button", "path", "menu", "masthead", "notice", "stamp", "rule", "byline", "tags", "copyright", "related",
    "comments", "letterhead", "end",
)  # fmt: skip
# The words for a picture that has none are the headline's and a number: "Deal signed -0".
_NUMBER, _WIDEST_NUMBER = re.compile(r"[-–_(]\s?\d{1,2}\)?\Z"), 5
#: The width of the narrowest standfirst.
_FEW = 20
_TRIANGLES = ("▲", "△", "▼", "▽")


def clean_body(below: list[Paragraph], title: str | None) -> list[Paragraph]:
    """The article's own paragraphs among those below the headline, in order."""
    below = _once(below, title)
    _extend_captions(below)
    kept = [p for p in ending.cut(below) if p.role == "caption" or kind_of(p.text) not in _FURNITURE]
    kept = _mended(_unsigned(kept))
    for n, paragraph in enumerate(kept):
        if paragraph.role == "body":
            _give_role(kept, n)
    return kept


def _extend_captions(below: list[Paragraph]) -> None:
    """The row of figures below a line that is labelled as a chart or a picture is its content."""
    for above, paragraph in pairwise(below):
        if paragraph.role == "body" and kind_of(above.text) == "caption" and _is_data(paragraph.text):
            paragraph.role = "caption"


def _is_data(text: str) -> bool:
    """A row of figures: ``2021 $32.8 billion / 2022 $34.2 billion``."""
    words = text.split()
    return len(text) < 300 and sum(any(map(str.isdigit, w)) for w in words) * 3 >= max(len(words), 6)


def _once(below: list[Paragraph], title: str | None) -> list[Paragraph]:
    """Without repetitions of the headline; what follows one that stands for a picture is its caption."""
    same = bare(title) if title else None
    kept: list[Paragraph] = []
    picture = False
    for n, paragraph in enumerate(below):
        without_number = _without_number(paragraph.text)
        numbered = without_number != paragraph.text
        if same and (n < 4 or numbered) and bare(without_number) == same:
            picture = numbered
            continue
        if picture and paragraph.role == "body" and len(paragraph.text) < 300:
            paragraph.role = "caption"
        picture = False
        kept.append(paragraph)
    return kept


def _without_number(text: str) -> str:
    # It is looked for at the very end: a text is long.
    found = _NUMBER.search(text[-_WIDEST_NUMBER:])
    return text[: len(text) - len(found[0])].rstrip() if found else text


def _unsigned(kept: list[Paragraph]) -> list[Paragraph]:
    """Without the writer's name or initials (``A.HỒNG``, ``VNA``) above the first paragraph, and what is left below."""
    first = next((n for n, p in enumerate(kept) if ends_sentence(p.text)), 0)
    kept = [p for n, p in enumerate(kept) if n > first + 1 or p.role != "body" or not _is_label(p.text, n < first)]
    return leavings.without_leavings(kept)


def _is_label(text: str, above: bool) -> bool:
    """Whether a line at the head is a name or, ``above`` all sentences, a few words: a desk, a section, a button."""
    few = above and not ending.is_wide(text, _FEW) and not ends_sentence(text) and not is_item(text)
    return few or leavings.is_name(text)


def _give_role(kept: list[Paragraph], n: int) -> None:
    paragraph = kept[n]
    if paragraph.text.startswith(_TRIANGLES):
        paragraph.role = _beside_triangle(kept, n)
    elif is_caption(paragraph.text):
        paragraph.role = "caption"
    elif is_item(paragraph.text):
        paragraph.role = "item"


def _beside_triangle(kept: list[Paragraph], n: int) -> Role:
    """A triangle opens an item among other items, a run of items in one paragraph, or, alone, a caption."""
    if sum(kept[n].text.count(t) for t in _TRIANGLES) > 1:
        return "body"
    neighbours = kept[max(n - 1, 0) : n] + kept[n + 1 : n + 2]
    if any(p.text.startswith(_TRIANGLES) for p in neighbours):
        return "item"
    return "caption" if len(kept[n].text) > 20 else "item"


def _mended(kept: list[Paragraph]) -> list[Paragraph]:
    """Join a paragraph that breaks off in the middle of a sentence with the one that goes on in small letters."""
    mended: list[Paragraph] = []
    for paragraph in kept:
        if mended and mended[-1].role == paragraph.role == "body" and _breaks_off(mended[-1].text, paragraph.text):
            mended[-1] = Paragraph(join(mended[-1].text, paragraph.text))
        else:
            mended.append(paragraph)
    return mended


def _breaks_off(first: str, second: str) -> bool:
    return len(first) > 60 and first[-1].isalpha() and second[0].islower()
