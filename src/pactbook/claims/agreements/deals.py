"""The words for deals in a part of a sentence, and what the words before them tell: old or new, one or of many."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.mention import CueMention
from pactbook.model.span import Span

#: Kinds of words that take the kind of a word right before them.
_PLAIN = frozenset({"any", "agreement"})
#: The matter of words that make another deal of one told before ("extension", "version").
ANOTHER = "another"
#: The matter of approvals, which tell a licence only where an office gives them to a body of another country.
APPROVAL = "approval"
#: The matter of relations, which are recalled everywhere and told only with their day.
OPENING = "opening"
#: How far behind a deal the two names end that it bears, and how near behind both it is told again, in characters.
_NAMES, _REPEATED = 60, 6
#: How far before a statement the verb of saying begins, in characters.
_TOLD = 50


def deals_in(scene: Scene, cues: list[CueMention], start: int) -> list[CueMention]:
    """Deal words, and "one" or "another" where they stand for one of several deals, in the order of the text.

    They are those of ``cues``, which are all of a part of a sentence that begins at ``start``.
    """
    words = [c for c in cues if c.role in {"deal", "deals"}]
    deals: list[CueMention] = []
    if words:
        feats = [c for c in cues if c.role == "feat"] if len(cues) > len(words) else []
        told = [d for d in words if not _is_no_deal(scene, d) and not (feats and _is_in_feat(scene, d, feats))]
        deals = _compounds(scene, _each_once(scene, told, words) if len(words) > 1 else told)
    if len(cues) == len(words):
        return deals
    members = [c for c in cues if c.role == "list" and c.value == "member" and _stands_for_deal(scene, c, start)]
    return sorted([*deals, *members], key=lambda c: c.span.start) if members else deals


def _each_once(scene: Scene, deals: list[CueMention], words: list[CueMention]) -> list[CueMention]:
    """The deals without those that only say again, or what it is about, what one of the words before says."""
    return [d for d in deals if not _is_repeated(scene, d, words) and not _is_about(scene, d, words)]


def _is_in_feat(scene: Scene, deal: CueMention, feats: list[CueMention]) -> bool:
    """Whether the word is a part of a longer one that tells a deal by itself."""
    place = deal.span
    longer = [f for f in feats if f.span.overlaps(place) and len(f.span.text) > len(place.text)]
    return not all(_holds(scene, f, deal) for f in longer)


def _holds(scene: Scene, feat: CueMention, deal: CueMention) -> bool:
    """Whether the word within the phrase of a verb is the name of a deal all the same."""
    return _leads_into(feat, deal) or (feat.span.start == deal.span.start and _is_done(scene, deal))


def _is_done(scene: Scene, deal: CueMention) -> bool:
    """Whether a verb that takes a deal stands right before the word: "sẽ [ký] thỏa thuận với B"."""
    before = scene.cues_in(max(0, deal.span.start - 12), deal.span.start, "act")
    return bool(before) and before[-1].span.end == deal.span.start - 1


def _leads_into(feat: CueMention, deal: CueMention) -> bool:
    """Whether a verb ends in the first word of its deal: "[trao quyết định] này"."""
    return feat.value == deal.value and feat.span.start < deal.span.start and feat.span.end < deal.span.end


def _compounds(scene: Scene, deals: list[CueMention]) -> list[CueMention]:
    """Two words for one deal made one: "a land sublease contract"."""
    if len(deals) < 2:
        return deals
    made: list[CueMention] = []
    for deal in deals:
        first = made[-1] if made else None
        if first and first.role == "deal" and scene.text[first.span.end : deal.span.start] == " ":
            plain = deal.value in _PLAIN and first.value not in _PLAIN
            whole = Span.of(scene.text, first.span.start, deal.span.end)
            made[-1] = replace(deal, span=whole, value=first.value if plain else deal.value)
        else:
            made.append(deal)
    return made


def matter_of(deal: CueMention) -> str:
    """The matter that tells deals of one kind apart ("tax"), or ""."""
    return deal.form.partition(":")[2]


def is_weak(deal: CueMention) -> bool:
    """Whether the word speaks of a deal only beside an act or a stage."""
    return deal.form.partition(":")[0] == "weak"


def is_ground(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal is only what another stands on: "amending the customs agreement", "under the accord"."""
    known = scene.grounds.get(deal.span.start)
    if known is None:
        known = scene.grounds[deal.span.start] = _is_ground(scene, deal)
    return known


def _is_ground(scene: Scene, deal: CueMention) -> bool:
    words = scene.cues_in(max(0, deal.span.start - 45), deal.span.start, "amends")
    if not words:
        return bool(scene.grammar.on_terms.search(scene.before(deal.span.start, 45)))
    if not scene.grammar.ground_gap.fullmatch(scene.plain, words[-1].span.end, deal.span.start):
        return False
    # "gia hạn bản ghi nhớ" renews it; only behind another deal does the word say on what that one stands.
    place = words[-1].span
    is_act = any(a.span.overlaps(place) for a in scene.cues_in(max(0, place.start - 12), place.end, "act"))
    return not is_act or bool(scene.cues_in(max(0, place.start - 30), place.start, "deal", "deals"))


def ground_of(scene: Scene, deals: list[CueMention], i: int) -> CueMention | None:
    """The deal behind "a revision of", "an extension of"."""
    if deals[i].value != "any" or i + 1 >= len(deals):
        return None
    behind = deals[i + 1]
    return behind if behind.span.start - deals[i].span.end < 30 and is_ground(scene, behind) else None


