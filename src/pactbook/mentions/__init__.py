"""Find what an article names: bodies, states, money, dates and the words that speak of agreements."""
