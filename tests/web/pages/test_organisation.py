"""The page of an organisation."""

from __future__ import annotations

from lxml import html
from tests.web.conftest import Visit


def test_a_body_has_names_in_three_languages_agreements_and_partners(visit: Visit) -> None:
    page = html.fromstring(visit().get("/organisation/kr.koica").text)
    names = {dd.get("lang"): dd.text_content() for dd in page.xpath('//*[@aria-labelledby="names"]//dd[@lang]')}
    assert "Korea International Cooperation Agency" in names["en"]
    assert "한국국제협력단" in names["ko"]
    assert set(names) == {"en", "vi", "ko"}
    assert page.xpath('//*[@aria-labelledby="agreements"]//a[starts-with(@href, "/agreement/")]')
    assert page.xpath('//*[@aria-labelledby="partners"]//a[@href="/organisation/vn.most"]')
    assert page.xpath('//*[@aria-labelledby="articles"]//a[starts-with(@href, "/article/")]')


def test_a_body_before_or_after_another_is_known_without_an_article(visit: Visit) -> None:
    visitor = visit()
    page = visitor.get("/organisation/vn.moi")
    assert page.status_code == 200
    assert "No article of this record names it; it stands here for those" in page.text
    assert 'href="/organisation/vn.moit"' in page.text


def test_what_is_no_body_is_not_found(visit: Visit) -> None:
    assert visit().get("/organisation/zz.nobody").status_code == 404
