"""What is shown is all that is known, and never a quote that is not there."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from pactbook.errors import EvidenceError, QueryError
from pactbook.model.views import AgreementView, ArticleView, BodyView
from pactbook.search.show import show
from pactbook.store.check import check

ENGLISH = "KOICA and MOST signed a memorandum on a research institute. It will be built in Hoa Lac."
KOREAN = "한국국제협력단은 베트남 과학기술부와 연구소 설립 양해각서를 체결했다."
LATER = "KOICA and MOST plan a loan for rice."


@pytest.fixture
def record(make, desk):
    first = make.article("aaaa-first", ENGLISH, published="2014-10-25")
    quote = ENGLISH.split(". ", maxsplit=1)[0] + "."
    desk.add(
        make.extraction(first, [make.claim(ENGLISH, quote, date="2014-10-24")], [make.figure(ENGLISH, "Hoa Lac")]),
        make.told("aaab-second", KOREAN, language="ko", date="2014-10", published="2014-10-26"),
        make.told("bbbb-later", LATER, kind="loan", status="planned", date="2030", sectors=["agriculture"]),
    )
    return desk.file


def _claims(record):
    with record.reading() as connection:
        rows = connection.execute(text("SELECT id, record FROM agreement_claims"))
        return {row.id: row.record for row in rows}


def test_an_agreement_shows_every_claim_with_its_sentence_and_its_rules(record):
    view = show(record, next(r for r in _claims(record).values() if list(_claims(record).values()).count(r) == 2))
    assert isinstance(view, AgreementView)
    assert [t.article.id for t in view.told] == ["aaaa-first", "aaab-second"]
    assert view.told[0].evidence[0].sentence.text == "KOICA and MOST signed a memorandum on a research institute."
    assert view.told[0].telling.claim.because[0].rule == "en.sign.active"
    assert (view.record.date, view.record.cell("date").level) == ("2014-10-24", "confirmed")
    assert view.record.links[0].reasons
    assert view.names["vn.most"] == "Ministry of Science and Technology"


def test_every_id_of_a_claim_leads_to_its_agreement(record):
    for claim, agreement in _claims(record).items():
        assert show(record, claim).record.id == agreement
        assert show(record, claim[:8]).record.id == agreement


@pytest.mark.parametrize("key", ["kr.koica", "KOICA", "korea international cooperation agency", "한국국제협력단"])
def test_an_organisation_is_shown_by_id_and_by_any_name(record, key):
    view = show(record, key)
    assert isinstance(view, BodyView)
    assert (view.body.id, view.body.kind, view.body.country) == ("kr.koica", "agency", "KR")
    assert (view.body.articles, view.body.agreements) == (3, 2)
    assert [a.kind for a in view.agreements] == ["loan", "memorandum"]
    assert [a.id for a in view.articles] == ["aaab-second", "aaaa-first", "bbbb-later"]


def test_an_article_is_shown_by_the_beginning_of_its_id(record):
    view = show(record, "aaaa")
    assert isinstance(view, ArticleView)
    assert (view.article.text, len(view.agreements), len(view.figures)) == (ENGLISH, 1, 1)
    assert {m.text for b in view.bodies for m in b.mentions} == {"KOICA", "MOST"}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("aaa", "nothing"),
        ("nobody", "nothing"),
        ("", "nothing"),
        ("%", "nothing"),
        ("Ministry", "vn.most"),
    ],
)
def test_a_key_that_fits_nothing_or_too_much_is_told(record, make, desk, key, said):
    desk.add(make.told("cccc", "MoIT and MOTIE signed.", parties=("kr.motie", "vn.moit")))
    with pytest.raises(QueryError, match=said):
        show(record, key)


def test_two_articles_that_begin_alike_are_both_named(make, desk):
    desk.add(make.told("same-one", ENGLISH), make.told("same-two", LATER))
    with pytest.raises(QueryError, match=r"same-one .*same-two"):
        show(desk.file, "same")


@pytest.mark.parametrize(
    ("table", "key"),
    [("agreement_evidence", "bbbb-later"), ("mentions", "bbbb-later"), ("figure_claims", "aaaa-first")],
)
def test_a_quote_that_no_longer_stands_in_its_text_is_an_error_and_is_found_by_a_check(record, table, key):
    assert check(record) == []
    with record.writing() as connection:
        connection.execute(text(f"UPDATE {table} SET text = 'KOICA and MOST agreed'"))
    with pytest.raises(EvidenceError, match="agreed"):
        show(record, key)
    problems = check(record)
    assert any(table in p and key in p for p in problems)


def test_an_agreement_with_a_false_quote_is_not_shown(record):
    with record.writing() as connection:
        connection.execute(text('UPDATE agreement_evidence SET start = start + 1, "end" = "end" + 1'))
    with pytest.raises(EvidenceError):
        show(record, next(iter(_claims(record))))


def test_a_figure_is_shown_by_its_id_and_its_beginning(record):
    [figure] = show(record, "aaaa-first").sums
    for key in (figure.id, figure.id[:8]):
        view = show(record, key)
        assert (view.record, view.article.id) == (figure, "aaaa-first")
        assert view.evidence.sentence.text == "It will be built in Hoa Lac."
