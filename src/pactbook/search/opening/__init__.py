"""Answers opened: what is shown of each thing that was found."""
