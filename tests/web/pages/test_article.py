"""The article page: every letter where it belongs, every mention marked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.web.conftest import Visit

from pactbook.model.article import Article, Sentence
from pactbook.model.views import ArticleView
from pactbook.pipeline.book import Record
from pactbook.web.marking import Mark, asked_marks, paragraphs


def _articles(book: Record) -> list[ArticleView]:
    views = [book.show(hit.article.id) for hit in book.articles(limit=None)]
    return [view for view in views if isinstance(view, ArticleView)]


def test_the_text_stands_letter_by_letter_and_each_mention_at_its_place(visit: Visit) -> None:
    visitor = visit()
    views = _articles(visitor.app.state.book)  # type: ignore[attr-defined]
    assert len(views) == 7
    for view in views:
        page = html.fromstring(visitor.get(f"/article/{view.head.id}").text)
        text = view.article.text
        for element in page.xpath("//article[@lang]//*[@data-start]"):
            start = int(element.get("data-start"))
            shown = element.text_content()
            assert text[start : start + len(shown)] == shown
        for kind, spans in (
            ("organisation", [m for body in view.bodies for m in body.mentions]),
            ("money", [figure.span for figure in view.figures]),
            ("date", [date.span for date in view.dates]),
        ):
            marked = "".join(page.xpath(f'//article[@lang]//*[contains(concat(" ", @class, " "), " {kind} ")]/text()'))
            covered = {n for span in spans for n in range(span.start, span.end)}
            assert marked == "".join(text[n] for n in sorted(covered))


def test_an_address_leads_to_the_words(visit: Visit) -> None:
    visitor = visit()
    [view, *_] = _articles(visitor.app.state.book)  # type: ignore[attr-defined]
    page = html.fromstring(visitor.get(f"/article/{view.head.id}?at=40-50,60-66").text)
    marked = "".join(page.xpath('//*[contains(concat(" ", @class, " "), " at ")]/text()'))
    assert marked == view.article.text[40:50] + view.article.text[60:66]
    assert len(page.xpath('//*[@id="at"]')) == 1


@pytest.mark.parametrize("at", ["", "x", "9-1", "1-99999999", "-1-4", "1-2-3", "1-2;3-4", "'><script>", "٣-٤"])
def test_an_address_that_is_no_place_marks_nothing(at: str) -> None:
    assert asked_marks(at, "some words") == []


def test_what_is_no_article_is_not_found(visit: Visit) -> None:
    visitor = visit()
    assert visitor.get("/article/nothing-of-this-name").status_code == 404
    assert visitor.get("/article/vn.most").status_code == 404


@given(st.text(min_size=1, max_size=40), st.data())
def test_cutting_at_any_marks_keeps_the_text(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(places, places)))
    marks = [Mark(min(p), max(p), "money", title=str(n)) for n, p in enumerate(pairs) if p[0] != p[1]]
    article = Article("a", "s", "en", None, None, None, None, text, (Sentence(0, len(text), 0),))
    [paragraph] = paragraphs(article, marks)
    assert "".join(piece.text for piece in paragraph.pieces) == text
    for piece in paragraph.pieces:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        inside = any(m.start <= piece.start and m.end >= piece.start + len(piece.text) for m in marks)
        assert ("money" in piece.kinds) is inside
    begun = [mark for piece in paragraph.pieces for mark in piece.begins]
    assert sorted(begun, key=lambda m: m.title) == sorted(marks, key=lambda m: m.title)


def test_a_near_copy_names_its_original(visit: Visit) -> None:
    visitor = visit()
    book: Record = visitor.app.state.book  # type: ignore[attr-defined]
    one, two, *_ = [view.head.id for view in _articles(book)]
    book.review("Mai").copy(one, two)
    assert "Nearly the same words were published before" in visitor.get(f"/article/{one}").text
    page = visitor.get(f"/article/{two}").text
    assert "Others printed nearly the same words later" in page
    assert re.search(f'href="/article/{one}"', page)
