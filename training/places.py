"""Where words of a piece stand in the article made of it: spaces and line breaks may differ, and lines be cut."""

from __future__ import annotations

from difflib import SequenceMatcher


class Places:
    """Finds offsets of ``text`` again in ``read``."""

    def __init__(self, text: str, read: str) -> None:
        there = [n for n, letter in enumerate(read) if not letter.isspace()]
        here = [n for n, letter in enumerate(text) if not letter.isspace()]
        a, b = "".join(text[n] for n in here), "".join(read[n] for n in there)
        if a == b:
            self._places = dict(zip(here, there, strict=True))
            return
        blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        self._places = {here[k.a + n]: there[k.b + n] for k in blocks for n in range(k.size)}

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words at ``start:end`` stand; None where they were cut."""
        places = [self._places[n] for n in range(start, end) if n in self._places]
        return (places[0], places[-1] + 1) if places else None
