"""Find the other party of a deal whose clause names only one: a small trained ranking of the bodies around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.likeliest import Option, likeliest, show, where
from pactbook.claims.agreements.parties import HOME, OFFICES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.weights import other_party

#: How many sentences before and behind the deal are searched.
_BACK, _ON = 6, 2
#: What stands in another sentence counts as so many letters farther, what stands behind the deal's as so many more.
_OUTSIDE, _BEHIND = 1000, 600
#: How near before the word for a deal the country stands that it is told of.
_ABROAD = 16
#: How far within a sentence, in letters, its first name may begin.
_FIRST = 5
#: Kinds of bodies that do alike in the news.
_GROUPS = {
    "company": "firm",
    "bank": "bank",
    "education": "school",
    "research": "school",
    "hospital": "school",
    "media": "media",
    STATE: "state",
} | dict.fromkeys(OFFICES, "office")


class _Search(Struct, frozen=True):
    """A deal with one ``party``, told beside ``drafts``, and the bodies around it, each where it stands nearest.

    ``said`` counts how often the article names each; the headline names those of ``topic``.
    """

    scene: Scene
    draft: Draft
    drafts: Sequence[Draft]
    party: Named
    around: Sequence[Named]
    said: Counter[str]
    topic: frozenset[str]
    #: How the country of each of them stands to that of the party, and how far from the deal it is.
    sides: dict[str, str]
    far: dict[str, int]


def name_others(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each deal of which one party is known the likeliest other one, where the article names it."""
    table = other_party()
    found = [(d, likeliest(candidates(scene, d, drafts), table)) for d in drafts if len(d.ids) == 1]
    for draft, name in found:
        if name is not None:
            draft.parties = Parties((*draft.parties.names, name), draft.parties.how)
            show(scene, draft, name.span)


def candidates(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> list[Option]:
    """All bodies around a deal with one party, each once, in the order of the text, and the option of none of them."""
    search = _search(scene, draft, drafts)
    some = [Option(n, _signs(search, n)) for n in search.around]
    return [*some, Option(None, tuple(_signs_of_nobody(search)))]


def _search(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> _Search:
    party = draft.parties.names[0]
    sentences = scene.article.sentences
    here = sentences.index(draft.sentence)
    first, last = sentences[max(0, here - _BACK)], sentences[min(len(sentences) - 1, here + _ON)]
    headline = [n for s in sentences if s.role == "headline" for n in scene.named_in(s.start, s.end)]
    abroad = _abroad(scene, draft, party)
    nearest: dict[str, Named] = {}
    far: dict[str, int] = {}
    for name in [*headline, *scene.named_in(first.start, last.end)]:
        if name.id == party.id or not _may_be(party, name) or (abroad and name.country not in abroad):
            continue
        away = _far(name, draft)
        if name.id not in far or away <= far[name.id]:
            nearest[name.id], far[name.id] = name, away
    around = sorted(nearest.values(), key=lambda n: n.start)
    said = Counter([n.id for n in scene.named])
    sides = {n.id: _side(party, n) for n in around}
    return _Search(scene, draft, drafts, party, around, said, frozenset([n.id for n in headline]), sides, far)


def _abroad(scene: Scene, draft: Draft, party: Named) -> set[str]:
    """The third countries named right before the word for a deal, whose other side is from there ("체코 본계약도")."""
    places = [t.deal.start for t in draft.tellings if t.deal is not None]
    told = (
        n for p in places for n in scene.named_in(max(0, p - _ABROAD), p) if n.kind == STATE and n.form != "capital"
    )
    return {n.country for n in told if n.country and n.country not in HOME and n.country != party.country}


def _may_be(party: Named, name: Named) -> bool:
    """Whether a body may be the other party: a state is one only beside a state, and only by its name."""
    return name.kind != STATE or (party.kind == STATE and name.form != "adjective")


def _far(name: Named, draft: Draft) -> int:
    """How far a name stands from the deal; what stands in its sentence goes before all others."""
    inside = draft.sentence.start <= name.start < draft.sentence.end
    apart = max(draft.span.start - name.end, name.start - draft.span.end, 0)
    behind = name.start >= draft.sentence.end
    return apart + (0 if inside else _OUTSIDE) + (_BEHIND if behind else 0)


def _signs(search: _Search, name: Named) -> tuple[str, ...]:
    return (
        *_signs_of_kind(search, name),
        *_signs_of_place(search, name),
        *_signs_beside_rivals(search, name),
        *_signs_of_other_deals(search, name),
    )


def _signs_of_kind(search: _Search, name: Named) -> Iterator[str]:
    group = _group(name)
    yield f"side:{search.sides[name.id]}"
    yield f"kind:{group}"
    yield f"pair:{_group(search.party)}-{group}"
    yield f"{search.draft.kind}:{group}"


def _signs_of_place(search: _Search, name: Named) -> Iterator[str]:
    deal = search.draft.span.start
    place = where(search.scene, search.draft, name.start)
    yield f"where:{place}"
    sentence = search.scene.sentence_at(name.start)
    if sentence is not None and not search.scene.named_in(sentence.start, name.start):
        yield f"opens:{place}"
    if sentence is not None and name.start - sentence.start < _FIRST:
        yield f"first:{place}"
    if place == "same":
        low, high = sorted((search.party.start, name.start))
        if low < deal < high:
            yield "astride"
        yield "before" if name.start < deal else "behind"


def _signs_beside_rivals(search: _Search, name: Named) -> Iterator[str]:
    said, far, sides = search.said, search.far, search.sides
    side, away, times = sides[name.id], far[name.id], said[name.id]
    if name.id in search.topic:
        yield "topic"
    yield f"times:{min(times, 4)}"
    rivals = [n.id for n in search.around if sides[n.id] == side and n.kind != STATE and n is not name]
    if not rivals:
        yield f"alone:{side}"
    if not [r for r in rivals if far[r] < away]:
        yield f"nearest:{side}"
    if not [r for r in rivals if said[r] > times]:
        yield "most"


def _signs_of_other_deals(search: _Search, name: Named) -> Iterator[str]:
    if len(search.drafts) == 1:
        return
    others = [d.parties.members for d in search.drafts if d is not search.draft]
    its = [ids for ids in others if name.id in ids]
    if any(search.party.id in ids for ids in its):
        yield "together"
    elif its:
        yield "elsewhere" if any(len(ids) > 1 for ids in its) else "lone"


def _signs_of_nobody(search: _Search) -> Iterator[str]:
    draft = search.draft
    yield "nobody"
    for what in (draft.kind, _group(search.party), draft.status, draft.sentence.role):
        yield f"nobody:{what}"
    named = search.scene.named_in(draft.sentence.start, draft.sentence.end)
    yield f"nobody:{min(len({n.id for n in named if n.kind != STATE}), 4)}-named"
    if any(n.country not in (*HOME, None) for n in named):
        yield "nobody:third"
    if draft.again or draft.definite:
        yield "nobody:definite"


def _group(name: Named) -> str:
    return _GROUPS.get(name.kind, "other")


def _side(party: Named, name: Named) -> str:
    """How the country of a body stands to that of the known party."""
    if name.country is None or party.country is None:
        return "unknown"
    if name.country == party.country:
        return "own"
    return "other" if name.country in HOME else "third"
