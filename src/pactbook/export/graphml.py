"""GraphML: the network for Gephi, Cytoscape, yEd, networkx and their kin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from pactbook.export.choice import Choice
from pactbook.export.letters import writable
from pactbook.export.tables.network import Network, Tie, counted, nodes
from pactbook.export.tables.organisations import Known

_SPACE = "http://graphml.graphdrawing.org/xmlns"

#: Attribute → its type. ``label`` and ``weight`` are what programs look for.
NODE = {"label": "string", "names": "string", "kind": "string", "country": "string", "agreements": "int"}
EDGE = {
    **{"label": "string", "weight": "int", "kinds": "string", "commitments": "string", "sectors": "string"},
    **{"years": "string", "first_year": "int", "last_year": "int", "agreement_ids": "string"},
}


def write_graphml(file: BinaryIO, choice: Choice, found: Network) -> int:
    """Parties as nodes, ties as undirected edges with weights; returns the number of both together."""
    count = 0
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", xmlns=_SPACE):
            for element in _keys():
                _write(xml, element)
            with xml.element("graph", id="agreements", edgedefault="undirected"):
                for element in _elements(choice, found):
                    _write(xml, element)
                    count += 1
    return count


def _write(xml: Any, element: etree._Element) -> None:
    element.tail = "\n"
    xml.write(element)


def _keys() -> Iterator[etree._Element]:
    for side, attributes in (("node", NODE), ("edge", EDGE)):
        for name, kind in attributes.items():
            named = {"id": f"{side}_{name}", "for": side, "attr.name": name, "attr.type": kind}
            yield etree.Element("key", named)


def _elements(choice: Choice, found: Network) -> Iterator[etree._Element]:
    names: dict[str, str] = {}
    for name, one in nodes(choice.connection, found.parties):
        names[name] = one.name
        yield _described(etree.Element("node", id=writable(name)), "node", _node(one, found.parties[name]))
    for tie in found.ties:
        edge = etree.Element("edge", source=writable(tie.one), target=writable(tie.other))
        yield _described(edge, "edge", _edge(tie, names))


def _node(one: Known, agreements: int) -> dict[str, Any]:
    body = one.body
    return {
        "label": one.name,
        "names": "; ".join(body.names),
        "kind": body.kind,
        "country": body.country,
        "agreements": agreements,
    }


def _edge(tie: Tie, names: dict[str, str]) -> dict[str, Any]:
    return {
        "label": f"{names[tie.one]} – {names[tie.other]}",
        "weight": len(tie.agreements),
        "kinds": "; ".join(counted(tie.kinds)),
        "commitments": "; ".join(counted(tie.commitments)),
        "sectors": "; ".join(counted(tie.sectors)),
        "years": "; ".join(counted(tie.years)),
        "first_year": min(tie.years, default=None),
        "last_year": max(tie.years, default=None),
        "agreement_ids": "; ".join(tie.agreements),
    }


def _described(element: etree._Element, side: str, attributes: dict[str, Any]) -> etree._Element:
    """The element with what is known; an attribute without a value is left out."""
    for name, value in attributes.items():
        if value is not None and value != "":
            etree.SubElement(element, "data", key=f"{side}_{name}").text = writable(str(value))
    return element
