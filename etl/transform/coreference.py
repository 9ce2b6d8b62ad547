"""Pronouns and descriptions ("she", "the senator", "the app"), resolved to the things they stand for."""

from __future__ import annotations

from etl.transform.reading import Reading


def resolve(reading: Reading) -> None:
    """Note in `reading` what each third-person pronoun and each definite description refers to, where it is clear."""
