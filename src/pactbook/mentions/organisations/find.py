"""Names of organisations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.acronyms import definitions, uses
from pactbook.mentions.organisations.actors import Actors
from pactbook.mentions.organisations.built import built_names
from pactbook.mentions.organisations.candidate import Candidate, settle
from pactbook.mentions.organisations.choice import choose
from pactbook.mentions.organisations.datelines import dateline_words
from pactbook.mentions.organisations.echoes import echoes
from pactbook.mentions.organisations.extents import local_units
from pactbook.mentions.organisations.known import known_names
from pactbook.mentions.organisations.likely import likely_names
from pactbook.mentions.organisations.lists import listed_names
from pactbook.mentions.organisations.ministries import as_ministry, ministry_names
from pactbook.mentions.organisations.nested import by_first, inside
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.people import people_words
from pactbook.mentions.organisations.places import bare_executives, bare_places, built_places, executives, local_offices
from pactbook.mentions.organisations.scenes import answering, judged
from pactbook.mentions.organisations.vocabulary import Vocabulary, vocabulary
from pactbook.mentions.organisations.words import OWN
from pactbook.model.article import Article
from pactbook.model.mention import BodyMention, StateMention
from pactbook.model.span import Span
from pactbook.text.level import tidy


def find_bodies(article: Article, states: Sequence[StateMention]) -> tuple[BodyMention, ...]:
    """Every name of an organisation in ``article``, in the order of the text, none overlapping another."""
    page = Page(article, states)
    words = vocabulary(article.language)
    if words.glued:
        names = _glued(page, words)
    else:
        names = choose(page, words, _headed(page, words) if words.heads_first else _spaced(page, words))
    return tuple(_mention(page, words, one) for one in names)


def _glued(page: Page, words: Vocabulary) -> list[Candidate]:
    """The names of a text whose particles are glued to its nouns."""
    # What reads the names of one language is loaded when an article is written in it: most runs see one or two.
    from pactbook.mentions.organisations.korean.find import glued_names  # noqa: PLC0415

    known = [name for name in known_names(page, words) if not _is_state(name)]
    return glued_names(page, known)


def _headed(page: Page, words: Vocabulary) -> list[Candidate]:
    """The names of a text in which the head of a name stands first."""
    from pactbook.mentions.organisations.headed.find import headed_names  # noqa: PLC0415 - as above

    return [name for name in headed_names(page, words) if not _is_state(name)]


def _spaced(page: Page, words: Vocabulary) -> list[Candidate]:
    """The names of a text whose words stand apart and whose names are written with capitals."""
    names = [
        name
        for name in _candidates(page, words)
        if not (_is_state(name) or _is_word(page, words, name) or name.first in page.datelines)
    ]
    return answering(page, words, [judged(page, words, name) for name in names])


def _is_state(name: Candidate) -> bool:
    """Whether the name is that of a government, which stands for its state and is found with the states."""
    for key in name.keys:  # noqa: SIM110 - asked of every name
        if key.endswith(".government"):
            return True
    return False


def _is_word(page: Page, words: Vocabulary, name: Candidate) -> bool:
    """Whether an acronym is a plain word in a sentence all in capitals: MOST."""
    return name.first == name.last and name.first in page.shouted and page.words[name.first].key in words.never_first


def _candidates(page: Page, words: Vocabulary) -> list[Candidate]:
    """What may name a body, none overlapping another: first by its own words, then by what the article says."""
    found, settled, actors = ruled_names(page, words)
    if likely := list(likely_names(page, words, actors, settled)):
        found += likely
        settled = settle(found)
    for more in (_defined, _repeated):
        if named := more(page, words, settled):
            found += named
            settled = settle(found)
    return settled


def ruled_names(page: Page, words: Vocabulary) -> tuple[list[Candidate], list[Candidate], Actors]:
    """What rules say may name a body, before weights are asked about the rest; that settled, and who looked at it."""
    known = known_names(page, words)
    page.learn(known)
    page.learn_cities(words.cities, words.city_firsts)
    page.datelines = dateline_words(page)
    starting = by_first(known)
    found = [
        *known,
        *(as_ministry(page, inside(page, words, starting, name)) for name in built_names(page, words)),
        *ministry_names(page, words),
        *built_places(page, words),
        *local_offices(page, words, known),
    ]
    found = _without_owned(page, found)
    actors = Actors(page, words, people_words(page, words))
    if words.acts:
        found += local_units(page, words, known)
        found += actors.find()
    settled = settle(found)
    if words.acts and (listed := list(listed_names(page, settled, actors.names))):
        found += listed
        settled = settle(found)
    standing = executives(page, words)
    if standing and (bare := _in_full(page, bare_executives(page, words, settled, standing))):
        found += bare
        settled = settle(found)
    return found, settled, actors


def _without_owned(page: Page, names: Sequence[Candidate]) -> list[Candidate]:
    """The names that are not others with their owners."""
    ending: dict[int, list[Candidate]] = {}
    for name in names:
        ending.setdefault(name.last, []).append(name)
    return [name for name in names if name.first not in page.state_at or not _owned(page, name, ending[name.last])]


def _owned(page: Page, name: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether a name that begins with a state is one of ``others``, which end where it does, with its owner:
    "Vietnam's [Ministry of Justice]", "Korean [industry ministry]".
    """
    return any(
        other.first > name.first
        and set(other.keys) & set(name.keys)
        and all(p in page.state_at or page.words[p].key == OWN for p in range(name.first, other.first))
        and (page.words[other.first - 1].key == OWN or page.state_at[name.first].form == "adjective")
        for other in others
    )


def _defined(page: Page, words: Vocabulary, names: Sequence[Candidate]) -> list[Candidate]:
    """Full names, the short names that the article gives them, and every later use of these."""
    found: list[Candidate] = []
    aliases: dict[tuple[str, ...], Candidate] = {}
    for full, alias in definitions(page, words, names):
        named = replace(alias, full=full.full or page.text[full.start : full.end])
        found += [full, named]
        aliases[tuple(w.text for w in page.words[alias.first : alias.last + 1])] = replace(named, rule="acronym")
    return [*found, *uses(page, aliases)]


def _repeated(page: Page, words: Vocabulary, names: Sequence[Candidate]) -> list[Candidate]:
    """Shorter forms of names that the article has given in full."""
    return _in_full(page, chain(echoes(page, words, names), bare_places(page, words, names)))


def _in_full(page: Page, pairs: Iterable[tuple[Candidate, Candidate]]) -> list[Candidate]:
    """The second of each pair, with the name of the first as its full name."""
    return [replace(later, full=full.full or page.text[full.start : full.end]) for full, later in pairs]


def _mention(page: Page, words: Vocabulary, one: Candidate) -> BodyMention:
    dotted = page.words[one.last].key in words.abbreviations and page.text[one.end : one.end + 1] == "."
    span = Span.of(page.text, one.start, one.end + dotted)
    key = one.keys[0] if one.keys else None
    kind, country = (bodies()[key].kind, bodies()[key].country) if key else (one.kind, one.country)
    name, full = tidy(span.text), tidy(one.full) if one.full else ""
    also = tuple(map(tidy, one.also))
    return BodyMention(span, name, key, kind, country, one.rule, full if full and full != name else None, also)
