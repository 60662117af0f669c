"""A body that neither an article nor the gazetteer knows, entered by an analyst: ``new: Nobody Knows Ltd (KR)``."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from pactbook.claims.bodies.article import unlisted
from pactbook.errors import QueryError
from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.model.words import BODY_KINDS
from pactbook.record.correcting import state_code
from pactbook.record.identity import is_state
from pactbook.search.naming import bodies_like, bodies_named
from pactbook.store.entered import Entered, entered_parties
from pactbook.store.naming import names_of
from pactbook.text.fold import fold_name
from pactbook.text.level import tidy

#: How a new body is written. The mark is there so that a slip of the pen makes none.
LIKE = '"new: Nobody Knows Ltd (KR)", or (KR, ministry) for what is no company'
_NEW = re.compile(r"new\s*:\s*(?P<said>.*)", re.IGNORECASE | re.DOTALL)
_SAID = re.compile(r"(?P<name>.*\S)\s*\((?P<country>[^(),]+)(?:,(?P<kind>[^(),]+))?\)")
#: What stands for no single country.
_WORLD = "XX"
#: As for names of articles that do not tell what they are of.
_KIND = "company"


def is_new(words: str) -> bool:
    """Whether the words of a party are marked as those of a new body."""
    return _NEW.match(words.strip()) is not None


def new_body(connection: Connection, words: str) -> Entered:
    """The body that the words enter, under the id that articles which name it would give it.

    Raises QueryError where its name, its country or its kind cannot be, or a body of its country is called so already.
    """
    marked = _NEW.match(words.strip())
    said = _SAID.fullmatch(marked["said"].strip()) if marked else None
    if said is None or not fold_name(said["name"]):
        raise QueryError(f"{words!r} enters no body: write its name and, in brackets, its country: {LIKE}")
    name, country = tidy(said["name"]), state_code(said["country"].strip())
    if country not in countries() and country != _WORLD:
        raise QueryError(f"{said['country'].strip()!r} is no state; use its name or its two letters, {_WORLD} for none")
    kind = (said["kind"] or _KIND).strip().lower()
    if kind not in BODY_KINDS:
        raise QueryError(f"there is no kind of body {kind!r}; choose from: {', '.join(BODY_KINDS)}")
    body = Entered(unlisted(name, country), name, kind, country)
    _object_to_known(connection, body)
    return body


def _object_to_known(connection: Connection, body: Entered) -> None:
    """Raise QueryError where a body of that country, or a state, is called so."""
    named = bodies_like(connection, body.id) | bodies_named(connection, body.name)
    named -= entered_parties(connection).keys()
    known = sorted(one for one in named if is_state(one) or _country(one) == body.country)
    if known:
        name = names_of(connection, known)[known[0]]
        raise QueryError(f"{body.name!r} is known: {name} ({known[0]}); name it without the mark of a new body")


def _country(body: str) -> str:
    listed = bodies().get(body)
    return listed.country if listed else body.partition(".")[0].upper()
