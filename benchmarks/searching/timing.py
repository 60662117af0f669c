"""Times of questions."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass
class Times:
    """Milliseconds of one kind of question."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def take(self, ask: Callable[[], object]) -> None:
        """Time one question."""
        wall, cpu = time.perf_counter(), time.process_time()
        ask()
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)

    def __str__(self) -> str:
        """p50 and p95 of wall and CPU time."""
        return "  ".join(f"{statistics.median(ms):7.1f} {quantile(ms):7.1f}" for ms in (self.wall, self.cpu))


def quantile(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
