"""What is in the record by what it is asked for, held in memory: sets of things as the bits of whole numbers."""
