"""What the words around an amount say of its measure."""

from __future__ import annotations

from msgspec import Struct

from pactbook.claims.figures.scene import Cue

#: Below this, a sentence does not tell the measure, and the ones before are asked; below that, nothing does.
TELLS, AT_LEAST = 0.45, 0.15
#: How near before an amount the word stands that says what it is: "xuất khẩu gần 24 tỷ USD".
RIGHT_BEFORE = 8
#: The measures of trade between countries.
TRADE = ("trade_turnover", "exports", "imports", "trade_balance")


class Vote(Struct, frozen=True, gc=False):
    """A measure with its score and the word that spoke loudest for it."""

    measure: str
    score: float
    cue: Cue | None
    rule: str
