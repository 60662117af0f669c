"""Whether the words around a date look ahead or back."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from pactbook.knowledge.date_shapes import tense_endings, tense_words
from pactbook.knowledge.dates import date_words
from pactbook.model.article import Article, Language
from pactbook.text.edges import DEPTH, Edges
from pactbook.text.lexicon import leftmost

#: A word after the date says less of it than one before: "on Thursday, adding that the plant will open".
_AFTER = 1.5
_AFTER_START = 20
#: A participle so near behind a word of the future is part of it.
_HANGS_ON = 16
#: A word farther away speaks of something else; "is to" reaches farther, past what is to be done and where.
_REACH, _FAR = 90, 150
#: "was agreed" is past whatever stands before it.
_SAYS = {"finite": "past"}
#: The marks around what somebody says, and how far before its date that may begin.
_OPENED, _CLOSED, _QUOTE = re.compile('["\u201c]'), re.compile('["\u201d]'), 400
#: A comma after the date mostly begins another thought.
_COMMA = 40


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a language tells tenses, ready for matching."""

    head_final: bool
    goes_on: tuple[str, ...]
    openings: tuple[str, ...]
    joints: frozenset[str]
    not_past: frozenset[str]
    deadline: re.Pattern[str]
    #: What a deadline ends with.
    edges: Edges


@cache
def _manner(language: Language) -> _Manner:
    words = date_words(language)
    told = words.tense
    openings = tuple(f"{word} " for word in told.past)
    joints, not_past = frozenset(told.joints), frozenset(told.not_past)
    edges = Edges([told.deadline], behind=False)
    return _Manner(words.head_final, tuple(told.goes_on), openings, joints, not_past, told.deadline, edges)


class Tenses:
    """The tense words of one article, found once."""

    def __init__(self, article: Article) -> None:
        self._starts = [s.start for s in article.sentences]
        self._article = article
        self._cues: dict[int, list[tuple[int, int, str]]] = {}
        self._manner = _manner(article.language)
        self._head_final = self._manner.head_final
        self._endings = tense_endings(article.language)

    def at(self, start: int, end: int) -> str:
        """``future``, ``past``, ``either`` or ``none``: what the nearest tense word of the sentence says.

        ``later`` where a word behind it speaks of the future.
        """
        text = self._article.text
        if text[start:end].startswith(self._manner.openings):
            return "past"  # "[hôm] 18/7", whatever stands before it
        if self._is_deadline(text, start):
            return "future"  # "agreed to sign by [late November]"
        nearest, tense = _FAR, "none"
        for cue_start, cue_end, says in self._in_sentence(start):
            if cue_end > start and cue_start < end:
                continue
            is_after = cue_start >= end
            between = (end, cue_start) if is_after else (cue_end, start)
            length = between[1] - between[0]
            # Verbs stand behind their dates where they close the sentence.
            is_aside = is_after != self._head_final
            distance = length * _AFTER + _AFTER_START if is_aside else float(length)
            if length >= nearest or distance >= nearest:
                continue  # what stands between only makes it farther
            gap = text[between[0] : between[1]]
            if is_after and _CLOSED.search(gap) and _OPENED.search(text, start - _QUOTE, start):
                continue  # '"... by [mid-December]," he said': who says it does so today
            if is_aside:
                # "확정했고 8월 ... 체결할": a verb that goes on to another clause has been told before the date.
                goes_on = "," in gap or (cue_end <= start and text[cue_start:cue_end].endswith(self._manner.goes_on))
                goes_on = goes_on or ";" in gap or not self._manner.joints.isdisjoint(gap.split())
                distance += _COMMA * goes_on
            near = distance < _REACH or (says == "future" and cue_end <= start)
            if near and distance < nearest:
                behind = cue_start >= end and says == "future" and not self._head_final
                nearest, tense = int(distance), "later" if behind else says
        return tense

    def _is_deadline(self, text: str, start: int) -> bool:
        near = text[max(0, start - DEPTH) : start]
        if not self._manner.edges.fitting(near):
            return False
        return self._manner.deadline.search(text, max(0, start - _REACH), start) is not None

    def _in_sentence(self, place: int) -> list[tuple[int, int, str]]:
        number = max(bisect_right(self._starts, place) - 1, 0)
        known = self._cues.get(number)
        if known is None:
            known = self._cues[number] = self._find(number)
        return known

    def _is_no_verb(self, text: str, start: int, end: int) -> bool:
        """Whether a word only ends like a verb: "seaweed", "the [United] States", "state-[owned]"."""
        word = text[start:end]
        return word.lower() in self._manner.not_past or text[start - 1 : start] == "-" or _is_named(text, start)

    def _find(self, number: int) -> list[tuple[int, int, str]]:
        if not self._article.sentences:
            return []
        sentence = self._article.sentences[number]
        text = self._article.text[sentence.start : sentence.end]
        hits = tense_words(self._article.language).within(self._article.text, sentence.start, sentence.end)
        cues: list[tuple[int, int, str]] = []
        taken: list[tuple[int, int]] = []
        for hit in leftmost(hits):
            start, end, says = hit.start - sentence.start, hit.end - sentence.start, hit.values[0]
            if sentence.role != "headline" and _is_named(text, start):
                continue
            if says != "neither":
                cues.append((start, end, says))
            if says != "neither" or self._head_final:
                taken.append((start, end))
        for tense, endings in self._endings.items():
            for start, end in endings.find(text):
                if not _is_taken(start, taken) and (self._head_final or not self._is_no_verb(text, start, end)):
                    cues.append((start, end, tense))
        ahead = [] if self._head_final else [c for c in cues if c[2] == "future"]
        if ahead:
            cues = [c for c in cues if c[2] != "past" or not any(_belongs(text, f, c) for f in ahead)]
        return sorted((s + sentence.start, e + sentence.start, _SAYS.get(says, says)) for s, e, says in cues)


def _is_taken(start: int, taken: list[tuple[int, int]]) -> bool:
    for first, last in taken:  # noqa: SIM110 - asked of every verb
        if first <= start < last:
            return True
    return False


def _is_named(text: str, start: int) -> bool:
    """Whether a capital inside a sentence makes the word a name: "[Can] Tho", "in [May]", "Mr [Will]"."""
    return start > 0 and text[start].isupper() and text[start - 1] == " "


def _belongs(text: str, future: tuple[int, int, str], past: tuple[int, int, str]) -> bool:
    """Whether the past form hangs on a word of the future: "will be signed", "to be formally opened"."""
    return 0 <= past[0] - future[1] <= _HANGS_ON and text.find(",", future[1], past[0]) < 0
