"""Names that nobody has listed, where nothing but a party stands: "mua lại [Bibica]", "rót vốn vào [Sendy]"."""

from __future__ import annotations

from pactbook.mentions.organisations.headed.sheet import Sheet


def in_slot(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the name stands where nothing but a party stands: "mua lại [Bibica]".

    Two Vietnamese syllables may be a place or somebody's given name, but where only firms stand: "cổ phần [Kinh Đô]".
    """
    if not sheet.spaced(first) or first in sheet.page.openings:
        return False
    if all(not sheet.is_foreign(p) for p in range(first, last + 1)):
        place = sheet.surname(first) or any(sheet.page.is_land(p) for p in range(first, last + 1))
        return last - first == 1 and not place and sheet.slots.holds(first, last, firm=True)
    return sheet.slots.holds(first, last)
