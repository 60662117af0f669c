"""Dates: every date that a text tells, as EDTF.

``find.py`` is the way in. The shapes of ``knowledge/<language>/dates.toml`` find what looks like a date, ``tense.py``
tells whether its sentence looks back or ahead, ``reckoner.py`` knows the day of publication and what was said before,
and ``reckoning.py`` resolves the words against it, with ``days.py``, ``months.py``, ``year_parts.py`` and ``years.py``.
"""
