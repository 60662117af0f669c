"""Names of organisations where the head stands first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.acronyms import uses
from pactbook.mentions.organisations.candidate import Candidate, settle
from pactbook.mentions.organisations.headed.actors import actors, english_names
from pactbook.mentions.organisations.headed.aliases import definitions
from pactbook.mentions.organisations.headed.also import distinct, with_shorter
from pactbook.mentions.organisations.headed.branches import branches
from pactbook.mentions.organisations.headed.closed import closed_names
from pactbook.mentions.organisations.headed.grammar import grammar
from pactbook.mentions.organisations.headed.letters import lettered
from pactbook.mentions.organisations.headed.names import headed_names as named_by_heads
from pactbook.mentions.organisations.headed.native import natives
from pactbook.mentions.organisations.headed.nested import as_known, as_marked, by_first, is_shadow, units
from pactbook.mentions.organisations.headed.origin import country_of
from pactbook.mentions.organisations.headed.people import people_words
from pactbook.mentions.organisations.headed.places import bare_places, built_places, is_word, offices
from pactbook.mentions.organisations.headed.scenes import judged
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.headed.shorts import shorts
from pactbook.mentions.organisations.headed.sides import sided
from pactbook.mentions.organisations.headed.titles import title_names
from pactbook.mentions.organisations.known import known_names
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary

#: What parts the place of a report from the report.
_DASHES = frozenset({" - ", " – ", " — ", " -- "})


def headed_names(page: Page, vocabulary: Vocabulary) -> list[Candidate]:
    """Every name of a body, none overlapping another, in the order of the text."""
    words = grammar(page.article.language)
    known = [name for name in known_names(page, vocabulary) if not is_word(page, words, name)]
    known = [marked for name in known if (marked := as_marked(page, name))]
    page.learn(known)
    page.learn_cities(vocabulary.cities, vocabulary.city_firsts)
    sheet = Sheet(page, words)
    sheet.people = people_words(sheet)
    starting = by_first(known)
    found = [name for name in known if not is_shadow(sheet, name, starting)]
    places = list(built_places(sheet, known))
    found += places
    found += units(sheet, found[: len(found) - len(places)])
    found += title_names(sheet)
    found += [as_known(sheet, name, starting) for name in named_by_heads(sheet)]
    found += english_names(sheet)
    found += closed_names(sheet)
    found += list(branches(sheet, [*found]))
    names = settle(found)
    for more in (actors, natives):
        if named := list(more(sheet, names)):
            found += named
            names = settle(found)
    found = offices(sheet, names, places + [n for n in known if n.only() == "subnational"])
    found += bare_places(sheet, [*found, *places])
    names = settle([name for name in found if not _is_dateline(page, name)])
    for more in (_defined, lettered, shorts):
        if named := list(more(sheet, names)):
            found += named
            names = settle([name for name in found if not _is_dateline(page, name)])
    sheet.ends = {name.first: name.last for name in names}
    sheet.begins = {name.last: name.first for name in names}
    return distinct(sheet, sided(sheet, [with_shorter(sheet, _placed(sheet, judged(sheet, n))) for n in names]))


def _is_dateline(page: Page, name: Candidate) -> bool:
    """Whether the name only says where the report was written: "TP.HCM - Tập đoàn Đất Xanh đã chốt ..."."""
    behind = name.last + 1
    if behind >= len(page.words) or page.words[behind].gap not in _DASHES or name.only() != "subnational":
        return False
    opens = name.start == 0 or page.text[name.start - 1] == "\n"
    return opens and page.words[behind].capital and not page.is_land(behind) and behind not in page.state_at


def _defined(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The short names that the article gives to bodies, and every later use of these."""
    aliases: dict[tuple[str, ...], Candidate] = {}
    for full, alias in definitions(sheet, names):
        named = replace(alias, full=full.full or sheet.page.text[full.start : full.end])
        yield from (full, named)
        aliases[tuple(w.text for w in sheet.words[alias.first : alias.last + 1])] = replace(named, rule="acronym")
    yield from uses(sheet.page, aliases)


def _placed(sheet: Sheet, name: Candidate) -> Candidate:
    """The name with the country that its words and those beside it give."""
    if len(name.keys) == 1:
        return name
    country = name.country if name.country == "XX" else country_of(sheet, name)
    if name.keys:
        fitting = tuple(k for k in name.keys if bodies()[k].country == country)
        return replace(name, keys=fitting) if fitting else name
    return replace(name, country=country or name.country)
