"""What a scene and its patterns answer from a table is what looking through everything would answer."""

from collections.abc import Iterator
from pathlib import Path

from pactbook.articles.clean import clean
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.bodies.article import claim_bodies
from pactbook.claims.figures.article import claim_figures
from pactbook.errors import SourceError
from pactbook.knowledge.korean_finders import korean_finders
from pactbook.mentions.find import find
from pactbook.model.source import Source

_GOLD = Path(__file__).parents[2] / "gold"
_ROLES = [("deal", "deals"), ("act",), ("feat",), ("stage",), ("list",), ("pair", "single"), ("amends",), ()]


def _scenes(pattern: str) -> Iterator[Scene]:
    for path in sorted(_GOLD.rglob(pattern)):
        try:
            article = clean(Source(path.name, path.read_bytes()))
        except SourceError:
            continue
        mentions = find(article)
        bodies = claim_bodies(article, mentions)
        yield Scene(article, mentions, bodies, claim_figures(article, mentions, bodies))


def test_cues_of_some_roles_are_those_among_all_cues() -> None:
    found = 0
    for scene in _scenes("en-*.txt"):
        for sentence in scene.article.sentences:
            start, end = sentence.start + 5, sentence.end
            for roles in _ROLES:
                cues = [c for c in scene.cues if start <= c.span.start and c.span.end <= end and c.role in roles]
                assert scene.cues_in(start, end, *roles) == cues
                found += len(cues)
            names = [n for n in scene.named if start <= n.start < end and n.end <= end]
            assert scene.named_in(start, end) == names
    assert found


def test_the_particle_behind_a_name_is_the_first_that_fits() -> None:
    found = 0
    for scene in _scenes("ko-*.txt"):
        particles = scene.words.korean.particles
        for place in range(len(scene.plain)):
            first = next((n for n, p in enumerate(particles) if p.pattern.match(scene.plain, place)), None)
            match = korean_finders().particles.match(scene.plain, place)
            assert (match.lastgroup if match else None) == (None if first is None else f"p{first}")
            if match and first is not None:
                assert match.span() == particles[first].pattern.match(scene.plain, place).span()  # type: ignore[union-attr]
                found += 1
    assert found
