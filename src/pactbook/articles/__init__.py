"""From bytes to an article: decode, cut the boilerplate, read the metadata, part the sentences."""
