"""The names that engine and clients agree on: its database and its two users."""

DATABASE = "greenroom"
WRITER_USER = "root"
READER_USER = "reader"
