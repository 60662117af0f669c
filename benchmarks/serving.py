"""How long the server takes for each page of a large record: at first sight, again, and right after a decision.

    python benchmarks/serving.py [--fill 8000] [--keep FILE] [--rounds 3]

The record is filled with made-up articles (those of growing.py), or taken from FILE where it is there already. Times
are wall milliseconds of a whole answer over a connection of its own, a redirect included. Beside every page stands the
page "Add" of the same server, which asks the record for next to nothing: what is left of a page's time beside it is
what the record costs. Between two decisions lies a second, as an analyst's day has many. On a machine with other work
wall times are two to three times these.
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from growing import Newsroom, written

from pactbook.pipeline.book import open_record

#: What a server reads ahead in a large record takes so long; then it has been kept in the record.
_AHEAD = 60
_PEER = "/add"
_PAGES = (
    *("/", "/search", "/search?q=rice", "/search?q=Samsung&country=KR", "/search?kind=memorandum&sort=amount"),
    *("/search?what=figures", "/search?what=organisations&country=VN", "/search?what=articles&q=energy"),
    *("/search/table", "/figures", "/network", "/network?most=250", "/timeline", "/timeline?by=quarter&of=status"),
    *("/review", "/review/unsure", "/review/conflicts", "/review/pairs", "/review/bodies", "/review/lost"),
    *("/decisions", "/saved", _PEER),
)


class Visitor:
    """Asks a server for pages, and decides something now and then."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookies: dict[str, str] = {}
        self._token = ""
        self._made = 0

    def page(self, address: str) -> float:
        """Milliseconds until the last byte; a redirect is followed. Raises RuntimeError for anything but a page."""
        start = time.perf_counter()
        answer = self.ask("GET", address)
        while answer.status == http.client.SEE_OTHER:
            answer = self.ask("GET", answer.getheader("location") or "/")
        if answer.status != http.client.OK:
            raise RuntimeError(f"{address}: {answer.status}")
        return 1000 * (time.perf_counter() - start)

    def json(self, address: str) -> Any:
        """What the API answers."""
        return json.loads(self.ask("GET", address).body)

    def decide(self, ids: list[str]) -> None:
        """Correct the next agreement as an analyst would, with the form of its page."""
        name = ids[self._made % len(ids)]
        self._made += 1
        if not self._token:
            page = self.ask("GET", f"/agreement/{name}").body.decode()
            self._token = re.findall(r'name="form_token" value="([^"]+)"', page)[0]
        said = {"form_token": self._token, "who": "Benchmark", "field": "place", "value": f"Hue {self._made}"}
        answer = self.ask("POST", f"/agreement/{name}/edit", urlencode(said))
        if answer.status != http.client.SEE_OTHER:
            raise RuntimeError(f"the decision was refused: {answer.status}")

    def ask(self, method: str, address: str, body: str | None = None) -> Answer:
        """One request over a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=600)
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Cookie": cookies, "Origin": f"http://127.0.0.1:{self._port}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, address, body, headers)
        answer = Answer(connection.getresponse())
        self._cookies |= answer.cookies
        connection.close()
        return answer


class Answer:
    """A whole answer."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.body = response.read()
        self.status = response.status
        self.getheader = response.getheader
        told = (cookie.partition(";")[0] for cookie in response.headers.get_all("set-cookie") or [])
        self.cookies = {name: value for name, _, value in (one.partition("=") for one in told)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fill", type=int, default=8000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = args.keep or Path(folder, "large.pactbook")
        if not record.exists():
            fill(record, Path(folder, "news"), args.fill)
        with serving(record) as port:
            # Opened for the first time by this version, a record is read as a whole once, and that is kept in it.
            Visitor(port).page("/review")
            time.sleep(_AHEAD)
        measure(record, args.rounds)


def fill(record: Path, folder: Path, number: int) -> None:
    """Add made-up articles."""
    with open_record(record) as book:
        book.add(*map(str, written(folder, Newsroom(1), number)))


@contextmanager
def serving(record: Path) -> Iterator[int]:
    """The port of a server of ``record``."""
    command = [sys.executable, "-c", "from pactbook.cli import main; main()", "serve", "--port", "0"]
    server = subprocess.Popen(
        [*command, "--record", str(record)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout
        lines = (re.search(r"http://127\.0\.0\.1:(\d+)/", line) for line in server.stdout)
        yield int(next(found for found in lines if found)[1])
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def measure(record: Path, rounds: int) -> None:
    """Each page at first sight, again, and after a decision each."""
    with serving(record) as port:
        visitor = Visitor(port)
        time.sleep(_AHEAD / 3)
        held = visitor.json("/api/v1/agreements?limit=100&sort=sources")
        ids = [one["id"] for one in held["items"]]
        pages = [*_PAGES, f"/agreement/{ids[0]}", "/organisation/kr.koica"]
        first = {page: visitor.page(page) for page in pages}
        again = {page: min(visitor.page(page) for _ in range(rounds)) for page in pages}
        after: dict[str, list[float]] = {page: [] for page in pages}
        for _ in range(rounds):
            for page in pages:
                time.sleep(1)
                visitor.decide(ids)
                after[page].append(visitor.page(page))
    print(f"{'page':44} {'first':>6} {'again':>6}   after a decision (median, most), beside {_PEER}")
    peer = statistics.median(after[_PEER])
    for page in sorted(pages, key=lambda page: -max(after[page])):
        middle, most = statistics.median(after[page]), max(after[page])
        print(f"{page:44} {first[page]:6.0f} {again[page]:6.0f}   {middle:6.0f} {most:6.0f}   {middle / peer:5.1f}×")


if __name__ == "__main__":
    main()
