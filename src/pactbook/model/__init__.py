"""The nouns. Stages pass these to one another and know nothing else of each other."""
