"""What may be said, where it is kept, what may be asked."""
