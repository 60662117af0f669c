"""Adds articles in small batches, decides on some, rebuilds at times, and says what is stored. Meant to be killed."""

import sys
from dataclasses import replace
from pathlib import Path

from pactbook.model.article import Article, Sentence
from pactbook.model.claim import AgreementClaim, Extraction
from pactbook.model.decision import Decision
from pactbook.model.span import Span
from pactbook.pipeline import rebuilding
from pactbook.pipeline.rebuilding import rebuild
from pactbook.pipeline.reviewing import Review, decision_id
from pactbook.record.anchoring import anchor_of
from pactbook.record.identity import tellings
from pactbook.store.file import RecordFile
from pactbook.store.writing import Reading, write


def article(number: int) -> Extraction:
    """Articles in families of five that tell of one agreement; every seventh repeats its forerunner."""
    family = number // 5
    body = " ".join(f"word{(number - (number % 7 == 1)) * 120 + i}" for i in range(120))
    sentence = f"KOICA and body {family} signed memorandum {family}."
    text = f"{sentence} {body} end {number}."
    span = Span.of(text, 0, len(sentence))
    claim = AgreementClaim(
        "memorandum",
        "signed",
        ("kr.koica", f"vn.body-{family}"),
        "2020-01-02",
        f"matter {family}",
        ("health",),
        (),
        None,
        (span,),
    )
    sentences = (Sentence(0, len(sentence), 0), Sentence(len(sentence) + 1, len(text), 0))
    found = Article(f"a{number:05}", f"{number}.txt", "en", None, None, None, "2020-01-03", text, sentences)
    return Extraction(found, (), (claim,), (), (), "1")


def main(path: str, count: str) -> None:
    """Write all articles, ten at a time; even a small record is rebuilt by several processes."""
    rebuilding.FEW = 0
    with RecordFile.open(Path(path)) as record:
        for start in range(0, int(count), 10):
            made = [article(n) for n in range(start, start + 10)]
            write(record, [Reading(e.article.source, e.article.id, "1", e) for e in made])
            print(start + 10, 0, flush=True)
            print(start + 10, decide(record, made, start), flush=True)
            if start % 100 == 50:
                rebuild(record, workers=2)


def decide(record: RecordFile, made: list[Extraction], start: int) -> int:
    """An edit and a merge about the batch, the same in every run; return the number of the log's decisions."""
    told = [t for e in made for t in tellings(e)]
    for n, decision in enumerate(
        (
            Decision("", "edit", "Mai", "", "", (anchor_of(told[0]),), field="kind", value=("contract",)),
            Decision("", "merge", "Mai", "", "", (anchor_of(told[1]), anchor_of(told[-1]))),
        )
    ):
        timed = replace(decision, when=f"2026-01-01T00:{start:04}:{n}")
        Review(record, "Mai").join([replace(timed, id=decision_id(timed))])
    return len(Review(record, "Mai").log())


if __name__ == "__main__":
    main(*sys.argv[1:])
