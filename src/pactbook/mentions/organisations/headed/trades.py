"""Firms that are called by their trade and their own name: "Nhựa Bình Minh", "Dược Hậu Giang", "Địa ốc Phú Quý"."""

from __future__ import annotations

from pactbook.mentions.organisations.headed.sheet import Sheet


def trade_at(sheet: Sheet, place: int) -> int:
    """How many words of a trade begin the name of a firm at ``place``; 0 where none does.

    The trade has a capital, and one that is no state follows it: "Thép Việt Nam" may be the whole trade.
    """
    if sheet.lows[place] not in sheet.grammar.trades.firsts:
        return 0
    length = 0 if sheet.small(place) else sheet.grammar.trades.at(sheet.lows, place)
    own = place + length
    if not length or own >= sheet.end_of(place) or not sheet.spaced(own):
        return 0
    word = sheet.words[own]
    named = word.capital and word.text[:1].isalpha() and not sheet.in_state(own) and own not in sheet.people
    return length if named and not sheet.grammar.topics.at(sheet.lows, own) else 0
