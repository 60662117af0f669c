"""Everything in a Korean text that may name a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate, settle
from pactbook.mentions.organisations.korean.aliases import defined, glossed, uses
from pactbook.mentions.organisations.korean.choice import chosen
from pactbook.mentions.organisations.korean.echoes import here_governments, here_words, short_forms
from pactbook.mentions.organisations.korean.firms import Firms
from pactbook.mentions.organisations.korean.heads import headed_names
from pactbook.mentions.organisations.korean.known import fitting, latin_names
from pactbook.mentions.organisations.korean.ministers import minister_names
from pactbook.mentions.organisations.korean.places import built_places
from pactbook.mentions.organisations.korean.scenes import judged
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.units import firm_units
from pactbook.mentions.organisations.page import Page

#: A dateline's place is not longer.
_DATELINE = 16


def glued_names(page: Page, known: Sequence[Candidate]) -> list[Candidate]:
    """Names of ``page`` with their bodies and countries, places judged; none overlaps another."""
    sheet = Sheet(page, known)
    kept = list(fitting(sheet, [*known, *latin_names(sheet)]))
    sheet = sheet.knowing(kept)
    page.learn(kept)
    places = built_places(sheet)
    sheet.places.update(sheet.text[name.start : name.end].split()[-1] for name in places)
    headed = list(headed_names(sheet))
    # A firm that is shown to be one somewhere is one everywhere: 바람바이오.
    firms = {sheet.text[n.start : n.end]: n for n in headed if n.kind == "company" and n.first == n.last}
    found = [*kept, *places, *headed, *minister_names(sheet), *uses(sheet, firms)]
    found += Firms(sheet, found).find()
    settled = settle(found)
    for more in (firm_units, _defined, glossed, _shortened):
        if named := list(more(sheet, settled)):
            found += named
            settled = settle(found)
    settled = [judged(sheet, name) for name in settled if not _is_source(sheet, name)]
    acting = [name for name in settled if name.rule != "place"]
    settled = settle([*settled, *here_words(sheet, acting), *here_governments(sheet, settled)])
    return chosen(sheet, settled)


def _shortened(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every place where a shorter form of one of ``names`` stands."""
    return uses(sheet, short_forms(sheet, names))


def _is_source(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name is the agency of a dateline: (서울=한빛뉴스)."""
    before = sheet.text[max(0, name.start - _DATELINE) : name.start]
    return before.endswith("=") and "(" in before and sheet.text[name.end : name.end + 1] == ")"


def _defined(sheet: Sheet, names: Sequence[Candidate]) -> list[Candidate]:
    """The short names that the article gives to bodies, and every later use of these."""
    found: list[Candidate] = []
    aliases: dict[str, Candidate] = {}
    for full, alias in defined(sheet, names):
        named = replace(alias, full=full.full or sheet.text[full.start : full.end])
        found += [full, named]
        aliases[sheet.text[alias.start : alias.end]] = replace(named, rule="acronym")
    return [*found, *uses(sheet, aliases)]
