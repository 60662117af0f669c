"""The names in a part of a Korean sentence, each with the part that its particle gives it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.korean_finders import korean_finders

#: The part of a name that no particle follows.
NO_PART = ""
#: How far a person's name or a date may part two names of one list.
_GAP = 26


class Placed(Struct, frozen=True, gc=False):
    """A name in its clause. ``part`` is one of the TOML's parts, or "" where no particle follows.

    ``tail`` lies behind the name's brackets and title, ``end`` behind its particle; ``acts`` that a person acts for
    the body; ``listed`` that the name stands before another of its list; ``parted`` that a date stands between.
    """

    named: Named
    part: str
    tail: int
    end: int
    acts: bool = False
    listed: bool = False
    parted: bool = False

    @property
    def start(self) -> int:
        """Where the name begins."""
        return self.named.start


def placed_in(scene: Scene, names: Sequence[Named], end: int) -> list[Placed]:
    """The names with their parts, in order. A name in brackets behind another name is left out."""
    found: list[Placed] = []
    if not names:
        return found
    for name in names:
        if found and name.start < found[-1].end and not found[-1].listed:
            continue
        found.append(_placed(scene, name, end))
    if len(found) > 1:
        found = [
            p
            for p, behind in zip_longest(found, found[1:])
            if behind is None or p.named.kind != STATE or not _qualifies(scene, p, behind)
        ]
    for i in range(len(found) - 1, -1, -1):
        behind = found[i + 1] if i + 1 < len(found) else None
        if found[i].part == "parents":
            found[i] = _with_owner(found[i], behind)
        if behind is None or found[i].part not in ("with", NO_PART):
            continue
        if behind.part == "parent" and i + 2 < len(found) and found[i + 2].start - behind.end <= 1:
            # "A와 B 자회사 C가": A and C
            behind = replace(found[i + 2], named=replace(found[i + 2].named, start=behind.start))
        found[i] = _in_list(scene, found[i], behind)
    return found


def _with_owner(one: Placed, two: Placed | None) -> Placed:
    """The name as an owner of the deal where no venture of its own is named behind it: "A와 B의 합작법인 설립"."""
    named = two is not None and two.start - one.end <= 1
    return one if named else replace(one, part="of")


def _qualifies(scene: Scene, one: Placed, two: Placed) -> bool:
    """Whether a state only says whose the next name is: "A, 베트남 B와", "베트남 국영 건설사 B와"."""
    if one.part != NO_PART or two.named.kind == STATE or two.start <= one.tail:
        return False
    gap = scene.plain[one.tail + 1 : two.start]
    return scene.plain[one.tail] == " " and (
        not gap or scene.words.korean.grammar.apposition.fullmatch(gap) is not None
    )


def _placed(scene: Scene, name: Named, end: int) -> Placed:
    finders, text, place = korean_finders(), scene.plain, name.end
    letter = text[place : place + 1] if place < end else ""
    if finders.after_name[letter]:
        place = _behind_brackets(scene, name, end)
    if name.kind != STATE and finders.branch[text[place : place + 1]]:
        branch = finders.branch.first(text, place, end)
        place = branch[1].end() if branch else place
    title = finders.title.first(text, place, end) if finders.title[text[place : place + 1]] else None
    if title and any(n.kind != STATE and n.id != name.id for n in scene.named_in(place, title[1].end())):
        title = None  # "베트남 하노이에서 [재무부 차관]"
    if title:
        place = title[1].end()
    found = finders.parts.first(text, place, end)
    if found is None:
        return Placed(name, NO_PART, place, place, bool(title))
    return Placed(name, found[0], place, found[1].end(), bool(title))


def _behind_brackets(scene: Scene, name: Named, end: int) -> int:
    """The end of the name with the brackets and the like behind it."""
    behind = scene.words.korean.grammar.after_name.match(scene.plain, name.end, end)
    if behind is None or behind.end() == name.end or _holds_others(scene, name, behind.end()):
        return name.end
    return behind.end()


def _holds_others(scene: Scene, name: Named, end: int) -> bool:
    """Whether the bracket behind a name names several others: "프레임워크(기재부-기획투자부)", not "A(B·연수)가"."""
    return len({n.id for n in scene.named_in(name.end, end) if n.id != name.id and n.kind != STATE}) > 1


def _is_state(scene: Scene, said: str, end: int) -> bool:
    """Whether ``said`` is the name of a state that stands right before ``end``: "A 및 [베트남] B와"."""
    states = (n for n in scene.named_in(end - len(said) - 1, end) if n.kind == STATE)
    return bool(said) and any(scene.plain[n.start : n.end] == said for n in states)


def _in_list(scene: Scene, one: Placed, two: Placed) -> Placed:
    """Give a name of a list the part of the name that ends it, where "with" or nothing stands between: "A와 B는"."""
    if not 0 <= two.start - one.tail <= _GAP:
        return one
    grammar = scene.words.korean.grammar
    joint = scene.plain[one.tail : two.start]
    m = grammar.joins.match(joint)
    if not m or not m.group().strip():
        return one
    rest = joint[m.end() :]
    dated = bool(rest.strip()) and bool(scene.dates_in(two.start - len(rest), two.start))
    told = dated or (two.acts and grammar.person.fullmatch(rest)) or grammar.apposition.fullmatch(rest)
    if rest.strip() and not told and not _is_state(scene, rest.strip(), two.start):
        return one
    mixed = (one.named.kind == STATE) != (two.named.kind == STATE)
    if mixed and "international" not in (one.named.kind, two.named.kind):
        return one
    if two.part == NO_PART and one.part == "with":
        return replace(one, listed=True)
    return replace(one, part=two.part, listed=True, parted=dated or two.parted)
