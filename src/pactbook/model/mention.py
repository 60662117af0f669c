"""Mentions: spans with a kind and a normalised value. What they mean together is for the claims to say."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from pactbook.model.span import Span


class BodyMention(Struct, frozen=True, gc=False):
    """A name of an organisation.

    ``body`` is its key in the gazetteer (``kr.koica``) or None; ``kind`` and ``country`` are codebook words or
    None where the words do not tell; ``name`` is the span's text tidied (no line break, no leading article).
    ``full`` is the longer name in the article that a short one stands for (an acronym that it defines, "Dong A" for
    Dong A University), else None. Two rules mark names that are no body by themselves: ``place`` (a province or
    park that does not act here) and ``title`` ("Industry Minister").
    """

    span: Span
    name: str
    body: str | None
    kind: str | None
    country: str | None
    rule: str
    full: str | None = None
    #: Shorter names that the words hold: "Lotte" in "tập đoàn Lotte".
    also: tuple[str, ...] = ()


class StateMention(Struct, frozen=True, gc=False):
    """A name of a state, of its people, its capital or its government.

    ``country`` is an ISO 3166 code; ``form`` is ``name`` (Vietnam), ``adjective`` (Vietnamese), ``capital``
    (Hanoi), ``government`` (the Vietnamese government).
    """

    span: Span
    country: str
    form: str


class MoneyMention(Struct, frozen=True, gc=False):
    """An amount with its currency. ``low`` and ``high`` are whole currency units, equal unless a range is said."""

    span: Span
    low: float
    high: float
    currency: str
    qualifier: str
    rule: str


class DateMention(Struct, frozen=True, gc=False):
    """A date. ``value`` is EDTF, resolved against the publication date, or None where that cannot be done."""

    span: Span
    value: str | None
    rule: str

    @property
    def is_week(self) -> bool:
        """Whether a whole week is named: "last week" may date a deal, it is no day and no period of a figure."""
        return self.rule == "week"


class CueMention(Struct, frozen=True, gc=False):
    """A word that speaks of an agreement.

    ``role`` is ``deal`` (memorandum), ``deals`` (memoranda), ``act`` (signed), ``ahead`` (will), ``stage`` (in force),
    ``feat`` (bought), ``pair`` (the two sides), ``single`` (the ministry), ``outside`` (in the presence of) or ``list``
    (among them). ``value`` is the codebook word for it, ``form`` the form of the word, ``rule`` the TOML entry;
    ``kinds`` are the kinds of deals that an act is done with, none for all.
    """

    span: Span
    role: str
    value: str
    form: str
    rule: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one article, each list in the order of the text."""

    bodies: tuple[BodyMention, ...] = ()
    states: tuple[StateMention, ...] = ()
    money: tuple[MoneyMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    cues: tuple[CueMention, ...] = ()
