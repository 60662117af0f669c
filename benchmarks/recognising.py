"""What it costs, and what it gives, to recognise bodies that the gazetteer does not hold.

    python -m benchmarks.recognising [--rounds N]

Reads the pages of ``tests/gold/dev`` twice, with and without that recognition, in turns with trafilatura alone: CPU
time, the best of N rounds (default 5) after one to warm up. Then scores both readings on the annotated articles in
``tests/gold`` (without those that are kept to measure with).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura
from tests.gold import score
from training.gold import GOLD, gold_articles

from pactbook.articles.clean import clean
from pactbook.claims.claim import claim
from pactbook.errors import SourceError
from pactbook.export.codebook import codebook
from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.agreements import find_cues
from pactbook.mentions.dates.find import find_dates
from pactbook.mentions.money.find import find_money
from pactbook.mentions.organisations.candidate import settle
from pactbook.mentions.organisations.known import known_names
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.mentions.states import find_states
from pactbook.model.article import Article
from pactbook.model.claim import Extraction
from pactbook.model.mention import BodyMention, Mentions
from pactbook.model.source import Source
from pactbook.model.span import Span
from pactbook.pipeline.entrance import sources
from pactbook.pipeline.extraction import extract

SLOTS = ("organisations", "agreements.found", "agreements.slots", "agreements.whole")
Reader = Callable[[Source], object]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    pages = [s for s in sources([str(GOLD / "dev")]) if isinstance(s, Source) and s.data.lstrip()[:1] == b"<"]
    readers: dict[str, Reader] = {
        "all bodies": extract,
        "gazetteer alone": extract_listed,
        "trafilatura alone": lambda page: trafilatura.bare_extraction(page.data, with_metadata=True),
    }
    times = best_of(rounds, pages, list(readers.values()))
    print(f"{len(pages)} pages")
    for name, seconds in zip(readers, times, strict=True):
        print(f"  {name:18} {1000 * seconds / len(pages):6.2f} ms  {seconds / times[-1]:.2f}× trafilatura")
    print("\nF1 on the annotated articles  " + "  ".join(SLOTS))
    for name, reader in (("all bodies", extract), ("gazetteer alone", extract_listed)):
        print(f"  {name:28}  " + "  ".join(f"{share:{len(slot)}.3f}" for slot, share in scored(reader).items()))


def best_of(rounds: int, pages: list[Source], readers: list[Reader]) -> list[float]:
    """The least CPU seconds of each reader over ``pages``, page by page in turns."""
    best = [float("inf")] * len(readers)
    for _ in range(rounds + 1):
        spent = [0.0] * len(readers)
        for page in pages:
            for place, reader in enumerate(readers):
                start = time.process_time()
                reader(page)
                spent[place] += time.process_time() - start
        best = list(map(min, best, spent))
    return best


def extract_listed(source: Source) -> Extraction:
    """What the source states, where only bodies of the gazetteer are known."""
    article = clean(source)
    return claim(article, listed_mentions(article))


def listed_mentions(article: Article) -> Mentions:
    """Every mention, of bodies those that the gazetteer holds alone."""
    states = find_states(article)
    page = Page(article, states)
    found = []
    for name in settle(known_names(page, vocabulary(article.language))):
        key = next(iter(name.keys), None)
        if key and not key.endswith(".government"):  # which stands for its state, found with the states
            span, body = Span.of(page.text, name.start, name.end), bodies()[key]
            found.append(BodyMention(span, span.text, key, body.kind, body.country, name.rule))
    found.sort(key=lambda one: one.span.start)
    return Mentions(tuple(found), states, find_money(article), find_dates(article), find_cues(article))


def scored(reader: Callable[[Source], Extraction]) -> dict[str, float]:
    """Slot → F1 of what ``reader`` makes of the annotated articles."""
    total = score.Score()
    for gold in gold_articles():
        path = Path(gold["path"])
        try:
            total.article(gold, codebook(reader(Source(str(path), path.read_bytes()))))
        except SourceError:
            total.article(gold, {})
    table = total.table()
    return {slot: table[slot]["f1"] for slot in SLOTS}


if __name__ == "__main__":
    main()
