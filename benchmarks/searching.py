"""How fast questions are answered over many articles, what the index weighs, and what is found beside plain FTS5.

    python benchmarks/searching.py [--articles 200000] [--claims 300000] [--keep FILE] [--rounds 60]

The articles are made up: words follow each other as in the texts under tests/gold/dev and the samples (pairs by their
frequency, in three languages), with invented names for the long tail; bodies come from the gazetteer by Zipf's law.
Claims are written straight into the tables, since reading 200,000 articles would measure something else. Words of
questions are drawn from the articles by frequency, without the 50 commonest of each language. Times are wall and CPU
milliseconds of warm questions, p50 and p95; what the first question after opening costs stands apart. Beside it the
same articles are indexed by plain FTS5 (unicode61), in the same file and run.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, insert

from pactbook.articles.clean import clean
from pactbook.knowledge.gazetteer import bodies
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, FIGURE_STATUSES, MEASURES, SECTORS
from pactbook.search.facets import count_facets
from pactbook.search.page import find_page
from pactbook.search.query import Query
from pactbook.search.suggestions import suggest
from pactbook.search.syntax import Phrase
from pactbook.search.wording import asked
from pactbook.sources.files import read
from pactbook.store import fulltext
from pactbook.store import tables as t
from pactbook.store.file import RecordFile
from pactbook.text.fold import fold, fold_name

GOLD = Path(__file__).parents[1] / "tests" / "gold"
LANGUAGES = ("en", "vi", "ko")
#: Articles that are written in one transaction.
BATCH = 2000
#: Words on end in an article, of which so many sentences are made.
SENTENCES, WORDS = 7, (8, 22)
OUTLETS = [f"{name} {kind}" for name in ("Mekong", "Han", "Lotus", "Peninsula", "Delta") for kind in ("Daily", "Wire")]
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass
class Press:
    """The words of one language, each with those that follow it and how often."""

    following: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Learn from a text."""
        tokens = text.split()
        self.words += tokens
        for one, two in pairwise(tokens):
            self.following[one].append(two)

    def sentence(self, draw: random.Random) -> list[str]:
        """Words that follow each other as in the texts; now and then a name that nobody else has."""
        made = [draw.choice(self.words)]
        for _ in range(draw.randint(*WORDS)):
            made.append(draw.choice(self.following.get(made[-1]) or self.words))
        if draw.random() < 0.2:
            made[draw.randrange(len(made))] = invented(draw)
        return made


def invented(draw: random.Random) -> str:
    """A name out of syllables."""
    return "".join(
        draw.choice(("ka", "lo", "mi", "tra", "ven", "so", "ri", "nex", "dan", "u")) for _ in range(4)
    ).title()


def presses() -> dict[str, Press]:
    """The words of the annotated articles, by language."""
    found = {language: Press() for language in LANGUAGES}
    for folder in ("dev", "fresh"):
        for page in sorted((GOLD / folder).rglob("*.*")):
            if page.suffix in (".txt", ".html"):
                article = clean(read(page))
                found[article.language].read(article.text)
    return found


@dataclass(frozen=True)
class Made:
    """One article as it is written: sentences with their places, the bodies that it names."""

    number: int
    language: str
    title: str
    text: str
    spans: tuple[tuple[int, int], ...]
    parties: tuple[tuple[str, str], ...]
    day: str
    outlet: str


