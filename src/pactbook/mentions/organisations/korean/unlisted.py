"""Names that are no ordinary words, told to be bodies by their place in a sentence: 하사키와 ... 계약을."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.ordinary import is_ordinary, is_personal, is_verb
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import COMMAS, noun_at_end

#: Syllables of the shortest of such names; Latin letters and a country need fewer.
_LONG, _SHORT = 3, 2
#: So many words before and behind a name tell what it does.
_REACH = 14
#: No list of firms has more members, no noun phrase between "등" and what they are more words.
_LIST, _PHRASE = 8, 5
#: What parts the members of a consortium.
_CENTRAL = frozenset({"ministry", "agency"})
_JOINTS = frozenset({"-", "·", "–", "/", " - "})


class Unlisted:
    """Looks at words that no list knows.

    ``names`` are those known so far, each with what is glued behind it; ``amid`` words with spaces on either side.
    """

    def __init__(self, sheet: Sheet, names: Sequence[tuple[Candidate, str]], amid: Set[int]) -> None:
        self._sheet = sheet
        self._lexis = sheet.lexis
        #: First words of the known names with which, and with which or to which, something is done.
        self._amid = amid
        self._takers = sheet.lexis.takers
        self._partners = sorted(n.first for n, tail in names if tail in sheet.lexis.partners)
        self._sides = sorted(n.first for n, tail in names if tail in self._takers)
        self._headed = self._headline()
        #: Last words of known names behind which no particle stands.
        self._ends = {n.last for n, tail in names if not tail}
        self._firms = {p for n, _ in names if n.only() == "company" for p in range(n.first, n.last + 1)}

    def kind_of(self, place: int, stem: str) -> tuple[str, str | None] | None:
        """The rule and the kind by which the first part ``stem`` of word ``place`` is a body, or None."""
        if place not in self._amid and len(stem) >= _SHORT and self._in_consortium(place, stem):
            return "consortium", "company"
        if len(stem) < _LONG and not self._says_enough(stem):
            return None
        # What a known name stands right before is its product or its branch.
        if place - 1 in self._ends and self._sheet.joined(place):
            return None
        told = self._told(place, stem)
        return None if told is None or self._is_known_word(stem) else told

    def _told(self, place: int, stem: str) -> tuple[str, str | None] | None:
        """The rule and the kind by which whatever stands there is a body."""
        if (above := self._above(stem)) is not None:
            return "under", above
        tail = self._sheet.words[place].text[len(stem) :]
        kind = self._listed(place, tail)
        if kind is not None:
            return "list", kind
        if self._is_from(place, tail) or self._is_sold(place, tail):
            return "noun", "company"
        if not tail and place not in self._amid and self._before_partner(place):
            return "list", "company"
        if (tail in self._lexis.words.with_whom and self._is_partner(place)) or self._is_visited(place, stem):
            return "with", None
        if tail in self._lexis.subjects and (self._acts(place, stem) or self._heads(place, stem)):
            return "acts", None
        return None

    def _says_enough(self, stem: str) -> bool:
        """Whether a short name is in Latin letters or sounds like one of a country."""
        return len(stem) >= _SHORT and (stem[0].isascii() or self._sheet.sound(stem) is not None)

    def _heads(self, place: int, stem: str) -> bool:
        """Whether the name begins a sentence, and the headline, where a comma parts it from what it does."""
        sheet = self._sheet
        if sheet.page.sentence_of(place)[0] != place or is_verb(stem, sheet.language):
            return False
        return stem in self._headed

    def _headline(self) -> frozenset[str]:
        """The words of the headline that a comma or a dash stands behind."""
        sheet = self._sheet
        head = sheet.words[: sheet.page.headline]
        return frozenset(w.text for n, w in enumerate(head[:-1]) if head[n + 1].gap[:1] in {",", "-", "·", "…"})

    def _is_known_word(self, stem: str) -> bool:
        language = self._sheet.language
        placed = len(stem) > _SHORT and stem[-1] in self._takers and is_ordinary(stem[:-1], language)
        return placed or is_ordinary(stem, language) or is_personal(stem, language)

    def _above(self, stem: str) -> str | None:
        """The kind of a central body whose name begins the word: 국방부유전자감식단."""
        if stem[-1] not in self._lexis.words.bureaus:
            return None
        known = (self._sheet.called.get(stem[:n]) for n in range(_LONG, len(stem) - 1))
        above = next((k for k in known if k is not None and k.kinds() <= _CENTRAL and k.kinds()), None)
        return "agency" if above is not None else None

    def _clause(self, place: int) -> tuple[int, int]:
        """The words of the clause of word ``place``: between verbs that go on to another clause."""
        first, end = self._sheet.page.sentence_of(place)
        words, ends = self._sheet.words, self._lexis.connectives
        low = place
        while low > max(first, place - _REACH) and not words[low - 1].text.endswith(ends):
            low -= 1
        high = place + 1
        while high < min(end, len(words), place + _REACH) and not words[high - 1].text.endswith(ends):
            high += 1
        return low, high

    def _text(self, low: int, high: int) -> str:
        words = self._sheet.words
        return self._sheet.text[words[low].start : words[high - 1].end] if low < high else ""

    def _is_from(self, place: int, tail: str) -> bool:
        """Whether a state stands bare before who takes, gives or signs: 싱가포르 셈브콥에 ... 매각했다."""
        if tail not in self._takers and tail not in self._lexis.subjects:
            return False
        if not self._sheet.joined(place):
            return False
        if not self._sheet.state(place - 1):
            return False
        _, high = self._clause(place)
        behind = self._text(place + 1, high)
        does = tail in self._lexis.subjects and self._lexis.acts.search(behind)
        return bool(does or self._lexis.pacts.search(behind))

    def _is_sold(self, place: int, tail: str) -> bool:
        """Whether a share of the name's firm is dealt in: 제마뎁 지분을 사들였다."""
        if (tail and tail not in self._lexis.genitive) or not self._sheet.joined(place + 1):
            return False
        if not self._sheet.words[place + 1].text.startswith(self._lexis.stakes):
            return False
        _, high = self._clause(place)
        return bool(self._lexis.pacts.search(self._text(place + 2, high)))

    def _before_partner(self, place: int) -> bool:
        """Whether the name stands in a list right before a known firm with which a deal is made: 캠시스, 드림텍과."""
        words = self._sheet.words
        if place + 1 >= len(words) or words[place + 1].gap not in COMMAS or place + 1 not in self._firms:
            return False
        partner = self._partners[bisect_left(self._partners, place + 1) :][:1]
        _, high = self._clause(place)
        return partner == [place + 1] and bool(self._lexis.pacts.search(self._text(place + 1, high)))

    def _is_partner(self, place: int) -> bool:
        """Whether a deal is told behind the name, and nobody else is named with whom it is made."""
        low, high = self._clause(place)
        if place + 1 >= high or not self._sheet.joined(place + 1):
            return False
        if any(low <= p < high for p in self._partners[bisect_left(self._partners, low) :][:1]):
            return False
        return bool(self._lexis.pacts.search(self._text(place + 1, high)))

    def _is_visited(self, place: int, stem: str) -> bool:
        """Whether somebody went to an institute to make a deal, with nobody else who is named: 다온연수원을 방문해."""
        sheet = self._sheet
        if not stem.endswith(self._lexis.institutes):
            return False
        _, end = sheet.page.sentence_of(place)
        words = sheet.words[place : min(end, len(sheet.words))]
        after = sheet.text[words[0].start + len(stem) : words[-1].end]
        return self._lexis.visited.match(after) is not None

    def _acts(self, place: int, stem: str) -> bool:
        """Whether the name begins a clause in which it deals with a body that is known."""
        sheet = self._sheet
        if is_verb(stem, sheet.language) or stem.endswith(self._lexis.plural):
            return False
        low, high = self._clause(place)
        if low != place and not self._is_placed(low, place):
            return False
        side = self._sides[bisect_left(self._sides, place + 1) :][:1]
        return bool(side and side[0] < high and self._lexis.pacts.search(self._text(place + 1, high)))

    def _is_placed(self, low: int, place: int) -> bool:
        """Whether only a place stands before the name in its clause: 진주의 미담코스는."""
        text = self._sheet.words[low].text
        owner = text.removesuffix(next((g for g in self._lexis.genitive if text.endswith(g)), ""))
        return low == place - 1 and (owner in self._lexis.lands or owner in self._lexis.states)

    def _listed(self, place: int, first: str) -> str | None:
        """The kind of what the members of a list are called behind it: 가람전선과 청송제지 등 국내 기업 11곳."""
        words, ends, with_whom = self._sheet.words, self._lexis.others, self._lexis.with_whom
        if first and first not in with_whom and first not in ends:
            return None
        for here in range(place, min(place + _LIST, len(words) - 1)):
            text, after = words[here].text, words[here + 1]
            if text.endswith(ends) and (here > place or first in ends):
                return self._kind_behind(here + 1)
            if after.gap == " " and after.text in ends:
                return self._kind_behind(here + 2)
            if after.gap not in COMMAS and not text.endswith(with_whom):
                return None
        return None

    def _kind_behind(self, place: int) -> str | None:
        """The kind of the bodies that are counted or named at ``place``: 국내 기업 11곳."""
        words = self._sheet.words
        for here in range(place, min(place + _PHRASE, len(words))):
            if here > place and not self._sheet.joined(here):
                return None
            stems = [words[here].text[:n] for n in self._sheet.cuts(here)]
            plural = self._lexis.plural
            stems += [s[:-1] for s in stems if s.endswith(plural)]
            kind = next((kind for s in stems if (kind := noun_at_end(self._sheet, s))), None)
            if kind:
                return kind
        return None

    def _in_consortium(self, place: int, stem: str) -> bool:
        """Whether a dash joins the name to a known firm of a consortium: 효성-에버빌드 컨소시엄."""
        words = self._sheet.words
        if words[place].text != stem or place + 1 >= len(words):
            return False
        behind = place + 1 in self._firms and words[place + 1].gap in _JOINTS
        if not behind and (place - 1 not in self._firms or words[place].gap not in _JOINTS):
            return False
        last = place + 2 if behind else place + 1
        return last < len(words) and words[last].text.startswith(self._lexis.ventures)
