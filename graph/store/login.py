"""Who we are to a Neo4j server: user, password, database, and a second user for queries that people write. From the environment, never an address."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

PREFIX = "NEO4J_"
_FIRST_USER = "neo4j"


@dataclass(frozen=True, slots=True)
class Login:
    """A login.

    Attributes:
        user: the name of the user.
        password: None when nobody has said one yet.
        database: which of the server's databases; None: the user's own.
        reader: name and password of the user for the console; None: the same user in a reading session.
        prefix: how the variables begin that say so, for messages.
    """

    user: str = _FIRST_USER
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    reader: tuple[str, str] | None = field(default=None, repr=False)
    prefix: str = PREFIX

    @staticmethod
    def of_environment(prefix: str = PREFIX) -> Login:
        """The login that NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, NEO4J_READER_USERNAME and NEO4J_READER_PASSWORD say.

        Args:
            prefix: other variables that go before, such as `NEO4J_FROM_`; what they do not say, those above do. The password of another
                user is not taken.
        """

        def said(name: str) -> str | None:
            return os.environ.get(prefix + name) or os.environ.get(PREFIX + name) or None

        own = f"{prefix}USERNAME" in os.environ
        password = os.environ.get(f"{prefix}PASSWORD") if own or f"{prefix}PASSWORD" in os.environ else os.environ.get(f"{PREFIX}PASSWORD")
        reader = said("READER_USERNAME")
        return Login(
            said("USERNAME") or _FIRST_USER,
            password,
            said("DATABASE"),
            (reader, said("READER_PASSWORD") or "") if reader else None,
            prefix,
        )

    def environment(self) -> dict[str, str]:
        """The variables that tell another process of ours the same."""
        values = {"USERNAME": self.user, "PASSWORD": self.password, "DATABASE": self.database}
        values |= dict(zip(("READER_USERNAME", "READER_PASSWORD"), self.reader, strict=True)) if self.reader else {}
        return {PREFIX + name: value for name, value in values.items() if value is not None}
