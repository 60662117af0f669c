"""Extractions made by hand, for tests that need claims but no reader of news."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from pactbook.model.article import Article, Sentence
from pactbook.model.claim import AgreementClaim, Because, Body, DateClaim, Extraction, FigureClaim, Value
from pactbook.model.span import Span
from pactbook.store.file import RecordFile
from pactbook.store.writing import Batch, Reading, write

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would the programs that they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# What holds, holds on a slow machine too.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

#: id → names, kind, country.
BODIES: dict[str, tuple[tuple[str, ...], str, str]] = {
    "kr.koica": (("Korea International Cooperation Agency", "KOICA"), "agency", "KR"),
    "kr.motie": (("Ministry of Trade, Industry and Energy", "산업통상자원부"), "ministry", "KR"),
    "vn.moit": (("Ministry of Industry and Trade", "Bộ Công Thương", "MoIT"), "ministry", "VN"),
    "vn.most": (("Ministry of Science and Technology", "MOST"), "ministry", "VN"),
    "vn.dong-nai": (("Đồng Nai", "UBND tỉnh Đồng Nai"), "subnational", "VN"),
    "kr.hanbit-foundation": (("Hanbit Foundation",), "other", "KR"),
    "kr.gyeongnam": (("경상남도", "Gyeongnam"), "subnational", "KR"),
}


@dataclass(frozen=True)
class Maker:
    """Makes extractions."""

    def claim(self, text: str, quote: str, **cells: Any) -> AgreementClaim:
        """A claim on ``quote``, a part of ``text``; by default a signed memorandum of KOICA and MOST."""
        at = text.index(quote)
        span = Span.of(text, at, at + len(quote))
        values = [Value(*v) for v in cells.get("value", ())]
        return AgreementClaim(
            kind=cells.get("kind", "memorandum"),
            status=cells.get("status", "signed"),
            parties=tuple(cells.get("parties", ("kr.koica", "vn.most"))),
            date=cells.get("date", "2014-10-24"),
            subject=cells.get("subject", "a research institute"),
            sectors=tuple(cells.get("sectors", ("science",))),
            value=tuple(values),
            place=cells.get("place"),
            evidence=(span,),
            because=(Because("status", span, "en.sign.active"),),
        )

    def figure(self, text: str, quote: str, **cells: Any) -> FigureClaim:
        """A figure on ``quote``; by default an actual trade turnover in US dollars."""
        at = text.index(quote)
        span = Span.of(text, at, at + len(quote))
        low = float(cells.get("low", 1e9))
        return FigureClaim(
            span=span,
            low=low,
            high=float(cells.get("high", low)),
            currency=cells.get("currency", "USD"),
            qualifier=cells.get("qualifier", "exact"),
            measure=cells.get("measure", "trade_turnover"),
            status=cells.get("status", "actual"),
            period=cells.get("period", "2022"),
            source=cells.get("source", "KR"),
            target=cells.get("target", "VN"),
            because=(Because("measure", span, "en.trade"),),
        )

    def article(self, name: str, text: str, **cells: Any) -> Article:
        """An article whose sentences end at a full stop or at a line's end."""
        ends = [m.end() for m in re.finditer(r"[.?!](?=\s|$)|(?<=[^\n])(?=\n)|$", text)]
        sentences, start = [], 0
        for end in ends:
            while start < end and text[start].isspace():
                start += 1
            if start < end:
                sentences.append(Sentence(start, end, len(sentences)))
                start = end
        return Article(
            id=name,
            source=cells.get("source", f"{name}.txt"),
            language=cells.get("language", "en"),
            title=cells.get("title", text.split(".", maxsplit=1)[0]),
            outlet=cells.get("outlet", "VNA"),
            url=cells.get("url"),
            published=cells.get("published", "2014-10-25"),
            text=text,
            sentences=tuple(sentences),
        )

    def extraction(
        self,
        article: Article,
        agreements: Sequence[AgreementClaim] = (),
        figures: Sequence[FigureClaim] = (),
        dates: Sequence[DateClaim] = (),
        **options: Any,
    ) -> Extraction:
        """An extraction; every body that is a party, or is named in the text, gets its entry."""
        parties = {p for c in agreements for p in c.parties}
        bodies = [b for key in BODIES if (b := self.body(key, article.text, BODIES)).mentions or key in parties]
        return Extraction(
            article, tuple(bodies), tuple(agreements), tuple(figures), tuple(dates), options.get("version", "1")
        )

    def body(self, key: str, text: str, known: Mapping[str, tuple[tuple[str, ...], str, str]]) -> Body:
        """The entry of a known body with its mentions in ``text``."""
        names, kind, country = known[key]
        spans = [Span.of(text, m.start(), m.end()) for n in names for m in re.finditer(re.escape(n), text)]
        return Body(key, names, kind, country, tuple(sorted(spans)), "gazetteer")

    def told(self, name: str, sentence: str, **cells: Any) -> Extraction:
        """An article of one sentence that states one agreement."""
        article_cells = {k: cells[k] for k in ("language", "published", "title", "outlet", "source") if k in cells}
        article = self.article(name, sentence, **article_cells)
        return self.extraction(article, [self.claim(sentence, sentence, **cells)], version=cells.get("version", "1"))


@pytest.fixture(scope="session")
def make() -> Maker:
    """The maker of extractions."""
    return Maker()


@dataclass(frozen=True)
class Desk:
    """An open record and a short way to write to it."""

    file: RecordFile

    def add(self, *extractions: Extraction) -> Batch:
        """Write a batch."""
        readings = [Reading(e.article.source, f"hash of {e.article.source}", e.version, e) for e in extractions]
        return write(self.file, readings)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new, empty record."""
    with RecordFile.open(tmp_path / "new" / "record.pactbook") as file:
        yield Desk(file)