class Newsroom:
    """Makes up articles; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._presses = presses()
        named = sorted((key, body) for key, body in bodies().items() if body.country in ("KR", "VN"))
        self._sides = {side: [pair for pair in named if pair[1].country == side] for side in ("KR", "VN")}

    def article(self, number: int) -> Made:
        """One article; its first sentence after the headline names two bodies."""
        draw = self._draw
        language = LANGUAGES[number % 3]
        press = self._presses[language]
        parties = tuple(self._body(side, language) for side in ("KR", "VN"))
        lines = [press.sentence(draw) for _ in range(SENTENCES)]
        lines[1] = [parties[0][1], *lines[1][:4], parties[1][1], *lines[1][4:]]
        text, spans = "", []
        for line in lines:
            start = len(text)
            text += " ".join(line)
            spans.append((start, len(text)))
            text += "\n"
        day = f"{draw.randint(2003, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        return Made(number, language, " ".join(lines[0]), text, tuple(spans), parties, day, draw.choice(OUTLETS))

    def _body(self, side: str, language: str) -> tuple[str, str]:
        known = self._sides[side]
        key, body = known[int(len(known) ** self._draw.random()) - 1]
        names = getattr(body, language) or body.en or body.ko or body.vi
        return key, names[0]


# --- writing ---


def fill(record: RecordFile, articles: int, claims: int) -> None:
    """Write so many articles with so many claims: three agreements to two figures."""
    newsroom, draw = Newsroom(1), random.Random(2)
    told, figures = claims * 3 // 5 / articles, claims * 2 // 5 / articles
    for start in range(0, articles, BATCH):
        with record.writing() as connection:
            batch = [newsroom.article(n) for n in range(start, min(start + BATCH, articles))]
            write(connection, batch, draw, (told, figures))


def write(connection: Connection, batch: Sequence[Made], draw: random.Random, rates: tuple[float, float]) -> None:
    """Write a batch: rows and index."""
    rows: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for made in batch:
        key = made.number + 1
        rows[t.articles].append(article_row(made, key))
        for n, (body, name) in enumerate(made.parties):
            known = bodies()[body]
            rows[t.bodies].append(
                {"article": key, "body": body, "n": n, "kind": known.kind, "country": known.country, "rule": "made"}
            )
            rows[t.body_names].append({"article": key, "body": body, "n": 0, "name": name, "folded": fold_name(name)})
        fulltext.add_article(
            connection, fulltext.Page(key, made.title, made.text, frozenset(body for body, _ in made.parties))
        )
        for n in range(so_many(rates[0], draw)):
            agreement(connection, made, n, draw, rows)
        for n in range(so_many(rates[1], draw)):
            figure(connection, made, n, draw, rows)
    order = (t.articles, t.bodies, t.body_names, t.agreement_claims, t.agreements)
    for table in (*order, *(table for table in rows if table not in order)):
        if rows[table]:
            connection.execute(insert(table), rows[table])


def so_many(rate: float, draw: random.Random) -> int:
    """A whole number that is ``rate`` on average."""
    return int(rate) + (draw.random() < rate % 1)


def name_of(*parts: object) -> str:
    """An id."""
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def article_row(made: Made, key: int) -> dict[str, Any]:
    """The row of an article."""
    sentences = [[a, b, n, "headline" if n == 0 else "body"] for n, (a, b) in enumerate(made.spans)]
    return {
        "key": key, "id": name_of("article", made.number), "source": f"{made.number}.html", "language": made.language,
        "title": made.title, "outlet": made.outlet, "published": made.day, "first": made.day, "last": made.day,
        "text": made.text, "sentences": msgspec.json.encode(sentences).decode(), "version": "made",
    }  # fmt: skip


def agreement(
    connection: Connection, made: Made, n: int, draw: random.Random, rows: dict[Any, list[dict[str, Any]]]
) -> None:
    """A claim about an agreement: a new one, or in a third of the cases one that was told before."""
    key = len(_TOLD) + 1
    own = name_of("claim", made.number, n)
    again = draw.random() < 1 / 3 and key > 1
    record = _TOLD[int(len(_TOLD) * draw.random())] if again else own
    _TOLD.append(record)
    start, end = made.spans[1 + n % 3]
    quote = made.text[start:end]
    kind, status, sector = draw.choice(AGREEMENT_KINDS), draw.choice(AGREEMENT_STATUSES), draw.choice(SECTORS)
    rows[t.agreement_claims].append(
        {
            "key": key, "id": own, "article": made.number + 1, "n": n, "kind": kind, "status": status, "date": made.day,
            "subject": quote[:60], "rivals": 0, "record": record, "sort": own,
        }
    )  # fmt: skip
    rows[t.agreement_evidence].append(
        {"claim": key, "n": 0, "cell": "evidence", "start": start, "end": end, "text": quote}
    )
    rows[t.claim_sectors].append({"claim": key, "n": 0, "sector": sector})
    parties = [{"party": body, "country": bodies()[body].country} for body, _ in made.parties]
    rows[t.claim_parties] += [{"claim": key, "n": place} | party for place, party in enumerate(parties)]
    if draw.random() < 0.3:
        amount = round(10 ** draw.uniform(5, 10))
        rows[t.claim_values].append({"claim": key, "n": 0, "low": amount, "high": amount, "currency": "USD"})
    if again:
        rows[t.bonds].append({"sort": min(own, record), "other": max(own, record), "score": 50})
    else:
        rows[t.agreements].append(
            {
                "id": own, "kind": kind, "status": status, "date": made.day, "first": made.day, "last": made.day,
                "subject": quote[:60], "claims": 1,
            }
        )  # fmt: skip
        rows[t.agreement_parties] += [{"agreement": own} | party for party in parties]
        rows[t.agreement_sectors].append({"agreement": own, "sector": sector})
    fulltext.add_agreement(connection, key, quote[:60], quote, dict(made.parties))


#: The agreement of each claim, by key.
_TOLD: list[str] = []
_SUMS = [0]


def figure(
    connection: Connection, made: Made, n: int, draw: random.Random, rows: dict[Any, list[dict[str, Any]]]
) -> None:
    """A claim about a sum."""
    _SUMS[0] += 1
    key = _SUMS[0]
    start, end = made.spans[4 + n % 3]
    amount = round(10 ** draw.uniform(5, 11))
    rows[t.figure_claims].append(
        {
            "key": key, "id": name_of("figure", made.number, n), "article": made.number + 1, "n": n, "start": start,
            "end": start + 5, "text": made.text[start : start + 5], "low": amount, "high": amount, "currency": "USD",
            "qualifier": "exact", "measure": draw.choice(MEASURES), "status": draw.choice(FIGURE_STATUSES),
            "period": made.day[:4], "first": f"{made.day[:4]}-01-01", "last": f"{made.day[:4]}-12-31",
            "source": "KR", "target": "VN",
        }
    )  # fmt: skip
    fulltext.add_figure(connection, key, made.text[start:end], [body for body, _ in made.parties])


def fill_plain(record: RecordFile) -> None:
    """The same texts in plain FTS5."""
    with record.writing() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE plain USING fts5(title, text, content = '')")
        connection.exec_driver_sql("INSERT INTO plain(rowid, title, text) SELECT key, title, text FROM articles")


# --- asking ---


@dataclass
class Times:
    """Milliseconds of one kind of question."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, ask: Callable[[], object]) -> None:
        """Time one question."""
        wall, cpu = time.perf_counter(), time.process_time()
        ask()
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)

    def __str__(self) -> str:
        """p50 and p95 of wall and CPU time."""
        return "  ".join(f"{statistics.median(ms):7.1f} {quantile(ms):7.1f}" for ms in (self.wall, self.cpu))


