"""Names without a head that their surroundings show to be bodies: ㈜다온, 물류업체 쯔엉안, 팜 반 남 타싸코 회장."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.parts import has_own
from pactbook.mentions.organisations.korean.people import is_person, titled
from pactbook.mentions.organisations.korean.places import place_stems
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import is_branded, is_formed, noun_before

#: A name in Latin letters in brackets: a capital and small letters, so no acronym of a term.
_SPELLED = re.compile(r"\(([A-Z][A-Za-z]*[a-z][A-Za-z&. -]*)\)")
#: A name in Hangul with fewer syllables needs more than a noun before it.
_LONG = 3


class Firms:
    """Looks at every word that may be a name of its own for signs that it is a body."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lexis = sheet.lexis
        self._taken = {p for name in sheet.known.values() for p in range(name.first, name.last + 1)}

    def find(self) -> Iterator[Candidate]:
        """Every name that is said to be a body, is spoken for as one, or is a party."""
        for place, word in enumerate(self._sheet.words):
            if place in self._taken:
                continue
            for length in self._lengths(place):
                stem = word.text[:length]
                if self._is_common(stem):
                    break
                found = self._read(place, length) if self._may_be_name(stem) else None
                if found is not None:
                    rule, kind, country = found
                    first = self._begin(place, length)
                    yield self._sheet.candidate((first, place), word.start + length, rule, kind, country, rank=-1)
                    break

    def _lengths(self, place: int) -> list[int]:
        """Lengths of the stems, the most likely first: before a bracket or a title nothing is cut."""
        lengths = self._sheet.cuts(place)
        behind = self._sheet.text[self._sheet.words[place].end : self._sheet.words[place].end + 1]
        whole = behind == "(" or titled(self._sheet, place, lengths[0])
        return list(lengths if whole else reversed(lengths))

    def _begin(self, place: int, length: int) -> int:
        """The first word of a name in Latin letters: Phu My Hung."""
        words, first = self._sheet.words, place
        if not words[place].capital:
            return place
        while first and words[first].joined and words[first - 1].capital and words[first - 1].text.isascii():
            first -= 1
        return first if words[first].text not in self._lexis.terms else place

    def _is_common(self, stem: str) -> bool:
        """Whether the word is a common one, or a state or place, so that no longer cut of it is a name: UAE에서."""
        lexis = self._lexis
        common = stem in lexis.terms or stem in lexis.titles or stem in lexis.generic or stem in lexis.not_heads
        return len(stem) > 1 and (common or stem in lexis.states or stem in lexis.lands or stem in lexis.not_bodies)

    def _may_be_name(self, stem: str) -> bool:
        if len(stem) < 2:
            return False
        if stem[0].isascii():
            return stem[0].isupper() and any(map(str.isalpha, stem[1:]))
        if stem in self._lexis.nouns or not stem.isalpha():
            return False
        return has_own(stem, self._sheet.language)

    def _read(self, place: int, length: int) -> tuple[str, str | None, str | None] | None:
        """The rule, kind and country of the name that word ``place`` begins with."""
        sheet, word = self._sheet, self._sheet.words[place]
        stem, tail = word.text[:length], word.text[length:]
        country = sheet.sound(stem)
        if is_formed(sheet, place, word.start + length):
            return "form", "company", country
        if is_branded(sheet, stem):
            return "brand", "company", "KR"
        noun = noun_before(sheet, place)
        if noun and (len(stem) >= _LONG or stem[0].isascii()) and not self._plain(place, length):
            return "noun", noun, country or self._country_before(place)
        if self._spelled(place, length):
            return "spelled", "company", country or self._country_before(place)
        if titled(sheet, place, length):
            return "title-behind", None, country
        return self._party(place, stem, tail, country)

    def _spelled(self, place: int, length: int) -> bool:
        """Whether the name is spelled in Latin letters in brackets behind it: 젬마루(Gemaru)."""
        word = self._sheet.words[place]
        match = _SPELLED.match(self._sheet.text, word.start + length)
        return match is not None and word.text[0] >= "가" and not is_person(self._sheet, place, length)

    def _country_before(self, place: int) -> str | None:
        """The state in 베트남 물류업체 쯔엉안."""
        for here in range(place - 1, max(-1, place - 5), -1):
            if not self._sheet.joined(here + 1):
                return None
            if self._sheet.words[here].text in self._lexis.words.near:
                return self._lexis.words.local
            if country := self._sheet.state(here) or self._sheet.land(here):
                return country
        return None

    def _plain(self, place: int, length: int) -> bool:
        """Whether the word behind a noun goes on with it, and is no name: 업체 관계자는, 기업 유치를."""
        word = self._sheet.words[place]
        if word.capital:
            return False
        tail, behind = word.text[length:], self._sheet.text[word.end : word.end + 1]
        named = tail in self._lexis.partners | self._lexis.subjects or behind in {"(", "'", "‘"}
        return not (named or self._sheet.sound(word.text[:length])) or is_person(self._sheet, place, length)

    def _party(
        self, place: int, stem: str, tail: str, country: str | None
    ) -> tuple[str, str | None, str | None] | None:
        """A foreign name or one in Latin letters that is a party of a deal: 쯔엉안과 업무협약을 맺었다."""
        sheet = self._sheet
        foreign = stem[0].isascii() or country is not None or (sheet.joined(place) and sheet.state(place - 1))
        if not foreign or tail not in self._lexis.partners | self._lexis.subjects or is_person(sheet, place, len(stem)):
            return None
        if place_stems(stem, sheet.language) or len(stem) < _LONG - stem[0].isascii():
            return None
        _, after = sheet.sentence(place)
        if not sheet.lexis.deals.search(after):
            return None
        return ("with" if tail in self._lexis.partners else "acts"), None, country or self._country_before(place)
