"""How far a name goes behind its head: "Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc", and no further."""

from __future__ import annotations

from msgspec import Struct

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.headed.closing import words_to_close
from pactbook.mentions.organisations.headed.nested import ministries_for
from pactbook.mentions.organisations.headed.people import is_given
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.mentions.organisations.words import OWN

#: A number in a name has no more digits: "Bệnh viện 108", "Tổng công ty Phát điện 3".
_DIGITS = 3
#: The letters of a topic: "KH", "TBXH". More are the name of a body: "VCCI".
_LETTERS = 3
_FIELDS = frozenset({"ministry", "agency", "subnational"})
#: A word of Vietnamese has two syllables at most, so that longer topics have one that is written small.
_COMPOUND = 2
_AND = "&"
#: Kinds whose heads are no topics where a name follows them: "Cục Thể thao và [Đại học Thể thao Hàn Quốc]".
_WHOLE = frozenset({"education", "hospital", "company"})
#: Kinds whose names say at length what the bodies are for.
_OPEN_ENDED = frozenset({"agency", "research", "association", "company", "other", "education", "international"})
#: Kinds whose bodies there is one of in a place: "Bệnh viện Đa khoa tỉnh" needs no name of the place.
_OF_PLACES = frozenset({"subnational", "hospital", "association", "agency", "education", "party", "other"})


class Reach(Struct, frozen=True):
    """Words ``behind`` (the first behind the head) to ``last`` of a name; ``proper``: the first that is no topic.

    ``proper`` is behind ``last`` where every word says what the body is for. ``placed`` is the word with which
    "tỉnh Hà Giang" begins, or -1.
    """

    behind: int
    last: int
    proper: int
    placed: int


