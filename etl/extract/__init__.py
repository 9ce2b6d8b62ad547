"""Readers: from a file or folder to articles."""
