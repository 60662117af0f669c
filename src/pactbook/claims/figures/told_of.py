"""Which words for a status hang on other words, and which are said of the amount right beside them."""

from __future__ import annotations

from pactbook.claims.figures.scene import Cue, Scene

#: A participle so near behind a word that looks ahead is part of it.
_NEAR = 12


def hangs_on(scene: Scene, cue: Cue, cues: list[Cue]) -> bool:
    """Whether a word of the actual hangs on one that looks ahead: "to be finished"."""
    if cue.value != "actual" or (cue.how == "strong" and scene.patterns.head_first):
        return False  # "nâng số vốn đã giải ngân"
    if scene.patterns.head_final:  # "준공 예정", "기록할 것으로 전망"
        ahead = [(cue.end, c.start) for c in cues if c.value != "actual" and 0 <= c.start - cue.end <= _NEAR]
        return any(not scene.patterns.breaks.search(scene.between(*gap)) for gap in ahead)
    ahead = [(c.end, cue.start) for c in cues if c.value != "actual" and 0 <= cue.start - c.end <= _NEAR]
    return any("," not in scene.between(*gap) for gap in ahead)


def is_governed(scene: Scene, cue: Cue, cues: list[Cue]) -> bool:
    """Whether a weak word only goes on with the thought of one before: "expects exports to reach"."""
    if cue.how != "weak":
        return False
    before = [c for c in cues if c.how != "weak" and c.value != "actual" and c.end <= cue.start]
    if not before or before[-1].value == cue.value:
        return False  # "believes that they will have sent home"
    return not scene.patterns.breaks.search(scene.between(before[-1].end, cue.start))


def is_its_own(scene: Scene, gap: str) -> bool:
    """Whether nothing but "has", "was" or "còn lại" stands between the amount and the verb."""
    said = gap.strip()
    if not said or scene.patterns.own_verb.fullmatch(said) or scene.patterns.who_did.fullmatch(said):
        return True
    head, comma, which = said.rpartition(", ")  # "$2.8 billion [plant, which] has been running"
    return bool(comma and scene.patterns.relative.fullmatch(which) and scene.patterns.few_words.fullmatch(f"{head} "))
