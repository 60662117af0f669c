"""Undo hard wraps: lines that a mail program or a terminal broke become one paragraph again."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pactbook.articles.line_form import ends_sentence, is_item
from pactbook.articles.lines import kind_of
from pactbook.knowledge.page import pages

_HANGUL = re.compile(r"[가-힣]")
_NUMBERED = re.compile(r"\d{1,2}\.\s")
_HYPHEN = re.compile(r"[^\W_]-\Z")
_COLUMNS = re.compile(r"\S {3,}\S")
_SENTENCE = re.compile(r"[.!?][\"'”’)]*(?:\s+[\"“'(]?[^\W\d_]|\Z)")
_ARROW = re.compile(r"[>»→▶►▷☞➤]+\s?\S")
_QUOTE_MARK = re.compile(r"^>(?: |$)", re.M)
# Nobody wraps wider than this: a longer line is a paragraph of its own.
_WIDEST = 140
_NARROWEST = 40
# Where but one line of a text tells that it is wrapped, it is no narrower.
_WRAP = 60


def join(first: str, second: str) -> str:
    """Two parts of one sentence: a space between them, none after a hyphen inside a word."""
    return f"{first}{_gap(first)}{second}"


def _gap(first: str) -> str:
    return "" if _HYPHEN.match(first[-2:]) else " "


def paragraphs(text: str) -> list[list[str]]:
    """The text's groups of lines: groups are parted by blank lines, and wrapped lines are joined inside a group."""
    groups: list[list[str]] = [[]]
    for line in _unquoted(text).split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    width = _page_width(groups)
    return [_unwrap(group, width) for group in groups]


def _unquoted(text: str) -> str:
    """Without the ``>`` before each line of a mail that somebody has forwarded."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.startswith(">") for line in lines)
    return _QUOTE_MARK.sub("", text) if quoted > 5 and quoted * 5 > len(lines) * 4 else text


def _page_width(groups: list[list[str]]) -> int:
    """The width at which the whole text is wrapped, or 0 where it is not.

    A text is wrapped where most of its long lines break off in the middle of a sentence. Some are ragged, so the
    width is that which nine lines in ten keep to, not the longest line.
    """
    lines = [line for group in groups for line in group[:-1] if len(line) >= _narrowest(line)]
    open_ends = sum(not ends_sentence(line) for line in lines if len(line) <= _WIDEST)
    if len(lines) < 4 or open_ends * 2 < len(lines):
        return 0
    lengths = sorted(map(len, lines))
    width = lengths[-1 - len(lengths) // 10]
    return width if width <= _WIDEST else 0


def _narrowest(line: str) -> int:
    return _NARROWEST * 7 // 10 if _HANGUL.search(line) else _NARROWEST


def _unwrap(group: list[str], page_width: int) -> list[str]:
    width = max(len(line) for line in group)
    parts = [[group[0].strip()]]
    ending = _come_to_an_end(group) if page_width else [True] * len(group)
    for ends, (before, line) in zip(ending[1:], pairwise(group), strict=True):
        if _runs_on(before, line, width if ends else _WIDEST, page_width if ends else 0):
            parts[-1] += [_gap(before), line.strip()]
        else:
            parts.append([line.strip()])
    return ["".join(part) for part in parts]


def _come_to_an_end(group: list[str]) -> list[bool]:
    """For each line whether a sentence ends in it or ahead: a wrapped one does, a list of names does not."""
    found: list[bool] = []
    ahead = False
    for line in reversed(group):
        alone = _stands_alone(line) or _opens_item(line.strip())
        ahead = not alone and (ahead or bool(_SENTENCE.search(line)))
        found.append(ahead)
    return found[::-1]


def _runs_on(before: str, line: str, width: int, page_width: int) -> bool:
    """Whether ``line`` goes on with the sentence or the paragraph of ``before``, the line above it."""
    indented = _indent(line) > _indent(before) + 1
    line = line.strip()
    if _stands_alone(before) or _stands_alone(line) or _opens_item(line):
        return False
    breaks_off = not ends_sentence(before) and not before.endswith(":")
    if breaks_off and (line[0].islower() or hangs(before) or before.endswith((",", "’s", "'s"))):
        return True
    if len(before) < (28 if _HANGUL.search(before) else 50):
        return False
    # Where all of the text is wrapped, the column need not be kept to the letter.
    full = len(before) + 1 + len(line.split(maxsplit=1)[0]) > (page_width - 6 if page_width else width)
    if not breaks_off:
        return full and not indented and 0 < len(before) <= page_width + 6
    if before.endswith("-") or len(before) > 150:
        return True
    # A shorter line is one of a headline and its standfirst, or of a list.
    wide = len(before) >= (_WRAP * 6 // 10 if _HANGUL.search(before) else _WRAP)
    return _keeps_to(before, page_width) or (full and wide and width <= 110 and _plain_prose(before, line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _keeps_to(before: str, page_width: int) -> bool:
    """Whether a line that breaks off does so because the text is wrapped, be the wrap ragged."""
    return 0.6 * page_width <= len(before) <= 1.4 * page_width


@cache
def _function_words() -> frozenset[str]:
    return frozenset(pages()["en"].function_words)


def hangs(line: str) -> bool:
    """Whether the line ends in a little word, so that its sentence must go on: ``… will enter the Republic of``."""
    words = line.rsplit(maxsplit=1)
    return len(words) == 2 and words[1] in _function_words()


def _stands_alone(line: str) -> bool:
    """Whether the line is a date, a path, the columns of a masthead: nothing that goes on in the next line."""
    text = line.strip()
    heading = len(text) < 40 and text.isupper() and not ends_sentence(text)
    return heading or bool(_COLUMNS.search(text)) or kind_of(line) not in ("", "item", "caption")


def _opens_item(line: str) -> bool:
    """Whether the line begins an item of a list. A number and a dot may, a number in brackets may be in a sentence."""
    if _ARROW.match(line):
        return True
    return is_item(line) and (not line[0].isdigit() or bool(_NUMBERED.match(line)))


def _plain_prose(before: str, line: str) -> bool:
    """A wrapped sentence goes on to an end; a headline above a second headline does not."""
    return ends_sentence(line) or len(line) >= 0.75 * len(before)
