"""Names without a head that their surroundings show to be bodies: ㈜다온, 물류업체 쯔엉안, 팜 반 남 타싸코 회장."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.aliases import uses
from pactbook.mentions.organisations.korean.alone import Alone
from pactbook.mentions.organisations.korean.ordinary import is_derived
from pactbook.mentions.organisations.korean.own_words import is_placed_trade
from pactbook.mentions.organisations.korean.parts import parts
from pactbook.mentions.organisations.korean.people import is_person, titled
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import (
    COMMAS,
    between,
    in_dashed_item,
    is_branded,
    is_formed,
    is_led_by,
    noun_at_end,
    noun_before,
    opens,
    said_of,
)
from pactbook.mentions.organisations.korean.unlisted import Unlisted
from pactbook.text.fold import fold

#: A name in Latin letters in brackets: a capital and small letters, so no acronym of a term.
_SPELLED = re.compile(r"\(([A-ZÀ-ÝĐ][A-Za-zÀ-ỹ]*[a-zà-ỹ][A-Za-zÀ-ỹ&. -]*)\)")
#: An acronym in brackets; the shortest name in Hangul that one may abbreviate.
_ACRONYM = re.compile(r"\(([A-Z][A-Z&-]{2,9})\)")
_NAMED = 5
#: Quotation marks before and behind a name.
#: What parts a name from what follows.
_PARTING = ("(", "[", "'", "’", ",", ".")
_OPEN, _SHUT = frozenset({"'", "‘", "“", '"'}), frozenset({"'", "’", "”", '"'})
#: What may open a name in quotes behind the noun that says what it is.
_QUOTED = "'‘“"
#: What joins the two sides of a deal in a headline.
_JOINTS = frozenset({"-", "–", "·", " - "})
#: A name in Hangul with fewer syllables needs more than to be a party.
_LONG = 3


class Told(NamedTuple):
    """What the words around a name say of it."""

    rule: str
    kind: str | None = None
    country: str | None = None


class Firms:
    """Looks at every word that may be a name of its own for signs that it is a body."""

    def __init__(self, sheet: Sheet, names: Sequence[Candidate]) -> None:
        self._sheet = sheet
        self._lexis = sheet.lexis
        self._names = names
        #: Words whose stems may be a name, whatever else is known of the article → the lengths of these.
        self._own: dict[int, tuple[int, ...]] = {}
        for place in sheet.marked.named:
            told = sheet.alone[place]
            found = told.names
            if found != told.whole_names:
                found = self._names_of(place, told)
            if found:
                self._own[place] = found
        words, last = sheet.words, len(sheet.words) - 1
        #: Those of them in Hangul with nothing but a space on either side.
        self._amid = {
            place
            for place in self._own
            if 0 < place < last and words[place].gap == " " == words[place + 1].gap and words[place].text[0] >= "가"
        }
        self._resumed = dict(self._resumptions())
        self._see(names)

    def _see(self, names: Sequence[Candidate]) -> None:
        """Take in the names that are known now."""
        sheet = self._sheet
        self._taken = {p for name in names for p in range(name.first, name.last + 1)}
        self._firms = {n.last for n in names if n.first == n.last and n.only() == "company"}
        #: Where the names stand with which the article says that a deal is made.
        self._partners = sorted(n.first for n in names if sheet.tail(n.last, n.end) in sheet.lexis.partners)
        tailed = [(n, sheet.particle(n)) for n in names]
        #: First words of the known names that act.
        self._actors = {n.first for n, tail in tailed if tail in sheet.lexis.subjects}
        self._unlisted = Unlisted(sheet, tailed, self._amid)

    def _resumptions(self) -> Iterator[tuple[int, str]]:
        """First word of a sentence → the kind of body that the next one takes up with 이 회사는."""
        firsts = sorted(self._sheet.page.openings)
        for first, behind in pairwise(firsts):
            words = self._sheet.words[behind : behind + 2]
            if len(words) == 2 and words[0].text in self._lexis.words.resumes and words[1].gap == " ":
                stems = (words[1].text[:n] for n in self._sheet.cuts(behind + 1))
                kind = next((kind for stem in stems if (kind := noun_at_end(self._sheet, stem))), None)
                if kind:
                    yield first, kind

    def find(self) -> Iterator[Candidate]:
        """Every name that is said to be a body, is spoken for as one, or is a party; and wherever else it stands."""
        found = self._look()
        if found:
            # A name that has been found may show who the other side is.
            self._see([*self._names, *found])
            found += self._look()
        yield from found
        sure = {self._sheet.text[n.start : n.end]: replace(n, rank=-2) for n in reversed(found) if n.first == n.last}
        yield from uses(self._sheet, sure)

    def _look(self) -> list[Candidate]:
        places = (place for place in self._own if place not in self._taken)
        return [name for place in places if (name := self._at(place)) is not None]

    def _at(self, place: int) -> Candidate | None:
        """The name that ends with word ``place``, if signs show one."""
        for length in self._own[place]:
            told = self._told(place, length)
            if told is not None:
                at = (self._begin(place), place)
                return self._sheet.candidate(at, self._sheet.words[place].start + length, *told, rank=-1)
        return None

    def _names_of(self, place: int, told: Alone) -> tuple[int, ...]:
        """Lengths of the stems of word ``place`` that may be a name: before a bracket or a title nothing is cut."""
        sheet = self._sheet
        titles = place + 1 in sheet.led and titled(sheet, place, told.cuts[0])
        whole = titles or sheet.text.startswith(("(", "["), sheet.words[place].end)
        return told.whole_names if whole else told.names

    def _begin(self, place: int) -> int:
        """The first word of a name in Latin letters, or of one in quotes that they end: Phu My Hung, '떤쑤언 HTX'."""
        words, first = self._sheet.words, place
        if words[place].text.isascii() and words[place].joined and words[place - 1].gap[-1:] in _OPEN:
            return place - 1
        if not words[place].capital:
            return place
        while first and words[first].joined and words[first - 1].capital and words[first - 1].text.isascii():
            first -= 1
        return first if words[first].text not in self._lexis.terms else place

    def _told(self, place: int, length: int) -> Told | None:
        """What shows that the first ``length`` characters of word ``place`` name a body."""
        sheet = self._sheet
        word = sheet.words[place]
        stem, end, whole = word.text[:length], word.start + length, length == len(word.text)
        apart = place not in self._amid
        if sheet.formed and is_formed(sheet, place, end):
            return Told("form", "company", sheet.sound(stem))
        if stem[0] in self._lexis.brand_firsts and is_branded(sheet, stem):
            return Told("brand", "company", sheet.lexis.words.home)
        bracketed = apart and whole and sheet.text.startswith("(", end)
        if bracketed and self._spelled(place, length):
            return Told("spelled", "company", self._country(place, stem))
        if (place + 1 in sheet.led and titled(sheet, place, length)) or (bracketed and is_led_by(sheet, end)):
            return Told("title-behind", None, self._country(place, stem))
        # Of most words nothing is said, so that it does not matter what else they may be.
        if (apart or not whole) and (noun := self._noun(place, length)) is not None:
            return None if is_person(sheet, place, length) else Told("noun", noun, self._country(place, stem))
        told = self._placed(place, length)
        if told is None or is_person(sheet, place, length) or is_placed_trade(stem, sheet.language):
            return None
        return told

    def _placed(self, place: int, length: int) -> Told | None:
        """What its place in a list, in quotes, or in a sentence shows of a name."""
        word = self._sheet.words[place]
        stem, whole = word.text[:length], length == len(word.text)
        if place not in self._amid:
            if (word.gap in COMMAS and self._is_listed(place)) or (whole and self._is_side(place)):
                return Told("list", "company", self._country(place, stem))
            if whole and (self._quoted(place) or self._quoted_end(place)):
                return Told("quoted", "company", self._country(place, stem))
        if self._resumed and (resumed := self._taken_up(place, length)) is not None:
            return Told("resumed", resumed, self._country(place, stem))
        second = self._second(place, length) if place - 1 in self._taken and length >= _LONG else None
        if second is None and whole and length >= _LONG:
            second = self._attended(place)
        return self._party(place, stem) or second or self._strange(place, stem)

    def _country(self, place: int, stem: str) -> str | None:
        """The country that the words before the name say, or that it sounds like."""
        return said_of(self._sheet, self._begin(place), _QUOTED) or self._sheet.sound(stem)

    def _noun(self, place: int, length: int) -> str | None:
        """The kind that a noun before or behind the name tells: 물류업체 쯔엉안과."""
        word = self._sheet.words[place]
        tail = word.text[length:]
        kind = self._called(place, tail) if tail in self._lexis.naming or not tail else None
        if kind is None and place - 1 not in self._taken and self._is_apart(place, length):
            kind = noun_before(self._sheet, place)
        if kind is None or is_derived(word.text[:length], self._sheet.language):
            return None
        return kind

    def _taken_up(self, place: int, length: int) -> str | None:
        """The kind of body that the next sentence takes the name up as: 이 회사는."""
        word, sheet = self._sheet.words[place], self._sheet
        if word.text[length:] not in self._lexis.subjects:
            return None
        one = len(parts(word.text[:length], sheet.language)) == 1
        return self._resumed.get(sheet.page.sentence_of(place)[0]) if one else None

    def _strange(self, place: int, stem: str) -> Told | None:
        told = self._unlisted.kind_of(place, stem)
        return Told(*told, self._country(place, stem)) if told else None

    def _spelled(self, place: int, length: int) -> bool:
        """Whether the name is spelled in Latin letters in brackets behind it: 젬마루(Gemaru)."""
        word = self._sheet.words[place]
        match = _SPELLED.match(self._sheet.text, word.start + length)
        if match is None and self._abbreviated(place, length):
            return True
        if match is None or word.text[0] < "가" or is_person(self._sheet, place, length):
            return False
        # 보반밍(Vo Van Minh)
        return fold(match[1].split()[0]) not in self._lexis.latin_surnames

    def _abbreviated(self, place: int, length: int) -> bool:
        """Whether an acronym in brackets stands behind a long name that sounds foreign: 사이공누리허브(SNHUB)."""
        word = self._sheet.words[place]
        match = _ACRONYM.match(self._sheet.text, word.start + length)
        if match is None or match[1] in self._lexis.terms or length < _NAMED:
            return False
        return self._sheet.sound(word.text[:length]) is not None

    def _is_apart(self, place: int, length: int) -> bool:
        """Whether a name behind a noun stands apart from what follows: 업체 쯔엉안과, but not 업체 선정 절차."""
        word = self._sheet.words[place]
        if length < len(word.text) or word.capital:
            return True
        return self._sheet.text.startswith(_PARTING, word.end)

    def _called(self, place: int, tail: str) -> str | None:
        """The kind that is said behind the name: '두레누리'라는 구호단체."""
        sheet = self._sheet
        after = place + 1
        if not tail and after < len(sheet.words) and sheet.words[after].gap in _SHUT:
            after, tail = after + 1, sheet.words[after].text
        if tail not in self._lexis.naming:
            return None
        for here in range(after, min(after + 3, len(sheet.words))):
            text = sheet.words[here].text
            stems = (text[:n] for n in sheet.cuts(here))
            kind = next((self._lexis.nouns[s] for s in stems if s in self._lexis.nouns), None)
            if kind or not sheet.joined(here):
                return kind
        return None

    def _is_side(self, place: int) -> bool:
        """Whether the whole word is one side of a deal in a list: "▲[다온]-타코: 트랙터 부품"."""
        first = self._begin(place)
        beside = first - 1 in self._taken or place + 1 in self._taken
        return beside and in_dashed_item(self._sheet, first, place)

    def _is_listed(self, place: int) -> bool:
        """Whether the name stands in a list with two firms: 삼양식품·농심·다온."""
        words, firms = self._sheet.words, self._firms
        before = place - 1 in firms and words[place].gap in COMMAS
        further = place - 2 in firms and words[place - 1].gap in COMMAS
        behind = place + 1 in firms and words[place + 1].gap in COMMAS
        return before and (further or behind)

    def _quoted(self, place: int) -> bool:
        """Whether the whole word stands in quotes and does something: '꼬꼬댁'은 ... 손을 잡았다."""
        sheet, word = self._sheet, self._sheet.words[place]
        if word.gap == " " or place + 1 >= len(sheet.words):
            return False
        if word.gap[-1:] not in {"'", "‘"} or sheet.words[place + 1].gap[:1] not in {"'", "’"}:
            return False
        particle = sheet.words[place + 1].text if sheet.words[place + 1].gap in {"'", "’"} else ""
        if particle in self._lexis.words.scenes:
            return False
        if noun_before(sheet, place, "'‘") or said_of(sheet, place, "'‘"):
            return True
        _, after = sheet.sentence(place)
        party = particle in self._lexis.sides
        return party and bool(self._lexis.deals.search(after))

    def _quoted_end(self, place: int) -> bool:
        """Whether the word ends a name of several in quotes behind a noun that says what it is: 조합 '떤쑤언 HTX'와."""
        sheet = self._sheet
        if place + 1 >= len(sheet.words) or sheet.words[place + 1].gap[:1] not in _SHUT:
            return False
        first = self._begin(place)
        opened = first != place and sheet.words[first].gap[-1:] in _OPEN
        return opened and noun_before(sheet, first, "'‘") is not None

    def _party(self, place: int, stem: str) -> Told | None:
        """A name that is a party of a deal: 쯔엉안과 업무협약을 맺었다; FPT는; 새솔은 베트남전력공사와."""
        sheet = self._sheet
        tail = sheet.words[place].text[len(stem) :]
        if tail not in self._lexis.sides or len(stem) < _LONG - stem[0].isascii():
            return None
        _, after = sheet.sentence(place)
        if not self._lexis.deals.search(after):
            return None
        if stem.endswith(self._lexis.plural):
            return None
        country = self._country(place, stem)
        foreign = stem[0].isascii() or country is not None
        beside = self._has_partner(place) or (tail in self._lexis.words.with_whom and self._before_actor(place))
        if foreign or (opens(sheet, place) and beside and len(parts(stem, sheet.language)) == 1):
            return Told("with" if tail in self._lexis.partners else "acts", None, country)
        return None

    def _second(self, place: int, length: int) -> Told | None:
        """A foreign name that a dash or "with" joins to a body before a deal: 다온-쯔엉안 업무협약, 다온과 쯔엉안의."""
        sheet, word = self._sheet, self._sheet.words[place]
        stem, tail = word.text[:length], word.text[length:]
        country = self._country(place, stem)
        if country in {None, self._lexis.words.home}:
            return None
        with_whom = sheet.joined(place) and sheet.words[place - 1].text.endswith(self._lexis.with_whom)
        if not with_whom and word.gap not in _JOINTS:
            return None
        if tail and tail not in (*self._lexis.genitive, *self._lexis.words.sides):
            return None
        if not tail and with_whom and not between(sheet, place):
            # "A와 메콩델타 수문 계약을"
            return None
        if stem[:-1] in self._lexis.lands:
            # "하노이·호찌민서"
            return None
        _, after = sheet.sentence(place)
        return Told("with", None, country) if self._lexis.deals.search(after) else None

    def _attended(self, place: int) -> Told | None:
        """A foreign name of which somebody came, or spoke, to make a deal: 쯔엉안 측과, 쯔엉안 대표단을 맞아."""
        sheet, word = self._sheet, self._sheet.words[place]
        if not sheet.joined(place + 1) or not sheet.words[place + 1].text.startswith(self._lexis.retinue):
            return None
        country = self._country(place, word.text)
        if country in {None, self._lexis.words.home}:
            return None
        _, after = sheet.sentence(place)
        return Told("acts", None, country) if self._lexis.deals.search(after) else None

    def _before_actor(self, place: int) -> bool:
        """Whether a known body stands right behind, perhaps with its state, and acts: 젬마루와 베트남 비엣젯항공은."""
        words = self._sheet.words
        placed = place + 1 < len(words) and self._sheet.state(place + 1) is not None
        return place + 1 in self._actors or (placed and place + 2 in self._actors)

    def _has_partner(self, place: int) -> bool:
        """Whether the sentence names the other side of the deal."""
        first, end = self._sheet.page.sentence_of(place)
        return bisect_left(self._partners, first) < bisect_left(self._partners, end)
