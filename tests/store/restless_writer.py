"""Writes articles in small batches and says after each batch how many are stored. Meant to be killed."""

import sys
from pathlib import Path

from pactbook.model.article import Article, Sentence
from pactbook.model.claim import AgreementClaim, Extraction
from pactbook.model.span import Span
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
    """Write all articles, ten at a time."""
    with RecordFile.open(Path(path)) as record:
        for start in range(0, int(count), 10):
            made = [article(n) for n in range(start, start + 10)]
            write(record, [Reading(e.article.source, e.article.id, "1", e) for e in made])
            print(start + 10, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
