"""How fast questions are answered over many articles, what the index weighs, and what is found beside plain FTS5.

    python benchmarks/searching [--articles 200000] [--claims 300000] [--keep FILE] [--rounds 60]

The articles are made up: words follow each other as in the texts under tests/gold/dev and the samples (pairs by their
frequency, in three languages), with invented names for the long tail; bodies come from the gazetteer by Zipf's law.
Claims are written straight into the tables, since reading 200,000 articles would measure something else. Words of
questions are drawn from the articles by frequency, without the 50 commonest of each language. Times are wall and CPU
milliseconds of warm questions, p50 and p95; what the first question after opening costs stands apart. Beside it the
same articles are indexed by plain FTS5 (unicode61), in the same file and run.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from asking import measure
from filling import fill, fill_plain
from questions import Asker
from recall import recall
from weight import sizes, update

from pactbook.store.file import RecordFile


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--claims", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="make the record here, or ask the one that is there")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder, "searching.pactbook")
        made = path.exists()
        with RecordFile.open(path) as record:
            if not made:
                start = time.perf_counter()
                fill(record, args.articles, args.claims)
                print(
                    f"{args.articles:,} articles, {args.claims:,} claims written in {time.perf_counter() - start:.0f} s"
                )
                start = time.perf_counter()
                fill_plain(record)
                print(f"plain FTS5 filled in {time.perf_counter() - start:.0f} s")
            measure(record, Asker(record, 7, args.articles), args.rounds)
            recall(record)
            sizes(record)
            update(record, args.articles)


if __name__ == "__main__":
    main()
