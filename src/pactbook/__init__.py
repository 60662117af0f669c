"""pactbook: who agreed what with whom, when, for how much — and which sentence says so."""
