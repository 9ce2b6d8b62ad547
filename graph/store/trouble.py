"""What the driver's exceptions mean: whether to try again, and which of our exceptions says it in one line."""

from __future__ import annotations

from graph.errors import QueryError, QueryTimeout, StoreError, StoreUnavailable
from graph.store.driver import neo4j

AuthError, ServiceUnavailable = neo4j.exceptions.AuthError, neo4j.exceptions.ServiceUnavailable
ConfigurationError, SessionExpired = neo4j.exceptions.ConfigurationError, neo4j.exceptions.SessionExpired
DriverError, Neo4jError = neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError

_LONGEST_MESSAGE = 400
_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "Terminated")
# by the last part of an error's code, what a server has to say before it takes any query
_REFUSALS = {
    "AuthenticationRateLimit": "has had too many wrong passwords and takes none for some seconds: wait, and correct NEO4J_PASSWORD",
    "CredentialsExpired": "wants its first password changed before anything else: ALTER CURRENT USER SET PASSWORD",
    "DatabaseNotFound": "has no such database: look at NEO4J_DATABASE",
    "DatabaseUnavailable": "has the database stopped or not ready yet",
}


def is_lost(err: Exception) -> bool:
    """Whether the connection is gone, rather than the query wrong."""
    return isinstance(err, ServiceUnavailable | SessionExpired | OSError | AuthError)


def is_conflict(err: Exception) -> bool:
    """Whether the same transaction may well succeed when tried again."""
    return isinstance(err, SessionExpired) or (isinstance(err, Neo4jError) and err.is_retryable())


def told(err: Exception, name: str, timeout: float | None = None) -> StoreError:
    """The exception of ours that says in one line what the driver's says.

    Args:
        err: what the driver raised; one of ours comes back as it is.
        name: the store's name.
        timeout: the seconds that the query was given, if it was given a time.
    """
    if isinstance(err, StoreError):
        return err
    code = (err.code or "").rsplit(".", 1)[-1] if isinstance(err, Neo4jError) else ""
    if code in _REFUSALS:
        return StoreUnavailable(f"{name} {_REFUSALS[code]}")
    if isinstance(err, AuthError):
        return StoreUnavailable(f"{name} does not accept the user name and password in NEO4J_USERNAME and NEO4J_PASSWORD")
    if isinstance(err, neo4j.exceptions.UnsupportedServerProduct):
        return StoreUnavailable(f"what answers at {name} is no Neo4j, or one too old for Greenroom")
    if is_lost(err) or isinstance(err, ConfigurationError):
        return StoreUnavailable(f"no store answers at {name}")
    if code in _TIMED_OUT and timeout is not None:
        return QueryTimeout(f"the query ran longer than {timeout:g} seconds and was stopped")
    if code in ("Forbidden", "AccessMode"):
        return QueryError("this query may only read, and the engine refused it")
    return QueryError(_one_line(err.message or code if isinstance(err, Neo4jError) else str(err)))


def _one_line(message: str) -> str:
    """The first line of a message, not too long."""
    line = next((stripped for part in message.splitlines() if (stripped := part.strip())), "the engine rejects the query")
    return line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE]}…"
