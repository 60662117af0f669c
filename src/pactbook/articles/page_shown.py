"""The headline that a page shows though its metadata do not name it: told by its look and by what the text says."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from pactbook.articles import echo
from pactbook.articles.ending import is_wide
from pactbook.articles.line_form import bare, ends_sentence
from pactbook.articles.lines import kind_of
from pactbook.articles.page_blocks import Block
from pactbook.articles.page_names import is_title
from pactbook.articles.page_tree import names_of
from pactbook.articles.stamps import is_stamp
from pactbook.knowledge.page import words
from pactbook.text.fold import fold_name

#: How far above the prose a headline may stand, in blocks, and how many blocks of the text are asked for its words.
_ABOVE, _TEXT = 12, 12
#: How many of these are folded at once.
_AT_ONCE = 4
#: The width of the narrowest sentence of the text.
_LINE = 50
#: Characters and words of the shortest headline; characters of a long one.
_LEAST, _WORDS, _LONG = 10, 3, 180
#: The share of a headline's words that its text says: at least, and what leaves no doubt that it is another's.
_SAID, _SURELY = 0.5, 0.67
#: How much more the text says of the headline than of what else the page shows as one.
_MORE = 0.15
_BIG = re.compile(
    r"font-size\s*:\s*(?:(?:1[5-9]|[2-4]\d)(?:\.\d+)?(?:px|pt)|1\.[2-9]\d*r?em|[23](?:\.\d+)?r?em|x?x-large)", re.I
)
_LARGE = ("4", "5", "6", "7", "+1", "+2", "+3", "+4")


@cache
def _labels() -> frozenset[str]:
    """What stands before a headline in a form."""
    return frozenset(words("labels", "titles"))


class Told:
    """What stands above the block ``prose``, and the words of the text from there to ``last``."""

    def __init__(self, blocks: list[Block], prose: int, last: int) -> None:
        self.prose = prose
        self._blocks = blocks
        around = (b.text for b in blocks[max(prose - 3, 0) : last])
        self._prose = islice((text for text in around if is_wide(text, _LINE + 1) and ends_sentence(text)), _TEXT)
        self._body = " "

    def headline(self, site: int | None, shown: int | None, named: str) -> int | None:
        """The block that is the headline though neither ``shown``, a block, nor ``named``, a title, is it; else None.

        ``site`` is the last heading that only names the site.
        """
        above = named if shown is None else self._blocks[shown].text
        if shown is not None and not (self._may_stand_below(shown) and not self._surely_says(above)):
            return None
        below = self.below(site if shown is None else shown)
        if below is None or (shown is None and site is not None):
            return below
        text = self._blocks[below].text
        if ends_sentence(text) or len(echo.words_of(text)) < _WORDS or self.said(text) < _SAID:
            return None
        if shown is None:
            more = len(echo.words_of(text)) > len(echo.words_of(named)) and self.said(text) >= self.said(named)
            return below if more or self.said(named) < _SAID else None
        apart = below > shown + 1 or not (_look(self._blocks[shown]) or self.said(above))
        dated = apart and self._is_dated(below, self.prose) and not self._is_dated(shown, below)
        return below if dated and self.said(text) > self.said(above) + _MORE else None

    def _may_stand_below(self, shown: int) -> bool:
        """Whether anything is set off between what the page shows as a headline and the first date below that."""
        dated = next((n for n in range(shown + 1, self.prose) if is_stamp(self._blocks[n].text)), shown)
        return any(self._set_off(n) for n in range(shown + 1, dated))

    def below(self, site: int | None) -> int | None:
        """The block between a site's name and the prose that looks most like a headline."""
        best: tuple[float, int] | None = None
        for n in range(max(-1 if site is None else site, self.prose - _ABOVE - 1) + 1, self.prose):
            score = self._likeness(n)
            if score and (best is None or score >= best[0]):
                best = score, n
        return best[1] if best else None

    def said(self, text: str) -> float:
        """The share of a line's words that the text says."""
        while self._goes_on():
            pass
        return echo.strict_share(echo.words_of(text), self._body)

    def _surely_says(self, line: str) -> bool:
        """Whether the text says so much of a line that it must be its headline; few need all of it."""
        words = echo.words_of(line)
        while self._goes_on():
            if echo.strict_share(words, self._body) >= _SURELY:
                return True
        return echo.strict_share(words, self._body) >= _SURELY

    def _goes_on(self) -> bool:
        """Read some paragraphs more of the text, folded; False where there are none left."""
        more = list(islice(self._prose, _AT_ONCE))
        if folded := fold_name(" ".join(more)):
            self._body += folded + " "
        return bool(more)

    def _is_dated(self, start: int, stop: int) -> bool:
        """Whether a date stands between two blocks, as below the headline of an article."""
        return any(is_stamp(b.text) for b in self._blocks[start + 1 : stop])

    def _likeness(self, n: int) -> float:
        """How much block ``n`` looks like a headline, 0 where nothing sets it off."""
        text, look = self._blocks[n].text, self._set_off(n)
        if not look:
            return 0.0
        said = 2 * self.said(text) * min(1.0, len(echo.words_of(text)) / 4)
        return max(look + said - 0.6 * ends_sentence(text) - 0.4 * (len(text) > _LONG), 0.0)

    def _set_off(self, n: int) -> float:
        """How much block ``n`` is set off from the others, 0 where it is no headline whatever it says."""
        block = self._blocks[n]
        if block.role in ("caption", "standfirst") or len(block.text) < _LEAST or len(block.text) > 300:
            return 0.0
        label = n > 0 and bare(self._blocks[n - 1].text) in _labels()
        look = _look(block) + 0.6 * label + 0.3 * any(is_stamp(b.text) for b in self._blocks[n + 1 : n + 3])
        return 0.0 if not look or kind_of(block.text) else look


def _look(block: Block) -> float:
    """What the markup does to set a block off."""
    named = is_title(names_of(block.element))
    heading = block.heading > 1 or block.element.tag == "th"
    return 0.5 * heading + 0.5 * named + 0.3 * (block.bold or _is_large(block))


def _is_large(block: Block) -> bool:
    """Whether the block, what it holds or what is right around it is written in large letters."""
    around = block.element.getparent()
    elements = [*block.element.iter("font", "span", "b", "strong", "td", "div", "p"), around]
    return any(
        e is not None and (e.get("size") in _LARGE or _BIG.search(e.get("style") or "") is not None)
        for e in elements[:8] + elements[-1:]
    )
