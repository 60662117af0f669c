"""The agreement page, and what an analyst decides there."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from lxml import html
from tests.web.conftest import Visit, token_of

from pactbook.model.agreement import AgreementRecord
from pactbook.model.views import AgreementView
from pactbook.pipeline.book import Record


class Analyst:
    """A visitor who decides."""

    def __init__(self, visitor: TestClient) -> None:
        self.visitor = visitor
        self.book: Record = visitor.app.state.book  # type: ignore[attr-defined]
        self.token = token_of(visitor.get("/decisions").text)

    def agreements(self) -> list[AgreementRecord]:
        """Those that most articles tell first."""
        found = [hit.record for hit in self.book.search(limit=None)]
        return sorted(found, key=lambda r: (-len(r.tellings), r.id))

    def record(self, key: str) -> AgreementRecord:
        """The agreement as it stands."""
        view = self.book.show(key)
        assert isinstance(view, AgreementView)
        return view.record

    def send(self, path: str, **form: Any) -> Response:
        """Send a form."""
        return self.visitor.post(path, data={"form_token": self.token, "who": "Mai", "why": "by phone"} | form)

    def page(self, path: str) -> Any:
        """A page, parsed."""
        answer = self.visitor.get(path)
        assert answer.status_code == 200, answer.text
        return html.fromstring(answer.text)


@pytest.fixture
def analyst(visit: Visit) -> Analyst:
    return Analyst(visit())


def test_every_field_shows_its_value_its_state_and_the_words_behind_it(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    page = analyst.page(f"/agreement/{record.id}")
    for cell in record.cells:
        [field] = page.xpath(f'//*[@id="field-{cell.name}"]')
        if cell.name != "subject":
            assert cell.level in field.xpath('.//*[@class="field-level"]')[0].text_content()
        for reported in cell.reported:
            assert len(field.xpath(".//blockquote")) >= 1, reported
    told = page.xpath('//*[starts-with(@id, "claim-")]/@id')
    assert told == [f"claim-{t}" for t in dict.fromkeys(t.removeprefix("claim-") for t in told)]
    assert {t.removeprefix("claim-") for t in told} == set(record.tellings)
    assert "points:" in page.text_content()


def test_quotes_on_the_page_stand_in_their_articles(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    page = analyst.page(f"/agreement/{record.id}")
    links = {a for a in page.xpath("//blockquote//a/@href") if "?at=" in a}
    assert links
    for link in list(links)[:5]:
        article = analyst.page(link)
        assert article.xpath('//*[@id="at"]')


def test_a_correction_is_kept_shown_and_taken_back(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    answer = analyst.send(f"/agreement/{record.id}/edit", field="kind", value="loan")
    assert answer.status_code == 303
    assert analyst.record(record.id).kind == "loan"
    page = analyst.page(answer.headers["location"])
    assert "Kind set to loan" in page.xpath('//*[@role="status"]')[0].text_content()
    field = page.xpath('//*[@id="field-kind"]')[0].text_content()
    assert "decided" in field
    assert "by phone" in field
    undo = page.xpath('//*[@role="status"]//form/@action')[0]
    answer = analyst.send(undo, back=f"/agreement/{record.id}")
    assert urlsplit(answer.headers["location"]).path == f"/agreement/{record.id}"
    page = analyst.page(answer.headers["location"])
    assert page.xpath('//*[@role="status"]')[0].text_content().strip() == "Taken back: Kind set to loan."
    assert analyst.record(record.id).kind == record.kind
    undone, edited = analyst.page("/decisions").xpath("//main//ol/li")[:2]
    assert "Taken back: Kind set to loan" in undone.text_content()
    assert not undone.xpath('.//*[contains(@class, "chip")]')
    assert edited.xpath('.//*[contains(@class, "chip")]')[0].text_content() == "taken back"


def test_the_log_names_the_parties_that_were_decided(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    answer = analyst.send(f"/agreement/{record.id}/edit", field="parties", value="Vietjet; Boeing")
    decision = parse_qs(urlsplit(answer.headers["location"]).query)["done"][0]
    for page in ("/decisions", f"/decision/{decision}"):
        assert "Parties set to Vietjet Air; Boeing" in analyst.page(page).text_content()


def test_decided_amounts_are_shown_as_people_write_them(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    answer = analyst.send(f"/agreement/{record.id}/edit", field="value", value="USD 12 million; KRW 3-4 billion")
    page = analyst.page(answer.headers["location"])
    assert "Value set to USD 12 million; KRW 3 billion–4 billion" in page.xpath('//*[@role="status"]')[0].text_content()
    said = page.xpath('//*[@id="field-value"]')[0].text_content()
    assert "USD 12 million" in said
    assert "KRW 3 billion–4 billion" in said
    assert analyst.record(record.id).value[1].high == 4e9


def test_parties_stand_in_the_order_that_was_decided(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    analyst.send(f"/agreement/{record.id}/edit", field="parties", value="Vietjet; Boeing")
    said = analyst.page(f"/agreement/{record.id}").xpath('//*[@id="field-parties"]')[0].text_content()
    assert said.index("Vietjet Air") < said.index("Boeing")


def test_a_party_that_is_known_nowhere_is_entered_in_the_form(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    form = analyst.page(f"/agreement/{record.id}").xpath('//*[@for="value-parties"]')[0].text_content()
    assert "new: Nobody Knows Ltd (KR)" in form
    answer = analyst.send(f"/agreement/{record.id}/edit", field="parties", value="KOICA; new: Mây Trắng (VN, research)")
    page = analyst.page(answer.headers["location"])
    assert "Mây Trắng" in page.xpath('//*[@role="status"]')[0].text_content()
    [own] = {a for a in page.xpath('//*[@id="field-parties"]//a/@href') if a.endswith(".may-trang")}
    body = analyst.page(own).text_content()
    assert "Mây Trắng" in body
    assert "an analyst's decision makes it a party" in body
    decision = parse_qs(urlsplit(answer.headers["location"]).query)["done"][0]
    assert "new here: Research, Vietnam" in analyst.page(f"/decision/{decision}").text_content()
    # The form holds what was decided, and keeps it when it is sent again.
    [typed] = page.xpath('//*[@id="value-parties"]/@value')
    assert analyst.send(f"/agreement/{record.id}/edit", field="parties", value=typed).status_code == 303
    assert analyst.record(record.id).parties == ("kr.koica", "vn.may-trang")
    refused = analyst.send(f"/agreement/{record.id}/edit", field="parties", value="Mây Đen")
    assert "or enter a new body" in refused.text


def test_an_agreement_is_accepted(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    analyst.send(f"/agreement/{record.id}/accept")
    accepted = analyst.record(record.id).accepted
    assert accepted is not None
    assert (accepted.who, accepted.why) == ("Mai", "by phone")
    assert "accepted" in analyst.page(f"/agreement/{record.id}").text_content()


@pytest.mark.parametrize("how", ["id", "address", "choice"])
def test_two_agreements_become_one_and_two_again(analyst: Analyst, how: str) -> None:
    one, two, *_ = analyst.agreements()
    typed = {"id": {"typed": two.id}, "address": {"typed": f"http://127.0.0.1/agreement/{two.id}?done=x"}}
    answer = analyst.send(f"/agreement/{one.id}/merge", **typed.get(how, {"other": two.id}))
    assert answer.status_code == 303
    both = analyst.record(one.id)
    assert set(both.tellings) == {*one.tellings, *two.tellings}
    decision = answer.headers["location"].split("done=")[1]
    analyst.send(f"/decision/{decision}/undo")
    assert analyst.record(one.id).tellings == one.tellings


def test_an_agreement_is_parted(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    out = record.tellings[-1]
    analyst.send(f"/agreement/{record.id}/split", claim=[out])
    assert analyst.record(out).tellings == (out,)
    assert out not in analyst.record(record.id).tellings


def test_who_undoes_a_parting_is_led_to_what_is_one_again(analyst: Analyst) -> None:
    """The page of the parted claims may be that of another agreement by then, or of none."""
    record = analyst.agreements()[0]
    out = record.tellings[-1]
    answer = analyst.send(f"/agreement/{record.id}/split", claim=[out])
    undo = analyst.page(answer.headers["location"]).xpath('//*[@role="status"]//form')[0]
    answer = analyst.send(undo.get("action"), back=undo.xpath('.//input[@name="back"]/@value')[0])
    page = analyst.page(answer.headers["location"])
    assert record.id in page.xpath("//main//code/text()")
    assert "Taken back: Parted into two agreements" in page.xpath('//*[@role="status"]')[0].text_content()


def test_a_claim_is_rejected_and_the_rest_stays(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    first = record.tellings[0]
    answer = analyst.send(f"/agreement/{record.id}/reject-claim?claim={first}")
    page = analyst.page(answer.headers["location"])
    assert "Rejected" in page.text_content()
    assert analyst.record(record.tellings[1]).tellings == record.tellings[1:]


def test_an_agreement_is_rejected_and_comes_back(analyst: Analyst) -> None:
    record = analyst.agreements()[0]
    answer = analyst.send(f"/agreement/{record.id}/reject")
    assert analyst.visitor.get(f"/agreement/{record.id}").status_code == 404
    page = analyst.page(answer.headers["location"])
    assert "by phone" in page.text_content()
    analyst.send(page.xpath("//main//form/@action")[0])
    assert analyst.record(record.id).tellings == record.tellings


@pytest.mark.parametrize(
    ("action", "form", "said"),
    [
        ("edit", {"field": "kind", "value": "handshake"}, "choose from"),
        ("edit", {"field": "date", "value": "soon"}, "no date"),
        ("edit", {"field": "colour", "value": "red"}, "no field"),
        ("accept", {"who": "  "}, "Say who decides"),
        ("merge", {}, "Choose the other agreement"),
        ("merge", {"typed": "nothing"}, "nothing"),
        ("split", {}, "Tick the claims"),
    ],
)
def test_what_cannot_be_decided_is_told_in_words(analyst: Analyst, action: str, form: Any, said: str) -> None:
    record = analyst.agreements()[0]
    answer = analyst.send(f"/agreement/{record.id}/{action}", **form)
    assert answer.status_code == 400
    assert said in answer.text
    assert analyst.book.review("").log() == []


def test_nobody_decides_where_the_record_is_only_read(visit: Visit) -> None:
    reader = Analyst(visit(read_only=True))
    record = reader.agreements()[0]
    page = reader.page(f"/agreement/{record.id}")
    assert not page.xpath("//main//form")
    answer = reader.send(f"/agreement/{record.id}/accept")
    assert answer.status_code == 403
    assert "reading only" in answer.text


def test_what_is_no_agreement_is_not_found(visit: Visit) -> None:
    visitor = visit()
    assert visitor.get("/agreement/ffffffffffffffff").status_code == 404
    assert visitor.get("/agreement/vn.most").status_code == 404
    assert visitor.get("/decision/ffff").status_code == 404


def test_a_figure_is_corrected_and_rejected(analyst: Analyst) -> None:
    hit = analyst.book.figures(limit=1)[0]
    page = analyst.page(f"/figure/{hit.id}").text_content()
    assert hit.evidence.sentence.text.split()[0] in page
    answer = analyst.send(f"/figure/{hit.id}/edit", field="measure", value="wage")
    page = analyst.page(answer.headers["location"]).text_content()
    assert "Measure set to wage" in page
    assert "The article says" in page
    answer = analyst.send(f"/figure/{hit.id}/reject")
    assert "no such figure" in analyst.page(answer.headers["location"]).text_content()
    assert analyst.visitor.get(f"/figure/{hit.id}").status_code == 404


def test_two_that_may_be_one_are_said_to_differ_and_that_is_taken_back(analyst: Analyst) -> None:
    one, other = _alike(analyst)
    page = analyst.page(f"/agreement/{one}")
    [form] = page.xpath(f'//*[@aria-labelledby="likely"]//form[input[@value="{other}"]]')
    assert form.get("action").endswith("/differ")
    assert form.xpath(".//button/@formaction") == [f"/agreement/{one}/merge"]
    answer = analyst.send(form.get("action"), other=other)
    page = analyst.page(answer.headers["location"])
    assert "Two agreements that are not one" in page.xpath('//*[@role="status"]')[0].text_content()
    assert not page.xpath(f'//*[@aria-labelledby="likely"]//input[@value="{other}"]')
    assert "Two agreements that are not one" in page.xpath('//*[@aria-labelledby="word"]')[0].text_content()
    analyst.send(page.xpath('//*[@role="status"]//form/@action')[0])
    page = analyst.page(f"/agreement/{one}")
    assert page.xpath(f'//*[@aria-labelledby="likely"]//input[@value="{other}"]')


def _alike(analyst: Analyst) -> tuple[str, str]:
    """Two agreements that may be one."""
    for record in analyst.agreements():
        for one in analyst.book.doubts().candidates(record.id):
            return record.id, one.record.id
    raise AssertionError("the record has no candidates")


def test_any_two_are_said_to_differ_by_address(analyst: Analyst) -> None:
    one, other = (record.id for record in analyst.agreements()[:2])
    answer = analyst.send(f"/agreement/{one}/differ", typed=f"http://127.0.0.1:8765/agreement/{other}#sources")
    assert answer.headers["location"].startswith(f"/agreement/{one}?done=")
    [logged] = analyst.book.review("").page(0, 5)
    assert logged.located.decision.action == "differ"


def test_who_gives_another_answer_is_parted_from_the_rest(analyst: Analyst) -> None:
    record = next(r for r in analyst.agreements() if any(c.level in ("conflict", "majority") for c in r.cells))
    page = analyst.page(f"/agreement/{record.id}")
    form = page.xpath(f'//*[@class="option"]//form[@action="/agreement/{record.id}/split"]')[0]
    claims = form.xpath('./input[@name="claim"]/@value')
    answer = analyst.send(form.get("action"), claim=claims)
    assert answer.status_code == 303
    assert set(analyst.record(claims[0]).tellings) == set(claims)
    assert analyst.record(next(t for t in record.tellings if t not in claims)).tellings


@pytest.fixture
def unnamed(analyst: Analyst, tmp_path: Path) -> AgreementRecord:
    """A deal of which no article says what it is about."""
    page = tmp_path / "short.txt"
    page.write_text("Papers put away\n\nMarch 5, 2021 - KOICA and Quang Tri Province signed a memorandum on Friday.\n")
    assert analyst.book.add(page, workers=1).new == 1
    [record] = [one for one in analyst.agreements() if not one.subject and one.date == "2021-03-05"]
    return record


def test_without_a_subject_it_is_headed_by_its_kind_and_its_parties_stand_below_once(
    analyst: Analyst, unnamed: AgreementRecord
) -> None:
    page = analyst.page(f"/agreement/{unnamed.id}")
    [head] = page.xpath("//h1/..")
    parties = head.xpath('.//*[@class="parties"]//a/text()')
    assert head.xpath("string(h1)") == "Memorandum"
    assert len(parties) == 2
    assert all(head.text_content().count(name) == 1 for name in parties)
    assert all(name in page.xpath("string(//title)") for name in parties), "the browser's tabs are told apart"


def test_without_a_subject_who_only_hears_a_list_hears_the_parties_too(
    analyst: Analyst, unnamed: AgreementRecord
) -> None:
    [hit] = analyst.page("/search").xpath(f'//article[.//h3//a[@href="/agreement/{unnamed.id}"]]')
    parties = hit.xpath('.//*[@class="parties"]//a/text()')
    assert hit.xpath("string(.//h3//a/text())") == "Memorandum"
    assert hit.xpath('string(.//h3//*[@class="unseen"])') == f": {' · '.join(parties)}"
    assert "Memorandum" not in hit.xpath('.//ul[@class="facts"]/li/text()')
