"""Names that the gazetteer does not know but that are built like names: a head word and capitals around it."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.rosters import roster_words
from pactbook.mentions.organisations.tails import last_behind
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import AND, IN, OF, OWN, THE, Word

#: Numbers of fewer digits are part of a name: "Lilama 2", "Song Da 11".
_YEAR = 3


def built_names(page: Page, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Every run of capitalised words around a head word, overlapping ones too."""
    rosters = roster_words(page, vocabulary)
    words, heads = page.words, vocabulary.heads
    for place in page.capitals:
        if words[place].key not in heads or (place in page.loud and place not in rosters):
            continue
        if vocabulary.title_at(words, place):
            continue
        for length, head in vocabulary.heads_at(words, place):
            yield from _around(page, vocabulary, head, (place, place + length))


def _around(page: Page, vocabulary: Vocabulary, head: Head, at: tuple[int, int]) -> Iterator[Candidate]:
    """The names that a head standing at words ``at`` makes, with and without what follows it."""
    if at[0] and head.kind != "other" and page.words[at[0] - 1].key in vocabulary.shared:
        return
    first = _trim(page.words, vocabulary, left_end(page, vocabulary, at[0]), at[0])
    last = at[1] - 1
    own = page.words[first : at[0]]
    if (
        head.front
        and not _placed(page, vocabulary, head, own, last)
        and (further := last_behind(page, vocabulary, head, last)) > last
    ):
        yield _candidate(page, vocabulary, head, (first, further))
    if head.end and _ends(page, vocabulary, head, last) and _names_something(own, vocabulary, head):
        yield _candidate(page, vocabulary, head, (first, _state_after(page, head, last)))


def _placed(page: Page, vocabulary: Vocabulary, head: Head, own: list[Word], last: int) -> bool:
    """Whether "of" behind a whole name only says where the body is: "Kizuna Fund of Osaka", "Tosa Bank of Japan".

    What has no name of its own needs the place: "Embassy of Japan", "Civil Aviation Authority of Vietnam".
    """
    words = page.words
    after = last + 2 + (last + 2 < len(words) and words[last + 2].key == THE)
    if after >= len(words) or words[last + 1].key != OF or head.kind == "ministry" or not own:
        return False
    if page.country_at(after) is None or own[0].key in vocabulary.generic:
        return False  # "National Palace Museum of Korea" is one of a state
    while after < len(words) and page.country_at(after) is not None:
        after += 1
    if after < len(words) and words[after].key == OWN:
        return _names_something(own, vocabulary, head)
    own_words = sum(w.capital and w.key not in vocabulary.idle for w in own)
    central = (
        head.kind == "subnational"
        or (head.kind == "agency" and own_words < 2)
        or (after < len(words) and words[after].capital and words[after].joined)
    )
    return not central and own[0].capital and _is_own(own, vocabulary)


def _is_own(own: list[Word], vocabulary: Vocabulary) -> bool:
    """Whether words hold a name that is neither a field, a state nor a common word."""
    known = vocabulary.idle
    return any(
        len(w.text) > 1
        and w.capital
        and w.key not in known
        and not vocabulary.states.at([w], 0)
        and not vocabulary.adjectives.at([w], 0)
        for w in own
    )


def _ends(page: Page, vocabulary: Vocabulary, head: Head, last: int) -> bool:
    """Whether a name can end with a weak head here: no further capitals but titles and states behind it."""
    behind = last + 1
    if behind >= len(page.words):
        return True
    after = page.words[behind]
    if after.capital and after.joined and vocabulary.not_before.at(page.words, behind):
        return False
    return not head.weak or (
        not (after.capital and after.gap == " ")
        or behind in page.state_at
        or bool(vocabulary.titles.at(page.words, behind))
    )


def _candidate(page: Page, vocabulary: Vocabulary, head: Head, at: tuple[int, int]) -> Candidate:
    kind: str = head.kind
    country = head.country or page.country_in(*at)
    keys = [w.key for w in page.words[at[0] : at[1] + 1]]
    if place := next((n for n, k in enumerate(keys) if k in vocabulary.department), -1) + 1:
        local = tuple(k for k in _field(keys[place + 1 :]) if k != THE) in vocabulary.departments
        kind = "subnational" if local or _of_place(page, vocabulary, at[0]) else kind
        country = country or ("VN" if local else None)
    return Candidate(*page.span(*at), *at, "structure", kind=kind, country=country, rank=1)


def _of_place(page: Page, vocabulary: Vocabulary, first: int) -> bool:
    """Whether a province owns the department: "Soc Trang Province's Department of Labour"."""
    words = page.words
    if first < 2 or words[first - 1].key != OWN:
        return False
    return page.is_land(first - 2) or vocabulary.places.before(words, first - 1) > 0


def _field(keys: list[str]) -> list[str]:
    """What a department is for, without the place that it belongs to."""
    return keys[: keys.index(OF)] if OF in keys else keys


