"""Where the time goes per article, beside trafilatura alone on the same pages in the same run, on one core.

    python benchmarks/extraction.py PATH... [--rounds N]

PATH are files and folders. Times are CPU time, the best of N rounds (default 5) after one to warm up; knowledge is
loaded before. trafilatura is asked for what pactbook needs of a page: text and metadata with the publication date.
Texts that are no pages have no peer and stand in a table of their own.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

import trafilatura

from pactbook.articles.clean import clean
from pactbook.claims.claim import claim
from pactbook.errors import SourceError
from pactbook.mentions.find import find
from pactbook.model.source import Source
from pactbook.pipeline.entrance import sources
from pactbook.pipeline.extraction import extract

T = TypeVar("T")
Times = dict[str, float]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    readable = [s for s in sources(args.paths) if isinstance(s, Source) and _is_article(s)]
    pages = [s for s in readable if s.data.lstrip()[:1] == b"<"]
    texts = [s for s in readable if s not in pages]
    for name, group in (("pages", pages), ("texts", texts)):
        if group:
            _print(name, group, best_of(args.rounds, group, peer=name == "pages"))


def best_of(rounds: int, group: list[Source], *, peer: bool) -> Times:
    """The least CPU time of each stage over ``group``, in seconds."""
    best: Times = defaultdict(lambda: float("inf"))
    for _ in range(rounds + 1):
        for stage, seconds in one_round(group, peer=peer).items():
            best[stage] = min(best[stage], seconds)
    return best


def one_round(group: Iterable[Source], *, peer: bool) -> Times:
    """The CPU time of each stage over ``group``, in seconds."""
    spent: Times = defaultdict(float)

    def timed(stage: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        spent[stage] += time.process_time() - start
        return result

    for source in group:
        article = timed("articles", lambda s=source: clean(s))
        mentions = timed("mentions", lambda a=article: find(a))
        timed("claims", lambda a=article, m=mentions: claim(a, m))
        if peer:
            timed("trafilatura alone", lambda s=source: trafilatura.bare_extraction(s.data, with_metadata=True))
    return spent


def _is_article(source: Source) -> bool:
    try:
        extract(source)
    except SourceError:
        return False
    return True


def _print(name: str, group: list[Source], best: Times) -> None:
    stages = ("articles", "mentions", "claims")
    whole = sum(best[s] for s in stages)
    words = sum(len(extract(s).article.text.split()) for s in group)
    print(f"\n{len(group)} {name}, {words:,} words")
    for stage in stages:
        print(f"  {stage:20} {1000 * best[stage] / len(group):7.2f} ms  {best[stage] / whole:5.0%}")
    row = "  {:20} {:7.2f} ms  {}"
    print(row.format("pactbook in all", 1000 * whole / len(group), f"{words / whole:,.0f} words a second"))
    if peer := best.get("trafilatura alone"):
        print(row.format("trafilatura alone", 1000 * peer / len(group), f"pactbook takes {whole / peer:.2f}× as long"))


if __name__ == "__main__":
    main()
