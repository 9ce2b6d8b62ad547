"""Articles in, facts out, facts into the store."""
