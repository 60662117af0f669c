"""Undo hard wraps: lines that a mail program or a terminal broke become one paragraph again."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pactbook.articles.lines import ends_sentence, is_item, kind_of
from pactbook.knowledge.page import pages

_HANGUL = re.compile(r"[가-힣]")
_NUMBERED = re.compile(r"\d{1,2}\.\s")
_HYPHEN = re.compile(r"[^\W_]-\Z")
_COLUMNS = re.compile(r"\S {3,}\S")


def join(first: str, second: str) -> str:
    """Two parts of one sentence: a space between them, none after a hyphen inside a word."""
    return f"{first}{_gap(first)}{second}"


def _gap(first: str) -> str:
    return "" if _HYPHEN.match(first[-2:]) else " "


def paragraphs(text: str) -> list[list[str]]:
    """The text's groups of lines: groups are parted by blank lines, and wrapped lines are joined inside a group."""
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    width = _page_width(groups)
    return [_unwrap(group, width) for group in groups]


def _page_width(groups: list[list[str]]) -> int:
    """The width at which the whole text is wrapped, or 0: several neighbours end just short of the same column."""
    lengths = [len(line) for group in groups if len(group) > 2 for line in group[:-1]]
    if len(lengths) < 6:
        return 0
    width = max(lengths)
    near = sum(length >= width - 14 for length in lengths)
    return width if width <= 140 and near >= 0.6 * len(lengths) else 0


def _unwrap(group: list[str], page_width: int) -> list[str]:
    width = max(len(line) for line in group)
    parts = [[group[0].strip()]]
    for before, line in pairwise(group):
        if _runs_on(before, line.strip(), width, page_width):
            parts[-1] += [_gap(before), line.strip()]
        else:
            parts.append([line.strip()])
    return ["".join(part) for part in parts]


def _runs_on(before: str, line: str, width: int, page_width: int) -> bool:
    """Whether ``line`` goes on with the sentence or the paragraph of ``before``, the line above it."""
    if _stands_alone(before) or _stands_alone(line) or _opens_item(line):
        return False
    breaks_off = not ends_sentence(before) and not before.endswith(":")
    if breaks_off and (line[0].islower() or hangs(before) or before.endswith(",")):
        return True
    if len(before) < (28 if _HANGUL.search(before) else 50):
        return False
    # Where all of the text is wrapped, the column need not be kept to the letter.
    full = len(before) + 1 + len(line.split(maxsplit=1)[0]) > width - 6 * bool(page_width)
    if not breaks_off:
        return full and bool(page_width) and len(before) <= page_width
    if before.endswith("-") or len(before) > 150:
        return True
    return full and (bool(page_width) or width <= 110) and _plain_prose(before, line)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(pages()["en"].function_words)


def hangs(line: str) -> bool:
    """Whether the line ends in a little word, so that its sentence must go on: ``… will enter the Republic of``."""
    words = line.rsplit(maxsplit=1)
    return len(words) == 2 and words[1] in _function_words()


def _stands_alone(line: str) -> bool:
    """Whether the line is a date, a path, the columns of a masthead: nothing that goes on in the next line."""
    return bool(_COLUMNS.search(line.strip())) or kind_of(line) not in ("", "item", "caption")


def _opens_item(line: str) -> bool:
    """Whether the line begins an item of a list. A number and a dot may, a number in brackets may be in a sentence."""
    return is_item(line) and (not line[0].isdigit() or bool(_NUMBERED.match(line)))


def _plain_prose(before: str, line: str) -> bool:
    """A wrapped sentence goes on to an end; a headline above a second headline does not."""
    return ends_sentence(line) or len(line) >= 0.75 * len(before)
