"""Articles as the program reads them, each with what is known to be true of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from training.gold import Annotated, fold, gold_articles, gold_pieces, several
from training.marked import STATES, Piece, all_pieces
from training.places import Places

from pactbook.articles.clean import clean
from pactbook.claims.agreements.scene import STATE, Scene
from pactbook.claims.bodies.article import claim_bodies
from pactbook.claims.figures.article import claim_figures
from pactbook.errors import SourceError
from pactbook.mentions.find import find
from pactbook.model.source import Source

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
_MONTHS += ["November", "December"]


class Deal(Struct, frozen=True):
    """A deal as it is. ``parties`` are ids of bodies and states that the program knows in the article.

    ``complete`` says that the program knows all parties.
    """

    parties: frozenset[str]
    complete: bool
    kinds: tuple[str, ...]
    stages: tuple[str, ...]


class Example(Struct, frozen=True):
    """An article and its deals. ``file`` is what it is kept together with when some are left out to check the rest."""

    file: str
    scene: Scene
    deals: tuple[Deal, ...]


def examples() -> Iterator[Example]:
    """Every marked piece and every annotated article that may be trained on."""
    for piece in all_pieces():
        if scene := scene_of(printed(piece.language, piece.published, piece.text)):
            yield Example(piece.file, scene, tuple(_marked_deals(scene, piece)))
    for gold in gold_articles():
        if scene := scene_of(Source(str(gold["path"]), gold["path"].read_bytes())):
            names = {o["org"]: o["names"] for o in gold["organisations"]}
            yield Example(gold["id"], scene, tuple(_gold_deals(scene, gold, names)))
    for gold in gold_pieces():
        if scene := scene_of(printed(gold["language"], gold["published"], gold["text"])):
            yield Example(gold["id"], scene, tuple(_gold_deals(scene, gold, {})))


def printed(language: str, published: str, text: str) -> Source:
    """A piece as a newspaper prints it: headline, day, text."""
    head, _, rest = text.strip().partition("\n")
    year, month, day = published.split("-")
    line = {
        "en": f"{_MONTHS[int(month) - 1]} {int(day)}, {year}",
        "vi": f"{day}/{month}/{year} 08:15",
        "ko": f"입력 {year}.{month}.{day} 09:30",
    }[language]
    return Source("piece.txt", f"{head}\n{line}\n\n{rest.strip()}\n".encode())


def scene_of(source: Source) -> Scene | None:
    """The article with all that is mentioned in it; None where the program finds no article."""
    try:
        article = clean(source)
    except SourceError:
        return None
    mentions = find(article)
    bodies = claim_bodies(article, mentions)
    return Scene(article, mentions, bodies, claim_figures(article, mentions, bodies))


def _marked_deals(scene: Scene, piece: Piece) -> Iterator[Deal]:
    places = Places(piece.text, scene.text)
    ids = _bodies_of_tags(scene, piece, places)
    for deal in piece.deals:
        parties = [ids.get(party, party if party in STATES else None) for party in deal.parties]
        known = frozenset(p for p in parties if p)
        yield Deal(known, None not in parties, (deal.kind,), (deal.stage,))


def _bodies_of_tags(scene: Scene, piece: Piece, places: Places) -> dict[str, str]:
    """Tag of a body → its id: what the program names most often where the tag stands; a body goes before a state."""
    found: dict[str, Counter[str]] = {}
    for mark in piece.marks:
        if len(mark.tag) == 1 and mark.tag.isupper() and (span := places.span(mark.start, mark.end)):
            for name in scene.named:
                if name.start < span[1] and name.end > span[0]:
                    found.setdefault(mark.tag, Counter())[name.id] += 1 if name.kind == STATE else 2
    return {tag: count.most_common(1)[0][0] for tag, count in found.items()}


def _gold_deals(scene: Scene, gold: Annotated, names: Mapping[str, Sequence[str]]) -> Iterator[Deal]:
    """``names`` are those of each body by its key; without them a party is told by its names themselves."""
    for deal in gold["agreements"]:
        called = [names.get(p, (p,)) if isinstance(p, str) else p for p in deal["parties"]]
        parties = [_state_called(c) or _body_called(scene, c) for c in called]
        known = frozenset(p for p in parties if p)
        yield Deal(known, None not in parties, tuple(several(deal["kind"])), tuple(several(deal["status"])))


def _state_called(names: Sequence[str]) -> str | None:
    """The code of a state, where a party is one."""
    return names[0] if len(names) == 1 and len(names[0]) == 2 and names[0].isupper() else None


def _body_called(scene: Scene, names: Iterable[str]) -> str | None:
    """The id of the body that is mentioned by the most of ``names``."""
    folded = set(map(fold, names))
    shared = {b.id: len(folded & {fold(m.text) for m in b.mentions}) for b in scene.bodies.values()}
    best = max(shared, key=shared.__getitem__, default=None)
    return best if best is not None and shared[best] else None
