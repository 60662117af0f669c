"""How newsrooms speak of agreements: the words of the files in ``<language>/agreements``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from pactbook.knowledge.agreement_grammar import Grammar
from pactbook.knowledge.asking import AskingWords
from pactbook.knowledge.inflection import VerbForms, VerbWords
from pactbook.knowledge.korean_agreements import KoreanWords
from pactbook.knowledge.reading import NEVER, Entry, Pattern, read_folder
from pactbook.model.article import Language


class DealWords(Entry, frozen=True):
    """What a deal is called."""

    kind: str
    words: list[str]
    many: list[str] = msgspec.field(default_factory=list)
    certain: bool = False
    matter: str = ""
    #: What stands before each of the words, all with all: "processing" and "pact" make "processing pact".
    of: list[str] = msgspec.field(default_factory=list)

    def named(self, words: list[str]) -> list[str]:
        """``words`` with all that may stand before them."""
        return [f"{one} {word}" for one in self.of for word in words] if self.of else words


class ActWords(Entry, frozen=True):
    """What is done with a deal, and the stage that this brings about."""

    status: str
    past: list[str] = msgspec.field(default_factory=list)
    base: list[str] = msgspec.field(default_factory=list)
    gerund: list[str] = msgspec.field(default_factory=list)
    present: list[str] = msgspec.field(default_factory=list)
    #: Kinds of deals that the act is done with; empty for all.
    kinds: list[str] = msgspec.field(default_factory=list)

    def forms(self) -> Iterator[tuple[str, list[str]]]:
        """Form of the verb → its phrases."""
        yield from (("past", self.past), ("base", self.base), ("gerund", self.gerund), ("present", self.present))


class StageWords(Entry, frozen=True):
    """How a deal stands, said without an act."""

    status: str
    words: list[str] = msgspec.field(default_factory=list)
    #: Kinds of deals that are said to stand so; empty for all.
    kinds: list[str] = msgspec.field(default_factory=list)
    #: Verbs that bring the stage about, in every form that ``verb_forms`` make of them (as in ``VerbWords``).
    verbs: list[str] = msgspec.field(default_factory=list)
    forms: list[str] = msgspec.field(default_factory=list)


class FeatWords(Entry, frozen=True):
    """A deal told by what was won or bought."""

    kind: str
    status: str
    words: list[str]
    #: Whether states may be the parties; else only named bodies are.
    states: bool = False
    #: Whether the other side has to be named too, behind the words: "asked [B] for help".
    other: bool = False
    #: What has to stand behind the words for them to tell a deal; any words do where it is left out.
    behind: Pattern = NEVER
    #: Whether they tell one only in a headline, right behind who does it.
    headline: bool = False
    #: Whether two bodies have to be named: who orders or rents does so every day.
    two: bool = False


class DescribedWords(Entry, frozen=True):
    """What may stand inside a word for a single body: "the [state-run] insurer".

    ``opens`` are the articles, ``words`` whole words, ``endings`` those of words with a hyphen; ``places`` says that
    the name of a place may stand there as it is: "the [Haiphong] yard".
    """

    opens: list[str] = msgspec.field(default_factory=list)
    words: list[str] = msgspec.field(default_factory=list)
    endings: list[str] = msgspec.field(default_factory=list)
    places: bool = False


class TradeWords(Entry, frozen=True):
    """Nouns for bodies of one trade, and what their names have in them: "the lender" is a bank."""

    nouns: list[str]
    names: Pattern


class PairWords(Entry, frozen=True):
    """Words that stand for the parties."""

    states: list[str] = msgspec.field(default_factory=list)
    sides: list[str] = msgspec.field(default_factory=list)
    kinds: dict[str, list[str]] = msgspec.field(default_factory=dict)
    single: dict[str, list[str]] = msgspec.field(default_factory=dict)
    described: DescribedWords = msgspec.field(default_factory=DescribedWords)
    trades: list[TradeWords] = msgspec.field(default_factory=list)
    other: list[str] = msgspec.field(default_factory=list)
    #: How many (0: as many as were named together) → words for that many bodies.
    groups: dict[str, list[str]] = msgspec.field(default_factory=dict)
    #: The same for those beside the subject: "its two partners".
    partners: dict[str, list[str]] = msgspec.field(default_factory=dict)


class OutsideWords(Entry, frozen=True):
    """Words that show that the body beside them is not a party."""

    before: list[str] = msgspec.field(default_factory=list)
    after: list[str] = msgspec.field(default_factory=list)
    subject: list[str] = msgspec.field(default_factory=list)
    neither: list[str] = msgspec.field(default_factory=list)


class ListWords(Entry, frozen=True):
    """Words that open a list of deals, count its members, or set one deal apart from another."""

    openers: list[str] = msgspec.field(default_factory=list)
    members: list[str] = msgspec.field(default_factory=list)
    apart: list[str] = msgspec.field(default_factory=list)
    amends: list[str] = msgspec.field(default_factory=list)


class LinkingWords(Entry, frozen=True):
    """Words that say how a name hangs in its sentence."""

    party: list[str] = msgspec.field(default_factory=list)
    place: list[str] = msgspec.field(default_factory=list)
    holder: list[str] = msgspec.field(default_factory=list)
    parent: list[str] = msgspec.field(default_factory=list)
    clause: list[str] = msgspec.field(default_factory=list)
    giver: list[str] = msgspec.field(default_factory=list)
    taker: list[str] = msgspec.field(default_factory=list)
    hander: list[str] = msgspec.field(default_factory=list)
    share: list[str] = msgspec.field(default_factory=list)
    into: list[str] = msgspec.field(default_factory=list)
    behalf: list[str] = msgspec.field(default_factory=list)
    people: list[str] = msgspec.field(default_factory=list)
    stakes: list[str] = msgspec.field(default_factory=list)


class AgreementWords(Entry, frozen=True):
    """One language's folder ``agreements``: each table stands in one of its files, or is left out."""

    deals: list[DealWords] = msgspec.field(default_factory=list)
    acts: list[ActWords] = msgspec.field(default_factory=list)
    ahead: dict[str, list[str]] = msgspec.field(default_factory=dict)
    stages: list[StageWords] = msgspec.field(default_factory=list)
    feats: list[FeatWords] = msgspec.field(default_factory=list)
    verbs: list[VerbWords] = msgspec.field(default_factory=list)
    verb_forms: dict[str, VerbForms] = msgspec.field(default_factory=dict)
    asking: AskingWords = AskingWords()
    pairs: PairWords = PairWords()
    outside: OutsideWords = OutsideWords()
    lists: ListWords = ListWords()
    linking: LinkingWords = LinkingWords()
    grammar: Grammar = Grammar()
    korean: KoreanWords = KoreanWords()


@cache
def agreement_words(language: Language) -> AgreementWords:
    """The words of one language. Raises KnowledgeError."""
    return read_folder(f"{language}/agreements", AgreementWords)
