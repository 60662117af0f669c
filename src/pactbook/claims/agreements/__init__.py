"""Agreements: who agreed what with whom, as one article tells it.

``article.py`` is the way in. A sentence is read for triggers (a word for a deal with what is done with it); a trigger
becomes a draft with parties, status and date; the drafts of one deal are put together into one claim. The words and
the grammar are in ``knowledge/<language>/agreements``.
"""
