"""The two components of our own: the network canvas and the Cypher editor."""
