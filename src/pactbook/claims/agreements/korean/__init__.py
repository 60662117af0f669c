"""Agreements in Korean: the verb stands last, and particles tell the part of a name.

``reader.py`` goes through an article; ``deals.py``, ``acts.py`` and ``names.py`` find what a sentence is made of, and
``triggers.py`` puts it together. The words and the grammar are in the table ``korean`` of
``knowledge/ko/agreements``.
"""
