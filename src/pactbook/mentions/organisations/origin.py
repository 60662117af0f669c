"""Where a body belongs, by the words around its name."""

from __future__ import annotations

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.known import names_in_full
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.people import country_of_name, person_before
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, IN, OF, OWN, THE, Word

_CENTRAL = {"ministry", "agency", "subnational", "education", "hospital", "research", "association", "zone", "other"}


def country_beside(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    """The country that the words right before or behind a name give it, or None."""
    return _before(page, vocabulary, name) or _behind(page, vocabulary, name)


def _before(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    words, place = page.words, name.first - 1
    if name.first in page.state_at and page.state_at[name.first].form == "adjective" and not page.is_land(name.first):
        return page.state_at[name.first].country
    if place >= 0 and words[place].key == THE:
        place -= 1
    if place >= 0 and words[name.first].gap == "' ":
        # "Laos' Ministry of Health"
        return page.country_of_owner(place)
    if place < 0 or words[name.first].gap not in {" ", "-"}:
        return None
    if place > 1 and words[place].key in vocabulary.own and words[place].gap == ", ":
        # "to Laos, whose Ministry of Health"
        return page.country_at(place - 1)
    if place and (words[place].key == OWN or words[place].key in vocabulary.based):
        return page.country_of_owner(place - 1)
    state = page.state_at.get(place)
    if state is not None:
        return state.country if state.form == "adjective" or words[place + 1].key != THE else None
    return _before_noun(page, vocabulary, place + 1)


def _before_noun(page: Page, vocabulary: Vocabulary, first: int) -> str | None:
    """The adjective in "Korean travel agency HanaTour"."""
    if not first or page.words[first - 1].key not in vocabulary.noun_lasts:
        return None
    for nouns in vocabulary.nouns.values():
        length = nouns.before(page.words, first)
        for place in range(first - length - 1, max(-1, first - length - 4), -1):
            ends = page.words[place].key == AND or page.words[place].key in vocabulary.articles
            if not length or ends or not page.words[place + 1].joined:
                break
            if page.words[place].key in vocabulary.near:
                return vocabulary.local
            if country := page.country_at(place):
                return country
    return None


def _behind(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    words, place = page.words, name.last + 1
    if place + 1 >= len(words):
        return None
    if words[place].gap == " (" and place + 2 < len(words) and words[place + 1].gap == "), ":
        # "the Institute of Vaccines (IVAC), a unit of the Vietnamese ministry"
        return _apposition(page, vocabulary, place + 1) or _part_of(page, vocabulary, name, place + 1)
    if words[place].gap == " (" and place + 2 < len(words) and words[place + 1].gap == ") ":
        # "Northern Schools Association (NSA) in Hanoi"
        place += 1
        if words[place].key in {OF, IN}:
            return page.country_at(place + 1 + (words[place + 1].key == THE))
        return None if place - 1 not in page.state_at else page.state_at[place - 1].country
    gap, word = words[place].gap, words[place]
    if gap.startswith(".") and words[name.last].key in vocabulary.abbreviations:
        gap = gap[1:]  # "Samho Dental Co. of Daegu"
    if country := _listed(page, vocabulary, place):
        return country
    if gap == " (" and place in page.state_at and page.text[word.end : word.end + 1] == ")":
        return page.state_at[place].country
    if gap == " " and (word.key == OF or (word.key == IN and name.kinds() & _CENTRAL)):
        after = place + 1 + (words[place + 1].key == THE)
        return page.country_at(after)
    if gap == ", ":
        seat = vocabulary.seats.at(words, place)
        told = page.country_at(place + seat) if seat else _apposition(page, vocabulary, place)
        return told or _part_of(page, vocabulary, name, place)
    return None


def _part_of(page: Page, vocabulary: Vocabulary, name: Candidate, place: int) -> str | None:
    """The country of the whole that an office is a part of: ", a unit of the Vietnamese Ministry of Health"."""
    words = page.words
    if not name.kinds() & _CENTRAL or words[place].key not in vocabulary.articles:
        return None
    length = vocabulary.parts.at(words, place + 1)
    whole = place + 1 + length
    if not length or whole + 1 >= len(words):
        return None
    whole += words[whole].key == THE
    return page.state_at[whole].country if whole in page.state_at else None


def _listed(page: Page, vocabulary: Vocabulary, place: int) -> str | None:
    """The country of the stock exchange in brackets behind a firm: "(KOSDAQ: 000000)"."""
    if "(" not in page.words[place].gap:
        return None
    return next((c for c, names in vocabulary.exchanges.items() if page.words[place].key in names), None)


def _apposition(page: Page, vocabulary: Vocabulary, place: int) -> str | None:
    """The country in ", a private Vietnamese group", ", Vietnam's largest lender", ", a school based in Da Nang"."""
    words = page.words
    if place in page.state_at and place + 1 < len(words) and words[place + 1].key == OWN:
        return page.state_at[place].country
    if words[place].key not in vocabulary.articles:
        return None
    noun = False
    for here in range(place + 1, min(place + 9, len(words))):
        if not words[here].joined:
            return None
        noun = noun or any(n.at(words, here) for n in vocabulary.nouns.values())
        adjective = here in page.state_at and page.state_at[here].form == "adjective"
        if adjective and any(n.at(words, h) for n in vocabulary.nouns.values() for h in range(here + 1, here + 4)):
            return page.state_at[here].country
        if noun and words[here - 1].key in vocabulary.scenes and page.country_at(here):
            return page.country_at(here)
    return None


def home(page: Page, vocabulary: Vocabulary) -> str | None:
    """The side that the article is written from: by its outlet, its language, or the first capital that it names."""
    outlet = (page.article.outlet or "").lower()
    for country, words in vocabulary.outlets.items():
        if any(word in outlet for word in words):
            return country
    capitals = [s.country for s in page.states if s.form == "capital"]
    return capitals[0] if capitals and capitals[0] in {"VN", "KR"} else vocabulary.home


def country_spoken_for(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    """The side of the person who speaks for the body: "National Assembly Speaker Moon Hee-sang"."""
    words, place = page.words, name.last + 1
    titled = name.rule == "title"
    if titled and place + 1 < len(words) and words[place].gap == " (" and words[place + 1].gap == ") ":
        # "Minister of Industry and Trade (MoIT) Nguyen Hong Dien"
        place += 1
    if words[name.first].gap == " (" and place < len(words) and words[place].gap == ") ":
        # "Minister of Industry and Trade ([MoIT]) Nguyen Hong Dien"
        return country_of_name(page, vocabulary, place)
    length = 0 if titled else vocabulary.titles.at(words, place)
    after = place + length
    if (length or titled) and after < len(words) and words[place].gap in {" ", ") "}:
        alone = titled and vocabulary.surnames.get(words[after].key)
        if alone or (after + 1 < len(words) and words[after + 1].capital):
            return country_of_name(page, vocabulary, after)
    return _country_of_bearer(page, vocabulary, name) if titled else None


def _country_of_bearer(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    """The side of the person before a title: "Huynh Thanh Dat, minister of science and technology"."""
    first = name.first - (page.words[name.first - 1].key == THE)
    if first < 2 or page.words[first].gap != ", ":
        return None
    person = person_before(page, vocabulary, first)
    return country_of_name(page, vocabulary, person) if person is not None else None


def country_by_sound(page: Page, vocabulary: Vocabulary, name: Candidate) -> str | None:
    """The language that the name sounds like: Hai Chau, Boeun."""
    own = [w for w in page.words[name.first : name.last + 1] if not _says_what(vocabulary, w)]
    keys = [w.key.rstrip("-") for w in own]  # "An" of "An Phat" has a key of its own
    for country, beginnings in vocabulary.beginnings.items():
        if page.words[name.first].key.startswith(beginnings):
            return country
    leading = [k for k, w in zip(keys, page.words[name.first :], strict=False) if k == w.key.rstrip("-")][:2]
    if "VN" in vocabulary.sounds and len(leading) == 2 and all(vocabulary.sounds["VN"].fullmatch(k) for k in leading):
        return "VN"
    for country, pattern in vocabulary.marks.items():
        if any(pattern.fullmatch(k) for k in keys[:2]):
            # "Haemil Cuu Long Vaccine" is a joint venture on the other side.
            other = "VN" in vocabulary.sounds and len(keys) > 2
            return "VN" if other and all(vocabulary.sounds["VN"].fullmatch(k) for k in keys[1:3]) else country
    local = name.kinds() <= {"subnational", "education", "hospital"} and bool(name.kinds())
    return (
        "KR"
        if local and "KR" in vocabulary.sounds and any(vocabulary.sounds["KR"].fullmatch(k) for k in keys)
        else None
    )


def country_by_place(page: Page, name: Candidate) -> str | None:
    """The country of the province or city that the name begins with: "Haiphong Economic Zone Authority"."""
    words = page.words[name.first : name.last]
    for length in (2, 1):
        keys = names_in_full().get(" ".join(w.key for w in words[:length]), ()) if len(words) >= length else ()
        found = {bodies()[k].country for k in keys if bodies()[k].kind == "subnational"}
        if len(found) == 1:
            return next(iter(found))
    return None


def _says_what(vocabulary: Vocabulary, word: Word) -> bool:
    """Whether a word says what a body is, not what it is called."""
    key = word.key
    return (
        not word.capital or key in vocabulary.heads or key in vocabulary.topics or bool(vocabulary.places.at([word], 0))
    )


def country_before(page: Page, name: Candidate) -> str | None:
    """The last state that the sentence names before the body."""
    begin, _ = page.sentence_of(name.first)
    return next((page.state_at[p].country for p in range(name.first - 1, begin - 1, -1) if p in page.state_at), None)
