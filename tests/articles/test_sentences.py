"""Where sentences end, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.articles.draft import Paragraph
from pactbook.articles.sentences import bounds, part


@pytest.mark.parametrize(
    "text",
    [
        "Doosan Corp. said it had won the order.|It is worth $787 mln.|Work begins in March.",
        "Hyosung Co. Ltd. will build it.|The plant opens in 2025.",
        "Japan Atomic Power Co. said that it had come to terms.",
        "It was signed with Posco Co.|The ministry said no more.",
        "On Nov. 27, 2019 they met in the U.S. and in Seoul.",
        "They left for the U.S.|The visit ends on Oct. 24.",
        "Decree No. 111/2015/ND-CP and Decree No.68/QD-TTg apply.|Both are new.",
        "Dr. Tran Hai Linh met Prof. J. K. Kim and Gen. Park.|Mr. Lee came too.",
        "Growth was 8.56 percent.|Trade rose to 207.5 billion USD.",
        "It earned $1.2bn in Q1.|Then came the slump.",
        '"It is early," he said.|"Ask me again in two years."|Nobody laughed.',
        "“We will sign.”|“When?” he asked.|Silence.",
        "Is that era over?|Not over, but changing!|We shall see.",
        "He arrived at 9 a.m. on Monday.|The talks took an hour.",
        "Goods (rice, tea, etc.) were left out.|The rest goes through.",
        "S.Korea strives for more.|U.N. envoys watched.",
        "The knowledge economy…|Then came Covid.",
        "and more … but not all.",
        "1. Buk-gu and KAPID agreed to share.|They start now.",
        "The deal (signed in May.)|It holds.",
        "HANOI -- Vietnam and Korea agreed.|They will sign.",
        "양국은 협정에 서명했다.|교역액은 877억달러였다.|\"잘됐다\"고 그는 말했다.",
        '그는 "협력이 늘 것이다. 투자도 그렇다"고 말했다.',
        "지분율 15.3%다.|국내 은행이 베트남에 한 투자로는 가장 크다.",
        "TP. Hồ Chí Minh ký với Seoul.|Ông Nguyễn Văn A. dự lễ.",
        "Kim ngạch đạt 1.003,5 triệu USD.|Năm ngoái là 20 tỷ.",
        "PGS.TS. Trần Văn B cho biết như vậy.|Bà không nói thêm.",
        "bảo hiểm, chi phí học tiếng Hàn, làm hộ chiếu... sẽ được hai bên bàn kỹ.",
        "No mark at the end",
        "",
    ],
)  # fmt: skip
def test_sentences_end_where_the_bar_stands(text: str) -> None:
    parts = text.split("|") if text else []
    whole = " ".join(parts)
    assert [whole[s:e] for s, e in bounds(whole)] == parts


@given(st.lists(st.text(alphabet="ab C.!?\"'() 1다。…", min_size=1).map(str.strip).filter(bool), max_size=6))
def test_sentences_cover_every_word_in_order_and_stay_in_their_paragraph(texts: list[str]) -> None:
    whole, sentences = part([Paragraph(" ".join(t.split())) for t in texts])
    at = 0
    for sentence in sentences:
        assert sentence.start >= at
        assert not whole[at : sentence.start].strip()
        assert "\n" not in whole[sentence.start : sentence.end]
        assert whole[sentence.start : sentence.end].strip() == whole[sentence.start : sentence.end] != ""
        at = sentence.end
    assert not whole[at:].strip()
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)
