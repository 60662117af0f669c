"""The fund that the money of a loan comes from, and the bank that runs it and lends: "a loan from the [EDCF]"."""

from __future__ import annotations

from pactbook.claims.agreements.parties import Parties
from pactbook.claims.agreements.scene import Named, Scene

#: Kinds of deals whose money comes from a fund.
_LENT = frozenset({"loan", "grant"})
#: How far before a name the word that says that it is a bank begins.
_WORD = 12


def without_fund(scene: Scene, kind: str, bodies: list[Named]) -> list[Named]:
    """The bodies without the fund that the money of a loan comes from, where who runs it is named."""
    if kind not in _LENT or len({b.id for b in bodies}) < 2:
        return bodies
    funds = {b.id for b in bodies if _is_fund(scene, b)}
    lenders = {b.country for b in bodies if b.id not in funds}
    return [b for b in bodies if b.id not in funds or b.country not in lenders]


def lent_by_runner(scene: Scene, kind: str, parties: Parties) -> Parties:
    """The parties with the state's bank for the fund that it runs: the article names it somewhere."""
    if kind not in _LENT or not any(_is_fund(scene, n) for n in parties.names):
        return parties
    names = tuple(_runner(scene, n) or n if _is_fund(scene, n) else n for n in parties.names)
    return Parties(tuple({n.id: n for n in names}.values()), parties.how)


def _is_fund(scene: Scene, name: Named) -> bool:
    return bool(scene.grammar.fund.search(scene.plain, name.start, name.end))


def _runner(scene: Scene, fund: Named) -> Named | None:
    """The agency of the fund's country that is called a bank."""
    if fund.kind != "agency":
        return None
    alike = (n for n in scene.named if n.kind == fund.kind and n.country == fund.country and n.id != fund.id)
    return next((n for n in alike if scene.grammar.bank.search(scene.plain, max(0, n.start - _WORD), n.end)), None)
