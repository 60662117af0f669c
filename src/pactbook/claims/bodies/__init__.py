"""Organisations: one entry per body of the article, with every name that the article uses for it.

``article.py`` is the way in; ``sameness.py`` says when two names are one body.
"""
