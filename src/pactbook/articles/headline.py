"""The headline: found among the first lines of a text, or freed of the site's name."""

from __future__ import annotations

import re

from pactbook.articles import echo, letterhead
from pactbook.articles.ending import is_prose, width
from pactbook.articles.line_form import bare, ends_sentence
from pactbook.articles.lines import kind_of, outlet_words
from pactbook.articles.stamps import stamps_in
from pactbook.articles.wraps import hangs
from pactbook.text.fold import fold_name
from pactbook.text.level import tidy

_SECTION_MARK = re.compile(r"\A\s*(?:\[[^\]]{1,16}\]|【[^】]{1,16}】|<[^>\d]{1,6}>)\s*(?=\S)")
_SEPARATOR = re.compile(r"\s+(?:[-–—|:•·»]|::|\|\|)\s+|\s*(?:[|ㅣ]|::|»)\s*")
_PIPE = re.compile(r"[|ㅣ]|::|»")
# A headline that is what somebody said: all of it in quotation marks.
_QUOTED = re.compile(r"[“‘\"'][^“”‘\"]{8,}[”’\"']")
# A Vietnamese paper's name has so many words at most.
_PAPER = 7
# A headline is rarely narrower.
_SHORT = 24
# A sentence of the text is wider; the name of a section is narrower.
_LINE, _NARROW = 50, 16
# The score of a line above which no other can be the headline.
_ABOVE_ALL = 4.0
# "SubscribeE-paper": a crawler has glued the links of a menu.
_GLUED = re.compile(r"[a-zà-ỹ][A-ZĐ]")


def without_section(title: str) -> str:
    """``[금융] 하나은행, …`` → ``하나은행, …``: the bracket names a section of the paper."""
    return _SECTION_MARK.sub("", letterhead.without_label(tidy(title)))


def without_site(title: str, names: list[str]) -> str:
    """A page's title without the site's name before or after it; ``names`` are what the site is called."""
    title = tidy(title)
    known = {fold_name(n) for n in names if n}
    parts = _split(title)
    while len(parts) > 1:
        if _is_site(parts[-1][1], known, last=True):
            parts.pop()
        elif _is_site(parts[0][1], known, last=False):
            parts.pop(0)
        elif _PIPE.search(parts[-1][0]) and len(parts[-1][1]) < min(30, len(parts[0][1])):
            parts.pop()
        else:
            break
    return tidy("".join(sep * (n > 0) + part for n, (sep, part) in enumerate(parts)))


def _split(title: str) -> list[tuple[str, str]]:
    parts, separator, start = [], "", 0
    for found in _SEPARATOR.finditer(title):
        parts.append((separator, title[start : found.start()]))
        separator, start = found[0], found.end()
    parts.append((separator, title[start:]))
    return [(s, p) for s, p in parts if p.strip()]


def _is_site(part: str, known: set[str], last: bool) -> bool:
    folded = fold_name(part)
    if folded in known or kind_of(part) in ("menu", "path"):
        return True
    words = part.split()
    return last and len(words) <= 5 and bool(outlet_words().search(part)) and not ends_sentence(part)


def find(lines: list[str]) -> int | None:
    """The place of the headline among the lines of a text, or None.

    It stands in the head, above the first paragraph of prose; it says in other words what the text says.
    """
    head = next((n for n, line in enumerate(lines) if is_prose(line) and width(line) > 110), len(lines))
    opening = next((n for n, line in enumerate(lines[:head]) if ends_sentence(line) and width(line) > _LINE), head)
    text = [fold_name(line) for line in lines[opening : head + 12]]
    best, best_score = None, 0.0
    for n in range(min(head + 1, 16, len(lines))):
        body = " ".join(text if n < opening else text[n + 1 - opening :])
        score = _likeness(lines, n, head, body)
        if score > best_score and not _is_below(lines, n, best, score - best_score):
            best, best_score = n, score
    return best


def _is_below(lines: list[str], n: int, best: int | None, more: float) -> bool:
    """Whether the line stands below the good headline, as standfirst or text, though it has a word or two more."""
    if best is None:
        return False
    above = lines[best].strip()
    if best != n - 1:
        # Below a headline and the day of a short notice stands its text.
        dated = all(kind_of(line) == "stamp" for line in lines[best + 1 : n])
        return dated and more < 0.4 and ends_sentence(lines[n]) and not ends_sentence(above)
    # Below what somebody said stands who said it.
    return bool(_QUOTED.fullmatch(above)) or (more < 0.4 and width(above) >= _SHORT and "|" not in above)


