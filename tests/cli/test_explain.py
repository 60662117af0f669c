"""``pactbook extract --explain``: every cell with its words, its rule and its share of right answers."""

from __future__ import annotations

import json
import re
from pathlib import Path

STORY = """Hanoi, Seoul sign deal on customs data

HANOI, May 3, 2023 - The General Department of Vietnam Customs and the Korea Customs Service signed a memorandum of
understanding on the exchange of customs data in Hanoi on Tuesday. The deal is worth US$100 million, officials said.
Both agencies will meet again next year in Seoul to see how the exchange of data works and what is left to be done.
"""


def test_each_cell_is_shown_with_its_words_and_its_rule(typed, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    shown = typed("extract", str(story), "--explain").stdout
    assert re.search(
        r"kind: memorandum\n +“memorandum of understanding” at \d+ · en/agreements/deals.toml:deal.memorandum", shown
    )
    assert re.search(r"status: signed\n +“signed” at \d+", shown)
    assert "The General Department of Vietnam Customs and the Korea Customs Service signed a memorandum of" in shown
    assert re.search(r"US\$100 million.*\d+% sure", shown)
    assert "{" not in shown


def test_the_json_carries_the_same_reasons(typed, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    [claim] = (read := json.loads(typed("extract", str(story)).stdout))["agreements"]
    assert {"kind", "parties", "status"} <= {b["cell"] for b in claim["because"]}
    things = [claim, *read["figures"], *read["dates"], *read["organisations"]]
    mentions = [m for body in read["organisations"] for m in body["mentions"]]
    assert all(0 < thing["confidence"] <= 1 for thing in [*things, *mentions])
    assert all(m["rule"] for m in mentions)
    assert all(STORY[b["start"] : b["end"]].split() == b["text"].split() for b in claim["because"])


def test_what_weights_chose_is_said_in_words(typed, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("""Korean lender helps Vietnamese shipbuilder

HANOI, May 3, 2023 - Vietnam Shipbuilding Corporation was in good spirits on Tuesday: it has eleven orders.
It signed a loan agreement worth $40 million. Shinhan Bank will pay the money in three parts.
""")
    shown = typed("extract", str(story), "--explain").stdout
    assert re.search(r"“Shinhan Bank” at \d+ · the likeliest around, by weights +\d+% sure", shown)