def left_end(page: Page, vocabulary: Vocabulary, place: int) -> int:
    """The first word of the run of capitals that ends right before word ``place``."""
    words, first = page.words, place
    while first > 0:
        step = _step_left(page, vocabulary, words, first)
        if not step:
            return first
        first -= step
    return first


def _step_left(page: Page, vocabulary: Vocabulary, words: list[Word], at: int) -> int:
    """How many words the name goes on to the left of word ``at``: 0, 1, or 2 across "and", "&" or "Women's"."""
    here, before = words[at], words[at - 1]
    if before.key == OWN or here.gap == "' ":
        return _owner(vocabulary, words, at)
    if here.gap == " - ":
        return int(page.is_state(at) and page.is_state(at - 1))
    if here.gap in {", ", "., "}:
        return int(here.key in vocabulary.behind_comma and before.capital)
    if not here.joined:
        return 0
    cut = before.gap == "-" and not before.capital and before.key not in vocabulary.based
    if here.gap == " " and cut and at > 1 and words[at - 2].capital:
        # "Drug-related Crime Investigation Department"
        return 2
    return int(before.capital) or _across(page, vocabulary, words, at) or _over_number(vocabulary, words, at)


def _over_number(vocabulary: Vocabulary, words: list[Word], at: int) -> int:
    """Step over the number of "Lilama 2 College", "Saigon 3 Garment"; that of "April 2" is none of a name."""
    number, further = words[at - 1], words[at - 2] if at > 1 else None
    if further is None or not (number.text.isdigit() and len(number.text) < _YEAR):
        return 0
    named = further.capital and further.key not in vocabulary.never_first
    return 2 if named and number.gap == " " and words[at].gap == " " else 0


def _owner(vocabulary: Vocabulary, words: list[Word], at: int) -> int:
    """Step over "Women's" in "Vietnam Women's Union"; any other possessive ends a name."""
    singular = words[at - 1].key == OWN
    owner = words[at - 2] if singular else words[at - 1]
    return 1 + singular if at > singular and owner.capital and owner.key in vocabulary.owners else 0


def _across(page: Page, vocabulary: Vocabulary, words: list[Word], at: int) -> int:
    """Step over "and" between topics, over "&", and over "of" before a state: "Development of Japan Co."."""
    before, further = words[at - 1], words[at - 2]
    if at < 2 or not further.capital or before.gap != " ":
        return 0
    topics = further.key in vocabulary.topics and words[at].key in vocabulary.topics
    joined = before.text == "&" or topics or _of_a_state(page, vocabulary, at)
    crosses = (before.key == AND and joined) or (before.key == OF and page.is_state(at))
    return 2 if crosses else 0


def _of_a_state(page: Page, vocabulary: Vocabulary, at: int) -> bool:
    """Whether what stands before "and" only begins a name: "Vietnam Cotton [and] Spinning Association".

    A state and one word name nothing yet, unless that word is a head: "Korea Zinc", but "Korea University and".
    """
    words, first = page.words, at - 3
    if first < 0 or not page.is_state(first) or words[at - 2].gap != " " or page.is_state(at - 2):
        return False
    opens = first in page.openings or not (words[first - 1].capital and words[first].joined)
    whole = any(True for _ in vocabulary.heads_at(words, at - 2)) or vocabulary.not_bodies.at(words, first)
    return opens and not whole and not page.is_land(at - 2) and page.country_at(at) is None


def _trim(words: list[Word], vocabulary: Vocabulary, first: int, head: int) -> int:
    """Leave out what stands before a name with a capital but is no part of it: "The", "Chairman", "Vietnamese"."""
    for place in range(head - 1, first - 1, -1):
        if length := vocabulary.title_at(words, place):
            first = place + length
            break
    while first < head and words[first].key in vocabulary.never_first:
        first += 1
    return first


def _names_something(before: list[Word], vocabulary: Vocabulary, head: Head) -> bool:
    """Whether the words before a head make it a name: "Dong A" does, "Joint" and "Korean" do not."""
    if head.national and before:
        return True
    own = [w for n, w in enumerate(before) if w.capital and w.key != AND and not vocabulary.adjectives.at(before, n)]
    if not own or all(w.key in vocabulary.generic for w in own):
        return False
    if head.weak:
        return any(len(w.text) > 1 for w in own) and not all(
            w.key in vocabulary.topics or w.key in vocabulary.generic or vocabulary.states.at([w], 0) for w in own
        )
    return True


def _state_after(page: Page, head: Head, last: int) -> int:
    """Take in a state behind the head: "Shinhan Bank Vietnam", "Chamber of Commerce in Vietnam"."""
    words = page.words
    for step in (1, 2):
        if last + step < len(words) and page.is_state(last + step) and words[last + step].gap == " ":
            linked = head.kind != "zone" and words[last + 1].key == IN and page.state_at[last + step].form == "name"
            if step == 2 and not linked:
                continue
            followed = last + step + 1 < len(words) and words[last + step + 1].key == OWN
            return last if followed or page.text[words[last + 1].start - 1] != " " else last + step
    return last
