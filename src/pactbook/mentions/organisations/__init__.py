"""Names of organisations in an article.

``find.py`` is the way in. Names are known from the gazetteer, built around head words, defined in parentheses, listed,
or those of somebody who acts; later short forms are theirs. ``choice.py`` and ``origin.py`` say which body is meant and
where it belongs. The words are in ``knowledge/<language>/organisations.toml``.
"""
