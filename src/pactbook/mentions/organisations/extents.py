"""How far a known name goes: what stands behind it may be a part of it, or make the whole something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.numbers import numbered
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import Vocabulary
from pactbook.mentions.organisations.words import Word


def part_of_other(page: Page, vocabulary: Vocabulary, name: Candidate) -> bool:
    """Whether the words are a part of something else: "ASEAN Summit", "Korea-[Vietnam Business Forum]"."""
    words, first, behind = page.words, name.first, name.last + 1
    if behind < len(words):
        after = words[behind]
        ticker = words[first].gap.endswith("(") and after.gap == ": "
        # "Hanjin Heavy" is not Hanjin.
        longer = name.rule == "short" and after.joined and after.capital and first not in page.loud
        if ticker or (longer and not vocabulary.title_at(words, behind)):
            return True
        # Where heads stand first, these are words that end like one: "VCCI [thông báo]" names VCCI.
        makes_other = after.joined and not vocabulary.heads_first and vocabulary.not_before.at(words, behind)
        if makes_other and not _is_verb(words, vocabulary, behind):
            # "the Korea-[ASEAN] pact" is one that ASEAN has.
            paired = words[first].gap == "-" and first - 1 in page.state_at and name.only() == "international"
            if not paired:
                return True
        if after.gap == "-" and after.capital and _is_thing(page, vocabulary, behind):
            return True
    return name.rule == "gazetteer" and first in page.state_at and words[first].gap == "-"


def _is_verb(words: Sequence[Word], vocabulary: Vocabulary, place: int) -> bool:
    """Whether a word that also makes a thing of a name is a verb here: "KT and VNPT [plan] to sign"."""
    acts = words[place].text.islower() and vocabulary.acts.at(words, place)
    return bool(acts) and place + 1 < len(words) and words[place + 1].key in vocabulary.auxiliaries


def _is_thing(page: Page, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the capitals from word ``place`` on end as no body's name does: "ASEAN[-Korea FTA]"."""
    words = page.words
    while place + 1 < len(words) and words[place + 1].capital and words[place + 1].joined:
        place += 1
    return words[place].key in vocabulary.not_heads or any(
        phrases.at(words, place) for phrases in (vocabulary.not_bodies, vocabulary.not_before)
    )


def in_full(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """The name with what belongs to it: "CJ CheilJedang Corp.", "Ca Mau province", "Posco Vietnam" (another body)."""
    if page.words[name.last].end != name.end:
        # A Korean particle is glued to the name.
        return name
    kind = name.only()
    if kind == "company":
        whole = _with_legal_form(page, vocabulary, name)
        last = whole.last if vocabulary.heads_first else numbered(page, vocabulary, whole.last)
        if last > whole.last:
            country = next(iter(whole.countries()), None)
            end = page.words[last].end
            return replace(
                whole, end=end, last=last, keys=(), rule="structure", kind="company", country=country, rank=1
            )
        return _unit(page, vocabulary, whole)
    if vocabulary.state_behind and name.kinds() <= {"ministry", "agency"}:
        return _with_state(page, name)
    if kind == "subnational" and not page.is_state(name.first):
        return _with_class(page, vocabulary, name)
    return name


def _with_legal_form(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    last = name.last
    while length := vocabulary.legal_forms.at(page.words, last + 1):
        form = page.words[last + 1]
        if form.gap not in {" ", ", ", "., "} or not form.capital:
            break
        last += length
    return replace(name, end=page.words[last].end, last=last) if last > name.last else name


def _unit(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """The firm's unit in a state: a body of its own that belongs there."""
    words, behind = page.words, name.last + 1
    if not (behind < len(words) and page.is_state(behind) and words[behind].gap == " "):
        return name
    after = words[behind + 1] if behind + 1 < len(words) else None
    if after is not None and (after.key == "'s" or (after.capital and after.joined)):
        return name
    country = page.state_at[behind].country
    end = page.state_at[behind].span.end
    if page.state_at[behind].form != "name" or {country} == name.countries():
        return name
    if page.text[end : words[behind].end] in vocabulary.scenes:
        # "GS25 베트남에서": in Vietnam, a particle says.
        return name
    unit = replace(name, end=end, last=behind, keys=(), rule="structure")
    return replace(unit, kind="company", country=country, rank=1)


def local_units(page: Page, vocabulary: Vocabulary, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """A firm's unit in a city abroad, a body of its own: "LG Display Hai Phong"."""
    lands = {name.first: name for name in known if name.rule == "gazetteer" and name.only() == "subnational"}
    for firm in known if lands else ():
        land = lands.get(firm.last + 1)
        if land is None or firm.only() != "company" or land.countries() & firm.countries():
            continue
        behind = land.last + 1
        goes_on = behind < len(page.words) and page.words[behind].capital and page.words[behind].joined
        glued = page.words[firm.last].end != firm.end
        if (
            page.words[land.first].gap == " "
            and not glued
            and not goes_on
            and not vocabulary.governors.at(page.words, behind)
        ):
            at = (firm.first, land.last)
            country = next(iter(land.countries()))
            yield Candidate(*page.span(*at), *at, "structure", kind="company", country=country, rank=1)


def _with_state(page: Page, name: Candidate) -> Candidate:
    """Take in "Hàn Quốc" behind "Bộ Kinh tế và Tài chính", and with it the country of the name."""
    behind = name.last + 1
    if behind >= len(page.words) or page.words[behind].gap != " " or not page.is_state(behind):
        return name
    state = page.state_at[behind]
    keys = tuple(k for k in name.keys if bodies()[k].country == state.country)
    if state.form != "name" or not keys:
        return name
    return replace(name, end=state.span.end, last=page.word_at(state.span.end - 1), keys=keys)


def _with_class(page: Page, vocabulary: Vocabulary, name: Candidate) -> Candidate:
    """A city in a province of the same name is another body, so the word must be one of its own names'."""
    length = vocabulary.places.at(page.words, name.last + 1)
    if not length or page.words[name.last + 1].gap != " ":
        return name
    last = name.last + length
    kind = page.words[last].key
    known = any(kind in title.lower().split() for key in name.keys for title in bodies()[key].en)
    return replace(name, end=page.words[last].end, last=last) if known else name
