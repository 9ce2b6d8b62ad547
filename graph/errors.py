"""The exceptions that Greenroom raises; trouble with a single article is a `Reject` value instead.

::

    GreenroomError              trouble with the run, told in one line
    ├── OntologyError           ontology.toml contradicts itself
    ├── FactsError              a facts file is not of the agreed format
    ├── LexiconError            a lexicon file is not of the agreed format
    ├── LanguageError           the English pipeline is missing or broken
    ├── InputError              a path given by the user cannot be read at all
    └── StoreError              the store cannot be reached, or refuses
        ├── StoreUnavailable    nothing answers, or the engine died
        ├── StoreVersion        another version of Greenroom has written it
        ├── QueryError          the store rejects a query
        └── QueryTimeout        a query ran longer than it may
"""


class GreenroomError(Exception):
    """Trouble with the run; its message is one line for the user."""


class OntologyError(GreenroomError):
    """ontology.toml contradicts itself; the message names the culprit."""


class FactsError(GreenroomError):
    """A facts file or object is not of the agreed format."""


class LexiconError(GreenroomError):
    """A lexicon file is not of the agreed format."""


class LanguageError(GreenroomError):
    """The English pipeline is missing or broken."""


class InputError(GreenroomError):
    """A path given by the user cannot be read at all."""


class StoreError(GreenroomError):
    """The store cannot be reached, or refuses."""


class StoreUnavailable(StoreError):
    """Nothing answers at the store's address, or the engine died."""


class StoreVersion(StoreError):
    """The store was written by another version of Greenroom, or its rebuilding was cut short; the message says what to run."""


class QueryError(StoreError):
    """The store rejects a query."""


class QueryTimeout(StoreError):
    """A query ran longer than it may."""
