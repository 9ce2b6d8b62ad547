"""The views of the audiences page, a module each."""
