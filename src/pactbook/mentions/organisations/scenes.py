"""Whether a place, a park, a palace or a newspaper acts in a sentence, or is only where or by whom it is told."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.verbs import acts_at
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, OF, OWN, THE, TO

_SCENES = {"subnational", "zone", "media"}
#: How far behind a place "the province" may stand for it, in words.
_SPOKEN = 60
#: How far from a place the words stand that bind it to another, in words.
_BOUND = 9
#: How far before a place the verb stands that gives it something, in words.
_GIFT = 12
#: How far a list of parties is read to its verb, in words.
_REACH = 15
#: What may stand between the words of what is given: "2,000 parcels", "gave $1.5 million".
_RUN_ON = frozenset({" ", "-", ",", ".", " $", " US$"})
#: Before the "s" of "(RoK)'s".
_CLOSED_OWN = {")'", ")’"}


def judged(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """The name with the rule ``acts`` where it acts as a body in its sentence, else ``place``; others as they are."""
    if not _may_be_scene(page, vocabulary, name):
        return name
    return replace(name, rule="acts" if _acts(page, vocabulary, name) else "place")


def answering(page: Page, vocabulary: Vocabulary, names: Sequence[Candidate]) -> list[Candidate]:
    """The names, with a place made a body where "the province" or "the city" behind it grants or signs something."""
    words, called = page.words, {}
    for before in page.places_of({THE}):
        place = before + 1
        length = vocabulary.places.at(words, place)
        if not length or words[place].capital or not acts_at(words, vocabulary, vocabulary.grants, place + length):
            continue
        begin, end = page.sentence_of(place)
        told = [n for n in names if n.first < place and n.only() == "subnational"]
        near = [n for n in told if place - n.last <= _SPOKEN]
        meant = next((n for n in reversed(near) if _is_a(page, n, words[place].key)), near[-1] if near else None)
        if meant and meant.rule == "place" and vocabulary.deals.among(words, begin, end):
            called[meant.first] = replace(meant, rule="acts")
    return [called.get(name.first, name) for name in names] if called else list(names)


def _is_a(page: Page, name: Candidate, kind: str) -> bool:
    """Whether a place is called a "province" or a "city", here or by the gazetteer."""
    behind = page.words[name.first : name.last + 2]
    if any(w.key == kind for w in behind):
        return True
    return any(kind in title.lower().split() for key in name.keys for title in bodies()[key].en)


def _may_be_scene(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    if vocabulary.settings.before(page.words, name.last + 1):
        return True
    kinds = name.kinds()
    if not kinds or not kinds <= _SCENES:
        return False
    words = page.words[name.first : name.last + 1]
    # "Ha Giang People's Committee", "Hai Phong Economic Zone Authority": the name of a government is no mere place.
    return not vocabulary.governments.among(words, 0, len(words))


def _acts(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    if _is_bound(page, vocabulary, name):
        return True
    metonym = page.state_at.get(name.first)
    if metonym is not None and metonym.form == "capital" and name.first == name.last:
        return bool(vocabulary.city_rulers.at(page.words, name.last + 1)) and page.words[name.last + 1].gap == " "
    if _is_owner(page, vocabulary, name):
        return True
    if name.last + 1 < len(page.words) and (
        page.words[name.last + 1].key == OWN or page.words[name.last + 1].gap == "-"
    ):
        return False
    if _is_seat(page, vocabulary, name):
        return False
    if _is_partner(page, vocabulary, name) or _governs(page, vocabulary, name) or _is_asked(page, vocabulary, name):
        return True
    if _is_given(page, vocabulary, name):
        return True
    if _is_scene(page, vocabulary, name) or not _does(page, vocabulary, name.last + 1):
        return False
    begin, end = page.sentence_of(name.first)
    return name.only() != "media" or vocabulary.deals.among(page.words, begin, end)


def _is_bound(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether the words beside the place make it one of two that are bound: "Hue's [sister city] since 2007"."""
    if name.only() != "subnational":
        return False
    told = page.places_of(vocabulary.bonds.firsts)
    if not told or _is_scene(page, vocabulary, name):
        return False
    begin, end = page.sentence_of(name.first)
    begin, end = max(begin, name.first - _BOUND), min(end, name.last + _BOUND)
    return any(begin <= p < end and vocabulary.bonds.at(page.words, p) for p in told)