def quantile(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


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
    yield (
        "word and filters",
        [
            (asker.word(), {"kind": picked(AGREEMENT_KINDS), "since": str(picked(range(2005, 2024))), "country": "KR"})
            for _ in range(rounds)
        ],
    )


def measure(record: RecordFile, asker: Asker, rounds: int) -> None:
    """Ask, and print the times."""
    print(f"\n{'':34}{'wall p50':>8}{'p95':>8}{'CPU p50':>10}{'p95':>8}   answers (median)")
    for what in ("articles", "agreements"):
        opening = Times()
        opening.take(lambda w=what: find_page(record, w, Query()))
        opening.take(lambda w=what: count_facets(record, Query(), w))
        print(f"{what}: first page {opening.wall[0]:.0f} ms, its facets {opening.wall[1]:.0f} ms after opening")
        for name, drawn in questions(asker, rounds):
            page, both = Times(), Times()
            totals: list[int] = []
            for words, filters in drawn:
                query = Query.of(words, **filters)
                page.take(lambda q=query, w=what, n=totals: n.append(find_page(record, w, q).total))
            for words, filters in drawn:
                # The same words in another order of filters: not what was just asked.
                query = Query.of(f"{words} -qqqq", **filters)
                both.take(lambda q=query, w=what: (find_page(record, w, q), count_facets(record, q, w)))
            print(f"  {name:<32}{page}   {statistics.median(totals):,.0f}")
            print(f"  {'  with facets':<32}{both}")
        browsed = Times()
        for year in range(2003, 2026):
            query = Query.of(since=str(year))
            browsed.take(lambda q=query, w=what: (find_page(record, w, q), count_facets(record, q, w)))
        print(f"  {'no words, since a year, facets':<32}{browsed}")
    plain(record, asker, rounds)
    spelt = Times()
    for _ in range(20):
        word = asker.word()
        at = len(word) // 2
        spelt.take(lambda w=word[:at] + word[at + 1 :] + "q": suggest(record, Query.of(w)))
    print(f"  {'suggestion for a misspelling':<32}{spelt}")


def plain(record: RecordFile, asker: Asker, rounds: int) -> None:
    """The same kinds of questions to plain FTS5: twenty articles by bm25, and how many there are."""
    print("plain FTS5 (unicode61), articles, twenty by bm25 and the number of all")
    for name, drawn in questions(asker, rounds):
        times = Times()
        for words, filters in drawn:
            match = words if name in ("AND", "OR", "phrase", "prefix") else f'"{words}"'
            if filters:
                continue
            times.take(lambda m=match: ask_plain(record, m))
        if times.wall:
            print(f"  {name:<32}{times}")


def ask_plain(record: RecordFile, match: str) -> int:
    """The number of articles that plain FTS5 finds."""
    with record.reading() as connection:
        connection.exec_driver_sql(
            "SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT 20", (match,)
        ).fetchall()
        return int(connection.exec_driver_sql("SELECT count(*) FROM plain WHERE plain MATCH ?", (match,)).scalar_one())


# --- what is found ---

PROBES = {
    "a noun through its particles (산업통상자원부)": (
        "산업통상자원부",
        "한국국제협력단",
        "베트남",
        "정부",
        "협력",
        "투자",
    ),
    "two syllables within a word (체결)": ("체결", "통상", "광물", "총리", "교역", "자원"),
    "Vietnamese without marks (han quoc)": ("han quoc", "dong nai", "hop tac", "da nang", "thoa thuan", "dau tu"),
    "English singular and plural (agreement)": ("agreement", "company", "mineral", "memorandums", "exports", "banks"),
}


def recall(record: RecordFile) -> None:
    """Which share of the articles that hold each probe is found, by pactbook and by plain FTS5."""
    print(f"\n{'recall':<48}{'pactbook':>9}{'plain FTS5':>12}")
    with record.reading() as connection:
        for name, probes in PROBES.items():
            ours, theirs, every = 0, 0, 0
            for probe in probes:
                holding = {key for key, text in texts(connection) if holds(text, probe)}
                found = set(fulltext.matching(connection, "found_articles", expression_of(connection, probe)))
                plain_found = {
                    row[0]
                    for row in connection.exec_driver_sql(
                        "SELECT rowid FROM plain WHERE plain MATCH ?", (f'"{probe}"',)
                    )
                }
                every, ours, theirs = (
                    every + len(holding),
                    ours + len(holding & found),
                    theirs + len(holding & plain_found),
                )
            print(f"{name:<48}{ours / max(every, 1):>9.2f}{theirs / max(every, 1):>12.2f}   of {every:,}")


def texts(connection: Connection) -> Iterator[tuple[int, str]]:
    """Key and folded text of every fifth article."""
    for row in connection.exec_driver_sql("SELECT key, text FROM articles WHERE key % 5 = 0"):
        yield row[0], fold(row[1])


def holds(text: str, probe: str) -> bool:
    """Whether an analyst would say that the text holds the probe."""
    if "가" <= probe[0] <= "힣":
        return probe in text
    stem = probe.removesuffix("s") if probe.isascii() and " " not in probe else probe
    forms = f"(?:{stem}s?|{stem[:-1]}ies)" if stem.endswith("y") else f"{stem}s?" if " " not in stem else stem
    return re.search(rf"(?<!\w){forms}(?!\w)", text) is not None


def expression_of(connection: Connection, probe: str) -> str:
    """The probe as a search asks it."""
    wanted = asked(connection, Phrase(probe))
    assert wanted is not None
    return fulltext.expression(wanted, "found_articles")


def sizes(record: RecordFile) -> None:
    """What the index weighs beside the texts."""
    with record.reading() as connection:
        text = connection.exec_driver_sql("SELECT sum(length(CAST(text AS BLOB))) FROM articles").scalar_one()
        parts = {}
        for table in ("found_articles", "found_agreements", "found_figures", "plain"):
            weighed = 0
            for part in ("data", "content", "docsize"):
                if connection.exec_driver_sql(
                    "SELECT 1 FROM sqlite_master WHERE name = ?", (f"{table}_{part}",)
                ).first():
                    column = {"data": "block", "content": "c0 || c1 || c2", "docsize": "sz"}[part]
                    weigh = f"SELECT sum(length(CAST({column} AS BLOB))) FROM {table}_{part}"
                    weighed += connection.exec_driver_sql(weigh).scalar_one() or 0
            parts[table] = weighed
        words = connection.exec_driver_sql("SELECT count(*) FROM vocabulary").scalar_one()
    print(f"\ntexts {text / 1e6:,.0f} MB; " + ", ".join(f"{n} {b / 1e6:,.0f} MB" for n, b in parts.items()))
    print(f"vocabulary {words:,} words; the whole file {record.path.stat().st_size / 1e6:,.0f} MB")


def update(record: RecordFile, articles: int) -> None:
    """Take single articles out of the index and put them in again."""
    times = Times()
    for key in range(1, articles, max(articles // 20, 1)):
        with record.writing() as connection:
            row = connection.exec_driver_sql("SELECT title, text FROM articles WHERE key = ?", (key,)).one()
            named = frozenset(
                r[0] for r in connection.exec_driver_sql("SELECT body FROM bodies WHERE article = ?", (key,))
            )
            page = fulltext.Page(key, row[0], row[1], named)
            times.take(lambda c=connection, p=page: (fulltext.drop_article(c, p), fulltext.add_article(c, p)))
    print(
        f"one article out of the index and in again: {statistics.median(times.wall):.1f} ms, "
        f"p95 {quantile(times.wall):.1f} ms"
    )


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
