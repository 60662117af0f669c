"""Where a sentence speaks of a deal: the word for the deal, what is done with it, and the words that belong to both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pactbook.claims.scene import Scene
from pactbook.model.article import Sentence
from pactbook.model.mention import CueMention

_SPLIT = re.compile(r";|,\s(?:while|but|whereas|although|though)\s|\swhile\s|\swhereas\s")
_JOIN = re.compile(r",\sand\s|;\s|,\s|\sand\s|\s--\s|:\s")
_MEMBER_FOLLOWS = re.compile(
    r"\s*,?\s*(?:of them|is|was|with|on|to|that|which|whose|between|for|in|from|about|covering|concerning|binds|covers|concerns|deals"
    r"|provides|commits|allows|lets|opens|obliges|will|would|sets|signed|reached|concluded)\b"
)
#: How far an act may stand from its deal, in characters.
_REACH = 130


@dataclass(frozen=True, slots=True)
class Trigger:
    """A deal as one clause (``start:end``) speaks of it.

    ``deal`` is None where the act alone tells ("teamed up with"); ``member`` marks "one" and "another", which take
    their kind from the deals counted before; ``shared`` an act that belongs to an earlier deal of the sentence too;
    ``ground`` is the deal that this one amends.
    """

    deal: CueMention | None
    act: CueMention | None
    stage: CueMention | None
    start: int
    end: int
    member: bool = False
    shared: bool = False
    ground: CueMention | None = None

    @property
    def core(self) -> tuple[int, int]:
        """The range from the first to the last of deal, act and stage."""
        cues = (self.deal, self.stage) if self.shared else (self.deal, self.act, self.stage)
        spans = [c.span for c in cues if c]
        return min(s.start for s in spans), max(s.end for s in spans)

    @property
    def many(self) -> bool:
        """Whether the deal is a plural."""
        return self.deal is not None and self.deal.role == "deals"


def triggers(scene: Scene, sentence: Sentence) -> list[Trigger]:
    """The deals that ``sentence`` speaks of, each with its clause."""
    found: list[Trigger] = []
    for start, end in _segments(scene, sentence):
        found.extend(_clauses(scene, list(_cores(scene, start, end)), start, end))
    return found


def _segments(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = sentence.start
    for m in _SPLIT.finditer(scene.plain, sentence.start, sentence.end):
        yield start, m.start()
        start = m.end()
    yield start, sentence.end


def _cores(scene: Scene, start: int, end: int) -> Iterator[Trigger]:
    deals = _deals(scene, start, end)
    acts = [c for c in scene.cues_in(start, end, "act") if _is_done(scene, c, start)]
    stages = scene.cues_in(start, end, "stage")
    last_act: CueMention | None = None
    last_stage: CueMention | None = None
    for i, (deal, member) in enumerate(deals):
        window = _window(scene, deals, i, start, end)
        ground = is_ground(scene, deal)
        act = _act_for(
            scene, deal, [a for a in acts if _is_behind(scene, deal, a)] if ground else acts, window, last_act
        )
        stage = _stage_for(scene, deal, [d for d, _ in deals], stages)
        shared = act is None and not ground and last_act is not None and _coordinated(scene, deals[i - 1][0], deal)
        if stage is not None and act is last_act:
            act = None
        shared = (shared and stage is None) or (act is not None and act is last_act)
        act = act or (last_act if shared else None)
        ahead = last_stage is not None and last_stage.value in ("planned", "proposed")
        if act is None and stage is None and ahead and _coordinated(scene, deals[i - 1][0], deal):
            stage = last_stage
        weak = deal.form == "weak" and not member and not ground
        if act is None and stage is None and weak and not _is_pair_name(scene, deal):
            continue
        last_act, last_stage = act or last_act, stage
        yield Trigger(deal, act, stage, start, end, member, shared, _ground_of(scene, deals, i))
    for feat in scene.cues_in(start, end, "feat"):
        near = any(abs(d.span.start - feat.span.end) < 40 or abs(feat.span.start - d.span.end) < 40 for d, _ in deals)
        if not near:
            yield Trigger(None, feat, _stage_for(scene, feat, [feat], stages), start, end)


def _is_behind(scene: Scene, deal: CueMention, act: CueMention) -> bool:
    """Whether the act belongs to a deal that something else stands on: "under a memorandum signed on Thursday"."""
    return act.span.start >= deal.span.end and scene.plain[deal.span.end : deal.span.end + 1] != ","


def _ground_of(scene: Scene, deals: list[tuple[CueMention, bool]], i: int) -> CueMention | None:
    """The deal behind "a revision of", "an extension of"."""
    if deals[i][0].value != "any" or i + 1 >= len(deals):
        return None
    behind = deals[i + 1][0]
    return behind if behind.span.start - deals[i][0].span.end < 30 and is_ground(scene, behind) else None


def _window(scene: Scene, deals: list[tuple[CueMention, bool]], i: int, start: int, end: int) -> tuple[int, int]:
    """Where the act of the i-th deal may stand: not beyond its neighbours, but beyond a deal that it amends."""
    low = deals[i - 1][0].span.end if i else start
    for deal, _ in deals[i + 1 :]:
        if not is_ground(scene, deal):
            return low, deal.span.start
    return low, end


def is_ground(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal is only what another stands on: "amending the customs agreement", "under the accord"."""
    words = scene.cues_in(max(0, deal.span.start - 45), deal.span.start, "amends")
    if not words:
        return False
    between = scene.plain[words[-1].span.end : deal.span.start]
    return bool(re.fullmatch(r"\s(?:the|a|an|its|their|this|that)?\s?(?:[\w-]+\s){0,3}", between))


