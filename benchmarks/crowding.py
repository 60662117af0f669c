"""What it costs when very many articles tell of one deal, or print one story.

    python benchmarks/crowding.py [--articles 1000]

CPU seconds of storing so many articles, and half of them, that tell of one deal in the very same words; in ever other
words (ten subjects, four sets of parties, three stages, three languages, ten days, sums or none: nearly every article
tells it in a way of its own); and that print one wire story, cut and edited. Twice the articles should cost twice.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pactbook.model.article import Article, Sentence
from pactbook.model.claim import AgreementClaim, Because, Extraction, Value
from pactbook.model.span import Span
from pactbook.store.file import RecordFile
from pactbook.store.rebuilding import rebuild
from pactbook.store.writing import Reading, write

BATCH = 64
SUBJECTS = ("smart grids", "cooperation in smart grids", "development of smart grids in Vietnam", "power grids")
SUBJECTS += ("a smart grid pilot", "smart grid cooperation and training", "grid modernisation in central provinces")
SUBJECTS += ("smart grid technology transfer", "smart grids and storage", "energy storage and smart grids")
PARTIES = (("kr.kepco", "vn.evn"), ("kr.kepco", "vn.evn"), ("kr.kepco", "vn.evn", "vn.moit"), ("kr.kepco",))
SECTORS = (("energy",), ("energy",), ("energy", "science"), ("energy", "development"))
SUMS = ((), (Value(1e8, 1e8, "USD"),))
DATES = {"signed": ("2020-05-06", "2020-05", None), "planned": ("2020-05", "2020-05-06"), "in_force": ("2020-09-01",)}


def deal(number: int, draw: random.Random, *, varied: bool) -> Extraction:
    """An article that tells of the deal, always alike or in a way of its own."""

    def pick(options: tuple[Any, ...]) -> Any:
        return draw.choice(options) if varied else options[0]

    status = pick(("signed", "planned", "in_force"))
    published = "2020-05-01" if status == "planned" else f"2020-05-{pick(tuple(range(7, 17))):02}"
    lead = f"KEPCO and EVN signed a memorandum, number {number}."
    text = f"{lead} {' '.join(f'w{number * 131 + n}' for n in range(60))}."
    span = Span.of(text, 0, len(lead))
    claim = AgreementClaim(
        kind="memorandum",
        status=status,
        parties=pick(PARTIES),
        date=pick(DATES[status]),
        subject=pick(SUBJECTS),
        sectors=pick(SECTORS),
        value=pick(SUMS),
        place=None,
        evidence=(span,),
        because=(Because("status", span, "made up"),),
    )
    return told(number, text, pick(("en", "vi", "ko")), published, claim)


def story(number: int) -> Extraction:
    """A printing of the wire story: its end is cut, one word in twenty is another one."""
    words = random.Random("wire").choices([a + b + c for a in "bdgklmnprst" for b in "aeiou" for c in "klmnrs"], k=300)
    edit = random.Random(number)
    kept = [w if edit.random() > 0.05 else w[::-1] for w in words[: edit.randint(200, 300)]]
    return told(number, f"{' '.join(kept)} {number}.", "en", f"2020-05-{number % 28 + 1:02}")


def told(number: int, text: str, language: str, published: str, *claims: AgreementClaim) -> Extraction:
    """An article that says so much and no more."""
    name = f"{random.Random(number).getrandbits(64):016x}"
    sentences = (Sentence(0, len(text), 0),)
    article = Article(name, f"{number}.txt", language, None, None, None, published, text, sentences)  # type: ignore[arg-type]
    return Extraction(article, (), claims, (), (), "1")


def measure(name: str, articles: int, make: Callable[[int], Extraction]) -> None:
    """Store the articles batch by batch; print CPU seconds of half and all, and of putting all together anew."""
    with tempfile.TemporaryDirectory() as folder, RecordFile.open(Path(folder, "record")) as record:
        start, half = time.process_time(), 0.0
        for at in range(0, articles, BATCH):
            some = [make(number) for number in range(at, min(at + BATCH, articles))]
            write(record, [Reading(e.article.source, e.article.id, "1", e) for e in some])
            if not half and at + BATCH >= articles / 2:
                half = time.process_time() - start
        stored = time.process_time() - start
        with record.writing() as connection:
            start = time.process_time()
            rebuild(connection)
        print(
            f"{name:22} {half:7.1f} s for half, {stored:.1f} s for all, rebuilt in {time.process_time() - start:.1f} s"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    number = parser.parse_args().articles
    draw = random.Random(5)
    measure("one deal, alike", number, lambda n: deal(n, draw, varied=False))
    measure("one deal, ever other", number, lambda n: deal(n, draw, varied=True))
    measure("one story, edited", number, story)


if __name__ == "__main__":
    main()
