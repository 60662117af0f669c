"""The tables, in the words of the codebook. Nothing here is SQLite's alone.

``key`` columns are row numbers and never leave the store. What others see are ``id`` columns, made from content.
Dates are EDTF text; ``first`` and ``last`` beside them are their bounds as ISO days, for comparing. Columns with few
values have no index of their own: a planner that trusted it would read half the table.
"""