def _is_owner(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether who runs the place acts: "Saigon Hi-Tech Park's [management board] signed"."""
    words, behind = page.words, name.last + 1
    if behind >= len(words) or words[behind].key != OWN or _is_scene(page, vocabulary, name):
        return False
    length = vocabulary.governors.at(words, behind + 1)
    return bool(length) and _does(page, vocabulary, behind + 1 + length)


def _governs(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """ "Boeun Governor Choi", "Mayor of Uiwang", "authorities of Boeun", "the board that runs the Que Vo Park"."""
    words, behind = page.words, name.last + 1
    if behind < len(words) and words[behind].gap == " ":
        length = vocabulary.governors.at(words, behind)
        after = behind + length
        if length and (words[behind].text.islower() or (after < len(words) and words[after].capital)):
            return True
    before = name.first - 1
    described = _described(page, vocabulary, name.first) + 1
    at = described - (described > 0 and words[described - 1].key in {THE, OWN})
    if vocabulary.running.before(words, at) or vocabulary.running.before(words, described):
        return True
    while (
        before > 1 and words[before + 1].gap in {" ", ", ", "-"} and (words[before].capital or words[before].key == AND)
    ):
        # "People's Committees of Hue, Quang Ngai and Binh Dinh"
        before -= 1
    if before < 1 or words[before].key != OF:
        return False
    person = before
    while person > max(0, before - 4) and words[person].gap in {" ", "-"}:
        if vocabulary.governors.before(words, person):
            return True
        person -= 1
    return False


def _is_asked(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether somebody asks the place to do something: "asked the province of [Khanh Hoa] to lease it land"."""
    words, behind = page.words, name.last + 1
    if behind + 1 >= len(words) or words[behind].gap != " ":
        return False
    asks = words[behind].key in vocabulary.scenes or words[behind].key in vocabulary.relatives
    return asks and bool(vocabulary.askers.before(words, _described(page, vocabulary, name.first) + 1))


def _is_given(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether somebody gives the place something: "donated 20 ambulances to the province of [Quang Nam]"."""
    words, before = page.words, _described(page, vocabulary, name.first)
    if before < 1 or words[before].key != TO or words[before + 1].gap != " ":
        return False
    given = [p for p in page.places_of(vocabulary.givers.firsts) if 0 < before - p <= _GIFT]
    if not given or not vocabulary.givers.at(words, given[-1]):
        return False
    return all(words[p].gap in _RUN_ON for p in range(given[-1] + 1, before + 1))


def _is_seat(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether the place only says where a body sits: "Doria Textile of Daegu" (but not "Mayor Park of Daegu")."""
    words, first = page.words, name.first
    if first and words[first].gap == ", " and words[first - 1].key in vocabulary.inner_places:
        return words[name.last].key not in vocabulary.inner_places  # "Boeun County, [North Chungcheong Province]"
    if first < 2 or words[first - 1].key != OF or not words[first - 2].capital or words[first].gap != " ":
        return False
    governs = vocabulary.governors.before(words, first - 1) or vocabulary.places.before(words, first - 1)
    return not governs and not _governs(page, vocabulary, name)


def _is_scene(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether words like "in" stand before: "in the central city of Da Nang"."""
    before = _described(page, vocabulary, name.first)
    return before >= 0 and page.words[before + 1].gap == " " and page.words[before].key in vocabulary.scenes


def _described(page: Page, vocabulary: Vocabulary, place: int) -> int:
    """The word before what describes a place: the "in" of "in the northern mountain province of Ha Giang"."""
    words, before = page.words, place - 1
    while before >= 0 and (words[before + 1].gap in {" ", "-"} or _is_in_state(page, before)):
        described = words[before].key in vocabulary.bearings or before in page.state_at
        if not (described or vocabulary.places.at(words, before)):
            break
        before -= 1
    return before


def _lies_in_state(page: Page, place: int) -> bool:
    """Whether a state stands at word ``place``, or behind "the" there."""
    led = place < len(page.words) and page.words[place].key == THE
    return place in page.state_at or (led and place + 1 in page.state_at)


def _is_in_state(page: Page, place: int) -> bool:
    """Whether the word behind ``place`` goes on about a state: "the Republic of Korea (RoK)'s Jeolla province"."""
    behind = page.words[place + 1]
    short = place in page.state_at and place + 1 in page.state_at and behind.gap == " ("
    return short or (place in page.state_at and (behind.key == OWN or behind.gap in _CLOSED_OWN))


def _does(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the verb behind a name, past further parties and appositions, is one of acting."""
    words = page.words
    end = min(len(words), place + _REACH)
    while place < end:
        word = words[place]
        if word.gap.startswith((", ", " (")) and not (word.capital and word.gap == ", ") and word.key != AND:
            place = _closing(page, place, end)
            if place < end and _verb(page, vocabulary, place):
                return True
        elif word.gap not in {" ", ", ", "-", ") ", "), "} and word.key != OWN and word.gap not in _CLOSED_OWN:
            return False
        elif word.capital or word.key in {AND, THE, OF, OWN} or vocabulary.places.at(words, place):
            place += 1
        elif word.gap in _CLOSED_OWN or (word.key in vocabulary.scenes and _lies_in_state(page, place + 1)):
            place += 1  # "Boeun county [in] South Korea's Chungcheong province signed"
        elif (
            words[place - 1].key == AND
            and word.key in vocabulary.firms
            and place + 1 < end
            and words[place + 1].capital
        ):
            place += 1  # "Luc Ngan district and [importer] Jayoo Food signed"
        elif words[place - 1].key == AND and (length := _governors_of(page, vocabulary, place)):
            place += length  # "Ha Giang province and [authorities of] Boeun county signed"
        else:
            return _verb(page, vocabulary, place)
    return False


def _governors_of(page: Page, vocabulary: Vocabulary, place: int) -> int:
    """How many words "the authorities of" takes from word ``place`` on; 0 where it does not stand there."""
    words = page.words
    first = place + (words[place].key == THE)
    last = first + vocabulary.governors.at(words, first)
    return last + 1 - place if first < last < len(words) and words[last].key == OF else 0


def _closing(page: Page, place: int, end: int) -> int:
    """The word behind the comma or bracket that closes what opens before word ``place``; ``end`` if none does."""
    closing = ")" if "(" in page.words[place].gap else ","
    for after in range(place + 1, end):
        if page.words[after].gap.startswith(closing):
            return after
    return end


def _verb(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    return acts_at(page.words, vocabulary, vocabulary.acts, place)


def _goes_on(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the name, or the list that it opens, is followed by a verb and not by a further comma or stop."""
    while place < len(page.words) and page.words[place].gap in {" ", ", "}:
        word = page.words[place]
        if word.key in vocabulary.auxiliaries or vocabulary.acts.at(page.words, place):
            return True
        if not (word.capital or word.key in {AND, THE} or vocabulary.places.at(page.words, place)):
            return False
        place += 1
    return False


def _is_partner(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether the name stands behind "with" or "between" in the words for a deal, alone or in a list."""
    words, place = page.words, name.first - 1
    begin, end = page.sentence_of(name.first)
    for _ in range(_REACH):
        place = _described(page, vocabulary, place + 1)
        if place < begin or words[place + 1].gap not in {" ", ", "}:
            return False
        if words[place].key in vocabulary.partners:
            return vocabulary.deals.among(words, begin, min(end, name.first))
        if words[place].key in vocabulary.agents:
            return vocabulary.acts.before(words, place) > 0  # "revoked by Long An province"
        if words[place].key in vocabulary.relatives and place > begin:
            # "the sister ties that A and B have had"
            return bool(vocabulary.deals.before(words, place)) and _goes_on(page, vocabulary, name.last + 1)
        if not (words[place].capital or words[place].key == AND):
            return False
        place -= 1
    return False
