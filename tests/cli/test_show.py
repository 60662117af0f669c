"""All that is known of one thing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.text import Text

from pactbook.cli import marking, screen
from pactbook.model.views import ArticleView
from pactbook.pipeline.book import open_record

STORY = """KOICA, MOST to build institute

HANOI, May 3, 2023 - The Korea International Cooperation Agency (KOICA) and Vietnam's Ministry of Science and Technology
signed a memorandum of understanding on a research institute in Hanoi on Tuesday. The institute will cost US$70 million.
The two sides have worked together since 2013, officials said, and they will meet again in Seoul next year.
"""


@pytest.fixture
def record(typed, tmp_path: Path) -> Path:
    (tmp_path / "story.txt").write_text(STORY)
    assert typed("add", tmp_path / "story.txt").exit_code == 0
    return tmp_path / "record.pactbook"


def ids(typed, what: str) -> list[str]:
    lines = typed("search", what, "--json").stdout.splitlines()
    return [(hit.get("record") or hit["article"])["id"] for hit in map(json.loads, lines)]


def test_an_agreement_with_its_evidence(typed, record: Path) -> None:
    (key,) = ids(typed, "--agreements")
    shown = typed("show", key[:10]).stdout
    assert "signed" in shown
    assert "What the sources say" in shown
    assert "“HANOI, May 3, 2023" in shown or "“The Korea International" in shown


def test_an_organisation_by_a_name_of_it_in_another_language(typed, record: Path) -> None:
    assert typed("show", "KOICA").stdout == typed("show", "한국국제협력단").stdout
    assert "KR · kr.koica" in typed("show", "KOICA").stdout


def test_an_article_with_every_mention_in_brackets(typed, record: Path) -> None:
    (key,) = ids(typed, "--articles")
    shown = typed("show", key).stdout
    assert "[KOICA | kr.koica, agency]" in shown
    assert "[May 3, 2023 | 2023-05-03]" in shown
    assert "[US$70 million | " in shown


@pytest.mark.parametrize("what", ["--agreements", "--articles"])
def test_json_is_one_object(typed, record: Path, what: str) -> None:
    (key,) = ids(typed, what)
    assert isinstance(json.loads(typed("show", key, "--json").stdout), dict)


def test_a_terminal_gets_colours_and_every_character_of_the_text(
    typed, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (key,) = ids(typed, "--articles")
    with open_record(record) as book:
        view = book.show(key)
    assert isinstance(view, ArticleView)
    monkeypatch.setattr(marking, "screen", lambda: screen.Screen(force_terminal=True))
    text = marking.marked(view)
    assert isinstance(text, Text)
    assert text.plain == view.article.text
    koica = text.plain.index("KOICA)")
    assert any(span.start <= koica < span.end and span.style == "bold cyan" for span in text.spans)
