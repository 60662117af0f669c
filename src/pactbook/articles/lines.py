"""What a line of a page is, told by its words alone: a path, a menu, tags, a heading over other stories…"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import islice
from typing import Literal

from pactbook.articles.stamps import is_stamp
from pactbook.knowledge.page import has_word, line_pattern, may_have_word, word_pattern, words

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

_DECORATION = "[](){}<>〈〉【】■□▶▷◀◁►●○◆◇★☆*·•ㆍ∙-–—|/\\#=+~_»«>:;.,! \t\u00a0"
# A line without a letter, or the place that a template has kept for an advertisement.
_RULE = re.compile(r"[\W_]*\Z|\$\$\w+\$\$\Z")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
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
_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]\s|[-–*•·ㆍ+●○▪■□▲△◦‣]\s?|\([a-z]\)\s|[①-⑳]\s?|[ivx]{1,4}\)\s)(?=\S)")
_NAME = re.compile(r"[^\W\d_a-zà-ỹ][^\d.,:;$€£₩]*\Z")
# A mark that may stand between the names of a menu, and how many names make a menu of it.
_NAME_MARKS = (("|", 4), (" • ", 4), (" · ", 4), ("] [", 3), (" / ", 4), (" - ", 5), ("   ", 4))
_HASHTAGS = re.compile(r"(?:[#＃][^\s#]+[\s,|]*){1,}\Z")
# Who wrote it, in the line below a headline.
_BY = re.compile(r"by(?: [^\W\d_a-z][\w.-]*){2,4}")
_NAMED = re.compile(r"\A[(\[.,/|-]?\s?[Pp]hotos?(?: by)?(?: [A-ZĐ][\w.]+){1,4}[)\].]*\s*\Z")
#: What ends a sentence, and what may stand behind it.
END_MARKS = tuple(".!?…。")
_BEHIND_END = "\"'”’)]"


@lru_cache(maxsize=4096)
def bare(line: str) -> str:
    """The line in lower case without what decorates it; each is asked about by many."""
    return " ".join(line.strip(_DECORATION).lower().split())


def is_item(line: str) -> bool:
    """Whether the line begins as the item of a list does: ``1.``, ``-``, ``(2)``, ``△``."""
    return bool(_ITEM.match(line))


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return line.endswith(END_MARKS) or line.rstrip(_BEHIND_END).endswith(END_MARKS)


@cache
def _caption_start() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("labels", "captions")), key=len, reverse=True))
    return re.compile(
        rf"\s*[\[<(【〈]\s*(?:{labels})\s*[:\]>)】〉|]|\s*(?:{labels})\s*[:：=]\s*(?=\S.{{15}})|\s*[▲△]\s?\S.{{15}}",
        re.I,
    )


@cache
def _credit() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, words("labels", "credits")), key=len, reverse=True))
    return re.compile(rf"[\s(\[.,/|-](?:{labels})\s*[:：=]?\s*(?:[^.!?:]|(?<=\b\w)\.){{2,60}}[)\].]*\s*\Z", re.I)


@lru_cache(maxsize=4096)
def is_caption(line: str) -> bool:
    """Whether the line begins or ends as a caption does: ``[Photo] …``, ``… Photo: VNA``."""
    if len(line) > 600:
        return False
    return bool(_caption_start().match(line)) or (len(line) > 20 and _credited(line))


def _credited(line: str) -> bool:
    """``… Photo: VNA`` or ``…, photo Le Toan``: a credit has a colon, or is a name with capitals."""
    found = _credit().search(line) if may_have_word("labels", "credits", line) else None
    return found is not None and (any(mark in found[0] for mark in ":：=") or bool(_NAMED.search(found[0])))


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
