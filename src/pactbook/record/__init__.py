"""What the claims of many articles add up to. A pure function of claims; each merge says its reasons."""
