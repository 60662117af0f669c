"""The annotated claims of the gold articles, put together: how well does the record match the annotators' own?"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

from pactbook.model.article import Article
from pactbook.model.claim import AgreementClaim, Body, Extraction, Value
from pactbook.model.span import Span
from pactbook.record.assemble import assemble_all
from pactbook.record.identity import tellings

GOLD = Path(__file__).parents[1] / "gold"

#: Reached when this was written; never to be lowered silently. Left: a culture programme that is a memorandum of states
#: to one paper and an action plan of ministries to another.
FLOOR = 0.995


def _one(value):
    return value[0] if isinstance(value, list) else value


def _claim(text, a):
    at = text.index(a["quote"])
    value = tuple(Value(v["low"], v["high"], v["currency"]) for v in a["value"])
    evidence = (Span.of(text, at, at + len(a["quote"])),)
    return AgreementClaim(
        _one(a["kind"]), _one(a["status"]), tuple(a["parties"]), _one(a["date"]), a["subject"] or "",
        tuple(a["sectors"]), value, _one(a["place"]), evidence,
    )  # fmt: skip


def _tellings(item):
    text = "\n\n".join(a["quote"] for a in item["agreements"])
    article = Article(item["id"], item["source"], item["language"], None, None, None, _one(item["published"]), text, ())
    bodies = (
        Body(o["org"], tuple(o["names"]), _one(o["kind"]), _one(o["country"]), (), "gold")
        for o in item["organisations"]
    )
    claims = tuple(_claim(text, a) for a in item["agreements"])
    return tellings(Extraction(article, tuple(bodies), claims, (), (), "gold"), item.get("duplicate_of"))


def _b_cubed(pairs):
    path = next(GOLD.rglob("score.py"))
    spec = importlib.util.spec_from_file_location("gold_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.b_cubed(pairs)["f1"]


def test_the_record_matches_the_annotators():
    told, key = {}, {}
    for path in sorted(GOLD.joinpath("dev").rglob("*.json")):
        item = json.loads(path.read_text(encoding="utf-8"))
        for telling, agreement in zip(_tellings(item), item["agreements"], strict=True):
            told[telling.id], key[telling.id] = telling, agreement["record"]
    records = assemble_all(told)
    assert _b_cubed([(key[t], r.id) for r in records for t in r.tellings]) >= FLOOR