def is_pair_name(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal is named after two states or a bloc: "the ASEAN-Korea pact"."""
    pair = scene.named_in(max(0, deal.span.start - 40), deal.span.start)[-2:]
    if len(pair) < 2 or deal.span.start - pair[1].end >= 20:
        pair = pair_behind(scene, deal)
    if len(pair) < 2:
        return False
    return _are_joined(scene, pair) and all(n.kind in (STATE, "international") for n in pair)


def bears_two_names(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal is named after two bodies: "the EVN-KEPCO power purchase agreement"."""
    pair = scene.named_in(max(0, deal.span.start - 60), deal.span.start)[-2:]
    bodies = len({n.id for n in pair}) > 1 and all(n.kind != STATE for n in pair)
    close = bodies and bool(scene.grammar.pair_tail.fullmatch(scene.plain, pair[1].end, deal.span.start))
    return close and _are_joined(scene, pair)


def _are_joined(scene: Scene, pair: Sequence[Named]) -> bool:
    return scene.plain[pair[0].end : pair[1].start].strip() in ("-", "/", "\u2013")


def pair_behind(scene: Scene, deal: CueMention) -> list[Named]:
    """The two names that stand right behind the deal: "hiệp định Việt Nam - Hàn Quốc"; empty where there are none."""
    pair = scene.named_in(deal.span.end, deal.span.end + _NAMES)[:2]
    stands = len(pair) == 2 and scene.grammar.pair_behind.fullmatch(scene.plain, deal.span.end, pair[0].start)
    return pair if stands and scene.grammar.pair_gap.fullmatch(scene.plain, pair[0].end, pair[1].start) else []


def is_apart(scene: Scene, deal: CueMention) -> bool:
    """Whether the words set the deal apart from the one before: "another", "a separate"."""
    grammar = scene.grammar
    if grammar.apart_behind.match(scene.plain, deal.span.end):
        return True
    return grammar.apart.search(scene.before(deal.span.start, 40)) is not None


def is_definite(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal has a "the" before it, be there words between."""
    before = scene.grammar.definite.search(scene.before(deal.span.start, 60))
    return bool(before) or _is_this(scene, deal)


def points_back(scene: Scene, deal: CueMention) -> bool:
    """Whether the bare word with "the" stands for a deal told before."""
    before = scene.grammar.points_back.search(scene.before(deal.span.start, 30))
    return deal.role == "deal" and (bool(before) or _is_this(scene, deal))


def _is_this(scene: Scene, deal: CueMention) -> bool:
    """Whether words behind the deal point back: "văn kiện này"."""
    grammar = scene.grammar
    at = grammar.this_at.match(scene.plain, deal.span.start)
    return bool(grammar.this_behind.match(scene.plain, deal.span.end)) or (at is not None and at.end() == deal.span.end)


def is_indefinite(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal has an "a" before it."""
    return bool(scene.grammar.indefinite.search(scene.before(deal.span.start, 20)))


def _stands_for_deal(scene: Scene, cue: CueMention, start: int) -> bool:
    grammar = scene.grammar
    if grammar.and_with.match(scene.plain, cue.span.start):
        return bool(scene.cues_in(start, cue.span.start, "deals"))
    before = scene.plain[start : cue.span.start]
    if not grammar.member_before.search(before):
        acts = scene.cues_in(start, cue.span.start, "act")
        if not acts or cue.span.start - acts[-1].span.end >= 3:
            return False
    return bool(grammar.member_with.match(before) or grammar.member_behind.match(scene.plain, cue.span.end))


def _is_no_deal(scene: Scene, deal: CueMention) -> bool:
    """Whether the word only qualifies another noun, is one of a number, or is part of a proper name."""
    grammar = scene.grammar
    if grammar.qualifies.match(scene.plain, deal.span.end):
        return True
    before = scene.before(deal.span.start, 30)
    # "đã [chấp thuận chủ trương]": a verb
    if grammar.part_of_many.search(before) and not (deal.value == "licence" and grammar.done.search(before)):
        return True
    weak = deal.form == "weak"
    if weak and deal.value == "declaration" and grammar.told_in.search(scene.before(deal.span.start, _TOLD)):
        return True  # "the designer said in a [statement]"
    proper = weak and deal.span.text[0].isupper() and " " not in deal.span.text
    return proper and deal.span.start > 1 and scene.text[deal.span.start - 2].isalpha()


def _stands_in_brackets(scene: Scene, deal: CueMention, words: list[CueMention]) -> bool:
    """Whether an acronym in brackets is short for the deal before: "bản ghi nhớ hợp tác hữu nghị (MOU)"."""
    text, span = scene.text, deal.span
    if " " in span.text or text[span.start - 1 : span.start] != "(" or text[span.end : span.end + 1] != ")":
        return False
    before = [w.span.end for w in words if w.span.end < span.start]
    return bool(before) and span.start - before[-1] < 60 and not set(",;.(") & set(text[before[-1] : span.start - 1])


def _is_about(scene: Scene, deal: CueMention, words: list[CueMention]) -> bool:
    """Whether the word only says what the deal before is about: "hiệp định khung về các khoản vay"."""
    close = any(0 < deal.span.start - w.span.end < 80 for w in words)
    return close and bool(scene.grammar.about.search(scene.before(deal.span.start, 26)))


def _is_repeated(scene: Scene, deal: CueMention, words: list[CueMention]) -> bool:
    """Whether the word only repeats the one before it: "a memorandum of understanding (MoU)", ", or MOU,"."""
    if _stands_in_brackets(scene, deal, words):
        return True
    for word in words:
        if not 0 <= deal.span.start - word.span.end <= _NAMES + _REPEATED:
            continue
        names = pair_behind(scene, word)
        end = names[-1].end if names else word.span.end
        close = 0 <= deal.span.start - end <= _REPEATED
        if close and scene.grammar.repeats.fullmatch(scene.plain, end, deal.span.start):
            return True
    return False
