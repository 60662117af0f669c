"""Figures: what each sum of money means, as one article tells it.

``article.py`` is the way in. Each sum is seen in its scene (``scene.py``); the words there vote for its measure, the
dates there offer its period, words and calendar tell its status, and states and bodies its sides. The words are in
``knowledge/<language>/figures.toml``, what the measures are like in ``knowledge/common/measures.toml``.
"""
