"""The names that engine and clients agree on: its database and its two users."""

DATABASE = "greenroom"
WRITER_USER = "root"
READER_USER = "reader"
# the most rows that the engine itself hands to the read-only user; a client's own limit is smaller
READER_ROWS = 10_001
