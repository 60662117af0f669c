"""What one body asks of another, wherever the sentence puts it: "asked B to train its cooks", "hopes that B will"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import msgspec

from pactbook.knowledge.inflection import VerbForms, VerbWords, inflected, phrases_of
from pactbook.knowledge.reading import Entry, late

#: Marks the form of a verb that tells a deal of no fewer than two bodies, one of which it is done for or by.
FOR_OTHER = ":other"
_PLACE = "en/agreements/asking.toml"


class Proving(Protocol):
    """What tells whether something stands at a place of a text, as a pattern does."""

    def match(self, text: str, place: int, /) -> re.Match[str] | None:
        """What stands there, or None."""


class WorkWords(Entry, frozen=True):
    """What bodies do for one another, by the ``kind`` of the deal that it makes."""

    kind: str
    #: Plain verbs, ``base`` or ``base|past|participle``.
    verbs: list[str]
    #: What may not stand behind the verb, as a pattern: "build [trust]".
    but: str = ""


class AskingWords(Entry, frozen=True):
    """How somebody is asked, and by which words it is seen that somebody is."""

    #: Verbs behind which who is asked stands, and then "to": "asked [KOICA to]".
    asks: VerbWords | None = None
    #: Words behind which a clause stands that has who is asked for its subject: "hopes that [KOICA will]".
    hopes: list[str] = msgspec.field(default_factory=list)
    #: Nouns for what is asked: "a [request] by B to".
    requests: list[str] = msgspec.field(default_factory=list)
    #: Patterns of what stands between those verbs, words or nouns and the work: who is asked.
    asked: str = ""
    hoped: str = ""
    requested: str = ""
    works: list[WorkWords] = msgspec.field(default_factory=list)

    def feats(self, forms: dict[str, VerbForms]) -> Iterator[tuple[str, str, list[str], Proving]]:
        """Kind, form, phrases and what has to stand behind them, for every kind of work."""
        asks = phrases_of(self.asks, forms) if self.asks else {}
        asked, hoped, requested = map(_Who, (self.asked, self.hoped, self.requested))
        for work in self.works:
            for status, phrases in asks.items():
                yield work.kind, status + FOR_OTHER, phrases, _Behind(asked, work)
            for words, who in ((self.hopes, hoped), (self.requests, requested)):
                if words:
                    yield work.kind, "proposed" + FOR_OTHER, words, _Behind(who, work)


class _Who:
    """Who is asked: the beginning of what is looked for behind a phrase, once for every kind of work."""

    def __init__(self, said: str) -> None:
        self.said = said
        self._pattern = late(said, _PLACE)
        self._last = ("", -1, False)

    def stands_at(self, text: str, place: int) -> bool:
        """Whether ``text`` goes on so at ``place``. Every kind of work asks that of the same place in turn."""
        known, last, stands = self._last
        if last != place or known is not text:
            stands = self._pattern.match(text, place) is not None
            self._last = (text, place, stands)
        return stands


class _Behind:
    """Who is asked, and then the work, as a plain verb or behind "consider"."""

    def __init__(self, who: _Who, work: WorkWords) -> None:
        made = [inflected(verb) for verb in work.verbs]
        plain, doing = ("|".join(re.escape(m[form]) for m in made) for form in ("base", "gerund"))
        refused = rf"(?!\s(?:{work.but}))" if work.but else ""
        self._who = who
        self._whole = late(rf"{who.said}(?:(?:{plain})|consider(?:ing)?\s(?:{doing}))\b{refused}", _PLACE)

    def match(self, text: str, place: int) -> re.Match[str] | None:
        """The match of the whole at ``place``."""
        return self._whole.match(text, place) if self._who.stands_at(text, place) else None
