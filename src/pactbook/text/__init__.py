"""What characters and words are in three scripts. Knows letters, not meanings."""