def _is_pair_name(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal is named after two sides: "the ASEAN-Korea pact"."""
    pair = scene.named_in(max(0, deal.span.start - 40), deal.span.start)
    return (
        len(pair) >= 2
        and scene.plain[pair[-2].end : pair[-1].start].strip() in ("-", "/")
        and deal.span.start - pair[-1].end < 20
    )


def _deals(scene: Scene, start: int, end: int) -> list[tuple[CueMention, bool]]:
    """Deal words, and "one" or "another" where they stand for one of several deals."""
    words = [c for c in scene.cues_in(start, end, "deal", "deals") if not _is_attribute(scene, c)]
    deals = [(c, False) for c in words if not _is_repeated(scene, c, words)]
    for cue in scene.cues_in(start, end, "list"):
        if cue.value == "member" and _counts_one(scene, cue, start):
            deals.append((cue, True))
    return sorted(deals, key=lambda d: d[0].span.start)


def _counts_one(scene: Scene, cue: CueMention, start: int) -> bool:
    """Whether "one", "another" stands for one of several deals."""
    if cue.span.text.lower().startswith("and "):
        return bool(scene.cues_in(start, cue.span.start, "deals"))
    before = scene.plain[start : cue.span.start]
    if not re.search(r"(?:^\s*(?:\W\s*)?(?:with\s|under\s|in\s|by\s)?|[:,;]\s*|--\s*|\band\s)$", before):
        acts = scene.cues_in(start, cue.span.start, "act")
        if not acts or cue.span.start - acts[-1].span.end >= 3:
            return False
    if before.strip() == "with":
        return True
    return bool(_MEMBER_FOLLOWS.match(scene.plain, cue.span.end))


def _is_repeated(scene: Scene, deal: CueMention, words: list[CueMention]) -> bool:
    """Whether the word only repeats the one before it in parentheses, or is part of a proper name."""
    before = scene.plain[max(0, deal.span.start - 3) : deal.span.start]
    if re.search(
        r"\b(?:one|some|most|any|part|number) of (?:the )?(?:\w+ )?$",
        scene.plain[max(0, deal.span.start - 30) : deal.span.start],
    ):
        return True
    if before.endswith("(") and any(0 <= deal.span.start - w.span.end <= 3 for w in words):
        return True
    text = scene.text
    proper = deal.span.text[0].isupper() and " " not in deal.span.text and deal.form == "weak"
    return proper and deal.span.start > 1 and text[deal.span.start - 2].isalpha()


def _is_attribute(scene: Scene, deal: CueMention) -> bool:
    """Whether the deal word only qualifies another noun ("FTA talks", "the contract price")."""
    after = scene.plain[deal.span.end : deal.span.end + 24]
    return bool(
        re.match(
            r"(?:'s)?[ -](?:holders?|price|talks? show|desk|negotiators?|volume|workers?|amounts?|books?)\b", after
        )
    )


def _is_done(scene: Scene, act: CueMention, start: int) -> bool:
    """Whether an act word is a verb here: a bare "sign" is one only after "will" or "to", or after "saw them"."""
    if act.form != "base":
        return True
    window = scene.plain[max(start, act.span.start - 28) : act.span.start]
    if re.search(r"\b(?:to|will|would|shall|could|should|must|can|also|soon|and|not)\s(?:\w+ly\s)?$", window):
        return True
    return bool(re.search(r"\b(?:saw|seen|watched|sees|see|witnessed)\s", scene.plain[start : act.span.start]))


def _act_for(
    scene: Scene, deal: CueMention, acts: list[CueMention], window: tuple[int, int], taken: CueMention | None
) -> CueMention | None:
    """The act nearest to the deal without another deal between them; one before the deal is preferred."""
    low, high = window
    best, least = None, _REACH
    for act in acts:
        if act.span.end <= deal.span.start and act.span.start >= low - 40:
            gap = deal.span.start - act.span.end
            between = scene.plain[act.span.end : deal.span.start]
        elif act.span.start >= deal.span.end and act.span.end <= high:
            gap = act.span.start - deal.span.end + 15
            between = scene.plain[deal.span.end : act.span.start]
        else:
            continue
        if act.span.end <= low and gap > 60:
            continue
        gap += 60 * (act is taken)
        gap += 40 * len(re.findall(r"\b(?:which|who|after|when|said|because|as)\b", between))
        if gap < least:
            best, least = act, gap
    return best


def _stage_for(scene: Scene, deal: CueMention, deals: list[CueMention], stages: list[CueMention]) -> CueMention | None:
    """The stage that is said of this deal: wishes and plans stand before their deal, the rest behind it."""
    own = [s for s in stages if not s.span.overlaps(deal.span) and _owner(s, deals) is deal]
    return min(own, key=lambda s: abs(s.span.start - deal.span.start), default=None)


def _owner(stage: CueMention, deals: list[CueMention]) -> CueMention | None:
    behind = next((d for d in deals if d.span.start >= stage.span.end), None)
    before = next((d for d in reversed(deals) if d.span.end <= stage.span.start), None)
    if stage.value in ("planned", "proposed"):
        return behind if behind and behind.span.start - stage.span.end < 90 else before
    return before or behind


def _coordinated(scene: Scene, first: CueMention, second: CueMention) -> bool:
    """Whether two deals share one verb: "an MoU and an agreement", "one on trade ... and another on coal"."""
    between = scene.plain[first.span.end : second.span.start]
    if second.span.text.lower().startswith("and "):
        return True
    return len(between) < 160 and bool(
        re.search(r"(?:\band|,|\bor|--|:)\s(?:an?\s|the\s|a\s\w+\s|\w+\s)?(?:\w+[ -]){0,2}$", between)
    )


def _clauses(scene: Scene, cores: list[Trigger], start: int, end: int) -> list[Trigger]:
    """Give each trigger the part of the segment that is its own."""
    cores.sort(key=lambda t: t.core)
    cuts = [start]
    for one, two in pairwise(cores):
        cuts.append(_cut(scene, one, two))
    cuts.append(end)
    if not cores:
        return []
    own = [
        replace(t, start=min(a, t.core[0]), end=max(b, t.core[1]))
        for t, (a, b) in zip(cores, pairwise(cuts), strict=True)
    ]
    return _around_ground(own)


def _around_ground(found: list[Trigger]) -> list[Trigger]:
    """A deal inside the clause of the one that amends it ends before the outer act; the outer clause goes on."""
    for i, (one, two) in enumerate(pairwise(found)):
        if two.deal and one.act and one.deal and one.deal.span.end <= two.deal.span.start < one.act.span.start:
            found[i] = replace(one, end=max(one.end, two.end))
            found[i + 1] = replace(two, end=max(one.act.span.start, two.core[1]))
    return found


def _cut(scene: Scene, one: Trigger, two: Trigger) -> int:
    """Where the clause of ``two`` begins: before the subject that its act follows."""
    low, high = one.core[1], two.core[0]
    if low >= high or two.member:
        return high
    place = high
    for name in reversed(scene.named_in(low, high)):
        gap = scene.plain[name.end : place]
        if not re.fullmatch(r"[\s\w'&().,/-]{0,70}", gap) or re.search(r"\b(?:with|on|for|to|in|that|which)\b", gap):
            break
        place = name.start
        if not re.search(r"(?:\band|,|[-/])\s?(?:the\s|\w+\s){0,3}$", scene.plain[low:place]):
            break
    joins = [m.end() for m in _JOIN.finditer(scene.plain, low, place)]
    return joins[-1] if joins else place
