"""What the driver's exceptions mean: whether to try again, and which of our exceptions says it in one line."""

from __future__ import annotations

from typing import Protocol

from graph.errors import QueryError, QueryTimeout, StoreError, StoreUnavailable
from graph.store.driver import neo4j

AuthError, ServiceUnavailable = neo4j.exceptions.AuthError, neo4j.exceptions.ServiceUnavailable
ConfigurationError, SessionExpired = neo4j.exceptions.ConfigurationError, neo4j.exceptions.SessionExpired
DriverError, Neo4jError = neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError

_LONGEST_MESSAGE = 400
_SAFE = "what was loaded stays"
_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")
_READ_ONLY = ("Forbidden", "AccessMode", "WriteOnReadOnlyAccessDatabase")
# by the last part of an error's code, what a server has to say before it takes any query
_REFUSALS = {
    "AuthenticationRateLimit": "has had too many wrong passwords and takes none for some seconds: wait, and correct {prefix}PASSWORD",
    "CredentialsExpired": "wants its first password changed before anything else: ALTER CURRENT USER SET PASSWORD",
    "DatabaseNotFound": "has no such database: look at {prefix}DATABASE",
    "DatabaseUnavailable": "has the database stopped or not ready yet: start it, or try again in a moment",
}


class Named(Protocol):
    """What a message says of a store."""

    name: str
    prefix: str


def is_lost(err: Exception) -> bool:
    """Whether the connection is gone, rather than the query wrong."""
    return isinstance(err, ServiceUnavailable | SessionExpired | OSError)


def is_refused(err: Exception) -> bool:
    """Whether user and password are wrong; those of an embedded engine change when it starts again."""
    return isinstance(err, AuthError)


def is_conflict(err: Exception) -> bool:
    """Whether the same transaction may well succeed when tried again."""
    return isinstance(err, SessionExpired) or (isinstance(err, Neo4jError) and err.is_retryable())


def told(err: Exception, store: Named, timeout: float | None = None) -> StoreError:
    """The exception of ours that says in one line what the driver's says, and what to do.

    Args:
        err: what the driver raised; one of ours comes back as it is.
        store: where.
        timeout: the seconds that a user's query was given; None for the program's own.
    """
    if isinstance(err, StoreError):
        return err
    name, prefix = store.name, store.prefix
    code = (err.code or "").rsplit(".", 1)[-1] if isinstance(err, Neo4jError) else ""
    if code in _REFUSALS:
        return StoreUnavailable(f"{name} {_REFUSALS[code].format(prefix=prefix)}")
    if isinstance(err, AuthError):
        return StoreUnavailable(f"{name} does not accept this user name and password: correct {prefix}USERNAME and {prefix}PASSWORD")
    if isinstance(err, neo4j.exceptions.UnsupportedServerProduct):
        return StoreUnavailable(f"what answers at {name} is no Neo4j, or one too old for Greenroom")
    if is_lost(err) or isinstance(err, ConfigurationError):
        return StoreUnavailable(f"no store answers at {name}: see that it runs and the address is right, then do the same again; {_SAFE}")
    if code in _TIMED_OUT and timeout is not None:
        return QueryTimeout(f"the query ran longer than {timeout:g} seconds and was stopped")
    if code in _READ_ONLY:
        if timeout is not None:
            return QueryError("this query may only read, and the engine refused it")
        return StoreUnavailable(f"{name} lets this user read and not write: let {prefix}USERNAME be one who may; {_SAFE}")
    return QueryError(_one_line(err.message or code if isinstance(err, Neo4jError) else str(err)))


def _one_line(message: str) -> str:
    """The first line of a message, not too long."""
    line = next((stripped for part in message.splitlines() if (stripped := part.strip())), "the engine rejects the query")
    return line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE]}…"
