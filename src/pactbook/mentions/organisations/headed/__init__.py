"""Names that begin with the word for what they are: "Bộ Công Thương", "Tập đoàn Hyosung", "Trường Đại học Dong-A".

``find.py`` is the way in. A head is followed as far as a name goes (``reach.py``); names without a head are known by
what is said of them (``actors.py``). ``knowledge/vi/organisations.toml`` holds the words, marks and all.
"""
