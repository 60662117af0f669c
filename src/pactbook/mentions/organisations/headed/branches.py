"""Bodies called after a firm or a place with a brand behind it: "Viettel Digital", "Incheon United"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.scenes import does
from pactbook.mentions.organisations.headed.sheet import Sheet

#: A brand has no more words behind the name of its firm.
_WORDS = 3


def branches(sheet: Sheet, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every such body that acts, or with whom somebody does: what else is called so may be a telephone or a car."""
    for owner in known:
        if owner.only() not in {"company", "subnational"}:
            continue
        last = _brand(sheet, owner.last)
        if last == owner.last or any(n.first == owner.first and n.last > owner.last for n in known):
            continue
        at = (owner.first, last)
        if _acts(sheet, *at):
            country = next(iter(owner.countries())) if len(owner.countries()) == 1 else None
            yield Candidate(*sheet.page.span(*at), *at, "branch", kind="company", country=country, rank=1)


def _brand(sheet: Sheet, last: int) -> int:
    """The last of the foreign words with capitals right behind word ``last``."""
    here = last
    while here + 1 < sheet.end_of(last) and here - last < _WORDS and sheet.words[here + 1].gap == " ":
        word = sheet.words[here + 1]
        brand = word.capital and sheet.is_foreign(here + 1) and not word.text[0].isdigit()
        if not brand or here + 1 in sheet.people or sheet.head_at(here + 1)[0]:
            break
        here += 1
    return here


def _acts(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a verb of acting follows, be it behind "và" and another name, or a word for a partner stands before."""
    grammar, lows, behind = sheet.grammar, sheet.lows, last + 1
    begin, end = sheet.page.sentence_of(first)
    if not grammar.deals.among(lows, begin, end) or grammar.things.before(lows, first):
        return False
    if first and sheet.spaced(first) and (grammar.partners.before(lows, first) or grammar.nouns.before(lows, first)):
        return True
    return behind < end and (does(sheet, behind) or lows[behind] in grammar.joins)
