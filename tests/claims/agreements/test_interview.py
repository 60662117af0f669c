# ruff: noqa: E501 (articles have long lines)
"""Interviews: answers leave unsaid for whom somebody speaks. The people and firms are invented."""

from __future__ import annotations

import pytest

from pactbook.model.source import Source
from pactbook.pipeline import extract

ENGLISH = """'We came for the water'

Han Ji-won, general director of Solbaram Paper Vietnam, talks about mills and rivers.
May 14, 2025

What has changed since you came?

A great deal. In 2022 we made a cooperation agreement with Hanoi University of Science and Technology, and it still runs.

And the new licence?

The Bac Giang Industrial Zones Authority gave us the investment registration certificate on April 28, which was a good day.

What is next for the mill?

Next year we will sign a contract with Vietnam Electricity on a second line to the park, if all goes well.
"""

KOREAN = """“물이 좋아 왔습니다”

솔바람전자 베트남법인 한지원 법인장

2025. 5. 14.

박장성에 있는 솔바람전자의 공장에서 만난 한지원 법인장은 2015년부터 이곳에서 일했다. 종이 원료 값이 오른 이야기부터 꺼냈다.

- 공장은 언제 세웠나.

“2015년입니다. 그해 하노이과학기술대와 산학협력 협약을 맺었는데 지금도 이어지고 있습니다.”

- 사이공뉴포트와는 어떤 관계인가.

“2019년에 창고를 10년간 쓰는 임차계약을 맺었습니다. 물량은 해마다 늘고 있습니다.”

- 앞으로의 계획은.

“내년에 두 번째 공장을 지을 생각입니다. 물이 모자라지 않을지 걱정은 됩니다.”
"""


def parties(text: str) -> list[tuple[str, set[str]]]:
    """The kind of each agreement with the names of its parties."""
    article = extract(Source("talk.txt", text.encode(), "text/plain"))
    names = {body.id: body.names[0] for body in article.organisations}
    return [(claim.kind, {names.get(p, p) for p in claim.parties}) for claim in article.agreements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ENGLISH,
            [
                ("agreement", {"Solbaram Paper Vietnam", "Hanoi University of Science and Technology"}),
                ("licence", {"Solbaram Paper Vietnam", "Bac Giang Industrial Zones Authority"}),
                ("contract", {"Solbaram Paper Vietnam", "Vietnam Electricity"}),
            ],
        ),
        (KOREAN, [("memorandum", {"솔바람전자", "하노이과학기술대"}), ("contract", {"솔바람전자", "사이공뉴포트"})]),
    ],
    ids=["English: we and us", "Korean: nobody is said; the question names the partner"],
)
def test_who_answers_is_a_party(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert parties(text) == expected


def test_an_article_with_a_question_or_two_is_no_interview() -> None:
    text = ENGLISH.replace("And the new licence?\n\n", "").replace("What is next for the mill?\n\n", "")
    assert {"Hanoi University of Science and Technology"} < parties(text)[0][1]  # "we" are still who was introduced
    korean = KOREAN.replace("- 공장은 언제 세웠나.\n\n", "").replace("- 앞으로의 계획은.\n\n", "")
    assert ("contract", {"솔바람전자", "사이공뉴포트"}) not in parties(korean)
