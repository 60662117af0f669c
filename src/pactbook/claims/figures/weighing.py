"""What the amounts told before say of the measure of the next one."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.beside import has_own_word, has_word_beside, is_said, named_right_before, points_back
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.claims.figures.size import mind_the_size
from pactbook.claims.figures.vote import TRADE, Vote

#: A list of amounts is of one measure; a topic goes on through a paragraph.
_NEXT, _SAME_SENTENCE, _LISTED, _TOPIC = 0.9, 0.3, 60, 2.2
#: "of which $2 billion went to Vietnam"
_PART = 1.8
#: "and it wants to take [this to] $300 million"
_POINTS = 2.5
#: Money that others give for a part, and how loud a word for it speaks at the least.
_GIVEN, _SAID = ("loan", "grant", "budget"), 1.0
#: "$194 billion [of that] had been spent"
_VERB = 12


def weigh(scene: Scene, one: Sum, before: list[tuple[Sum, Vote]], votes: dict[str, Vote]) -> None:
    """What the amounts before were about speaks for this one too; its size speaks against some measures."""
    if before and before[-1][1].measure != "other":
        other, last = before[-1]
        paragraphs = [scene.places[s.sentence].sentence.paragraph for s in (one, other)]
        own = one.sentence == other.sentence and has_own_word(scene, one, other)
        part_of_it = _is_part_behind(scene, one, other) and not _is_given(last, votes)
        if points_back(scene, one, other) or part_of_it:
            votes[last.measure] = more(votes.get(last.measure), Vote(last.measure, _POINTS, last.cue, "carries-on"))
        if one.sentence == other.sentence and not own and not _is_spent_of_it(one, last, votes):
            part = scene.patterns.parts.search(scene.text, other.end, one.start)
            listed = one.start - other.end <= _LISTED
            votes[last.measure] = more(
                votes.get(last.measure),
                Vote(last.measure, _PART if part else _NEXT if listed else _SAME_SENTENCE, last.cue, "next-amount"),
            )
        said = own and (scene.patterns.head_final or has_word_beside(scene, one, last.measure))
        said = said or is_said(scene, one)
        if paragraphs[0] == paragraphs[1] and not said:
            kin = TRADE if last.measure in TRADE else (last.measure,)
            named = named_right_before(scene, one)
            kin = (named,) if named else kin
            named_by = any(vote.rule == "names" for vote in votes.values())
            for measure in kin:
                if measure in votes and not (named_by and votes[measure].rule == "weak"):
                    votes[measure] = replace(votes[measure], score=votes[measure].score * _TOPIC)
    mind_the_size(scene, one, votes)


def _is_part_behind(scene: Scene, one: Sum, other: Sum) -> bool:
    """Whether words right behind make it a part of the one before: "a fund of $50m, with $18 million [of it] drawn"."""
    if one.sentence != other.sentence:
        return False
    part = scene.patterns.parts.match(scene.text, one.end + 1)
    if part is None:
        return False
    later = next((o for o in scene.places[one.sentence].sums if o.start >= one.end), None)
    return later is None  # "$17 billion, of which $1 billion"


def _is_given(last: Vote, votes: dict[str, Vote]) -> bool:
    """Whether the part is said to be money of another kind: "a school of $1 million; Korea gave $900,000 of that"."""
    return any(m in votes and m != last.measure and votes[m].score >= _SAID for m in _GIVEN)


def _is_spent_of_it(one: Sum, last: Vote, votes: dict[str, Vote]) -> bool:
    """Whether a verb right behind tells what was paid of capital: "$344 billion, of which $194 billion was spent"."""
    spent = votes.get("fdi_disbursed")
    if spent is None or spent.cue is None or last.measure != "fdi_registered":
        return False
    return 0 <= spent.cue.start - one.end <= _VERB


def more(known: Vote | None, vote: Vote) -> Vote:
    """``vote`` added to what is ``known`` of its measure."""
    if known is None:
        return vote
    # A word of the sentence itself, or of the one just before, tells more of sides than one said long ago.
    cue, rule = (known.cue, known.rule) if known.cue else (vote.cue, vote.rule)
    return Vote(known.measure, known.score + vote.score, cue, rule)
