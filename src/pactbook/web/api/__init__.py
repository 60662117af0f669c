"""The record for programs: JSON under ``/api/v1``, described by OpenAPI at ``/api/openapi.json``. It only reads.

asking    the words and filters of an address as a question
shapes    what the answers hold, for the description
lists     answers to questions, a page at a time; counts, totals, series, suggestions
things    one agreement, figure, organisation or article with all that is known of it
"""
