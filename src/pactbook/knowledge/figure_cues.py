"""Every word that speaks of a measure or a status, compiled for one scan of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pactbook.knowledge.beside import HANGS
from pactbook.knowledge.figure_words import FigureWords, MeasureWords, StatusWords, figure_words
from pactbook.model.article import Language
from pactbook.text.lexicon import Lexicon

#: A space that Korean writers may leave out.
_HANGUL_SPACE = re.compile(r"(?<=[가-힣]) (?=[가-힣])")

#: What a word says: (kind, value, how): "measure", "status", "firm", "region" or "not"; which; the field it stands in.
Says = tuple[str, str, str]


@cache
def figure_cues(language: Language) -> Lexicon[Says]:
    """Every word that speaks of a measure or a status; phrases that must not be read so say ``not``."""
    return Lexicon(_cues(figure_words(language)))


def _cues(words: FigureWords) -> Iterator[tuple[str, Says]]:
    for phrase, says in _said(words):
        yield phrase, says
        solid = _HANGUL_SPACE.sub("", phrase)
        if solid != phrase:
            yield solid, says


def _said(words: FigureWords) -> Iterator[tuple[str, Says]]:
    for kind, how in (("not", "not_a_cue"), ("firm", "one_firm"), ("region", "regions"), ("anyone", "anyone")):
        for phrase in getattr(words, how):
            yield phrase, (kind, "", how)
    for phrase in words.not_a_status:
        yield phrase, ("status", "", "not_a_status")
    for measure, cues in words.measures.items():
        for how in (h for h in MeasureWords.__struct_fields__ if h != "abroad"):
            for phrase in (p for p in getattr(cues, how) if not p.startswith(HANGS)):
                yield phrase, ("measure", measure, how)
    for status, status_words in words.statuses.items():
        for how in StatusWords.__struct_fields__:
            for phrase in (p for p in getattr(status_words, how) if not p.startswith(HANGS)):
                yield phrase, ("status", status, how)