def _likeness(lines: list[str], n: int, head: int, body: str) -> float:
    line = letterhead.without_label(lines[n])
    # "[사진] 한전, 업무협약" is a caption, but not as the first line.
    said = line if n else _SECTION_MARK.sub("", line)
    if len(line) > 300 or kind_of(said) not in ("", "item") or (n >= head and is_prose(line)):
        return 0.0
    words = echo.words_of(line)
    if len(words) < 2 and len(bare(line)) < 12:
        return _ABOVE_ALL if _stands_above_sentences(lines, n) else 0.05
    score = 0.5 + 2 * echo.share(words, body) * min(1.0, len(words) / 4)
    score += 0.3 * (_SHORT <= width(line) <= 160) - 0.6 * (len(line) > 180) - 0.4 * ends_sentence(line)
    score -= 0.9 * (n < 6 and _is_masthead(line)) + 1.4 * (n < 6 and _is_named_paper(lines, n))
    score -= 0.9 * (hangs(line) or (lines[n + 1 : n + 2] != [] and lines[n + 1][0].islower()))
    score += 0.8 * (line.isupper() and any(_is_named_paper(lines, above) for above in range(min(n, 3))))
    score -= 1.0 * letterhead.is_above(lines, n) + 0.8 * _is_kicker(lines, n)
    score += 0.5 * bool(_QUOTED.fullmatch(line.strip())) - 0.8 * _is_section(lines, n)
    # "Các văn kiện được ký gồm:" opens a list of the text.
    score -= 1.0 * line.rstrip().endswith(":")
    score -= 1.0 * bool(stamps_in(line)) + 0.4 * len(_GLUED.findall(line))
    after = lines[n + 1 : n + 4]
    score += 0.5 * any(kind_of(a) in ("stamp", "byline") for a in after)
    score += 0.8 * any(bare(a) == bare(line) for a in after[:2])
    return score - 0.07 * n + 0.4 * _opens(lines, n)


def _stands_above_sentences(lines: list[str], n: int) -> bool:
    """Whether a word or two stand first and everything below is sentences and days: a brief under ``Vietjet``."""
    below = [line for line in lines[n + 1 :] if kind_of(line) != "stamp"]
    return n == 0 and below != [] and all(ends_sentence(line) for line in below) and not _is_masthead(lines[n])


def _is_section(lines: list[str], n: int) -> bool:
    """Whether a short line and the date below it stand above a longer headline: the section's, or the paper's name."""
    if len(lines) < n + 3 or kind_of(lines[n + 1]) != "stamp":
        return False
    below = lines[n + 2]
    if width(lines[n]) >= _SHORT and not (lines[n].isupper() and not below.isupper()):
        return False
    return kind_of(below) == "" and width(below) >= _SHORT and not is_prose(below) and not ends_sentence(below)


def _is_kicker(lines: list[str], n: int) -> bool:
    """Whether a very short line stands right above a longer one that may be the headline."""
    below = lines[n + 1] if n + 1 < len(lines) else ""
    return width(lines[n]) < _NARROW and kind_of(below) == "" and width(below) >= _SHORT and not ends_sentence(below)


def _is_masthead(line: str) -> bool:
    """``Viet Nam Economic Bulletin``: a few words with capitals, one of them such as newspapers have in their names."""
    words = line.split()
    return len(words) <= 6 and bool(outlet_words().search(line)) and not any(w[0].islower() for w in words)


def _is_named_paper(lines: list[str], n: int) -> bool:
    """Whether a Vietnamese line names the paper above its headline: words with capitals, as headlines have none."""
    words = lines[n].split()
    if not echo.is_vietnamese(lines[n]) or not 2 <= len(words) <= _PAPER or lines[n].isupper():
        return False
    named = outlet_words().match(lines[n]) or all(not w[0].islower() for w in words)
    below = next((line for line in lines[n + 1 : n + 3] if kind_of(line) == "" and not stamps_in(line)), "")
    return bool(named) and width(below) > width(lines[n]) and not ends_sentence(below)


def _opens(lines: list[str], n: int) -> bool:
    """Whether the line follows a path or menu, as headlines do."""
    return n > 0 and kind_of(lines[n - 1]) in ("path", "menu", "rule", "stamp")
