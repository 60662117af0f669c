"""Money: every sum of money that a text tells, in whole units of its currency.

``find.py`` is the way in; ``numbers.py`` reads the numbers. The shapes are in ``knowledge/<language>/money.toml``.
"""
