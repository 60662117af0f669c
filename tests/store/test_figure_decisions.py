"""An analyst's word on figures: it stands in search, series and exports, outlives readings, and can be taken back."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from tests.search.answers import find_figures

from pactbook.errors import QueryError
from pactbook.model.views import ArticleView, FigureView
from pactbook.pipeline.logbook import read_decisions
from pactbook.pipeline.reviewing import Review
from pactbook.search.query import Query
from pactbook.search.series import find_series
from pactbook.search.show import show
from pactbook.store.check import check
from pactbook.store.counting import count
from pactbook.store.extractions import read_extractions
from pactbook.store.file import RecordFile
from pactbook.store.rebuilding import rebuild
from pactbook.store.tables.figures import figure_originals
from pactbook.store.writing import Reading, renew, write

TEXT = "Trade of Korea with Vietnam came to $87.7 billion in 2022. KOICA gave $10 million. It was $87.7 billion again."


@pytest.fixture
def mai(desk):
    times = (f"2026-02-01T00:00:{n:02}" for n in range(60))
    return Review(desk.file, "Mai", lambda: next(times))


def told(make, version="1", text=TEXT, **cells):
    """An article with a figure of trade, and one of a grant."""
    article = make.article("story", text)
    quote = cells.pop("quote", "$87.7 billion")
    trade = make.figure(text, quote, **{"low": 87.7e9, "status": "actual", **cells})
    grant = make.figure(text, "$10 million", low=1e7, measure="grant", period=None, status="pledged")
    return make.extraction(article, [], [trade, grant], version=version)


def only(record, **asked):
    [hit] = find_figures(record, Query(**asked))
    return hit


def test_an_edit_is_what_search_series_and_show_say_and_the_article_keeps_its_word(make, desk, mai) -> None:
    desk.add(told(make))
    name = only(desk.file, measure=("trade_turnover",)).id
    mai.edit(name[:8], "measure", "exports", "the table says exports")
    mai.edit(name, "amount", "USD 58.3-60 billion")
    mai.edit(name, "from", "Hàn Quốc")
    hit = only(desk.file, measure=("exports",))
    assert (hit.id, hit.figure.low, hit.figure.high, hit.figure.source) == (name, 58.3e9, 60e9, "KR")
    assert (hit.said.measure, hit.said.low) == ("trade_turnover", 87.7e9)
    assert next((d.field, d.why) for d in hit.decisions) == ("measure", "the table says exports")
    assert find_figures(desk.file, Query(measure=("trade_turnover",))) == []
    [series] = find_series(desk.file, Query())
    assert (series.measure, series.points[0].high, series.points[0].level) == ("exports", 60e9, "decided")
    view = show(desk.file, name)
    assert isinstance(view, FigureView)
    assert view.record.claim.measure == "exports"
    assert view.evidence.quotes[0].text == "$87.7 billion"
    page = show(desk.file, "story")
    assert isinstance(page, ArticleView)
    assert [f.measure for f in page.figures] == [f.claim.measure for f in page.sums] == ["exports", "grant"]
    with desk.file.reading() as connection:
        assert list(read_extractions(connection)) == [told(make)]


def test_a_rejected_figure_leaves_series_and_search_and_is_not_lost(make, desk, mai) -> None:
    desk.add(told(make))
    name = only(desk.file, measure=("trade_turnover",)).id
    mai.reject(name, "it is the turnover of ASEAN")
    assert find_series(desk.file, Query()) == []
    assert find_figures(desk.file, Query(words="Trade")) == []
    assert [f.measure for f in show(desk.file, "story").figures] == ["grant"]
    assert count(desk.file).figures == 1
    with pytest.raises(QueryError, match="a figure that was rejected"):
        show(desk.file, name[:10])
    with desk.file.reading() as connection:
        assert list(read_extractions(connection)) == [told(make)]
    mai.accept(name, "no, it is right")
    [series] = find_series(desk.file, Query())
    assert series.points[0].level == "decided"
    assert check(desk.file) == []


def test_what_is_undone_is_as_if_it_had_never_been(make, desk, mai) -> None:
    desk.add(told(make))
    before = find_figures(desk.file, Query(words="Trade"))
    edit = mai.edit(before[0].id, "status", "forecast")
    undo = mai.undo()
    assert find_figures(desk.file, Query(words="Trade")) == before
    with desk.file.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(figure_originals)) == 0
    mai.undo(undo.id)
    assert only(desk.file, words="Trade").figure.status == "forecast"
    assert next(one.decision.id for one in mai.log()) == edit.id


@pytest.mark.parametrize(
    "again",
    [
        pytest.param({"low": 87.69e9, "measure": "imports"}, id="read-to-mean-something-else"),
        pytest.param({"quote": "came to $87.7 billion"}, id="in-more-words"),
        pytest.param({"text": TEXT, "quote": "$87.7 billion again", "low": 87.7e9}, id="nowhere-near"),
    ],
)
def test_another_reading_finds_the_figure_by_its_words_or_leaves_an_orphan(make, desk, mai, again) -> None:
    desk.add(told(make))
    mai.edit(only(desk.file, measure=("trade_turnover",)).id, "period", "2021")
    with desk.file.writing():
        pass
    renew(desk.file, [told(make, version="2", **again)])
    lost = again.get("quote", "").endswith("again")
    assert [one.orphaned for one in mai.log()] == [lost]
    assert len(mai.orphans()) == lost
    periods = {hit.figure.period for hit in find_figures(desk.file, Query()) if hit.figure.measure != "grant"}
    assert periods == ({"2022"} if lost else {"2021"})


def test_a_figure_that_is_said_twice_is_found_where_it_is_still_read(make, desk, mai) -> None:
    """Another version takes the second of two places for the figure."""
    desk.add(told(make))
    mai.edit(only(desk.file, measure=("trade_turnover",)).id, "period", "2021")
    second = make.article("story", TEXT)
    at = TEXT.rindex("$87.7 billion")
    figure = make.figure(TEXT[:at].replace("$87.7 billion", "." * 13) + TEXT[at:], "$87.7 billion", low=87.7e9)
    renew(desk.file, [make.extraction(second, [], [figure], version="2")])
    assert only(desk.file).figure.period == "2021"
    assert mai.orphans() == []


def test_a_decision_survives_rebuilding_and_reading_the_file_again(make, desk, mai) -> None:
    desk.add(told(make))
    mai.reject(only(desk.file, measure=("grant",)).id)
    mai.edit(only(desk.file).id, "currency", "EUR")
    before = find_figures(desk.file, Query())
    with desk.file.writing() as connection:
        rebuild(connection)
    assert find_figures(desk.file, Query()) == before
    desk.add(told(make, version="2"))
    assert find_figures(desk.file, Query()) == before
    assert only(desk.file).figure.currency == "EUR"


def test_edited_sides_are_what_a_search_finds(make, desk, mai) -> None:
    desk.add(told(make))
    name = only(desk.file, measure=("trade_turnover",)).id
    mai.edit(name, "to", "Japan")
    assert only(desk.file, words="Japan").id == name
    assert only(desk.file, country=("JP",)).figure.target == "KR"  # Both sides of a turnover stand in their order.
    mai.undo()
    assert find_figures(desk.file, Query(words="Japan")) == []


def test_a_log_with_figures_goes_out_and_comes_in(make, desk, mai, tmp_path) -> None:
    desk.add(told(make))
    mai.reject(only(desk.file, measure=("grant",)).id)
    mai.edit(only(desk.file).id, "qualifier", "about")
    assert mai.export(tmp_path / "log.jsonl") == len(read_decisions(tmp_path / "log.jsonl")) == 2
    with RecordFile.open(tmp_path / "other.pactbook") as other:
        minh = Review(other, "Minh")
        minh.import_(tmp_path / "log.jsonl")
        assert len(minh.orphans()) == 2
        write(other, [Reading("story.txt", "bytes", "1", told(make))])
        assert minh.orphans() == []
        assert find_figures(other, Query()) == find_figures(desk.file, Query())


@pytest.mark.parametrize(
    ("field", "value", "complaint"),
    [
        ("measure", "chips", "there is no measure 'chips'"),
        ("status", "signed", "there is no status 'signed'"),
        ("qualifier", "roughly", "there is no qualifier"),
        ("measure", "", "cannot be empty"),
        ("period", "soon", "no time"),
        ("from", "Atlantis", "no state"),
        ("low", "a lot", "no number"),
        ("amount", "87 billion", "no amount"),
        ("amount", "USD 5-3 billion", "lower bound is above"),
        ("currency", "XYZ", "no currency 'XYZ'"),
        ("parties", "KOICA", "no field 'parties'"),
    ],
)
def test_an_edit_that_no_figure_can_have_is_refused(make, desk, mai, field, value, complaint) -> None:
    desk.add(told(make))
    with pytest.raises(QueryError, match=complaint):
        mai.edit(only(desk.file, measure=("grant",)).id, field, value)
    assert mai.log() == []


def test_figures_are_neither_merged_nor_split(make, desk, mai) -> None:
    desk.add(told(make))
    first, second = (hit.id for hit in find_figures(desk.file, Query()))
    with pytest.raises(QueryError, match="is the id of a figure, not of an agreement"):
        mai.merge([first, second])
    with pytest.raises(QueryError, match="are a figure and a figure"):
        mai.differ(first, second)
