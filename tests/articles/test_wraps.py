"""Hard wraps undone: ragged ones, forwarded ones, and the lines that only look wrapped."""

from __future__ import annotations

import pytest

from pactbook.articles.wraps import paragraphs

ONE = (
    "The vision statement was signed in Seoul by Defence Minister Han and General Le on behalf of Korea's Ministry of "
    "National Defence and Vietnam's Ministry of Defence. Work in peacekeeping is in it, as is the search for remains."
)
TWO = (
    "The two ministries are not starting from scratch. Bound by a memorandum since 2010, they agreed in September 2015 "
    "on training for officers, and three vessels have been handed to the Vietnam Coast Guard since then."
)
KOREAN = (
    "두 나라 국방부는 서울에서 공동 비전 성명에 서명했다고 밝혔다. 평화유지 활동과 방위산업, 인도적 지원, "
    "유해 발굴 협력이 성명에 담겼으며 다음 달 하노이에서 실무 회의가 열린다고 국방부 관계자가 전했다."
)


def wrapped(text: str, *widths: int) -> list[str]:
    """The text broken at the widths, taken in turn."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > widths[len(lines) % len(widths)]:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


@pytest.mark.parametrize("widths", [(80,), (60,), (72, 100, 66), (86, 60, 110), (64, 62, 75, 58)])
@pytest.mark.parametrize("gap", ["\n\n", "\n \n"])
def test_a_wrapped_text_becomes_its_paragraphs(widths: tuple[int, ...], gap: str) -> None:
    text = gap.join("\n".join(wrapped(p, *widths)) for p in (ONE, TWO))
    assert [line for group in paragraphs(text) for line in group] == [ONE, TWO]


def test_korean_is_wrapped_in_half_the_letters() -> None:
    text = "\n".join(wrapped(KOREAN, 38, 42, 36))
    assert paragraphs(f"{text}\n\n{text}") == [[KOREAN], [KOREAN]]


def test_a_forwarded_mail_loses_its_marks() -> None:
    text = "\n".join(f"> {line}" for line in [*wrapped(ONE, 70), "", *wrapped(TWO, 70)])
    assert [line for group in paragraphs(text.replace("> \n", ">\n")) for line in group] == [ONE, TWO]


def test_a_paragraph_may_begin_with_an_indent_alone() -> None:
    text = "\n".join("   " + "\n".join(wrapped(p, 72)) for p in (ONE, TWO))
    assert paragraphs(text) == [[ONE, TWO]]


@pytest.mark.parametrize(
    "lines",
    [
        ["Foxwell signs land lease in Nghe An, invests $100m", "Quang Ninh licenses $246m Taiwanese projects"],
        ["> Gas price row: operator wants $9.8 per mmBtu and more", "> Thai group signs for 600 MW of Laotian wind"],
        [
            ">> Thai harness maker books $14 million order (11 Oct)",
            ">> Battery recycler seeks partner in Johor (10 Oct)",
        ],
        ["3. Carmaker asks for 500 billion won from state lender", "Keywords  #EDCF  #Vietnam  #expressway"],
        ["Deep Bay and its Belgian partner agree on a wind farm deal", "POPULAR"],
        ["Lotus Gate raises $120m from nine lenders in Seoul and Taipei", "Friday, 19 November 2021"],
    ],
)
def test_lines_that_stand_below_each_other_stay_apart(lines: list[str]) -> None:
    body = "\n\n".join("\n".join(wrapped(p, 72)) for p in (ONE, TWO))
    assert paragraphs(body + "\n\n" + "\n".join(lines))[-1] == lines
