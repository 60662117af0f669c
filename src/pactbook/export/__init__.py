"""Write results down: one file per format."""
