"""Interviews: who answers, and in which paragraphs he or she speaks for a body without naming it."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.article import Sentence

#: So many questions with answers make an interview; where the headline calls it one, fewer.
_QUESTIONS, _CALLED = 3, 2
#: Who answers is introduced in the first sentences.
_INTRODUCED = 8
#: A question is no longer, in characters.
_LONGEST = 300
#: How far before a name the word for its head or envoy may begin, in characters.
_TITLE = 30
#: The same for the person who speaks for it.
_PERSON = 60


class Interview(Struct, frozen=True):
    """``speaks_for`` is the body of who answers, None where it is not known.

    ``answers`` are paragraphs, each with the one body that its question names, or None.
    """

    speaks_for: Named | None
    answers: dict[int, Named | None]


@lru_cache(maxsize=1)  # every "we" of an article asks
def interview_of(scene: Scene) -> Interview | None:
    """The interview that the article is, or None: questions in paragraphs of their own, each with its answer."""
    paragraphs = [list(group) for _, group in groupby(scene.article.sentences, attrgetter("paragraph"))]
    asked = [_asks(scene, paragraph) for paragraph in paragraphs]
    called = paragraphs and scene.grammar.interview.search(scene.plain, 0, paragraphs[0][-1].end)
    answered = sum(here and not behind for here, behind in zip(asked, [*asked[1:], True], strict=True))
    if answered < (_CALLED if called else _QUESTIONS):
        return None
    answers: dict[int, Named | None] = {}
    question: list[Sentence] = []
    for paragraph, asks in zip(paragraphs, asked, strict=True):
        if asks:
            question = paragraph
        elif question:
            answers[paragraph[0].paragraph] = _asked_about(scene, question)
    return Interview(_introduced(scene), answers)


def _asked_about(scene: Scene, question: list[Sentence]) -> Named | None:
    """The one body that a question names: "What ties you to Saigon Newport?"."""
    named = {n.id: n for n in scene.named_in(question[0].start, question[-1].end) if n.kind != STATE}
    return next(iter(named.values())) if len(named) == 1 else None


def _asks(scene: Scene, paragraph: list[Sentence]) -> bool:
    start, end = paragraph[0].start, paragraph[-1].end
    if end - start > _LONGEST or paragraph[0].role == "headline":
        return False
    closes = scene.text[start:end].rstrip("”\"'’ )").endswith("?")
    return closes or bool(scene.grammar.asks.match(scene.plain, start))


def _introduced(scene: Scene) -> Named | None:
    """The first body whose head is named among the first sentences, be it in the headline."""
    sentences = scene.article.sentences[:_INTRODUCED]
    for name in scene.named_in(0, sentences[-1].end if sentences else 0):
        if name.kind != STATE and has_title(scene, name):
            return name
    return None


def has_title(scene: Scene, name: Named) -> bool:
    """Whether somebody who speaks for the body stands beside its name: "Tổng giám đốc Samsung", "삼성 사장"."""
    if scene.words.korean.grammar.title.match(scene.plain, name.end):
        return True
    if scene.grammar.spoken_by.match(scene.plain, name.end):
        return True
    if scene.grammar.person_of.search(scene.text, max(0, name.start - _PERSON), name.start):
        return True
    before = scene.before(name.start, _TITLE).rstrip()
    for holder in scene.words.linking.holder:
        before = before.removesuffix(f" {holder} the").removesuffix(f" {holder}")
    return before.endswith(tuple(map(str.lower, scene.words.linking.people)))
