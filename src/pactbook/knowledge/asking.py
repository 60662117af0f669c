"""What one body asks of another, wherever the sentence puts it: "asked B to train its cooks", "hopes that B will"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pactbook.knowledge.inflection import VerbForms, VerbWords, inflected, phrases_of
from pactbook.knowledge.reading import Entry, Pattern, late

#: Marks the form of a verb that tells a deal of no fewer than two bodies, one of which it is done for or by.
FOR_OTHER = ":other"


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

    def feats(self, forms: dict[str, VerbForms]) -> Iterator[tuple[str, str, list[str], Pattern]]:
        """Kind, form, phrases and what has to stand behind them, for every kind of work."""
        asks = phrases_of(self.asks, forms) if self.asks else {}
        for work in self.works:
            for status, phrases in asks.items():
                yield work.kind, status + FOR_OTHER, phrases, _behind(self.asked, work)
            for words, who in ((self.hopes, self.hoped), (self.requests, self.requested)):
                if words:
                    yield work.kind, "proposed" + FOR_OTHER, words, _behind(who, work)


def _behind(who: str, work: WorkWords) -> Pattern:
    """Who is asked, and then the work, as a plain verb or behind "consider"."""
    made = [inflected(verb) for verb in work.verbs]
    plain, doing = ("|".join(re.escape(m[form]) for m in made) for form in ("base", "gerund"))
    refused = rf"(?!\s(?:{work.but}))" if work.but else ""
    return late(rf"{who}(?:(?:{plain})|consider(?:ing)?\s(?:{doing}))\b{refused}", "agreements.toml: asking")
