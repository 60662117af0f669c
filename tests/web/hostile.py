"""An article that would like to be a program."""

from __future__ import annotations

from typing import Any

SCRIPT = "<script>window.pwned = 1</script>"
BREAKOUT = "</script></title></textarea><svg onload=\"window.pwned = 1\"><img src=x onerror='window.pwned = 1'>"
QUOTES = "\"'><b onmouseover=window.pwned=1>"
TEMPLATE = "{{ 7 * 7 }}{% raw %}${7*7}"
DEVIL = f"{SCRIPT} {BREAKOUT} {QUOTES} {TEMPLATE}"
HREF = "javascript:window.pwned=1"


def hostile_record(desk: Any, make: Any) -> str:
    """Write the article in every cell that an article can fill; returns its id."""
    text = f"KOICA and MOST signed {DEVIL} a deal. Trade was {QUOTES} $5 billion{SCRIPT} in 2022."
    first = text.split(" a deal.", maxsplit=1)[0] + " a deal."
    article = make.article(
        "a" * 20, text, title=DEVIL, outlet=DEVIL, url=HREF, source=f"/tmp/{DEVIL}/{HREF}", language="en"
    )
    claim = make.claim(text, first, subject=DEVIL, place=QUOTES + SCRIPT, value=((1e9, 2e9, "USD"),))
    figure = make.figure(text, "$5 billion")
    desk.add(make.extraction(article, [claim], [figure]))
    return str(article.id)
