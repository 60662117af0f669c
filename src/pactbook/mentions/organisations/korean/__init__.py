"""Names of organisations where no capitals show them: runs of nouns with the head last and a particle behind.

``find.py`` is the way in; ``lexis.py`` holds the words, ``stems.py`` cuts particles, ``parts.py`` takes names apart.
"""
