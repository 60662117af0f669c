"""How an agreement that several articles tell of is put, in whose words."""

from __future__ import annotations

import pytest

from pactbook.record.assemble import assemble
from pactbook.record.identity import tellings
from pactbook.record.subject import subject_in

#: Language, day, subject of each article.
EN, LATER_EN = ("en", "2014-10-25", "a research institute"), ("en", "2014-11-01", "the institute in Hoa Lac")
VI, KO = ("vi", "2014-10-26", "viện nghiên cứu"), ("ko", "2014-10-27", "연구소 설립")
BARE_EN, BARE_KO = ("en", "2014-12-01", "MOU"), ("ko", "2014-12-01", "업무협약")


def put_together(make, *articles):
    told = [
        tellings(make.told(f"a{n}", f"Article {n} tells it.", language=language, published=day, subject=subject))[0]
        for n, (language, day, subject) in enumerate(articles)
    ]
    return assemble(told), told


@pytest.mark.parametrize(
    ("articles", "subject"),
    [
        pytest.param([EN, KO], "a research institute", id="of-equals-english"),
        pytest.param([KO, VI], "viện nghiên cứu", id="then-vietnamese"),
        pytest.param([EN, VI, VI], "viện nghiên cứu", id="the-language-of-most-sources"),
        pytest.param([EN, LATER_EN, KO], "the institute in Hoa Lac", id="in-it-the-latest-report"),
        pytest.param([EN, BARE_EN], "a research institute", id="not-one-that-says-only-what-kind-it-is"),
        pytest.param([BARE_EN, ("en", "2014-12-02", "memorandum"), KO], "연구소 설립", id="in-whatever-language"),
        pytest.param([BARE_EN, BARE_KO], "MOU", id="for-want-of-better"),
        pytest.param([("en", "2014-12-02", ""), KO], "연구소 설립", id="not-one-that-says-nothing"),
    ],
)
def test_the_subject_that_is_shown(make, articles, subject) -> None:
    record, _ = put_together(make, *articles)
    assert record.subject == record.cell("subject").value == subject


def test_no_subject_where_no_article_tells_one(make) -> None:
    record, told = put_together(make, ("en", "2014-12-02", ""), ("ko", "2014-12-02", ""))
    cell = record.cell("subject")
    assert (record.subject, cell.value, cell.level, cell.reported) == ("", None, "missing", ())
    assert subject_in(record, told, "ko") == ""


def test_the_other_languages_wordings_are_kept_and_found_by_language(make) -> None:
    record, told = put_together(make, EN, LATER_EN, VI, KO)
    assert [(r.value, r.sources) for r in record.cell("subject").reported] == [
        ("the institute in Hoa Lac", 2),
        ("viện nghiên cứu", 1),
        ("연구소 설립", 1),
    ]
    assert [subject_in(record, told, language) for language in ("en", "vi", "ko")] == [
        "the institute in Hoa Lac",
        "viện nghiên cứu",
        "연구소 설립",
    ]
    assert record.cell("subject").level == "unique"  # Other words contradict nothing.


def test_a_language_that_no_article_is_in_has_the_record_s_own_wording(make) -> None:
    record, told = put_together(make, KO)
    assert subject_in(record, told, "en") == "연구소 설립"