class Reacher:
    """Reads the words behind one head."""

    def __init__(self, sheet: Sheet, head: Head, first: int, *, listed: bool = False) -> None:
        """``listed``: commas and "và" part several bodies with this head: "các bộ Công Thương, Tài chính và Y tế"."""
        self._sheet = sheet
        self._head = head
        self._first = first
        self._listed = listed
        self._titled = sheet.titled(first)
        self._proper = -1
        self._placed = -1
        self._doing = False
        self._small = False
        self._done = False

    def read(self, behind: int) -> Reach:
        """The name whose head ends right before word ``behind``."""
        place, end = behind, self._sheet.end_of(behind - 1)
        while place < end and not self._done:
            first = self._listed and place == behind
            step = self._next(place, behind, end) if first else self._step(place, behind, end)
            step = step or self._to_close(place, behind, end)
            if not step:
                break
            place += step
        return Reach(behind, place - 1, self._proper if self._proper >= 0 else place, self._placed)

    def _to_close(self, place: int, behind: int, end: int) -> int:
        """Take in words that nobody has listed, up to what closes the name."""
        sheet = self._sheet
        open_ended = self._head.kind in _OPEN_ENDED and not self._head.local and not self._listed
        if not open_ended or self._proper >= 0 or sheet.small(self._first) or self._is_verb(place):
            return 0
        said = any(sheet.words[p].capital for p in range(self._first + 1, behind + 1))
        if not said or sheet.words[place].gap != " ":
            return 0
        step = words_to_close(sheet, place, end)
        self._done = step > 0
        return step

    def _is_verb(self, place: int) -> bool:
        return bool(self._sheet.grammar.acts.at(self._sheet.lows, place))

    def _step(self, place: int, behind: int, end: int) -> int:
        """How many words the name takes in at ``place``."""
        gap = self._sheet.words[place].gap
        if not gap and self._sheet.words[place].key == OWN and self._sheet.is_foreign(place - 1):
            return 1  # "Bệnh viện St. Mary's"
        if gap in {" ", "-"}:
            return self._next(place, behind, end)
        if gap == " - ":
            return self._dashed(place, behind)
        if gap == ", " and place > behind and self._proper < 0 and not self._listed:
            return self._member(place, behind, end)
        return 0

    def _next(self, place: int, behind: int, end: int) -> int:
        sheet = self._sheet
        class_end, place_end = sheet.place_at(place)
        if class_end >= 0 and (step := self._at_place(place, behind, class_end, place_end)):
            return step
        if sheet.words[place].capital:
            return self._number(place, end) if sheet.words[place].text.isdigit() else self._capital(place, behind, end)
        if sheet.words[place].text.isdigit():
            return self._number(place, end)
        return self._small_word(place, behind, end)

    def _at_place(self, place: int, behind: int, class_end: int, place_end: int) -> int:
        """Take in "tỉnh Hà Giang"; "tỉnh" alone where the body is the place's own."""
        own = self._head.local or (place > behind and self._head.kind in _OF_PLACES)
        if place_end < 0 and (not own or self._proper >= 0):
            return 0
        self._placed, self._done = place, True
        return max(class_end, place_end) + 1 - place

    def _capital(self, place: int, behind: int, end: int) -> int:
        sheet, grammar = self._sheet, self._sheet.grammar
        if self._is_person(place) if place > behind else self._is_head(place):
            return 0
        after = place + 1
        if grammar.calls.at(sheet.lows, place) and after < end and sheet.words[after].gap in {".", ". "}:
            # "Giám đốc Học viện [GS.TS Nguyễn Thị Lan]"
            return 0
        ends = grammar.titles.at(sheet.lows, place) or grammar.stops.at(sheet.lows, place) > 1
        if place > behind and ends and not grammar.topics.at(sheet.lows, place):
            return 0
        known = sheet.state_end(place)
        if known >= place and self._is_of_other_state(place):
            return 0
        if known >= place:
            self._name(place)
            return known + 1 - place
        topic = self._topic_at(place, end)
        head = sheet.head_at(place)[0]
        # "Tân Cảng" holds no port.
        ends = after >= end or sheet.small(after) or not sheet.spaced(after)
        own = self._proper == place - 1 or (0 <= self._proper < place and ends and sheet.words[place - 1].capital)
        inside = head == 1 and (own or self._is_proper(place, behind, end)) and self._head.kind != "ministry"
        if head and place > behind and not self._doing and not inside and (self._proper >= 0 or head > topic):
            return 0
        if topic:
            return self._topic(place, topic)
        if form := grammar.legal_forms.at(sheet.lows, place):
            return form
        if self._is_compound(place, behind, end):
            self._doing = False
            return 2
        self._name(place)
        return 1

    def _is_proper(self, place: int, behind: int, end: int) -> bool:
        """Whether a syllable that elsewhere is a head is half of a proper name: "Bệnh viện Phụ sản [Trường] Giang"."""
        sheet, after = self._sheet, place + 1
        if place == behind or sheet.words[place].gap != " " or after >= end or not sheet.spaced(after):
            return False
        ends = after + 1 >= end or not sheet.words[after + 1].capital or sheet.words[after + 1].gap != " "
        plain = sheet.words[after].capital and not sheet.words[after].acronym and sheet.is_syllable(after)
        return ends and plain and not self._topic_at(after, end) and not sheet.head_at(after)[0]

    def _is_of_other_state(self, place: int) -> bool:
        """Whether another state begins what follows: "theo Sở Công Thương[,] Trung Quốc siết ..."."""
        sheet, country = self._sheet, self._head.country
        if country is None or self._head.kind != "subnational" or not sheet.in_state(place):
            return False
        state = sheet.page.state_at[place]
        return state.form != "capital" and state.country != country

    def _name(self, place: int) -> None:
        self._proper = place if self._proper < 0 else self._proper
        self._doing = False

    def _topic(self, place: int, length: int) -> int:
        sheet = self._sheet
        self._small = sheet.small(place) or length > _COMPOUND
        self._doing = sheet.grammar.acts.at(sheet.lows, place) == length
        return length

    def _is_compound(self, place: int, behind: int, end: int) -> bool:
        """Whether a small syllable makes a word with the capital one: "Thổ nhưỡng"."""
        sheet, after = self._sheet, place + 1
        if self._proper >= 0 or after >= end or not sheet.small(after) or not sheet.spaced(after):
            return False
        if place > behind and sheet.words[place - 1].capital and not self._doing:
            return False
        if not sheet.is_syllable(place) or not sheet.is_syllable(after) or sheet.words[place].acronym:
            return False
        grammar, lows = sheet.grammar, sheet.lows
        ends = (grammar.stops, grammar.acts, grammar.places, grammar.inner, grammar.titles, grammar.owners)
        return not any(phrases.at(lows, after) for phrases in ends) and lows[after] not in grammar.joins

    def _is_person(self, place: int) -> bool:
        """Whether the capitals at ``place`` are whoever heads the body: "Bộ Y tế [Đào Hồng Lan]"."""
        sheet, words = self._sheet, self._sheet.words
        after = place + 1
        if after >= sheet.end_of(place) or not words[after].capital or words[after].gap != " ":
            return False
        if sheet.state_end(place) >= place or sheet.grammar.topics.at(sheet.lows, place) > 1:
            return False
        if after + 1 < len(words) and is_given(sheet, after + 1):
            return True
        ministry = self._titled and not self._head.firm and sheet.in_state(place - 1)
        return bool(ministry or (self._titled and sheet.surname(place)))

    def _is_head(self, place: int) -> bool:
        """Whether whoever heads an office is named right behind it: "Thứ trưởng bộ Công an [Lê Thế Tiệm]"."""
        named = self._head.local or self._head.alone
        return named and place in self._sheet.people and self._sheet.state_end(place) < place

    def _small_word(self, place: int, behind: int, end: int) -> int:
        sheet, grammar, lows = self._sheet, self._sheet.grammar, self._sheet.lows
        topic = grammar.topics.at(lows, place)
        if lows[place] in grammar.joins:
            return self._join(place, behind, end)
        if lows[place] in grammar.seats and not topic:
            return self._abroad(place, behind)
        if self._proper >= 0 or sheet.words[place].gap == "-":
            return 0
        if step := self._inner(place, end, topic):
            return step
        if not topic or grammar.stops.at(lows, place) > topic:
            return 0
        # "tập đoàn năng lượng SK": right behind the head a topic is no verb.
        acts = place > behind and grammar.acts.at(lows, place) >= topic
        return 0 if acts and not self._doing else self._topic(place, topic)

    def _inner(self, place: int, end: int, topic: int) -> int:
        """Take in "các nhà sản xuất", "về Trẻ em", "của Liên Hợp Quốc"."""
        grammar, lows = self._sheet.grammar, self._sheet.lows
        if grammar.owners.at(lows, place) and (world := grammar.worldwide.at(lows, place + 1)):
            return 1 + world
        inner = grammar.inner.at(lows, place)
        if not inner or (not topic and lows[place] in grammar.aims and not self._may_aim(place + inner, end)):
            return 0
        if place + inner < end and self._is_state(place + inner):
            return inner
        while more := grammar.inner.at(lows, place + inner):
            inner += more
        behind = self._topic_at(place + inner, end)
        return inner + self._topic(place + inner, behind) if behind else 0

    def _may_aim(self, place: int, end: int) -> bool:
        """Whether "về" goes on with a name: "Ủy ban Quốc gia về Trẻ em"."""
        open_ended = self._head.kind in {"agency", "other", "association", "international"}
        return open_ended and place < end and self._sheet.words[place].capital

    def _is_state(self, place: int) -> bool:
        return self._sheet.in_state(place) or self._sheet.lows[place] in self._sheet.grammar.dashed

    def _topic_at(self, place: int, end: int) -> int:
        """How many words of a topic start at ``place``; the last one may begin the next: "Dịch vụ [Công nghệ]"."""
        sheet, topics = self._sheet, self._sheet.grammar.topics
        length = topics.at(sheet.lows, place) if place < end else 0
        last = place + length - 1
        if length > 1 and sheet.words[last].capital and topics.at(sheet.lows, last) > 1:
            shorter = topics.at(sheet.lows[:last], place)
            return shorter or length
        return length

    def _join(self, place: int, behind: int, end: int) -> int:
        """Take in "và Công nghệ", "& Chang"."""
        sheet, after = self._sheet, place + 1
        if after >= end or sheet.words[after].gap != " " or place - self._first < _COMPOUND:
            return 0
        if sheet.lows[place] == _AND and sheet.words[after].capital:
            return 1 + max(1, self._topic_at(after, end))
        if sheet.grammar.plurals.at(sheet.lows, after) and not self._topic_at(after, end):
            return 0
        if self._proper >= 0 and not self._letters(place - 1):
            return 0
        topic = self._topic_at(after, end)
        if sheet.grammar.powers.at(sheet.lows, after) >= topic > 0:
            return 0
        if self._letters(place - 1) and self._letters(after):
            return 2
        if self._listed and not (topic and ministries_for(sheet, behind, after + topic - 1)):
            return 0
        headed = sheet.head_at(after)[0] >= topic and not self._heads_too(after)
        if not topic or headed or self._is_other_body(after, topic, end):
            return 0
        if sheet.small(after) and (not self._small or sheet.grammar.generic.at(sheet.lows, after)):
            return 0
        return 1 + self._topic(after, topic)

    def _letters(self, place: int) -> bool:
        """Whether the word is the letters of a topic: "Bộ [KH] và [CN]"."""
        word = self._sheet.words[place]
        return word.acronym and len(word.text) <= _LETTERS and self._head.kind in _FIELDS

    def _heads_too(self, place: int) -> bool:
        """Whether what looks like a head is one more topic: "Bộ Quốc phòng và [Cảnh sát] ..." is not."""
        sheet = self._sheet
        return self._doing or (sheet.small(place) and self._small)

    def _is_other_body(self, after: int, topic: int, end: int) -> bool:
        """Whether a whole body follows: "Bộ Tư lệnh Cảnh sát biển và [Cảnh sát biển Hàn Quốc]"."""
        sheet, (length, heads) = self._sheet, self._sheet.head_at(after)
        behind = after + length
        if length < topic or sheet.small(after) or behind >= end or not sheet.spaced(behind):
            return False
        if any(h.national for h in heads) and sheet.in_state(behind):
            return True
        return any(h.kind in _WHOLE for h in heads) and sheet.words[behind].capital

    def _abroad(self, place: int, behind: int) -> int:
        """Take in "tại Việt Nam" behind another state."""
        sheet = self._sheet
        if not self._head.abroad or place + 1 >= sheet.end_of(place):
            return 0
        states = {sheet.page.country_at(p) for p in range(behind, place) if self._is_state(p)}
        class_end, place_end = sheet.place_at(place + 1)
        last = max(sheet.state_end(place + 1), place_end if class_end >= 0 else -1)
        if not states or last <= place or sheet.page.country_at(place + 1) in states:
            return 0
        self._done = True
        return last + 1 - place

    def _number(self, place: int, end: int) -> int:
        """Take in "3" of "Tổng công ty Phát điện 3", not the one that counts something."""
        sheet, text = self._sheet, self._sheet.words[place].text
        behind = sheet.page.text[sheet.words[place].end : sheet.words[place].end + 1]
        if not text.isdigit() or len(text) > _DIGITS or behind in {"%", "/"}:
            return 0
        after = place + 1
        if after < end and sheet.words[after].gap in {".", ",", "-"}:
            return 0
        counts = after < end and sheet.spaced(after) and sheet.small(after)
        known = counts and any(
            phrases.at(sheet.lows, after)
            for phrases in (sheet.grammar.stops, sheet.grammar.acts, sheet.grammar.auxiliaries, sheet.grammar.partners)
        )
        if counts and not known:
            return 0
        self._done = True
        return 1

    def _dashed(self, place: int, behind: int) -> int:
        """Take in "- Thương binh" or "- Hàn Quốc"; any other spaced dash ends a name."""
        sheet = self._sheet
        if place <= behind:
            return 0
        both = sheet.in_state(place) and sheet.in_state(place - 1)
        short = sheet.lows[place] in sheet.grammar.dashed and sheet.lows[place - 1] in sheet.grammar.dashed
        if sheet.words[place].capital and (both or short):
            known = sheet.state_end(place)
            return max(known, place) + 1 - place
        if self._head.firm and self._proper >= 0 and sheet.words[place].key in vocabulary("en").heads:
            # "Văn Phú - Invest"
            return 1
        topic = self._topic_at(place, sheet.end_of(place))
        if not topic or self._proper >= 0 or sheet.words[place].acronym or sheet.head_at(place)[0] > topic:
            return 0
        return self._topic(place, topic) if sheet.small(place) == self._small or not sheet.small(place) else 0

    def _member(self, place: int, behind: int, end: int) -> int:
        """Take in ", Công nghiệp" where the list of topics closes with "và Năng lượng"."""
        sheet = self._sheet
        here, members = place, 0
        while here < end and members < 6:
            topic = self._topic_at(here, end)
            if not topic or (sheet.small(here) and not self._small) or sheet.head_at(here)[0] > topic:
                return 0
            members += 1
            here += topic
            while here < end and sheet.spaced(here) and (more := self._topic_at(here, end)) and not self._acts(here):
                here += more
            if ministries_for(sheet, behind, here - 1):
                # "Bộ Văn hóa, Thể thao, Du lịch"
                return here - place
            if here + 1 >= end:
                return 0
            if sheet.lows[here] in sheet.grammar.joins and sheet.words[here].gap in {" ", ", "}:
                closing = self._topic_at(here + 1, end)
                if not closing or sheet.head_at(here + 1)[0] > closing:
                    return 0
                return self._topic(place, self._topic_at(place, end))
            if sheet.words[here].gap != ", ":
                return 0
        return 0

    def _acts(self, place: int) -> bool:
        return self._sheet.small(place) and bool(self._sheet.grammar.acts.at(self._sheet.lows, place))
