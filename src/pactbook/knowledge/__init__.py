"""Data, not code: TOML that an analyst can read and extend, validated strictly when it is loaded.

One module per kind of file says which fields it has; the files themselves lie in ``en``, ``vi``, ``ko`` (the same
names in each), ``bodies`` and ``common``.
"""
