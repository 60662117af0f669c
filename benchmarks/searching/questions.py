"""Questions drawn from the articles by the frequency of their words, without the 50 commonest of each language."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from pactbook.model.words import AGREEMENT_KINDS
from pactbook.store.file import RecordFile

#: Parts of names of bodies.
PARTS = ("Samsung", "현대", "Đồng Nai", "Bank", "trade", "대학교", "Công ty", "KOICA", "ministry of industry", "Hanoi")
WORD = re.compile(r"[^\W\d_]{2,}")


class Asker:
    """Draws questions from the articles."""

    def __init__(self, record: RecordFile, seed: int, articles: int) -> None:
        self.draw = random.Random(seed)
        with record.reading() as connection:
            keys = [self.draw.randint(1, articles) for _ in range(400)]
            rows = [
                connection.exec_driver_sql("SELECT language, text FROM articles WHERE key = ?", (k,)).one()
                for k in keys
            ]
        self._texts = [(row[0], [WORD.findall(line) for line in row[1].splitlines()]) for row in rows]
        common: dict[str, Counter[str]] = defaultdict(Counter)
        for language, lines in self._texts:
            common[language].update(word.lower() for line in lines for word in line)
        self._stop = {word for counted in common.values() for word, _ in counted.most_common(50)}

    def line(self, words: int) -> list[str]:
        """A line of an article with at least so many words, without the commonest ones."""
        while True:
            _, lines = self.draw.choice(self._texts)
            kept = [word for word in self.draw.choice(lines) if word.lower() not in self._stop]
            if len(kept) >= words:
                return kept

    def word(self) -> str:
        return self.draw.choice(self.line(1))

    def phrase(self) -> str:
        while True:
            _, lines = self.draw.choice(self._texts)
            line = self.draw.choice(lines)
            if len(line) > 2:
                at = self.draw.randrange(len(line) - 1)
                return f'"{line[at]} {line[at + 1]}"'

    def together(self) -> str:
        return " AND ".join(self.draw.sample(self.line(2), 2))

    def prefix(self) -> str:
        while True:
            word = self.word()
            if len(word) > 4 and word.isascii():
                return word[:4] + "*"

    def either(self) -> str:
        return f"{self.word()} OR {self.word()}"


def questions(asker: Asker, rounds: int) -> Iterator[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    """Kinds of questions, with questions."""
    yield "one word", [(asker.word(), {}) for _ in range(rounds)]
    yield "phrase", [(asker.phrase(), {}) for _ in range(rounds)]
    yield "AND", [(asker.together(), {}) for _ in range(rounds)]
    yield "OR", [(asker.either(), {}) for _ in range(rounds)]
    yield "prefix", [(asker.prefix(), {}) for _ in range(rounds)]
    picked = asker.draw.choice
    yield "party by a part of its name", [("", {"party": picked(PARTS)}) for _ in range(rounds)]
    yield (
        "word and filters",
        [
            (asker.word(), {"kind": picked(AGREEMENT_KINDS), "since": str(picked(range(2005, 2024))), "country": "KR"})
            for _ in range(rounds)
        ],
    )
