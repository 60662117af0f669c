"""The tables that can be taken away: one file for each thing that a row stands for."""
