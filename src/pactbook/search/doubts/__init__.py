"""What an analyst should look at, kind by kind, straight from the tables.

Each kind lists its doubts by ids alone, the most urgent first, and says of one doubt why it is one. What was decided is
in doubt no more, so that a list needs no memory: it is the same in every program that opens the record.
"""
