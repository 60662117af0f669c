"""Amounts of money with their currency and how exact they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from pactbook.knowledge.currencies import currency_marks
from pactbook.knowledge.money import MoneyShapes, MoneyWords, money_shapes, money_words
from pactbook.mentions.money.numbers import Amount, count, read_amount
from pactbook.model.article import Article
from pactbook.model.mention import MoneyMention
from pactbook.model.span import Span
from pactbook.text.level import level
from pactbook.text.shapes import Found

#: What joins the two ends of a range, and never a change.
_DASHES = ("-", "~", "∼")
#: A qualifier with its fillers stands within so many characters before an amount.
_REACH = 48
#: The rule of an amount without a currency, and how far behind one that has it such an amount may stand.
_BARE = "bare"
_ECHO = 90
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")


def find_money(article: Article) -> tuple[MoneyMention, ...]:
    """Every amount with a currency in ``article``, in the order of the text."""
    text = level(article.text)
    finder = _Finder(article.text, text, money_words(article.language), money_shapes(article.language))
    found: list[MoneyMention] = []
    for f in finder.shapes.shapes.find(text):
        if f.rule == _BARE:
            found.extend(finder.bare(f, found[-1]) if found else ())
        elif finder.is_money(f):
            found.extend(finder.mentions(f))
    return tuple(finder.linked(found))


class _Finder:
    """Turns shapes into mentions; ``level`` is the levelled ``text``."""

    def __init__(self, text: str, level: str, words: MoneyWords, shapes: MoneyShapes) -> None:
        self.text, self.level, self.words, self.shapes = text, level, words, shapes

    def mentions(self, found: Found) -> Iterator[MoneyMention]:
        if "amount2" in found.slots or "scaled2" in found.slots:
            yield from self._two(found)
            return
        mark = found.slots.get("before") or found.slots["after"]
        if "count" in found.slots:
            amount = count(found.slots["count"], found.slots["scale"], self.words)
        else:
            amount = read_amount(found.slots["amount"], self.words, self.shapes)
        if not self._is_verb(mark, found.slots.get("amount", ""), amount):
            mention = self._mention(found.start, found.end, amount.value, amount.value, mark, found.rule)
            inside = self.shapes.after.match(self.level, found.places.get("amount", (0, 0))[1])
            # "794억여원" has its qualifier between the number and the currency.
            said = inside.lastgroup if inside else self._inside(found.slots.get("amount", ""))
            yield replace(mention, qualifier=said) if said else mention

    def bare(self, found: Found, last: MoneyMention) -> Iterator[MoneyMention]:
        """An amount that leaves out the currency of the one before: "7,1 tỷ USD và 21,7 tỷ"."""
        gap = self.text[last.span.end : found.start]
        if len(gap) > _ECHO or _SENTENCE_END.search(gap) or not self.shapes.bare_end.match(self.level, found.end):
            return
        amount = read_amount(found.slots.get("scaled") or found.slots["scaled2"], self.words, self.shapes)
        low = read_amount(found.slots["amount"], self.words, self.shapes).value if "scaled2" in found.slots else None
        scales = [self.words.scales[s] for s in self.shapes.scale.findall(last.span.text)]
        if amount.scale in scales:
            qualifier = self._qualifier(found.start, found.end)
            span = Span.of(self.text, found.start, found.end)
            low = amount.value if low is None else low * amount.scale if low < amount.value / amount.scale else low
            if low <= amount.value:
                yield MoneyMention(span, low, amount.value, last.currency, qualifier, found.rule)

    def _inside(self, written: str) -> str | None:
        """The qualifier inside a number: "100여억 원"."""
        return next((says for word, says in self.words.inside.items() if word in written), None)

    def is_money(self, found: Found) -> bool:
        """Whether no longer word stands where the currency does: "2원전" and "1·2원전" are power plants."""
        marks = (found.places.get("after"), found.places.get("after2"))
        return not any(mark and self.level.startswith(tuple(self.words.not_money), mark[0]) for mark in marks)

    def _two(self, found: Found) -> Iterator[MoneyMention]:
        """``A-B`` and ``between A and B`` are a range; ``A and B`` and ``from A to B`` are two amounts."""
        slots, places = found.slots, found.places
        second_slot = "amount2" if "amount2" in slots else "scaled2"
        first = read_amount(slots["amount"], self.words, self.shapes)
        second = read_amount(slots[second_slot], self.words, self.shapes)
        own_mark = slots.get("before") or slots.get("after")
        far_mark = slots.get("before2") or slots.get("after2") or own_mark or ""
        near_mark = own_mark or far_mark
        marks = currency_marks()
        written = first
        if not first.scale and second.scale and first.value < second.value / second.scale:
            first = Amount(first.value * second.scale, second.scale)
        middle = self._middle(found)
        one_currency = marks[near_mark] == marks[far_mark]
        change = self._is_change(found, middle)
        if not own_mark and self._is_date(found, written):
            yield self._mention(places[second_slot][0], found.end, second.value, second.value, far_mark, "dated")
            return
        if one_currency and first.value < second.value and not change and self._is_range(found, middle):
            yield self._mention(found.start, found.end, first.value, second.value, near_mark, "range")
            return
        if own_mark or (first.scale and (change or middle in self.words.joined_by_and)):
            end = (places["after"] if "after" in places else places["amount"])[1]
            yield self._mention(found.start, end, first.value, first.value, near_mark, found.rule)
        if change or "before2" in slots or "after2" in slots:  # not the people in "$20 million and 30 million people"
            start = places.get("before2", places[second_slot])[0]
            yield self._mention(start, found.end, second.value, second.value, far_mark, found.rule)

    def _middle(self, found: Found) -> str:
        """What stands between the two amounts."""
        places = found.places
        start = (places["after"] if "after" in places else places["amount"])[1]
        end = places.get("before2") or places.get("amount2") or places["scaled2"]
        return self.level[start : end[0]].strip()

    def _before(self, found: Found) -> str:
        return self.level[max(found.start - _REACH, 0) : found.start]

    def _is_change(self, found: Found, middle: str) -> bool:
        if middle in self.words.joined_by_change:
            return True
        if middle in _DASHES:
            return False
        before = self._before(found)
        return bool(self.shapes.change_before.search(before)) and not self.shapes.range_before.search(before)

    def _is_date(self, found: Found, first: Amount) -> bool:
        """Whether the first number is a day or a year: "from January 1 to 9,860 won", "from 2023 to 9,860 won"."""
        if first.scale:
            return False
        written = found.slots["amount"]
        year = written.isdigit() and 1900 <= first.value < 2100 and "," in found.slots.get("amount2", "")
        return year or bool(self.shapes.dated_before.search(self._before(found)))

    def _is_range(self, found: Found, middle: str) -> bool:
        return middle not in self.words.joined_by_and or bool(self.shapes.range_before.search(self._before(found)))

    def _is_verb(self, mark: str, written: str, amount: Amount) -> bool:
        """Whether "2019 won" says who won in 2019."""
        if mark not in self.words.doubtful or amount.scale:
            return False
        return amount.value < 1000 or (written.isdigit() and 1900 <= amount.value < 2100)

    def _mention(self, start: int, end: int, low: float, high: float, mark: str, rule: str) -> MoneyMention:
        span = Span.of(self.text, start, end)
        return MoneyMention(span, low, high, currency_marks()[mark], self._qualifier(start, end), rule)

    def _qualifier(self, start: int, end: int) -> str:
        after = self.shapes.after.match(self.level, end)
        lead = self.level[max(start - _REACH, 0) : start]
        before = self.shapes.before.search(lead) if self.shapes.tails.may_end(lead) else None
        match = before or after
        return (match.lastgroup if match else None) or "exact"

    def linked(self, mentions: list[MoneyMention]) -> Iterator[MoneyMention]:
        """``about VND12 trillion ($500 million)``: the second shares the qualifier of the first."""
        last: MoneyMention | None = None
        for mention in mentions:
            shared = mention
            if last and mention.qualifier == "exact" and mention.currency != last.currency:
                gap = self.level[last.span.end : mention.span.start]
                if len(gap) < _REACH and self.shapes.linked.fullmatch(gap):
                    shared = replace(mention, qualifier=last.qualifier)
            yield shared
            last = shared
