"""Articles a second into a new record, at 1, 2, ... workers up to the number of cores, and adding them again.

    python benchmarks/adding.py PATH...

Wall time, one run each. The peak memory is that of the main process.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import pactbook
from pactbook.pipeline.crew import cores


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    paths = parser.parse_args().paths
    with tempfile.TemporaryDirectory() as folder:
        for workers in range(1, cores() + 1):
            with pactbook.open_record(Path(folder, f"{workers}.pactbook")) as record:
                first, again = timed(record, paths, workers), timed(record, paths, workers)
            print(f"{workers} workers: {first:,.0f} articles a second; again: {again:,.0f} a second")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(f"peak memory: {peak / 2**20:,.0f} MiB")


def timed(record: pactbook.Record, paths: list[str], workers: int) -> float:
    """Sources a second."""
    start = time.perf_counter()
    summary = record.add(*paths, workers=workers)
    return summary.read / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
