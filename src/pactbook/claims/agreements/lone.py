"""Find the other party of a deal whose clause names only one: a small trained ranking of the bodies around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.parties import HOME, OFFICES, Parties
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.other_party import sign_weights
from pactbook.model.claim import Because
from pactbook.model.span import Span

#: The rule of a party that was found by its signs.
RULE = "likeliest"
#: How many sentences before and behind the deal are searched.
_BACK, _ON = 6, 2
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


class Candidate(Struct, frozen=True):
    """A body that may be the other party, where it is named nearest to the deal, and what speaks for it.

    None stands for nobody: the article does not name the other party.
    """

    name: Named | None
    signs: tuple[str, ...]


def name_others(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each deal of which one party is known the likeliest other one, where the article names it."""
    found = [(d, _likeliest(scene, d, drafts)) for d in drafts if len(d.ids) == 1]
    for draft, name in found:
        if name is not None:
            draft.parties = Parties((*draft.parties.names, name), draft.parties.how)
            draft.because.append(Because("parties", name.span, RULE))
            sentence = scene.sentence_at(name.start)
            told = Span.of(scene.text, sentence.start, sentence.end) if sentence else name.span
            if told not in draft.evidence:
                draft.evidence.append(told)


def _likeliest(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Named | None:
    weights = sign_weights()
    return max(candidates(scene, draft, drafts), key=lambda c: sum(weights.get(s, 0.0) for s in c.signs)).name


def candidates(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> list[Candidate]:
    """All bodies around a deal with one party, each once, in the order of the text."""
    party = draft.parties.names[0]
    sentences = scene.article.sentences
    here = sentences.index(draft.sentence)
    first, last = max(0, here - _BACK), min(len(sentences) - 1, here + _ON)
    around = scene.named_in(sentences[first].start, sentences[last].end)
    headline = [n for s in sentences if s.role == "headline" for n in scene.named_in(s.start, s.end)]
    nearest: dict[str, Named] = {}
    for name in [*headline, *around]:
        if name.id == party.id or (name.kind == STATE and name.form == "adjective"):
            continue
        before = nearest.get(name.id)
        if before is None or _far(name, draft) <= _far(before, draft):
            nearest[name.id] = name
    said = Counter(n.id for n in scene.named)
    topic = {n.id for n in headline}
    found = sorted(nearest.values(), key=lambda n: n.start)
    some = [Candidate(n, tuple(_signs(scene, draft, drafts, party, n, found, said, topic, here))) for n in found]
    return [*some, Candidate(None, tuple(_signs_of_nobody(scene, draft, party)))]


def _far(name: Named, draft: Draft) -> int:
    """How far a name stands from the deal; what stands in its sentence goes before all others."""
    inside = draft.sentence.start <= name.start < draft.sentence.end
    apart = max(draft.span.start - name.end, name.start - draft.span.end, 0)
    behind = name.start >= draft.sentence.end
    return apart + (0 if inside else 1000) + (600 if behind else 0)


def _signs(
    scene: Scene,
    draft: Draft,
    drafts: Sequence[Draft],
    party: Named,
    name: Named,
    found: Sequence[Named],
    said: Counter[str],
    topic: set[str],
    here: int,
) -> Iterator[str]:
    where = _where(scene, draft, name, here)
    yield f"where:{where}"
    side = _side(party, name)
    yield f"side:{side}"
    group, own = _group(name), _group(party)
    yield f"kind:{group}"
    yield f"pair:{own}-{group}"
    yield f"{draft.kind}:{group}"
    sentence = scene.sentence_at(name.start)
    opens = sentence is not None and not scene.named_in(sentence.start, name.start)
    if opens:
        yield f"opens:{where}"
    if sentence is not None and name.start - sentence.start < 5:
        yield f"first:{where}"
    if name.id in topic:
        yield "topic"
    times = min(said[name.id], 4)
    yield f"times:{times}"
    rivals = [n for n in found if n is not name and _side(party, n) == side and n.kind != STATE]
    if not rivals:
        yield f"alone:{side}"
    if all(_far(n, draft) >= _far(name, draft) for n in rivals):
        yield f"nearest:{side}"
    if all(said[n.id] <= said[name.id] for n in rivals):
        yield "most"
    together = [d for d in drafts if d is not draft and {party.id, name.id} <= d.ids]
    if together:
        yield "together"
    elif any(name.id in d.ids and d is not draft for d in drafts):
        yield "elsewhere" if any(d is not draft and name.id in d.ids and len(d.ids) > 1 for d in drafts) else "lone"
    if where == "same":
        low, high = sorted((party.start, name.start))
        if low < draft.span.start < high:
            yield "astride"
        yield "before" if name.start < draft.span.start else "behind"


def _signs_of_nobody(scene: Scene, draft: Draft, party: Named) -> Iterator[str]:
    yield "nobody"
    yield f"nobody:{draft.kind}"
    yield f"nobody:{_group(party)}"
    yield f"nobody:{draft.status}"
    yield f"nobody:{draft.sentence.role}"
    named = scene.named_in(draft.sentence.start, draft.sentence.end)
    yield f"nobody:{min(len({n.id for n in named if n.kind != STATE}), 4)}-named"
    if any(n.country not in (*HOME, None) for n in named):
        yield "nobody:third"
    if draft.again or draft.definite:
        yield "nobody:definite"


def _where(scene: Scene, draft: Draft, name: Named, here: int) -> str:
    if draft.sentence.start <= name.start < draft.sentence.end:
        return "same"
    sentence = scene.sentence_at(name.start)
    if sentence is None:
        return "far"
    if sentence.role == "headline":
        return "headline"
    steps = scene.article.sentences.index(sentence) - here
    near = sentence.paragraph == draft.sentence.paragraph
    if steps > 0:
        return "next" if steps == 1 else "later"
    return {-1: "last", -2: "second"}.get(steps, "third" if steps > -4 else "far") + ("" if near else "-paragraph")


def _group(name: Named) -> str:
    return _GROUPS.get(name.kind, "other")


def _side(party: Named, name: Named) -> str:
    """How the country of a body stands to that of the known party."""
    if name.country is None or party.country is None:
        return "unknown"
    if name.country == party.country:
        return "own"
    return "other" if name.country in HOME else "third"
