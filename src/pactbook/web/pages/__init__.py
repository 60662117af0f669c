"""One file per page. A module here has ``router``, and ``PLACE`` if it stands in the main menu; nothing else lists it.

Endpoints are plain ``def``: the record answers in the thread that asks.
"""
