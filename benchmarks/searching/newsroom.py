"""Made-up articles: words that follow each other as in the texts of the annotated articles, in three languages."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from pactbook.articles.clean import clean
from pactbook.knowledge.gazetteer import bodies
from pactbook.sources.files import read

GOLD = Path(__file__).parents[2] / "tests" / "gold"
LANGUAGES = ("en", "vi", "ko")
#: Words on end in an article, of which so many sentences are made.
SENTENCES, WORDS = 7, (8, 22)
OUTLETS = [f"{name} {kind}" for name in ("Mekong", "Han", "Lotus", "Peninsula", "Delta") for kind in ("Daily", "Wire")]


@dataclass
class Press:
    """The words of one language, each with those that follow it and how often."""

    following: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Learn from a text."""
        tokens = text.split()
        self.words += tokens
        for one, two in pairwise(tokens):
            self.following[one].append(two)

    def sentence(self, draw: random.Random) -> list[str]:
        """Words that follow each other as in the texts; now and then a name that nobody else has."""
        made = [draw.choice(self.words)]
        for _ in range(draw.randint(*WORDS)):
            made.append(draw.choice(self.following.get(made[-1]) or self.words))
        if draw.random() < 0.2:
            made[draw.randrange(len(made))] = invented(draw)
        return made


def invented(draw: random.Random) -> str:
    """A name out of syllables."""
    return "".join(
        draw.choice(("ka", "lo", "mi", "tra", "ven", "so", "ri", "nex", "dan", "u")) for _ in range(4)
    ).title()


def presses() -> dict[str, Press]:
    """The words of the annotated articles, by language."""
    found = {language: Press() for language in LANGUAGES}
    for folder in ("dev", "fresh"):
        for page in sorted((GOLD / folder).rglob("*.*")):
            if page.suffix in (".txt", ".html"):
                article = clean(read(page))
                found[article.language].read(article.text)
    return found


@dataclass(frozen=True)
class Made:
    """One article as it is written: sentences with their places, the bodies that it names."""

    number: int
    language: str
    title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    parties: tuple[tuple[str, str], ...]
    day: str
    outlet: str


class Newsroom:
    """Makes up articles; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._presses = presses()
        named = sorted((key, body) for key, body in bodies().items() if body.country in ("KR", "VN"))
        self._sides = {side: [pair for pair in named if pair[1].country == side] for side in ("KR", "VN")}

    def article(self, number: int) -> Made:
        """One article; its first sentence after the headline names two bodies."""
        draw = self._draw
        language = LANGUAGES[number % 3]
        press = self._presses[language]
        parties = tuple(self._body(side, language) for side in ("KR", "VN"))
        lines = [press.sentence(draw) for _ in range(SENTENCES)]
        lines[1] = [parties[0][1], *lines[1][:4], parties[1][1], *lines[1][4:]]
        text, spans = "", []
        for line in lines:
            start = len(text)
            text += " ".join(line)
            spans.append((start, len(text)))
            text += "\n"
        day = f"{draw.randint(2003, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        return Made(number, language, " ".join(lines[0]), text, tuple(spans), parties, day, draw.choice(OUTLETS))

    def _body(self, side: str, language: str) -> tuple[str, str]:
        known = self._sides[side]
        key, body = known[int(len(known) ** self._draw.random()) - 1]
        names = getattr(body, language) or body.en or body.ko or body.vi
        return key, names[0]
