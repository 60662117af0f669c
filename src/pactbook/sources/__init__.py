"""Readers: each yields sources one by one, so memory does not grow with the input."""
