"""What is computed from the graph as a whole, beyond what one query can ask."""
