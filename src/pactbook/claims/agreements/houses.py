"""The house that a description leads to by one of its firms: "the Korean chipmaker's parent"."""

from __future__ import annotations

from pactbook.claims.agreements.scene import Named, Scene

#: What stands behind a word for whoever owns something.
_OWN = frozenset({"'s", "' "})


def or_house(scene: Scene, body: Named | None, place: int, *, word: bool = True) -> Named | None:
    """``body``, which words before ``place`` stand for; where its owner is meant, that house, if the article names it.

    Where not ``word``, only a part of the words stands before ``place``: "the [Korean] chipmaker's parent".
    """
    if body is None or (word and scene.plain[place : place + 2] not in _OWN):
        return body
    owned = scene.grammar.owner_of.match(scene.plain, place)
    return (_house_of(scene, body) if owned else None) or body


def _house_of(scene: Scene, firm: Named) -> Named | None:
    """The group that has its first word in common with the firm: "SK Group" of "SK hynix"."""
    first = scene.plain[firm.start : firm.end].partition(" ")[0]
    alike = (n for n in scene.named if n.kind == "company" and n.country == firm.country and n.id != firm.id)
    return next((n for n in alike if _is_house(scene, n, first)), None)


def _is_house(scene: Scene, name: Named, first: str) -> bool:
    said = scene.plain[name.start : name.end]
    return said.partition(" ")[0] == first and bool(scene.grammar.house.search(said))
