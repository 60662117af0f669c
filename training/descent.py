"""Gradient descent with momentum (Adam) in plain Python: thousands of examples with few signs each need no more."""

from __future__ import annotations

from collections.abc import Callable

#: How fast the means of the gradient and of its square forget, and what keeps the step finite.
_FORGET, _FORGET_SQUARE, _TINY = 0.9, 0.999, 1e-8

Vector = list[float]


def descend(size: int, gradient: Callable[[Vector], Vector], rounds: int, rate: float = 0.05) -> Vector:
    """The weights after ``rounds`` steps from zero, each against the gradient at the weights so far."""
    weights, mean, square = [0.0] * size, [0.0] * size, [0.0] * size
    for n in range(1, rounds + 1):
        steps = gradient(weights)
        full, full_square = 1 - _FORGET**n, 1 - _FORGET_SQUARE**n
        for k, step in enumerate(steps):
            mean[k] = _FORGET * mean[k] + (1 - _FORGET) * step
            square[k] = _FORGET_SQUARE * square[k] + (1 - _FORGET_SQUARE) * step * step
            weights[k] -= rate * (mean[k] / full) / ((square[k] / full_square) ** 0.5 + _TINY)
    return weights
